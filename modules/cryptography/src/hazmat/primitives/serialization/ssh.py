# OpenSSH's forms of keys.
from _cryptography import load_ssh_private_key, load_ssh_public_key
