# secrets: what does not depend on chance, and the errors.
import secrets
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: secrets.token_bytes(-1)); t(lambda: len(secrets.token_hex(5))); t(lambda: len(secrets.token_urlsafe())); t(lambda: secrets.randbelow(0)); t(lambda: secrets.choice([])); t(lambda: secrets.randbits(-1)); t(lambda: secrets.randbits(0)); t(lambda: secrets.token_bytes('x'))
t(lambda: secrets.choice([]))
