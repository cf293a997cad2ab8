# What extensions are built of.
from cryptography.x509 import _der


def _want(cls, what, values, message=None):
    values = list(values)
    if not all(isinstance(x, cls) for x in values):
        raise TypeError(message or what)
    return values


def _hashable(x):
    return tuple(x) if isinstance(x, list) else x


class _Fields:
    'Objects that are their fields. _shown are the fields as repr shows them: name, or name! for the repr.'
    _shown = ''

    def _values(self):
        return [getattr(self, '_' + name.strip('!')) for name in self._shown.split()]

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self):
        return hash(tuple(map(_hashable, self._values())))

    def __repr__(self):
        shown = []
        for name, value in zip(self._shown.split(), self._values()):
            shown.append(name.strip('!') + '=' + (repr(value) if name[-1] == '!' else str(value)))
        return f'<{self.__class__.__name__}({", ".join(shown)})>'


def _fields(cls):
    'Makes the read-only properties.'
    for name in cls._shown.split():
        name = name.strip('!')
        if name not in cls.__dict__:
            setattr(cls, name, property(lambda self, name='_' + name: getattr(self, name)))
    return cls


class ExtensionType:
    'What an extension says; oid tells which it is.'

    def public_bytes(self):
        try:
            encode = self._encode
        except AttributeError:
            raise NotImplementedError(f'public_bytes is not implemented for extension type {self!r}') from None
        return encode()


class _List(ExtensionType):
    'An extension that is a list.'

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, i):
        return self._items[i]

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._items == other._items

    def __hash__(self):
        return hash(tuple(self._items))

    def __repr__(self):
        return f'<{self.__class__.__name__}({self._items})>'

    def _encode(self):
        return _der.put(_der.SEQUENCE, *[x._encode() for x in self._items])


class _Number(_Fields, ExtensionType):
    'An extension that is one int.'

    def _encode(self):
        return _der.put_int(self._values()[0])

    def __repr__(self):
        return f'<{self.__class__.__name__}({self._values()[0]})>'


class _Empty(ExtensionType):
    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return True

    def __hash__(self):
        return hash(self.__class__)

    def __repr__(self):
        return f'<{self.__class__.__name__}()>'

    def _encode(self):
        return b'\5\0'

    @classmethod
    def _parse(cls, data):
        if _der.single(data, _der.NULL):
            raise _der.bad()
        return cls()
