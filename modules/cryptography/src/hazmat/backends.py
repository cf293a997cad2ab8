class _Backend:
    'There is one backend; old programs pass it around.'
    name = 'go'

    def __repr__(self):
        return '<woma backend>'


_backend = _Backend()


def default_backend():
    return _backend
