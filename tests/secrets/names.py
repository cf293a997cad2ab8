# what the module exports, and odd arguments
import secrets
from secrets import *

print(secrets.__all__)
print(len(token_bytes(5)), compare_digest('a', 'a'), SystemRandom.__name__)
for f, x in (secrets.randbits, 'a'), (secrets.randbits, 1.5), (secrets.randbits, -1), (secrets.randbelow, 0), (secrets.randbelow, 'a'), \
        (secrets.choice, []), (secrets.choice, 5), (secrets.token_bytes, -1), (secrets.token_hex, 'a'):
    try:
        print(f(x))
    except Exception as e:
        print(type(e).__name__, e)
