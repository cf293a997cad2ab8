def match(v):
    match v:
        case 0 | None as z:
            return z
        case [a, *_, b] if a == b:
            return b
        case {"k": Point(x=1, y=c), **rest}:
            return c, rest
        case other:
            return other
