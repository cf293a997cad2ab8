class AsymmetricPadding:
    'A padding of RSA: name.'
    _pad = None
