# numbers
0, 00, 0_0, 1_000, 0xFF, 0XfF_fF, 0o17, 0O1_7, 0b1011, 0B1_0
9223372036854775807, 9223372036854775808, 0x8000000000000000, 123456789012345678901234567890
1.0, 1., .5, 1e5, 1E+5, 1e-5, 1_0.0_1e1_0, 0e0, 00.5, 09.5, 09e1, 1e400, 1e-400, 5e-324, 0.1
1j, 1.5J, 1e3j, .5j, 0j, 09j, 1_0j
1if 1else 2
[1for x in ()]
0x1for x in ()
1 .real, 1..real, 1.0.real
# strings
'', "", '''''', """"""
'a\nb\tc\\d\'e\"f\a\b\f\v\r\0\1\12\123\777'
"\x41\u00e9\U0001F600\ud800\udc00\N{BULLET}\N{latin small letter a}"
r'\n\x\N' R"\'", b'\x00\xff\n\101' B"a" rb'\x' bR'\n' Rb"\d" if 0 else 1
rb'\x' b'\xff' b'a\
b'
u'x', U"y"
'''multi
line''' "joined"
"a" 'b' """c
d"""
"line\
continued"
'\d\9\ '
b'\d\9\ '
'\é'
"tab	inside" 'é' "日本"
# constants
None, True, False, ..., Ellipsis
