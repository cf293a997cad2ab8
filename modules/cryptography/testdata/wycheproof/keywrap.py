# AES key wrap, without and with padding.
from cryptography.hazmat.primitives import keywrap


def prepare(doc, group):
    if doc['algorithm'] == 'AES-KWP':
        return keywrap.aes_key_wrap_with_padding, keywrap.aes_key_unwrap_with_padding
    return keywrap.aes_key_wrap, keywrap.aes_key_unwrap


def test(shared, group, t):
    wrap, unwrap = shared
    key, msg, ct = unhex(t['key']), unhex(t['msg']), unhex(t['ct'])
    try:
        wrapped = wrap(key, msg)
    except ValueError:
        wrapped = None
    try:
        got = unwrap(key, ct)
    except keywrap.InvalidUnwrap:
        # The empty key is wrapped, as pyca/cryptography does, but RFC 5649 has none.
        if wrapped == ct and msg:
            raise Wrong('what it wraps it refuses to unwrap')
        return False
    same(got, msg, 'key')
    same(wrapped, ct, 'wrapped')
    return True
