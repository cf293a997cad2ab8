# String constants, formatters and templates.
from collections.abc import Mapping as _Mapping

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Every word of s with a capital letter, separated by one sep."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class _Chain(_Mapping):
    # Keyword arguments before the mapping that was given.
    def __init__(self, first, second):
        self.first, self.second = first, second

    def __getitem__(self, key):
        return self.first[key] if key in self.first else self.second[key]

    def __iter__(self):
        yield from self.first
        yield from (k for k in self.second if k not in self.first)

    def __len__(self):
        return sum(1 for _ in self)


class _Pattern:
    # The attribute pattern of Template itself, which needs no regular expressions.
    def __get__(self, obj, cls):
        import re
        return re.compile(cls._expression(re.escape), cls.flags | re.VERBOSE)


class Template:
    """Text with $names to be filled in."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = 2  # re.IGNORECASE
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        import re
        own = cls.__dict__.get('pattern')
        if own is None:
            own = cls._expression(re.escape)
        cls.pattern = re.compile(own, cls.flags | re.VERBOSE)

    @classmethod
    def _expression(cls, escape):
        d, name = escape(cls.delimiter), cls.idpattern
        return f'{d}(?:(?P<escaped>{d})|(?P<named>{name})|{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))'

    def __init__(self, template):
        self.template = template

    def _tokens(self):
        # Yields (text, name, where): name is None for text, '' for what is not valid.
        if type(self) is not Template:
            yield from self._matches()
            return
        s, d = self.template, self.delimiter
        i = 0
        while True:
            j = s.find(d, i)
            if j < 0:
                yield s[i:], None, i
                return
            if j > i:
                yield s[i:j], None, i
            k = j + len(d)
            if s.startswith(d, k):
                yield d, None, j
                i = k + len(d)
                continue
            braced = s[k:k + 1] == '{'
            start = end = k + braced
            while end < len(s) and (s[end] == '_' or s[end].isascii() and (s[end].isalpha() or end > start and s[end].isdigit())):
                end += 1
            if end == start or braced and s[end:end + 1] != '}':
                yield d, '', k
                i = k
                continue
            i = end + braced
            yield s[j:i], s[start:end], j

    def _matches(self):
        # _tokens of a subclass, by its pattern.
        i = 0
        for m in self.pattern.finditer(self.template):
            yield self.template[i:m.start()], None, i
            i = m.end()
            name = m.group('named') or m.group('braced')
            if name is not None:
                yield m.group(), name, m.start()
            elif m.group('escaped') is not None:
                yield self.delimiter, None, m.start()
            elif m.group('invalid') is not None:
                yield m.group(), '', m.start('invalid')
            else:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
        yield self.template[i:], None, i

    def _invalid(self, at):
        before = self.template[:at].splitlines(keepends=True)
        line, col = (len(before), at - len(''.join(before[:-1]))) if before else (1, 1)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, col))

    def _mapping(self, mapping, kws):
        if mapping is None:
            return kws
        return _Chain(kws, mapping) if kws else mapping

    def substitute(self, mapping=None, /, **kws):
        mapping = self._mapping(mapping, kws)
        out = []
        for text, name, at in self._tokens():
            if name == '':
                self._invalid(at)
            out.append(text if name is None else str(mapping[name]))
        return ''.join(out)

    def safe_substitute(self, mapping=None, /, **kws):
        mapping = self._mapping(mapping, kws)
        out = []
        for text, name, at in self._tokens():
            if name:
                try:
                    text = str(mapping[name])
                except KeyError:
                    pass
            out.append(text)
        return ''.join(out)

    def is_valid(self):
        return all(name != '' for _, name, _ in self._tokens())

    def get_identifiers(self):
        ids = []
        for _, name, at in self._tokens():
            if name and name not in ids:
                ids.append(name)
        return ids


def _fields(text):
    # Takes a format string apart: (literal, field, spec, conversion), field None at
    # the end.
    i, literal = 0, []
    while i < len(text):
        c = text[i]
        if c in '{}' and text[i + 1:i + 2] == c:
            literal.append(c)
            yield ''.join(literal), None, None, None
            literal = []
            i += 2
            continue
        if c == '}':
            raise ValueError("Single '}' encountered in format string")
        if c != '{':
            j = i
            while j < len(text) and text[j] not in '{}':
                j += 1
            literal.append(text[i:j])
            i = j
            continue
        depth, j = 1, i + 1
        while j < len(text):
            if text[j] == '{':
                depth += 1
            elif text[j] == '}':
                depth -= 1
                if not depth:
                    break
            j += 1
        if depth:
            raise ValueError("Single '{' encountered in format string" if i + 1 == len(text) else "expected '}' before end of string")
        body, i = text[i + 1:j], j + 1
        k = brackets = 0
        while k < len(body) and (brackets or body[k] not in '!:'):
            brackets += (body[k] == '[') - (body[k] == ']')
            k += 1
        name, rest, conversion, spec = body[:k], body[k:], None, ''
        if rest[:1] == '!':
            conversion, rest = rest[1:2], rest[2:]
            if not conversion:
                raise ValueError("unmatched '{' in format spec")
            if rest and rest[0] != ':':
                raise ValueError("expected ':' after conversion specifier")
        if rest:
            spec = rest[1:]
        yield ''.join(literal), name, spec, conversion
        literal = []
    if literal:
        yield ''.join(literal), None, None, None


def _steps(field):
    # a.b[c] is 'a' and then (True, 'b'), (False, 'c').
    i = 0
    while i < len(field) and field[i] not in '.[':
        i += 1
    first, steps = field[:i], []
    while i < len(field):
        if field[i] == '.':
            j = i + 1
            while j < len(field) and field[j] not in '.[':
                j += 1
            if j == i + 1:
                raise ValueError('Empty attribute in format string')
            steps.append((True, field[i + 1:j]))
            i = j
        elif field[i] == '[':
            j = field.find(']', i)
            if j < 0:
                raise ValueError("Missing ']' in format string")
            key = field[i + 1:j]
            if not key:
                raise ValueError('Empty attribute in format string')
            steps.append((False, int(key) if key.isdigit() else key))
            i = j + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return (int(first) if first.isdigit() else first), steps


class Formatter:
    """str.format with methods to override."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            first, _ = _steps(name)
            if first == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto_arg_index) + name
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto_arg_index = False
            obj, arg_used = self.get_field(name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            out.append(self.format_field(obj, spec))
        return ''.join(out), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        try:
            return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
        except KeyError:
            raise ValueError('Unknown conversion specifier {0!s}'.format(conversion)) from None

    def parse(self, format_string):
        return _fields(format_string)

    def get_field(self, field_name, args, kwargs):
        first, steps = _steps(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, key in steps:
            obj = getattr(obj, key) if is_attr else obj[key]
        return obj, first


__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']
