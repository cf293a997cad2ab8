# A configuration store for a device: settings on flash, encrypted and signed.
#
# File: magic, mode, salt, IV, encrypted JSON, HMAC over all before it (encrypt,
# then sign). The keys come from a passphrase. AES is MicroPython's cryptolib, in
# CTR mode (a stream, any length) or CBC mode (whole blocks, padded).
#
# Salt and IV must be new for each file written: os.urandom. This program also takes
# them from a counter, so that what it prints is the same each time; the expected
# output was made by CPython with AES from the openssl command (see openssl/).
import binascii
import hashlib
import hmac
import json
import os
from cryptolib import aes

MAGIC = b"wcfg"
MODE_CBC = 2
MODE_CTR = 6
BLOCK = 16
MAC = 32
ROUNDS = 500


class StoreError(Exception):
    pass


def derive(passphrase, salt):
    """Two keys, one to encrypt, one to sign, out of one passphrase."""
    material = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, ROUNDS, 64)
    return material[:32], material[32:]


def pad(data):
    n = BLOCK - len(data) % BLOCK
    return data + bytes([n]) * n


def unpad(data):
    n = data[-1] if data else 0
    if not 1 <= n <= BLOCK or data[-n:] != bytes([n]) * n:
        raise StoreError("bad padding")
    return data[:-n]


class ConfigStore:
    def __init__(self, path, passphrase, mode=MODE_CTR, random=os.urandom):
        self.path = path
        self.passphrase = passphrase
        self.mode = mode
        self.random = random
        self.values = {}

    def __getitem__(self, name):
        node = self.values
        for part in name.split("."):
            node = node[part]
        return node

    def __setitem__(self, name, value):
        *parents, last = name.split(".")
        node = self.values
        for part in parents:
            node = node.setdefault(part, {})
        node[last] = value

    def __delitem__(self, name):
        *parents, last = name.split(".")
        node = self.values
        for part in parents:
            node = node[part]
        del node[last]

    def __contains__(self, name):
        try:
            self[name]
        except (KeyError, TypeError):
            return False
        return True

    def names(self, node=None, prefix=""):
        for key, value in sorted((self.values if node is None else node).items()):
            if isinstance(value, dict):
                yield from self.names(value, prefix + key + ".")
            else:
                yield prefix + key

    def seal(self):
        salt, iv = self.random(16), self.random(16)
        secret, sign = derive(self.passphrase, salt)
        text = json.dumps(self.values, sort_keys=True, separators=(",", ":")).encode()
        if self.mode == MODE_CBC:
            text = pad(text)
        head = MAGIC + bytes([self.mode]) + salt + iv
        body = head + aes(secret, self.mode, iv).encrypt(text)
        return body + hmac.new(sign, body, hashlib.sha256).digest()

    def open(self, blob):
        n = len(MAGIC)
        if len(blob) < n + 1 + 32 + MAC or blob[:n] != MAGIC:
            raise StoreError("not a configuration store")
        body, mac = blob[:-MAC], blob[-MAC:]
        mode, salt, iv, text = body[n], body[n + 1 : n + 17], body[n + 17 : n + 33], body[n + 33 :]
        secret, sign = derive(self.passphrase, salt)
        if not hmac.compare_digest(mac, hmac.new(sign, body, hashlib.sha256).digest()):
            raise StoreError("wrong passphrase or damaged file")
        text = aes(secret, mode, iv).decrypt(text)
        if mode == MODE_CBC:
            text = unpad(text)
        self.values = json.loads(text)

    def save(self):
        # A power cut leaves the old file or the new one, never half of one.
        temporary = self.path + ".new"
        with open(temporary, "wb") as f:
            f.write(self.seal())
        os.rename(temporary, self.path)

    def load(self):
        with open(self.path, "rb") as f:
            self.open(f.read())


class Counter:
    """In place of os.urandom where the output must be the same each time."""

    def __init__(self, name):
        self.name = name
        self.n = 0

    def __call__(self, size):
        self.n += 1
        return hashlib.sha256(f"{self.name} {self.n}".encode()).digest()[:size]


def fill(store):
    store["wifi.ssid"] = "Werkstatt"
    store["wifi.password"] = "größer als 8 Zeichen"
    store["mqtt.host"] = "broker.local"
    store["mqtt.port"] = 8883
    store["mqtt.topics"] = ["sensors/+/state", "alarm"]
    store["sensor.interval"] = 2.5
    store["sensor.offset"] = -0.125
    store["sensor.enabled"] = True
    store["sensor.name"] = None


def hexdump(data, width=32):
    for i in range(0, len(data), width):
        print("   ", binascii.hexlify(data[i : i + width]).decode())


def main():
    path = os.getenv("TMPDIR") or "/tmp"
    path = path + "/woma_config_store.bin"
    for name, mode in (("CTR", MODE_CTR), ("CBC", MODE_CBC)):
        store = ConfigStore(path, "correct horse battery staple", mode, Counter(name))
        fill(store)
        store.save()
        blob = store.seal()
        print(f"AES-256-{name}: {len(blob)} bytes, the second version of the file:")
        hexdump(blob)

        again = ConfigStore(path, "correct horse battery staple")
        again.load()
        print("  read back:", "equal" if again.values == store.values else "DIFFERENT")
        for key in again.names():
            print(f"    {key:<16} {again[key]!r}")

        again["sensor.interval"] = 10
        del again["sensor.offset"]
        again.mode = mode
        again.save()
        third = ConfigStore(path, "correct horse battery staple")
        third.load()
        print("  changed:  ", third["sensor.interval"], "sensor.offset" in third, "wifi.ssid" in third)

        for title, phrase, damage in (
            ("wrong passphrase", "Correct horse battery staple", None),
            ("damaged head", None, 10),
            ("damaged text", None, 40),
            ("damaged MAC", None, -1),
        ):
            bad = bytearray(blob)
            if damage is not None:
                bad[damage] ^= 1
            try:
                ConfigStore(path, phrase or store.passphrase).open(bytes(bad))
            except StoreError as e:
                print(f"  {title + ':':<18} {e}")
            else:
                print(f"  {title + ':':<18} ACCEPTED")
        try:
            ConfigStore(path, "x").open(b"wcfg")
        except StoreError as e:
            print(f"  {'too short:':<18} {e}")
        os.remove(path)
    real = ConfigStore(path, "x")
    print("fresh salt each time:", real.seal() != real.seal())


main()
