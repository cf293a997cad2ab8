# What all drivers share. A driver is a program beside this one that defines
#
#   prepare(doc, group)      what the vectors of a group have in common: a loaded key
#   test(shared, group, t)   True if the vector was accepted and all results are
#                            as it says, False if it was refused
#
# and raises Wrong for what must not happen with any vector, Skip(reason) for what
# the modules do not offer. test calls modules as any program does, no other way in.
import json

unhex = bytes.fromhex


class Wrong(Exception):
    "A result that is wrong whatever the vector wants."


class Skip(Exception):
    "Not offered."


def same(got, want, what):
    if got != want:
        raise Wrong(f'{what}: {bytes(got).hex()[:80]}, want {bytes(want).hex()[:80]}')


def prepare(doc, group):
    return None


# What "acceptable" means here: the first row whose algorithm and flag fit decides.
ACCEPTABLE = [
    # RFC 3394 has no keys of 8 bytes; pyca/cryptography wants 16 at least.
    ('AES-WRAP', 'ShortKey', False),
    # Points may be compressed, in a key too.
    ('ECDH', 'CompressedPoint', True),
    # Curves are named, never spelled out: who may choose parameters chooses the secret.
    ('ECDH', 'UnnamedCurve', False),
    # BER that is not DER, PEM around it: a key is not worth a second parser.
    ('ECDH', 'InvalidAsn', False),
    ('ECDH', 'InvalidPem', False),
    # The secret would be zero whoever has the private key (RFC 7748, section 6.1).
    ('XDH', 'ZeroSharedSecret', False),
    # RFC 7748 wants all other strings of 32 bytes taken: points of the twist, and
    # numbers beyond the prime.
    ('XDH', 'Twist', True),
    ('XDH', 'NonCanonicalPublic', True),
    # The NULL of the AlgorithmIdentifier is part of the padding (RFC 8017, 9.2).
    ('RSASSA-PKCS1-v1_5', 'MissingNull', False),
    # Old keys can be used; a policy about sizes and hashes is the caller's.
    ('RSASSA-PKCS1-v1_5', 'SmallModulus', True),
    ('RSASSA-PKCS1-v1_5', 'WeakHash', True),
    ('RSASSA-PKCS1-v1_5', 'SmallPublicKey', True),
]


def wanted(algorithm, t):
    if t['result'] != 'acceptable':
        return t['result'] == 'valid'
    for name, flag, decision in ACCEPTABLE:
        if name == algorithm and flag in t['flags']:
            return decision
    raise Wrong(f'acceptable, but nothing is decided about {t["flags"]}')


def check(data, step):
    "Runs every step-th vector of a file: how many were run, skipped for which reason, and what failed."
    doc = json.loads(data)
    run, skipped, failures = 0, {}, []
    n = 0
    for group in doc['testGroups']:
        try:
            shared, trouble = prepare(doc, group), None
        except Skip as e:
            shared, trouble = None, e
        except Exception as e:
            shared, trouble = None, Wrong(f'key: {type(e).__name__}: {e}')
        for t in group['tests']:
            n += 1
            if n % step:
                continue
            try:
                if trouble:
                    raise trouble
                accepted = test(shared, group, t)
                want = wanted(doc.get('algorithm'), t)
                run += 1
                if accepted != want:
                    failures.append(f"{t['tcId']} {t['result']} {t.get('flags')} {t['comment']!r}: {'accepted' if accepted else 'refused'}")
            except Skip as e:
                skipped[str(e)] = skipped.get(str(e), 0) + 1
            except Exception as e:
                run += 1
                failures.append(f"{t['tcId']} {t['result']} {t.get('flags')} {t['comment']!r}: {type(e).__name__}: {e}")
    return [run, skipped, failures]
