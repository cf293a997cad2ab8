# MicroPython's cryptolib for CPython, by way of the openssl command. It exists to
# compute what config_store.py must print with another implementation of AES:
#
#     PYTHONPATH=examples/openssl python3.13 examples/config_store.py
import subprocess

_NAMES = {1: "ecb", 2: "cbc", 6: "ctr"}


class aes:
    def __init__(self, key, mode, iv=None):
        self.key = bytes(key)
        self.mode = mode
        self.iv = bytes(iv) if iv is not None else None

    def _run(self, data, flag):
        cmd = ["openssl", "enc", flag, f"-aes-{len(self.key) * 8}-{_NAMES[self.mode]}", "-nopad", "-nosalt", "-K", self.key.hex()]
        if self.iv is not None:
            cmd += ["-iv", self.iv.hex()]
        data = bytes(data)
        out = subprocess.run(cmd, input=data, capture_output=True, check=True).stdout
        if self.mode == 2:
            self.iv = (out if flag == "-e" else data)[-16:]
        elif self.mode == 6:
            self.iv = ((int.from_bytes(self.iv, "big") + (len(data) + 15) // 16) % 2**128).to_bytes(16, "big")
        return out

    def _into(self, data, out, flag):
        result = self._run(data, flag)
        if out is None:
            return result
        out[: len(result)] = result

    def encrypt(self, data, out=None):
        return self._into(data, out, "-e")

    def decrypt(self, data, out=None):
        return self._into(data, out, "-d")
