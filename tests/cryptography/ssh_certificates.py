# Certificates of OpenSSH: read, checked, made, refused. The first were made by ssh-keygen 9.2; the .exp was written by
# pyca/cryptography 48.
from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    Encoding, PublicFormat, SSHCertificate, SSHCertificateBuilder, SSHCertificateType, load_ssh_public_identity, load_ssh_public_key)

LINES = [
    'ssh-ed25519-cert-v01@openssh.com AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29tAAAAIOZmnOlVKDlMEb7frPdYO+SsYiZPdYjU01gPG0B7L5lpAAAAIDWZyyBw1g5B5rwZTxCLTAe1WsOXHzjUTFAGHRBY6FehAAAAAAAAAAEAAAABAAAABGlkIDEAAAAIAAAABHVzZXIAAAAAaVW5AAAAAABw29iAAAAAPwAAAA1mb3JjZS1jb21tYW5kAAAABgAAAAJscwAAAA5zb3VyY2UtYWRkcmVzcwAAAA4AAAAKMTAuMC4wLjAvOAAAAIIAAAAVcGVybWl0LVgxMS1mb3J3YXJkaW5nAAAAAAAAABdwZXJtaXQtYWdlbnQtZm9yd2FyZGluZwAAAAAAAAAWcGVybWl0LXBvcnQtZm9yd2FyZGluZwAAAAAAAAAKcGVybWl0LXB0eQAAAAAAAAAOcGVybWl0LXVzZXItcmMAAAAAAAAAAAAAADMAAAALc3NoLWVkMjU1MTkAAAAg8eqQ3MU8XqZJyZck3eltivoMHAsyDi77MtMwE5LZPoQAAABTAAAAC3NzaC1lZDI1NTE5AAAAQDmg8F4x+ogoku9IqfthiyVYHH4FrbVFPlBvecbljW0gxkY0Qp10d3i3iAowyXyzzdlvdZNJmXMVkWe1ROiHNAM= root@vm',
    'ssh-rsa-cert-v01@openssh.com AAAAHHNzaC1yc2EtY2VydC12MDFAb3BlbnNzaC5jb20AAAAgC5LFWZeZez63W90RQkx63Eqv7SAl168EZWSIgjZ2MJ8AAAADAQABAAABAQDc4X8p8Cb2kV1K/pWUuCEaNoNmPcWgJu+1474fUEka6LXtb7bFK1q5D3nCXKJQftl686mBaqlCvcAiODXgURJ5a889bSHtMUWvvy2nrRW4JFfQBhQjmZWECJl38oNgVuxMDIxNfN7T1o5TFKIZeeNPJPTOt+zulev7XBCXJCB8pt7+wPiHJOLcDKqUPYFaITe7fVwJpvR2nNhCTMiIYMqoKtZS/X8bBbXCLAg6yJMlVuhnkr1F4N70XSAgdJnO2HkreiQgNwPM0LYXEfDVOnM6AiZJ+ID0SrzoeWA39TAYCeRXwZH+bBZGgiTBup/wQWPWmYaYvtgm+uwplt2IdN17AAAAAAAAAAQAAAACAAAABGlkIDQAAAAUAAAABmhvc3QuYQAAAAZob3N0LmIAAAAAaVW5AAAAAABw29iAAAAAAAAAAAAAAAAAAAAAMwAAAAtzc2gtZWQyNTUxOQAAACDx6pDcxTxepknJlyTd6W2K+gwcCzIOLvsy0zATktk+hAAAAFMAAAALc3NoLWVkMjU1MTkAAABAd6rJu8ZzE9EgDlEfYBkjlpgKKrlMW5v1NwCXks2UDTLdHGY0tbWZksMSMFQFAozSAiRolZuB+VZFMF4KmPPsDg== root@vm',
    'ecdsa-sha2-nistp256-cert-v01@openssh.com AAAAKGVjZHNhLXNoYTItbmlzdHAyNTYtY2VydC12MDFAb3BlbnNzaC5jb20AAAAgn+WKBx/3foF05Zl/raaN2FplFIr5v8EPW/daA+ooTMcAAAAIbmlzdHAyNTYAAABBBN8sAVjowkA4DZOE4KUzmeuB7Xo+qcNf3w+R85/qeWeUPkH4ov8tWTasyVLrGUw7zxHWOsFDEL+kzIva4LIm2bwAAAAAAAAACAAAAAIAAAAEaWQgOAAAABQAAAAGaG9zdC5hAAAABmhvc3QuYgAAAABpVbkAAAAAAHDb2IAAAAAAAAAAAAAAAAAAAAGXAAAAB3NzaC1yc2EAAAADAQABAAABgQCwH7TFA4jORQiyy8Q5EfLrrdRXeB6c1br7TZXbZAYnU34/a23TmBsh75iAEoM3XbjlHI8qIBRYCm6HR03u2vhkwGAxy3AXaBKhpTLuLpjNOkIa91aanlf2WOS25wifoociJjmMPENcrLqM/MPxSGfM3/pAK5o/EOpoFYAjVQTMJoYfleRKitn+XGq8k5vrXgmZlyMhHTu9KftXRCEYJ9c+RYDykFtf9VH6nrCq010A+5d7ZkXwfUPXWSFSOJ1y/57G/GI6FSitfpFSzEDdONn82yIMh3b2ePHtpoq/0U9L+yQhOSNjeluzStvRHT4MHizJ96bvFgTFH90a5DT13Yeoexn0003WY4ApY3zWmOnxHeAiiQdYmelTf/AWbGPa+712Jt9rN0+3p3nDXLO8TX18HrCOiIKTdxcbWrWdOBYvHKGKGPKkftGax4RrbZccx71mwBt6cNf0tMw6F1V/zIXCoB9UeH8PVsG3ml5kR7Au1XmUUquNUIVXHet48pd5ZacAAAGUAAAADHJzYS1zaGEyLTUxMgAAAYBvUo2sj4jpdlWWWHFtCGK2PtHT1kDfqdK7YTHeNrtDcLRuzRcTOBwsn+Sb9xTjbrhzfbN6gzG0ctI3dWgIed/Mo70UzCQYM91gfheu0mkEfuoq4ZsJz+iifrbcpuFiq7eYs+uCnu5xgTBh251ePnOUrKMwMI3sDiarROGb0gNYsMahYpDKHnDLl12oEnHkvQ2PX0Thm3FRdE80aEux0nqB6lK2bn/YbbyHmnJkPJfVUFzLhceOzuGGN1/U+fTfpRPH6XvtWHxOXC+09m8z192TYRL+DZuu5d9EeWGBVm8l+GVt8PIrBWUyGI5RNMdTyfzWqk+SzJGut8b8wHV+MUHObexXs1O1B/8QAAmeuFIetEtldS3adBhPvJg/Am+7irkAf7g0tTRspybiq+dcIWv/H+2CHTZhgB/Ctqm+PLIDZe9HfZGHSkMUbkJrUFJZxnXYVW/Fm9Yw1UwtxtjvxWJP2hMmtjwCuP8VM8TuQjjvY4sWFNsvrZqqet9Hxg/oot8= root@vm',
    'ecdsa-sha2-nistp384-cert-v01@openssh.com AAAAKGVjZHNhLXNoYTItbmlzdHAzODQtY2VydC12MDFAb3BlbnNzaC5jb20AAAAgd66ZQPIzgVR8QRQ27x+3qd5tMOFyvC1xui45bTFW+KIAAAAIbmlzdHAzODQAAABhBFSyEDJPs06DGSKcL2gwY50aR1SW0+88dwsCUjChdX7eMZ3Q3/+dfUzTDO3kejocDEzCqKLfv8NbJ+YzbjFOFuR0WGbaaijO1dnFIOyFvgguoj+bbdsnhORX8Lo/wnxZ+QAAAAAAAAAMAAAAAgAAAAVpZCAxMgAAABQAAAAGaG9zdC5hAAAABmhvc3QuYgAAAABpVbkAAAAAAHDb2IAAAAAAAAAAAAAAAAAAAABoAAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBJJ1Beb+lFOTGKobNAPsz2IMrNpxX1htF8eHa5D//NObW/4P2Eo4aOXKw9tabT9wCmJYJ/Amm7mlCpv79tGrTs8AAABjAAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAABIAAAAIAHSLqV7qO/QmXljHQ92IvKswf71c4B4rJ4lbCbsGKwMAAAAIEgDFhFiVbBQ8U3wupmjIP+QHK1/2U6CAdCd9xiMlofU root@vm',
    'ecdsa-sha2-nistp521-cert-v01@openssh.com AAAAKGVjZHNhLXNoYTItbmlzdHA1MjEtY2VydC12MDFAb3BlbnNzaC5jb20AAAAgKIihPt6m6xplIB22fnxS0n5cqnQ4WPs71ysH5cDebFUAAAAIbmlzdHA1MjEAAACFBAB939wTbBU1TZNayuLDvXdaCpl/amqYA81bXszqGEOwBmKvsTbyXYfwIBZyubAH8IqCbJiwapmq29r/WKqxMTaMawBYxrK28aWKiK6TNLkFvTqj/UPf2uIU0u+dVyfE4f04TJn684R1r0bWfbc+NMC0wIV5+owOv0Z1dPobFqgQjJB5/AAAAAAAAAAPAAAAAQAAAAVpZCAxNQAAAAgAAAAEdXNlcgAAAABpVbkAAAAAAHDb2IAAAAA/AAAADWZvcmNlLWNvbW1hbmQAAAAGAAAAAmxzAAAADnNvdXJjZS1hZGRyZXNzAAAADgAAAAoxMC4wLjAuMC84AAAAggAAABVwZXJtaXQtWDExLWZvcndhcmRpbmcAAAAAAAAAF3Blcm1pdC1hZ2VudC1mb3J3YXJkaW5nAAAAAAAAABZwZXJtaXQtcG9ydC1mb3J3YXJkaW5nAAAAAAAAAApwZXJtaXQtcHR5AAAAAAAAAA5wZXJtaXQtdXNlci1yYwAAAAAAAAAAAAAAaAAAABNlY2RzYS1zaGEyLW5pc3RwMjU2AAAACG5pc3RwMjU2AAAAQQSSdQXm/pRTkxiqGzQD7M9iDKzacV9YbRfHh2uQ//zTm1v+D9hKOGjlysPbWm0/cApiWCfwJpu5pQqb+/bRq07PAAAAZAAAABNlY2RzYS1zaGEyLW5pc3RwMjU2AAAASQAAACABmPLX0WA+4HY6tCY++ETL5LI0npa/VGeUPqgDW6Y0mwAAACEA9Cnqwe/0/RWYyf9bu4Dc10wtAFB8JYtbMsDqLo4dpPQ= root@vm',
]


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def show(c):
    print(c.serial, c.type, c.key_id, c.valid_principals, c.valid_after, c.valid_before, c.critical_options, c.extensions)
    c.verify_cert_signature()


for line in LINES:
    line = line.encode()
    cert = load_ssh_public_identity(line)
    show(cert)
    kind, text = line.split()[:2]
    print(cert.nonce.hex(), cert.public_bytes() == kind + b' ' + text, load_ssh_public_key(line) == cert.public_key(), isinstance(cert, SSHCertificate))
    print(cert.signature_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode())
    raw = b64decode(text)
    refused = 0
    for i in range(0, len(raw), 5):
        for changed in raw[:i] + bytes([raw[i] ^ 4]) + raw[i + 1:], raw[:i], raw[:i] + raw[i + 1:]:
            try:
                load_ssh_public_identity(kind + b' ' + b64encode(changed)).verify_cert_signature()
                print('accepted', i)
            except (InvalidSignature, NotImplementedError, UnsupportedAlgorithm, ValueError):
                refused += 1
    print(refused)

key = ed25519.Ed25519PrivateKey.from_private_bytes(b'1' * 32)
public, user = key.public_key(), SSHCertificateType.USER
B = SSHCertificateBuilder
print(user, SSHCertificateType.HOST.value)
full = B().public_key(public).serial(5).type(user).key_id(b'id').valid_principals([b'b', b'a']).valid_before(2**64 - 1).valid_after(10.7)
full = full.add_extension(b'permit-pty', b'').add_extension(b'a', b'x').add_critical_option(b'force-command', b'ls')
for signer in key, ec.derive_private_key(5, ec.SECP256R1()), ec.derive_private_key(5, ec.SECP384R1()), ec.derive_private_key(5, ec.SECP521R1()):
    show(full.sign(signer))
show(B().public_key(signer.public_key()).type(SSHCertificateType.HOST).valid_for_all_principals().valid_after(0).valid_before(0).sign(key))
everyone = B().public_key(public).type(user).valid_for_all_principals()
for f in (lambda: full.serial(1), lambda: full.type(user), lambda: full.key_id(b''), lambda: full.valid_principals([b'a']), lambda: full.valid_for_all_principals(),
          lambda: full.valid_before(1), lambda: full.valid_after(1), lambda: full.public_key(public), lambda: full.add_extension(b'a', b''),
          lambda: full.add_critical_option(b'force-command', b''), lambda: B().serial('a'), lambda: B().serial(-1), lambda: B().serial(2**64),
          lambda: B().type(1), lambda: B().key_id('a'), lambda: B().valid_principals([]), lambda: B().valid_principals(['a']),
          lambda: B().valid_principals([b'a'] * 257), lambda: everyone.valid_for_all_principals(), lambda: everyone.valid_principals([b'a']),
          lambda: B().valid_before('a'), lambda: B().valid_before(-1), lambda: B().valid_after(2**64), lambda: B().public_key(key),
          lambda: B().add_extension('a', b''), lambda: B().add_critical_option(b'a', 'a'), lambda: B().sign('a'), lambda: B().sign(key),
          lambda: B().public_key(public).sign(key), lambda: B().public_key(public).type(user).sign(key), lambda: everyone.sign(key),
          lambda: everyone.valid_before(5).sign(key), lambda: everyone.valid_before(5).valid_after(6).sign(key), lambda: load_ssh_public_identity(b'a'),
          lambda: load_ssh_public_identity(b'ssh-ed25519-cert-v01@openssh.com AAAA'), lambda: load_ssh_public_identity(b'ssh-foo-cert-v01@openssh.com AAAA'),
          lambda: load_ssh_public_key(b'ssh-ed25519-cert-v01@openssh.com AAAAAAAA')):
    t(f)
