# What is warned of, where, and what becomes of it: printed, raised, dropped.
import sys as _sys
from operator import index as _index

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings',
           'simplefilter', 'resetwarnings', 'catch_warnings', 'deprecated']

# The first filter that fits decides: (action, message, category, module, line number).
# Message and module are None, a compiled pattern or a str to be equal to.
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
defaultaction = _defaultaction = 'default'
onceregistry = _onceregistry = {}
_version = 1  # of the filters: what was told under older ones is told again
_actions = ('error', 'ignore', 'always', 'default', 'module', 'once')


class WarningMessage:
    """One warning: what, which kind, where."""

    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, sys.stderr if it is not given."""
    _print(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """Return a warning as the text that showwarning writes."""
    return _text(WarningMessage(message, category, filename, lineno, None, line))


def _print(msg):
    file = msg.file if msg.file is not None else _sys.stderr
    if file is None:
        return
    try:
        file.write(_format(msg))
    except OSError:
        pass


def _text(msg):
    s = f'{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n'
    line = msg.line
    if line is None:
        line = _line(msg.filename, msg.lineno) if msg.lineno > 0 else ''
    if line and line.strip():
        s += f'  {line.strip()}\n'
    if msg.source is not None:
        s += f'{msg.category.__name__}: Enable tracemalloc to get the object allocation traceback\n'
    return s


_showwarning, _formatwarning = showwarning, formatwarning


def _format(msg):
    # A program may have its own formatwarning.
    f = formatwarning
    if f is _formatwarning:
        return _text(msg)
    return f(msg.message, msg.category, msg.filename, msg.lineno, msg.line)


def _show(msg):
    f = showwarning
    if f is _showwarning:
        _print(msg)
        return
    if not callable(f):
        raise TypeError('warnings.showwarning() must be set to a function or method')
    f(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Add a filter: message and module are regular expressions."""
    if action not in _actions:
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')
    if not isinstance(module, str):
        raise TypeError('module must be a string')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')
    if message or module:
        import re
        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    else:
        message = module = None
    _add((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a filter that fits every message and module."""
    if action not in _actions:
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')
    _add((action, None, category, None, lineno), append)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Forget all filters, those of the start too."""
    filters[:] = []
    _filters_mutated()


def _filters_mutated():
    global _version
    _version += 1


def _fits(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warn of something at the place of the caller, or of one further up."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError('skip_file_prefixes must be a tuple of strs')
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    try:
        if stacklevel <= 1 or not skip_file_prefixes:
            frame = _sys._getframe(max(stacklevel, 1))
        else:
            frame = _sys._getframe(1)
            for _ in range(stacklevel - 1):
                frame = frame.f_back
                while frame is not None and frame.f_code.co_filename.startswith(skip_file_prefixes):
                    frame = frame.f_back
                if frame is None:
                    raise ValueError
    except ValueError:
        globals, filename, lineno = _sys.__dict__, '<sys>', 0
    else:
        globals, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    _warn(message, category, filename, lineno, globals.get('__name__', '<string>'),
          globals.setdefault('__warningregistry__', {}), source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Warn of something at a place that is given."""
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    _warn(message, category, filename, _index(lineno), module, {} if registry is None else registry, source)


def _warn(message, category, filename, lineno, module, registry, source):
    if registry.get('version', 0) != _version:
        registry.clear()
        registry['version'] = _version
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = defaultaction
    for item in filters:
        if ((item[4] == 0 or item[4] == lineno) and issubclass(category, item[2])
                and _fits(item[1], text) and _fits(item[3], module)):
            action = item[0]
            break
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = True
        seen = onceregistry
        key = (text, category)
    elif action == 'module':
        registry[key] = True
        seen = registry
        key = (text, category, 0)
    elif action == 'default':
        seen = registry
    elif action == 'always':
        seen = {}
    else:
        raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters:\n {item}')
    if seen.get(key):
        return
    seen[key] = True
    _show(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """A block after which the filters are as before; with record=True a list of its warnings."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = _sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append('record=True')
        if self._module is not _sys.modules['warnings']:
            args.append(f'module={self._module!r}')
        return f'{type(self).__name__}({", ".join(args)})'

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        m = self._module
        self._filters, self._showwarning = m.filters, m.showwarning
        m.filters = m.filters[:]
        m._filters_mutated()
        log = None
        if self._record:
            log = []

            def record(message, category, filename, lineno, file=None, line=None):
                log.append(WarningMessage(message, category, filename, lineno, file, line))
            m.showwarning = record
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        m = self._module
        m.filters, m.showwarning = self._filters, self._showwarning
        m._filters_mutated()


class deprecated:
    """A decorator for classes and functions that should not be used any more."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        msg, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = msg
            return arg
        import functools
        if not isinstance(arg, type):
            if not callable(arg):
                raise TypeError('@deprecated decorator with non-None category must be applied to '
                                f'a class or callable, not {arg!r}')

            @functools.wraps(arg)
            def wrapper(*args, **kwargs):
                warn(msg, category=category, stacklevel=level + 1)
                return arg(*args, **kwargs)
            arg.__deprecated__ = wrapper.__deprecated__ = msg
            return wrapper
        old_new, old_sub = arg.__new__, arg.__init_subclass__

        @functools.wraps(old_new)
        def __new__(cls, /, *args, **kwargs):
            if cls is arg:
                warn(msg, category=category, stacklevel=level + 1)
            if old_new is not object.__new__:
                return old_new(cls, *args, **kwargs)
            if cls.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f'{cls.__name__}() takes no arguments')
            return old_new(cls)
        arg.__new__ = staticmethod(__new__)
        # A method of the class itself must still get the subclass.
        if hasattr(old_sub, '__func__') and '__init_subclass__' in arg.__dict__:
            old_sub = old_sub.__func__

            @functools.wraps(old_sub)
            def __init_subclass__(cls, *args, **kwargs):
                warn(msg, category=category, stacklevel=level + 1)
                return old_sub(cls, *args, **kwargs)
            arg.__init_subclass__ = classmethod(__init_subclass__)
        else:
            def __init_subclass__(*args, **kwargs):
                warn(msg, category=category, stacklevel=level + 1)
                return old_sub(*args, **kwargs)
            arg.__init_subclass__ = __init_subclass__
        arg.__deprecated__ = __new__.__deprecated__ = __init_subclass__.__deprecated__ = msg
        return arg


def _options():
    # -W action:message:category:module:lineno, the last one first.
    for opt in getattr(_sys, 'warnoptions', ()):
        parts = [p.strip() for p in opt.split(':')]
        parts += [''] * (5 - len(parts))
        action, message, category, module, lineno = parts
        try:
            if len(parts) > 5:
                raise ValueError(f'too many fields (max 5): {opt!r}')
            if action == 'all':
                action = 'always'
            full = [a for a in _actions if a.startswith(action)] if action else ['default']
            if not full:
                raise ValueError(f'invalid action: {action!r}')
            kind = Warning
            if category:
                import builtins
                mod, _, name = category.rpartition('.')
                try:
                    kind = getattr(__import__(mod, None, None, [name]) if mod else builtins, name)
                except (ImportError, AttributeError):
                    raise ValueError(f'unknown warning category: {category!r}') from None
                if not (isinstance(kind, type) and issubclass(kind, Warning)):
                    raise ValueError(f'invalid warning category: {category!r}')
            try:
                number = int(lineno or 0)
                if number < 0:
                    raise ValueError
            except ValueError:
                raise ValueError(f'invalid lineno {lineno!r}') from None
            _add((full[0], message or None, kind, module or None, number), False)
        except ValueError as e:
            print('Invalid -W option ignored:', e, file=_sys.stderr)


_options()
