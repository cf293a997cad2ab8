# BLAKE2 as the last node of a tree, and what its parameters may be
import hashlib

for make in hashlib.blake2b, hashlib.blake2s:
    block = make().block_size
    for n in 0, 1, block - 1, block, block + 1, 3 * block:
        print(n, make(b'x' * n, last_node=True, digest_size=16).hexdigest())
    h = make(b'abc', key=b'k' * 9, salt=b's', person=b'p', fanout=2, depth=2, leaf_size=4096,
             node_offset=1, node_depth=1, inner_size=16, last_node=True, digest_size=20)
    print(h.hexdigest(), h.digest_size, h.name)
    other = h.copy()
    other.update(b'more' * 100)
    print(h.hexdigest(), other.hexdigest())
    for i in range(5):
        h.update(bytes(range(77)))
        print(h.hexdigest())

    # The paper's own example of a tree: two leaves and a root.
    def node(data, depth, offset, last):
        return make(data, fanout=2, depth=2, leaf_size=64, inner_size=32, node_offset=offset,
                    node_depth=depth, last_node=last).digest()
    print(node(node(b'a' * 64, 0, 0, False) + node(b'b' * 10, 0, 1, True), 1, 0, True).hex())

    for kw in dict(leaf_size=-1), dict(leaf_size=1 << 32), dict(leaf_size=1 << 64), dict(leaf_size='1'), \
            dict(node_offset=1 << 64), dict(node_offset=-1), dict(last_node=[]), dict(fanout=256), dict(depth=0):
        try:
            print(kw, make(b'', **kw).hexdigest()[:8])
        except Exception as e:
            print(kw, type(e).__name__, e)
    try:
        make().nothing
    except AttributeError as e:
        print(e)
