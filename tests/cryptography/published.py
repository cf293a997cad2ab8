# Published vectors for what Wycheproof has none: FIPS 180-4 and 202, RFC 7693, the paper
# on RIPEMD-160, RFC 7914 (scrypt), the reference implementation of Argon2, RFC 7518
# (one-step KDF), NIST's for X9.63, RFC 8439 (Poly1305), SP 800-38A (CFB, OFB, CTR).
# The .exp is CPython's: the program checks itself and prints how much it did.
import base64
import hashlib
import sys

checks = 0


def check(got, want, what):
    global checks
    checks += 1
    if got != bytes.fromhex(want):
        print('WRONG', what, got.hex())


TWO = b'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'
FOUR = b'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu'
for name, data, want in [
    ('sha1', b'abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'),
    ('sha1', TWO, '84983e441c3bd26ebaae4aa1f95129e5e54670f1'),
    ('sha1', b'a' * 1000000, '34aa973cd4c4daa4f61eeb2bdbad27316534016f'),
    ('sha224', b'abc', '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7'),
    ('sha224', TWO, '75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525'),
    ('sha256', b'', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
    ('sha256', b'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
    ('sha256', TWO, '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'),
    ('sha256', b'a' * 1000000, 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'),
    ('sha384', b'abc', 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'),
    ('sha384', FOUR, '09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039'),
    ('sha512', b'abc', 'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f'),
    ('sha512', FOUR, '8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909'),
    ('sha512_256', b'abc', '53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23'),
    ('sha512_224', b'abc', '4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa'),
    ('sha3_224', b'abc', 'e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf'),
    ('sha3_256', b'', 'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a'),
    ('sha3_256', b'abc', '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532'),
    ('sha3_384', b'abc', 'ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25'),
    ('sha3_512', b'abc', 'b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0'),
    ('blake2b', b'abc', 'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923'),
    ('blake2s', b'abc', '508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982'),
    ('ripemd160', b'', '9c1185a5c5e9fc54612808977ee8f548b2258d31'),
    ('ripemd160', b'abc', '8eb208f7e05d987a9b044a8e98c6b087f15a0bfc'),
    ('ripemd160', b'a' * 1000000, '52783243c1697bdbe16d37f97f68f08325dc1528'),
    ('md5', b'abc', '900150983cd24fb0d6963f7d28e17f72'),
]:
    check(hashlib.new(name, data).digest(), want, name)
check(hashlib.shake_128(b'').digest(32), '7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26', 'shake_128')
check(hashlib.shake_256(b'').digest(64), '46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5762fd75dc4ddd8c0f200cb05019d67b592f6fc821c49479ab48640292eacb3b7c4be', 'shake_256')

SCRYPT = [
    (b'', b'', 16, 1, 1, '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906'),
    (b'password', b'NaCl', 1024, 8, 16, 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640'),
    (b'pleaseletmein', b'SodiumChloride', 16384, 8, 1, '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887'),
]
for password, salt, n, r, p, want in SCRYPT:
    check(hashlib.scrypt(password, salt=salt, n=n, r=r, p=p, maxmem=1 << 26, dklen=64), want, 'scrypt')

try:
    from cryptography.hazmat.primitives import hashes
except ImportError:
    hashes = None
if hashes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
    from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF
    from cryptography.hazmat.primitives.poly1305 import Poly1305
    for password, salt, n, r, p, want in SCRYPT:
        check(Scrypt(salt, 64, n, r, p).derive(password), want, 'Scrypt')
    try:
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2i, Argon2id
        for kind, memory, want in [
            (Argon2id, 256, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'),
            (Argon2i, 256, '89e9029f4637b295beb027056a7336c414fadd43f6b208645281cb214a56452f'),
        ]:
            check(kind(salt=b'somesalt', length=32, iterations=2, lanes=1, memory_cost=memory).derive(b'password'), want, kind.__name__)
    except ImportError:
        pass
    z = bytes([158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163, 218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196])
    info = b'\0\0\0\x07A128GCM\0\0\0\x05Alice\0\0\0\x03Bob\0\0\0\x80'
    check(ConcatKDFHash(hashes.SHA256(), 16, info).derive(z), base64.urlsafe_b64decode('VqqN6vgjbSBcIijNcacQGg==').hex(), 'ConcatKDF')
    check(X963KDF(hashes.SHA1(), 16, None).derive(bytes.fromhex('1c7d7b5f0597b03d06a018466ed1a93e30ed4b04dc64ccdd')), 'bf71dffd8f4d99223936beb46fee8ccc', 'X963KDF')
    key = bytes.fromhex('85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b')
    check(Poly1305.generate_tag(key, b'Cryptographic Forum Research Group'), 'a8061dc1305136c6c22b8baf0c0127a9', 'Poly1305')

    PLAIN = ('6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51'
             '30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710')
    IV = bytes(range(16))
    COUNTER = bytes.fromhex('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff')
    K128 = '2b7e151628aed2a6abf7158809cf4f3c'
    K192 = '8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b'
    K256 = '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4'
    for key, mode, plain, want in [
        (K128, modes.CFB(IV), PLAIN, '3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b26751f67a3cbb140b1808cf187a4f4dfc04b05357c5d1c0eeac4c66f9ff7f2e6'),
        (K192, modes.CFB(IV), PLAIN, 'cdc80d6fddf18cab34c25909c99a417467ce7f7f81173621961a2b70171d3d7a2e1e8a1dd59b88b1c8e60fed1efac4c9c05f9f9ca9834fa042ae8fba584b09ff'),
        (K256, modes.CFB(IV), PLAIN, 'dc7e84bfda79164b7ecd8486985d386039ffed143b28b1c832113c6331e5407bdf10132415e54b92a13ed0a8267ae2f975a385741ab9cef82031623d55b1e471'),
        (K128, modes.CFB8(IV), PLAIN[:36], '3b79424c9c0dd436bace9e0ed4586a4f32b9'),
        (K128, modes.OFB(IV), PLAIN, '3b3fd92eb72dad20333449f8e83cfb4a7789508d16918f03f53c52dac54ed8259740051e9c5fecf64344f7a82260edcc304c6528f659c77866a510d9c1d6ae5e'),
        (K192, modes.OFB(IV), PLAIN, 'cdc80d6fddf18cab34c25909c99a4174fcc28b8d4c63837c09e81700c11004018d9a9aeac0f6596f559c6d4daf59a5f26d9f200857ca6c3e9cac524bd9acc92a'),
        (K256, modes.OFB(IV), PLAIN, 'dc7e84bfda79164b7ecd8486985d38604febdc6740d20b3ac88f6ad82a4fb08d71ab47a086e86eedf39d1c5bba97c4080126141d67f37be8538f5a8be740e484'),
        (K128, modes.CTR(COUNTER), PLAIN, '874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee'),
        (K192, modes.CTR(COUNTER), PLAIN, '1abc932417521ca24f2b0459fe7e6e0b090339ec0aa6faefd5ccc2c6f4ce8e941e36b26bd1ebc670d1bd1d665620abf74f78a7f6d29809585a97daec58c6b050'),
        (K256, modes.CTR(COUNTER), PLAIN, '601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c52b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6'),
        (K128, modes.CBC(IV), PLAIN, '7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b273bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7'),
        (K256, modes.ECB(), PLAIN, 'f3eed1bdb5d2a03c064b5a7e3db181f8591ccb10d410ed26dc5ba74a31362870b6ed21b99ca6f4f9f153e7b1beafed1d23304b7a39f9f3ff067d8d8f9e24ecc7'),
    ]:
        data = bytes.fromhex(plain)
        c = Cipher(algorithms.AES(bytes.fromhex(key)), mode)
        for step in 1, 5, 16, 33, 64:
            for op, a, b in (c.encryptor(), data, want), (c.decryptor(), bytes.fromhex(want), plain):
                out = b''.join(op.update(a[i:i + step]) for i in range(0, len(a), step)) + op.finalize()
                check(out, b, (mode.name, len(key) * 4, step))
# Without cryptography only hashlib's can be checked, which is enough for CPython.
assert checks == 159 or checks == 31 and hashes is None and sys.implementation.name == 'cpython', checks
print('checked all of 159')
