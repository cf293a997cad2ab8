# Keys in PEM, DER and OpenSSH: read, written, wrong passwords, garbage. Written by pyca/cryptography 38; the keys were made
# by OpenSSL and ssh-keygen for this test.
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa, x25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, PublicFormat, load_der_private_key, load_der_public_key,
    load_pem_private_key, load_pem_public_key, load_ssh_private_key, load_ssh_public_key)


def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__)


def raw(key):
    'The public key as bytes, to compare by.'
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


PRIVATE = {
    'rsa': b'''-----BEGIN RSA PRIVATE KEY-----
MIIEowIBAAKCAQEA74xW/45vLf8qn2mzDOwqfbBgl/UnNLQ/9meaGQgK9+BXehen
nhaDCq9HafefAlomzyukfZJu36z9OuEBfY7thjD8ij52JKqXKyrwclR5SrMx/WP6
s9l6fVbLbUkU8uJ9KyYNDKlXKBe4h6LqjZy8hfV0Uf6dYNaV9v7EufKKvMIWn3R0
7qYYG459Eep405TchfzGHYZfJ4M/QIJtds9psbAZJ+My24cJT/u6S6U4Wu2YBan8
tdl/WGtWsSLr1EgF2vL6NmnTrJEbu/ctxpitmEPFHD4vaShOEI67LnJd3Ccwnq/N
W37eJ9NV+UA9CBloafO+ZTwPHE2DcbKJnCMf2wIDAQABAoIBAAIBPi8oXYTYiF5K
L63xgg+IPN64tgnKYmipCFCiURku/vxuG0CG9rTNr77SzDlkUMPWHSvR4Gyt0Xa/
MFiBLDq9yTdM+4cmCFrboqSKUXOPGWGCBzSfItfOtKgm/u5jd+G3EU/kUO7sd+Zm
tijWQXuriLww8ddAJIQrMLFPttqKjymtx8Z9vEtdKD0l06Y7Gq+BhsXRKGNwWSmz
PgvPXQx6J0wN0gMl8znLgr6blMbn5phR/j3+vGEKiF0AsceGXQhPu9GZTcYS4aIu
yuPbjijwicpoxL+dxBwHcuq3T5qk4+iAUwh+IU4gR3J1mP6NbMt3mfkRdLKg/R4N
eyS68VkCgYEA+nOnjtxIztiN46Y2aicXIv/JRf6xaQkEdFRxKGyi+SN8HasM6lzV
1gfXb4LoECLrok4o8pHYCDWTlGL16tB8NnbeUYIEHiQRaqz69RmlyHSY5SIsYyV9
GrHeuWFHFE5a/IvHztE6+pKSFa/1JbkLVNERVwFIbUA7IAYl7wDYF9MCgYEA9NrZ
hZDXqzpj9tt0NdocrzRsxyLU3ZIiGYsISXL+/+pJjqSv+whk8v4OGqfqe8TgWuS8
SOvGe6yRj6YggQd2mwktkXJMVPpO0mZMOywoU8GP7jyM8LkLPbvFvC6b2kKoPbFA
bE5yp/SpTBOZShyvorMRzf3FiRVkat5ReKuWmtkCgYEA6TpmoS0WSDl1+LdCGRyJ
+TfF0X7a63tQQJyaPBDeu6+F14MApgcJwyTORLPdM5mxYRX0H+AdE5gA9MArTh4U
bgvIAJNZDlB8P6ESmsjlj4S1FTv7peC1XfSh+nRSYuCM7n2k9j319H4luDiBzD1E
BhojUaiKL+MOrEXNcYKRua0CgYBSAhKkt5RkVxQwE+RiPQEqdUaRk8rzwwQExhoq
b4eUsyWbzvDaBT+6WvjiWKcieRgjmUSur7k0puHB2QQ98v/4gSRv+HY0Z/mKYpTZ
pLqFAulwA3u5DGEFdiSOGJY+jeDHeNx46fVg54LkZhQLTHxO4+bstTg5555QZNGo
tt+kUQKBgFXHWSaSEiUX8TVjkNQbEAPTKIg5MNGG/mGMHC3TRtFntfX4x71ySCqH
flw5Xt4UV6bMWmeF8SSbQ/HcWYNNUGAd0ajOAU6FTh3Mw6HyoUPm6TWdssFmmwpB
7eAusYjpan3zmtfJ31QdA/XHZnYZV047+l0Kwi60OJ6/YQRgGF9f
-----END RSA PRIVATE KEY-----
''',
    'rsa-aes256': b'''-----BEGIN RSA PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: AES-256-CBC,F2871A9B8D9BA6841F23AFEA39A10D1C

pW+g7tPsWEyvVDhsh6hMGelvXJTuYv9M8cX/Cl3Kodn3g5KJrl6Z0C6BZhgLCvtN
9v1kHTs38lYSkgUPwkNn9YVJa6FJ9YqJeHIy79IfhZmMYwuxM57ezs/v+Muyr8dU
kLniKtNXyEpe1jk2hBt++CIc9Dgi6Xa71RD6f6zoGGns1xbTv2NarPV6N6eSmHek
LcMXY+SIhcdW6aPPMl4rx4IHCEqF07tJevyY/glL5OG7vi/Kd8ui21sVNEKrKFWq
9wdYeMjcKTbDxY25SLbsDvEcv5ZYdWd9sAz0lQhvVIp+O40WLC949on84KCXpm5l
RBbu8yO2+PV88vfo5VP4g5UgD2CPtl7UJ56DfHi0sLnuQAEajWzwTpxYBT93EpMc
OflSsV8IoQ+HT+0G70zUCi7RRGrRGBKlY4VJszr3F+44oNA4rlhg0atz/VeA5pTH
C51+1Vv2A37A3NYwOwT5iH8Sxzoi4ziEJsFhRHL/1Y+exXCONn9yRBwrQiIBobYB
5b/T1VkQRGFBnMqW21RQpRwaDwr4pjlMu9cxe0PjMynJ2LaFhgu4JxfZN+Z59gVc
kOCgNSS83FHsBI91GMgGmHZheOHDFUdCr17octOQJPeuBoz9oh4nxX1Oz1ZEGmXf
h1wPnybwOsh9P7Y8pdopWXOmhHD75u/EGWZoEhSqlbyJf0YT2+A9StUwuAjxnexG
Mr9Lv1382+xKIJEyDQr5MId5UexjvZM26LECIMnKNj3Xx/F1m7lxekSsesUxRaUy
sWnUu3qPPPmmwUBNlYlEtwK8IX8fYImGAZTb55IcBIpmA73ceofLmngD/5KR0p9A
iOQkjfGwrRrY6g/su8sC2pujgyCuoGWqJLXfpk0yzcdnUm3A70JmeWYrt5VfRBuH
grqfIXMkyAfLrusjimMYAe4SuLMjRdCK1kZPmZiqCwkTTjExUipMnEQrkM7QpP32
nVI+vT3w8If+xO3nNsspfo+twqwvNnDlAxveIoZ6nDVfLmCRPPBO/eRsW2WE4IzU
fwVfyppqxs51tPBG4NsxR30lGXYdvWJn6H0hMiblqzXQUZW9rgv0E0fQtsCQvIzl
hl8BMGctWJJmkgmgxUB7WOArJDYh33zNa17g4+vHjqfFOJ3ItW98eqTo19lhaHGI
np0hPqPm6dR4IwtCv716yfN1x0CxLSmsEs/114tbuPnFZypzztT/0m5yywibFHPA
2GxwyfpLSo2OcdY+hcOQt6kDL3oWKsBiVUydlAmlaP8ECcWDC/PI30xHc+43Ixom
bfmqJH/Hxi71gfFsZWdgBtwZ1uN+RfbkV/0gYq46T8fZRlqpv1qhyJ2AKQUYoqCu
Vr2K3ANex4Dom2iciEsMb9kOf/7dVOQlIEi6+ub1+/Mw+yOMycrHYl/UzZ/bEcIO
XYFSg/lUBUQRpcpQnBqS9/AEtNkmXkTk/A9priKDaXAeHnUQm09nZd2IGt6r8Z8s
IdLCnub9bxq+RMMR1EzoLkSrbh/SLCPj2yVp7lWaj7+g9zr+Kv/Eu8mMyBtdUdSr
xeRxNPESJ5d6juSJuVqzC4V4HyfTsD/W0LcnWwNVaUSEy3R7cVAJQ5vmzjGZD0Zo
-----END RSA PRIVATE KEY-----
''',
    'ec': b'''-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIFqj/P5pupnnHLstmMLQuWsMm716d9IgHoo/rT4mNYMkoAoGCCqGSM49
AwEHoUQDQgAEc0kIqFSMiaIy3jzUVsAY5qc2zOLa5JoGb1peVoi6FAhbXPTwsoxW
AODjfZkXkWNgvHPtYXg97midiGeUriGBIQ==
-----END EC PRIVATE KEY-----
''',
    'p8': b'''-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgWqP8/mm6meccuy2Y
wtC5awybvXp30iAeij+tPiY1gyShRANCAARzSQioVIyJojLePNRWwBjmpzbM4trk
mgZvWl5WiLoUCFtc9PCyjFYA4ON9mReRY2C8c+1heD3uaJ2IZ5SuIYEh
-----END PRIVATE KEY-----
''',
    'p8-aes256': b'''-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAiSi0KAVExQlQICCAAw
DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEHyyiGZqEOyZ4p2hgAkDLhAEgZA3
WdTynjtMLuIma/oE8+2MJgmk5QDCoxskO3Vix/GMBbcxQfIb268c1GCMU9LWNLbf
T0eEeXgDPUlv0xpZBGYz1jgADChExxnkCdbVovwf0CfGf4Jr3R1m1VoYC4r+OuA7
A2euNbbyl44Qzl3XXK96wPuw8wgoFqaxk6t8oMjBGjJ5LO0mnacybfpA5HHY4c0=
-----END ENCRYPTED PRIVATE KEY-----
''',
    'p8-aes128-sha1': b'''-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHeMEkGCSqGSIb3DQEFDTA8MBsGCSqGSIb3DQEFDDAOBAjd9Nhzv9nZnQICA+gw
HQYJYIZIAWUDBAECBBCDf524MzZp8FgmV8K5tQy8BIGQfmuAL/f1/KWVe2TN9egs
AdJxClIrrJwcFPiBp+FCy25BaWi4J8GLslEekbm71soIcmgyiQx1sFt6IO591brW
yjHpFZ3fhblSFtj/8R5P/gPp1Ml8IRSpvsWYjHxgF+lIRlVczP5y0coumhoc5+uz
lmBvbt/mNFnW7K2Lc1CtSm93VPZaDAbXTosgf+r1rIdF
-----END ENCRYPTED PRIVATE KEY-----
''',
    'p8-des3-sha512': b'''-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGKME4GCSqGSIb3DQEFDTBBMCkGCSqGSIb3DQEFDDAcBAg9KuaZqSQ2VQICCAAw
DAYIKoZIhvcNAgsFADAUBggqhkiG9w0DBwQI4qsfD6NU0voEOJ0ngIHL1Ncmi7bU
Mu1vHefr7PbFgK+max46fjF3XoMu8gYOYEo9T0VPJfRCeXa3sobpNtzd598K
-----END ENCRYPTED PRIVATE KEY-----
''',
    'p8-scrypt': b'''-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHkME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAgGxc5tp66G2wICBAAC
AQgCAQEwHQYJYIZIAWUDBAEqBBDr+pvoEA6Nl4OMHpPRHzqhBIGQPHqhUv+t0tE8
97o9iqirdQWi8m/v2fC9u01Q+sdAr2cIVavM8D+kC0BQGVz58I9bvRUh+ND1wAQq
PlrVc7pDspm/EpzxKwZ1uP3RjX5bvcl+o+ZPIW81DCkVkjUKcqjP+70k1BACY9Vv
gaE9xWbf9UhR9xF9JQ92O0dTsbCIa/VRdVB/eyhCfm40+zeH2M5o
-----END ENCRYPTED PRIVATE KEY-----
''',
    'p8-pbes1': b'''-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGxMBwGCiqGSIb3DQEMAQMwDgQI6v5A+y5uLjcCAggABIGQJ0sHaDgR1U88BdtP
XOPGQb0Eb6SoY0sfJJL0oGMsZ/65GRFMcXSmOlDCd6v+o/ysKPn7Oo3fjaoNgwOy
nHdSWEyz81iy52BA6SfDfU2lSdu3ptxyF/v1klJcVscrDP7qRoZAvp9rQ8ozp7Qv
pTGKIht8XBzHQmoVUi+D1mAVNVziFW/yClDBcLpHsMZ2mPDV
-----END ENCRYPTED PRIVATE KEY-----
''',
    'ec-aes128': b'''-----BEGIN EC PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: AES-128-CBC,03CF047361E2D806344A27B952F40215

/QXYN4bPkwFARrX1vnakZ0a3rLM8HDkGZXokGHBfk4TQy/N4q7qYsYIP5K7w1UY3
ODv6FBNZmxOsSp2jzH2YggDVktkqTzKSZ7iuwgyoxZyLyc/QUegAlygVGYeuys8u
k6ABNLEYuJ8g1GRs7ScU0+5hPO3XbTXGe73/s5ujHvk=
-----END EC PRIVATE KEY-----
''',
    'ec-des3': b'''-----BEGIN EC PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: DES-EDE3-CBC,D9521733AD1FAE3D

EK8RbOAWtGjwoayfsS1c6Ry4RrXsZEM7ktsCuVRqIR5vJE/XRnaS8b/dcVm3SZgj
JPVIbDVaij2o73ZxX4b+wNWw1Bbo8qZzKOib5XMWnJdMauotL/tdRL52rCaCWuEh
mF/1MXnyWMvt04/YukmyDaTtxkhQRS6uXX2p9ghWC1g=
-----END EC PRIVATE KEY-----
''',
    'ed': b'''-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIIxVu8giq6lV3w+/dtJWugiIDLkg7vIzpDtswcNliuFA
-----END PRIVATE KEY-----
''',
    'x': b'''-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VuBCIEILgwYOm4u1GaiQMTPolkdn4Q/z9qvZejrNa5Ep4tFENI
-----END PRIVATE KEY-----
''',
}
PUBLIC = {
    'rsa-pub1': b'''-----BEGIN RSA PUBLIC KEY-----
MIIBCgKCAQEA74xW/45vLf8qn2mzDOwqfbBgl/UnNLQ/9meaGQgK9+BXehennhaD
Cq9HafefAlomzyukfZJu36z9OuEBfY7thjD8ij52JKqXKyrwclR5SrMx/WP6s9l6
fVbLbUkU8uJ9KyYNDKlXKBe4h6LqjZy8hfV0Uf6dYNaV9v7EufKKvMIWn3R07qYY
G459Eep405TchfzGHYZfJ4M/QIJtds9psbAZJ+My24cJT/u6S6U4Wu2YBan8tdl/
WGtWsSLr1EgF2vL6NmnTrJEbu/ctxpitmEPFHD4vaShOEI67LnJd3Ccwnq/NW37e
J9NV+UA9CBloafO+ZTwPHE2DcbKJnCMf2wIDAQAB
-----END RSA PUBLIC KEY-----
''',
    'rsa-pub': b'''-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA74xW/45vLf8qn2mzDOwq
fbBgl/UnNLQ/9meaGQgK9+BXehennhaDCq9HafefAlomzyukfZJu36z9OuEBfY7t
hjD8ij52JKqXKyrwclR5SrMx/WP6s9l6fVbLbUkU8uJ9KyYNDKlXKBe4h6LqjZy8
hfV0Uf6dYNaV9v7EufKKvMIWn3R07qYYG459Eep405TchfzGHYZfJ4M/QIJtds9p
sbAZJ+My24cJT/u6S6U4Wu2YBan8tdl/WGtWsSLr1EgF2vL6NmnTrJEbu/ctxpit
mEPFHD4vaShOEI67LnJd3Ccwnq/NW37eJ9NV+UA9CBloafO+ZTwPHE2DcbKJnCMf
2wIDAQAB
-----END PUBLIC KEY-----
''',
    'ec-pub': b'''-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEc0kIqFSMiaIy3jzUVsAY5qc2zOLa
5JoGb1peVoi6FAhbXPTwsoxWAODjfZkXkWNgvHPtYXg97midiGeUriGBIQ==
-----END PUBLIC KEY-----
''',
}
SSH = {
    'ssh': (b'''-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
QyNTUxOQAAACCoh56fZh8szuSa9Uif67PDGyEfQ6ccd8GkL2YH2aEiKgAAAJA3mDWEN5g1
hAAAAAtzc2gtZWQyNTUxOQAAACCoh56fZh8szuSa9Uif67PDGyEfQ6ccd8GkL2YH2aEiKg
AAAEDK3r67tlmnQeTx4nevSF3n/FHipaL+Il3peTGOo8d3RKiHnp9mHyzO5Jr1SJ/rs8Mb
IR9Dpxx3waQvZgfZoSIqAAAAB3NvbWVvbmUBAgMEBQY=
-----END OPENSSH PRIVATE KEY-----
''', b'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKiHnp9mHyzO5Jr1SJ/rs8MbIR9Dpxx3waQvZgfZoSIq someone'),
    'sshe': (b'''-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABCiqen2pg
fgzFLyugKSKo/jAAAAAwAAAAEAAABoAAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlz
dHAyNTYAAABBBILISsX1LSXi8+2F+RBMIbQdxgTVoRvcMqJXEUZaEsVzyYGtEVoTw0Ve7n
c/z5egBQQFGlHoOp1y/N3NRd70yOEAAACgb/k7ji2+KUo00ahxsmbRqYhBDb5sEICmJZp2
g19NMAdOQOLGIsS3lRKG5HpWrRcEj69cFD+bqPIXRu+N/dRmn6B9VXnAww2Bj7DRIaMIM0
XKHbLB88GV+IjHriDRmUa06hGmTVu3RyWtyEPtu+5ImA/2wSJIZp+phFs2pPahnnsMx9yd
TlUsZ/CL+tUWSQhKsfJjasxzjS77gcmfXolA0w==
-----END OPENSSH PRIVATE KEY-----
''', b'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBILISsX1LSXi8+2F+RBMIbQdxgTVoRvcMqJXEUZaEsVzyYGtEVoTw0Ve7nc/z5egBQQFGlHoOp1y/N3NRd70yOE= c'),
}
ENCRYPTED = {'rsa-aes256', 'p8-aes256', 'p8-aes128-sha1', 'p8-des3-sha512', 'p8-scrypt', 'p8-pbes1', 'ec-aes128', 'ec-des3'}
for name, data in PRIVATE.items():
    password = b'secret' if name in ENCRYPTED else None
    key = load_pem_private_key(data, password)
    print(name, type(key).__name__.replace('_', ''))
    t(lambda: raw(key.public_key()))
    t(lambda: load_pem_private_key(data, b'wrong')); t(lambda: load_pem_private_key(data, None if password else b''))
    t(lambda: raw(load_pem_private_key(b'some text\n' + data + b'trailer', password).public_key()) == raw(key.public_key()))
    t(lambda: load_pem_private_key(data[:-60], password)); t(lambda: load_pem_private_key(data.replace(b'MH', b'NH').replace(b'MC', b'NC').replace(b'MI', b'NI'), password)) if password is None else None
    for format in PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL, PrivateFormat.OpenSSH, PrivateFormat.Raw:
        for encoding in Encoding.PEM, Encoding.DER, Encoding.Raw, Encoding.OpenSSH, Encoding.X962:
            for encryption in NoEncryption(), BestAvailableEncryption(b'pass'):
                password = getattr(encryption, 'password', None)
                try:
                    text = key.private_bytes(encoding, format, encryption)
                except Exception as e:
                    print('-', end='')
                    continue
                if format is not PrivateFormat.OpenSSH and password is None:
                    print(text.hex())
                load = load_pem_private_key if encoding is Encoding.PEM else load_der_private_key
                if format is PrivateFormat.OpenSSH:
                    load = load_ssh_private_key
                if format is not PrivateFormat.Raw:
                    again = load(text, password)
                    print(encoding, format, raw(again.public_key()) == raw(key.public_key()))
                    if format is not PrivateFormat.OpenSSH:
                        t(lambda: load(text, b'x')); t(lambda: load(text, None if password else b'x'))
    print()
    for format in PublicFormat.SubjectPublicKeyInfo, PublicFormat.PKCS1, PublicFormat.OpenSSH, PublicFormat.Raw, PublicFormat.CompressedPoint, PublicFormat.UncompressedPoint:
        for encoding in Encoding.PEM, Encoding.DER, Encoding.Raw, Encoding.OpenSSH, Encoding.X962:
            try:
                text = key.public_key().public_bytes(encoding, format)
            except Exception as e:
                print('-', end='')
                continue
            print(encoding, format, text.hex())
            if encoding is Encoding.PEM:
                print(raw(load_pem_public_key(text)) == raw(key.public_key()))
            elif encoding is Encoding.DER:
                print(raw(load_der_public_key(text)) == raw(key.public_key()))
            elif encoding is Encoding.OpenSSH:
                print(raw(load_ssh_public_key(text)) == raw(key.public_key()))
    print()
for name, data in PUBLIC.items():
    key = load_pem_public_key(data)
    print(name); t(lambda: raw(key)); t(lambda: load_pem_private_key(data, None)); t(lambda: load_der_public_key(data)); t(lambda: load_pem_public_key(data[:-50])); t(lambda: load_pem_public_key(PRIVATE['ec']))
for name, (data, line) in SSH.items():
    password = b'secret' if name == 'sshe' else None
    key = load_ssh_private_key(data, password)
    print(name, type(key).__name__.replace('_', '')); t(lambda: raw(key.public_key())); print(raw(load_ssh_public_key(line)) == raw(key.public_key()))
    t(lambda: load_ssh_private_key(data[:-60], password)); t(lambda: load_ssh_public_key(line[:-40])); t(lambda: load_ssh_public_key(line.split()[0])); t(lambda: load_ssh_public_key(b'ssh-rsa ' + line.split()[1]))
    print(key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH) == b' '.join(line.split()[:2]))
for data in b'', b'x', b'-----BEGIN PRIVATE KEY-----\n', b'\x30\x00', b'\x30\x80', b'\x30\x84\xff\xff\xff\xff', bytes(1000), b'\x30\x03\x02\x01\x00':
    for load in load_pem_private_key, load_der_private_key, load_ssh_private_key:
        t(lambda: load(data, None))
    for load in load_pem_public_key, load_der_public_key, load_ssh_public_key:
        t(lambda: load(data))
t(lambda: load_pem_private_key('text', None)); t(lambda: load_pem_private_key(PRIVATE['p8-aes256'], 'secret')); t(lambda: load_der_public_key(3)); t(lambda: load_ssh_public_key('x'))
key = load_pem_private_key(PRIVATE['ec'], None)
t(lambda: key.private_bytes(1, 2, 3)); t(lambda: key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, None)); t(lambda: key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b'x' * 1024))); t(lambda: key.private_bytes(Encoding.PEM, 'PKCS8', NoEncryption())); t(lambda: key.public_key().public_bytes(Encoding.PEM, 'x'))
t(lambda: BestAvailableEncryption(b'')); t(lambda: BestAvailableEncryption('x')); t(lambda: PrivateFormat.PKCS8.encryption_builder()); t(lambda: PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(0)); t(lambda: PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(1).kdf_rounds(1)); t(lambda: PrivateFormat.OpenSSH.encryption_builder().build(b'')); t(lambda: PrivateFormat.OpenSSH.encryption_builder().hmac_hash(1))
text = key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(2).build(b'pw'))
print(raw(load_ssh_private_key(text, b'pw').public_key()) == raw(key.public_key())); t(lambda: key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, PrivateFormat.OpenSSH.encryption_builder().build(b'pw')))
print(Encoding.PEM, repr(Encoding.X962), PrivateFormat.Raw, repr(PublicFormat.PKCS1), Encoding.PEM == Encoding.PEM, Encoding.PEM != Encoding.DER, Encoding.PEM.name, Encoding.SMIME.value, 'secret' in repr(key), len({Encoding.PEM, Encoding.DER, Encoding.PEM}))
