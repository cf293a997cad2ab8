# A log that shows when somebody changed it.
#
# Every entry carries the hash of the one before it, so an entry cannot be
# changed, removed, inserted or moved without breaking the chain; an HMAC with a
# key that the writer keeps away from the log stops a forger from computing a new
# chain. The head (number and hash of the last entry), kept elsewhere, shows that
# the end was cut off.
import hashlib
import hmac
import json

GENESIS = "0" * 64


class TamperedError(Exception):
    def __init__(self, index, reason):
        super().__init__(f"entry {index}: {reason}")
        self.index = index
        self.reason = reason


def canonical(entry):
    """The bytes that are hashed: no blanks, keys in order."""
    return json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()


class Log:
    def __init__(self, key):
        self._key = key
        self._lines = []
        self._last = GENESIS

    def append(self, time, actor, action, **details):
        entry = {
            "n": len(self._lines),
            "time": time,
            "actor": actor,
            "action": action,
            "details": details,
            "prev": self._last,
        }
        body = canonical(entry)
        self._last = hashlib.sha256(body).hexdigest()
        entry["mac"] = hmac.new(self._key, body, hashlib.sha256).hexdigest()
        self._lines.append(json.dumps(entry, sort_keys=True))
        return self._last

    @property
    def head(self):
        return len(self._lines), self._last

    def dump(self):
        return "\n".join(self._lines)


def verify(text, key, head=None):
    """Yield the entries of a log; raise TamperedError at the first that is wrong."""
    last = GENESIS
    count = 0
    for count, line in enumerate(text.splitlines(), 1):
        index = count - 1
        try:
            entry = json.loads(line)
            mac = entry.pop("mac")
        except (ValueError, KeyError):
            raise TamperedError(index, "not a log entry") from None
        body = canonical(entry)
        if not hmac.compare_digest(mac, hmac.new(key, body, hashlib.sha256).hexdigest()):
            raise TamperedError(index, "wrong signature")
        if entry["n"] != index:
            raise TamperedError(index, f"is number {entry['n']}")
        if entry["prev"] != last:
            raise TamperedError(index, "does not follow the entry before it")
        last = hashlib.sha256(body).hexdigest()
        yield entry
    if head is not None and (count, last) != head:
        raise TamperedError(count, f"the log ends here, but {head[0]} entries were written")


def build(key):
    log = Log(key)
    log.append("2026-03-01T08:00:00Z", "door", "boot", firmware="1.4.2")
    log.append("2026-03-01T08:02:11Z", "alice", "unlock", card="7F3A", zone=2)
    log.append("2026-03-01T08:02:40Z", "door", "opened", seconds=9.5)
    log.append("2026-03-01T09:15:03Z", "bob", "unlock", card="0C21", zone=1)
    log.append("2026-03-01T09:15:09Z", "bob", "denied", card="0C21", zone=2, tries=3)
    log.append("2026-03-01T18:30:00Z", "Zoë", "arm alarm", note="night → morning")
    return log


def check(title, text, key, head):
    try:
        count = sum(1 for _ in verify(text, key, head))
    except TamperedError as e:
        print(f"{title:<28} TAMPERED  {e}")
    else:
        print(f"{title:<28} intact    {count} entries")


def main():
    key = hashlib.pbkdf2_hmac("sha256", b"a secret of the device", b"tamper_log", 1000)
    log = build(key)
    text, head = log.dump(), log.head

    for e in verify(text, key, head):
        details = ", ".join(f"{k}={v!r}" for k, v in sorted(e["details"].items()))
        print(f"{e['n']}  {e['time'][11:19]}  {e['actor']:<6} {e['action']:<10} {details}")
    print("head", *head)
    print()

    lines = text.split("\n")
    check("as written", text, key, head)
    check("an actor replaced", text.replace('"bob"', '"eve"', 1), key, head)
    check("one digit changed", text.replace("9.5", "0.5"), key, head)
    check("an entry removed", "\n".join(lines[:2] + lines[3:]), key, head)
    check("two entries swapped", "\n".join(lines[:3] + [lines[4], lines[3]] + lines[5:]), key, head)
    check("an entry repeated", "\n".join(lines[:2] + lines[1:]), key, head)
    check("the end cut off", "\n".join(lines[:-2]), key, head)
    check("garbage in between", "\n".join(lines[:3] + ["{}"] + lines[3:]), key, head)
    check("written with another key", build(b"guess").dump(), key, head)

    # Every single bit of the log counts.
    raw = text.encode()
    missed = 0
    for position in range(0, len(raw), 7):
        bad = bytearray(raw)
        bad[position] ^= 1 << position % 8
        try:
            list(verify(bad.decode(), key, head))
        except (TamperedError, UnicodeError):
            continue
        missed += 1
    print("bit flips not noticed:", missed)


main()
