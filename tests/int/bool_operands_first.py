# The first operation of a program: an int and a bool, before any class is made.
print(1 + False)
print(1 - True, True * 2, 7 // True, 3 | True, True & 3, 2 ** True, 1 << True)
