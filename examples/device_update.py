# A device and those who look after it: firmware is signed at home and checked on the
# device, measurements are sealed on the device and opened at home, and each side
# keeps its secrets in a key store.
import json
import os
import woma

COSTS = dict(memory=8192, passes=1)  # for a quick example: leave them out


def provision():
    "Makes the two key stores, as it would be done once in the workshop."
    signing, sealing = woma.SigningKey.generate(), woma.generate_key()
    with woma.keystore('home.keys', 'a long password', create=True, **COSTS) as ks:
        ks.set('firmware', signing.pem())
        ks.set('sensor 7', sealing)
    with woma.keystore('sensor7.keys', 'from the secure element', create=True, **COSTS) as ks:
        ks.set('home', sealing)
        ks.set('firmware', signing.verify_key.pem())


class Device:
    def __init__(self):
        with woma.keystore('sensor7.keys', 'from the secure element') as ks:
            self.key = ks.get('home')
            self.firmware_key = woma.VerifyKey.load(ks.get('firmware'))
        self.version, self.count = 3, 0

    def report(self, celsius):
        "A sealed measurement, numbered so that an old one is not taken for a new one."
        self.count += 1
        return woma.seal(self.key, json.dumps({'n': self.count, 'celsius': celsius}).encode(), b'sensor 7')

    def update(self, path):
        try:
            version = int(woma.verify_file(path, self.firmware_key))
        except woma.SignatureError as e:
            return f'refused: {e}'
        if version <= self.version:
            return f'refused: version {version} is not newer than {self.version}'
        self.version = version
        return f'installed version {version}'


class Home:
    def __init__(self):
        with woma.keystore('home.keys', 'a long password') as ks:
            self.key = ks.get('sensor 7')
            self.signing = woma.SigningKey.load(ks.get('firmware'))
        self.last = 0

    def receive(self, box):
        try:
            message = json.loads(woma.open(self.key, box, b'sensor 7'))
        except woma.DecryptError as e:
            return f'refused: {e}'
        if message['n'] <= self.last:
            return 'refused: seen before'
        self.last = message['n']
        return f"{message['celsius']} degrees"


provision()
device, home = Device(), Home()

first, second = device.report(21.5), device.report(21.7)
print(home.receive(first))
print(home.receive(second))
print(home.receive(first))
print(home.receive(second[:-1] + bytes([second[-1] ^ 1])))

with open('image.bin', 'wb') as f:
    f.write(os.urandom(100000))
for version in '4', '2':
    woma.sign_file('image.bin', home.signing, comment=version)
    print(device.update('image.bin'))
woma.sign_file('image.bin', home.signing, comment='5')
with open('image.bin', 'r+b') as f:
    f.write(b'evil')
print(device.update('image.bin'))

for name in 'home.keys', 'sensor7.keys', 'image.bin', 'image.bin.sig':
    os.remove(name)
