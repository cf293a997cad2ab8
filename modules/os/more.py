# The parts of os that are written in Python, run in the module's namespace.
import os.path as path
from os.path import curdir, pardir, sep, altsep, extsep, pathsep, devnull, defpath
from collections.abc import MutableMapping as _MutableMapping, Mapping as _Mapping
import abc as _abc
import io as _io
import sys as _sys

supports_bytes_environ = name != 'nt'


class PathLike(_abc.ABC):
    """Objects that stand for a path: __fspath__ gives it."""

    __slots__ = ()

    @_abc.abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, '__fspath__')
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


class _Environ(_MutableMapping):
    # The environment that the host gave; changes are the interpreter's own.

    def __init__(self, data):
        self._data = data

    def _check(self, value):
        if not isinstance(value, str):
            raise TypeError('str expected, not %s' % type(value).__name__)
        return value

    def __getitem__(self, key):
        try:
            return self._data[self._check(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self._check(key), self._check(value)
        if not key or '=' in key:
            raise OSError(22, 'Invalid argument')
        self._data[key] = _process_env[key] = value

    def __delitem__(self, key):
        try:
            del self._data[self._check(key)]
        except KeyError:
            raise KeyError(key) from None
        _process_env.pop(key, None)

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ', '.join(f'{k!r}: {v!r}' for k, v in self._data.items())
        return f'environ({{{items}}})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        return {**other, **self}


_process_env = dict(_env)  # what commands get: environ does not see putenv
environ = _Environ(_env)
del _env


def getenv(key, default=None):
    """The value of an environment variable, or default."""
    return environ.get(key, default)


def putenv(key, value, /):
    """Sets an environment variable of the commands that system runs."""
    key, value = fsdecode(key), fsdecode(value)
    if '=' in key:
        raise ValueError('illegal environment variable name')
    _process_env[key] = value


def unsetenv(key, /):
    """Removes an environment variable of the commands that system runs."""
    _process_env.pop(fsdecode(key), None)


def system(command):
    """Runs a command in the host's shell, if the host allows it, and returns its status."""
    return _system(fsencode(command), [fsencode(f'{k}={v}') for k, v in _process_env.items()])


def waitstatus_to_exitcode(status):
    """The exit code of what system returned; negative for a signal."""
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    if WIFSTOPPED(status):
        raise ValueError(f'process stopped by delivery of signal {WSTOPSIG(status)}')
    raise ValueError(f'invalid wait status: {status}')


def WIFEXITED(status):
    """Whether the process ended by itself."""
    return status & 0x7f == 0


def WIFSIGNALED(status):
    """Whether a signal ended the process."""
    return 0 < status & 0x7f < 0x7f


def WIFSTOPPED(status):
    """Whether the process is stopped."""
    return status & 0xff == 0x7f


def WIFCONTINUED(status):
    """Whether the process goes on after a stop."""
    return status == 0xffff


def WCOREDUMP(status):
    """Whether the process left a core."""
    return status & 0x80 != 0


def WEXITSTATUS(status):
    """The exit status of a process that ended by itself."""
    return status >> 8 & 0xff


def WTERMSIG(status):
    """The signal that ended the process."""
    return status & 0x7f


def WSTOPSIG(status):
    """The signal that stopped the process."""
    return status >> 8 & 0xff


def makedirs(name, mode=0o777, exist_ok=False):
    """mkdir that makes the folders above too."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir or tail == b'.':
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """rmdir that then removes the folders above as long as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """rename that makes the new folders and removes the old ones that are empty then."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


class DirEntry:
    """A file of a folder, from scandir."""

    def __new__(cls, *args):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return self._is(0x4000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(0x8000, follow_symlinks)

    def is_symlink(self):
        return self._is(0xA000, False)

    def is_junction(self):
        return False

    def _is(self, kind, follow):
        try:
            return self.stat(follow_symlinks=follow).st_mode & 0xF000 == kind
        except FileNotFoundError:
            return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return self.stat(follow_symlinks=False).st_ino


class _ScanDir:
    def __init__(self, top):
        top = fspath(top)
        names = listdir(top)
        self._entries = iter([self._entry(top, n) for n in names])

    @staticmethod
    def _entry(top, name):
        e = object.__new__(DirEntry)
        e.name, e.path = name, path.join(top, name)
        return e

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path='.'):
    """Iterates over the files of a folder."""
    return _ScanDir(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yields (folder, folders in it, files in it) for a folder and all below it."""
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs, files, down = [], [], []
        try:
            entries = list(scandir(top))
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for e in entries:
            try:
                is_dir = e.is_dir()
            except OSError:
                is_dir = False
            (dirs if is_dir else files).append(e.name)
            if not topdown and is_dir and (followlinks or not e.is_symlink()):
                down.append(e.path)
        if topdown:
            yield top, dirs, files
            for d in reversed(dirs):
                p = path.join(top, d)
                if followlinks or not path.islink(p):
                    stack.append(p)
        else:
            stack.append((top, dirs, files))
            stack.extend(reversed(down))


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """A file object for a file descriptor."""
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    return _io.open(fd, mode, buffering, encoding, *args, **kwargs)


def isatty(fd, /):
    """Whether a file descriptor is a terminal."""
    for stream in (_sys.__stdin__, _sys.__stdout__, _sys.__stderr__):
        try:
            if stream is not None and stream.fileno() == fd:
                return stream.isatty()
        except (OSError, ValueError, AttributeError):
            pass
    return False


def get_exec_path(env=None):
    """The folders where programs are looked for."""
    if env is None:
        env = environ
    return (env.get('PATH') or defpath).split(pathsep)


class terminal_size(tuple):
    """Columns and lines of a terminal."""

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'


def get_terminal_size(fd=1, /):
    """The size of the terminal; OSError if there is none."""
    try:
        return terminal_size((int(environ['COLUMNS']), int(environ['LINES'])))
    except (KeyError, ValueError):
        raise OSError(25, 'Inappropriate ioctl for device') from None


_sys.modules['os.path'] = path
