import hmac


def bytes_eq(a, b):
    'Whether a and b are equal, found out in a time that does not depend on it.'
    if not isinstance(a, bytes) or not isinstance(b, bytes):
        raise TypeError('a and b must be bytes.')
    return hmac.compare_digest(a, b)
