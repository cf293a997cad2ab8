def handlers(p):
    try:
        with open(p) as f:
            return f.read()
    except (OSError, ValueError) as e:
        print(e)
        raise
    finally:
        del p

async def tasks(q):
    async for t in q:
        await t
    yield (x async for x in q)

def inner_only(f):
    try:
        try:
            f()
        finally:
            return 1
    finally:
        f(2)
