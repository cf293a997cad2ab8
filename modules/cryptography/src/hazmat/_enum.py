# As much of an enumeration as is needed.


class EnumMeta(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        cls._members = {}
        for key, value in ns.items():
            if key[0] != '_' and not callable(value) and not isinstance(value, (property, classmethod)):
                member = object.__new__(cls)
                member._name_, member._value_ = key, value
                cls._members[key] = member
                setattr(cls, key, member)
        return cls

    def __call__(cls, value):
        for member in cls:
            if member is value or member.value == value:
                return member
        raise ValueError(f'{value!r} is not a valid {cls.__name__}')

    def __iter__(cls):
        return iter(cls._members.values())

    def __len__(cls):
        return len(cls._members)

    def __contains__(cls, value):
        return any(member is value or member.value == value for member in cls)

    def __getitem__(cls, name):
        return cls._members[name]

    def __repr__(cls):
        return f'<enum {cls.__name__!r}>'


class Enum(metaclass=EnumMeta):
    'Named constants.'

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__class__, (self._value_,)
