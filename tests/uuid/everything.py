# UUIDs: constructors, fields, order, errors; uuid3 and uuid5 of known names.
import uuid
from uuid import UUID
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
u = UUID('{12345678-1234-5678-1234-567812345678}')
for n in ['bytes','bytes_le','clock_seq','clock_seq_hi_variant','clock_seq_low','fields','hex','int','node','time','time_hi_version','time_low','time_mid','urn','variant','version']:
    print(n, getattr(u, n))
print(u, repr(u), hash(u) == hash(u.int), int(u))
t(lambda: UUID(bytes=u.bytes) == u); t(lambda: UUID(bytes_le=u.bytes_le) == u); t(lambda: UUID(fields=u.fields) == u)
t(lambda: UUID(int=u.int) == u); t(lambda: UUID('urn:uuid:12345678-1234-5678-1234-567812345678') == u); t(lambda: UUID(u.hex, version=4))
t(lambda: UUID(u.hex, version=9)); t(lambda: UUID()); t(lambda: UUID('x')); t(lambda: UUID('z' * 32)); t(lambda: UUID(bytes=b'x'))
t(lambda: UUID(bytes_le=b'x')); t(lambda: UUID(int=1 << 128)); t(lambda: UUID(int=-1)); t(lambda: UUID(fields=(1, 2)))
for i in range(6):
    t(lambda: UUID(fields=tuple([0] * i + [1 << 60] + [0] * (5 - i))))
t(lambda: UUID(hex='0' * 32, int=1)); t(lambda: setattr(u, 'int', 3)); t(lambda: u < 3); t(lambda: u == 3)
a, b = UUID(int=1), UUID(int=2)
print(a < b, a > b, a <= b, a >= b, a == b, a != b, sorted([b, a]))
for n in ['DNS', 'URL', 'OID', 'X500']:
    ns = getattr(uuid, 'NAMESPACE_' + n)
    print(ns, uuid.uuid3(ns, 'python.org'), uuid.uuid5(ns, 'python.org'), uuid.uuid5(ns, b'python.org'))
r = uuid.uuid4(); print(r.version, r.variant, r != uuid.uuid4())
r = uuid.uuid1(); print(r.version, r.variant, r.node == uuid.getnode(), r != uuid.uuid1())
r = uuid.uuid1(5, 77); print(r.node, r.clock_seq, r.is_safe)
for v in range(0, 16, 2): print(UUID(int=v << 60).variant, UUID(int=v << 60).version)
print(uuid.SafeUUID.safe, uuid.SafeUUID.unsafe.value, repr(uuid.SafeUUID.unknown))
