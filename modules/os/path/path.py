# Paths as POSIX writes them. Functions take str, bytes and os.PathLike; what is
# given as bytes comes back as bytes.

curdir, pardir, extsep, sep, pathsep, altsep = '.', '..', '.', '/', ':', None
defpath, devnull = '/bin:/usr/bin', '/dev/null'
supports_unicode_filenames = False


def _os():
    # When it is needed: os imports this module.
    import os
    return os


def _path(p):
    if isinstance(p, (str, bytes)):
        return p
    return _os().fspath(p)


def _slash(p):
    return b'/' if isinstance(p, bytes) else '/'


def _same(name, *paths):
    # All str or all bytes.
    kinds = {isinstance(p, bytes) for p in paths}
    if len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components")


def normcase(s):
    """The path itself: case matters here."""
    return _path(s)


def isabs(s):
    """Whether a path begins at the root."""
    s = _path(s)
    return s.startswith(_slash(s))


def join(a, /, *p):
    """Joins paths with slashes; an absolute one starts anew."""
    path = a = _path(a)
    slash = _slash(a)
    parts = [_path(b) for b in p]
    for b in parts:
        if not isinstance(b, type(slash)):
            raise TypeError("Can't mix strings and bytes in path components")
        if b.startswith(slash) or not path:
            path = b
        elif path.endswith(slash):
            path += b
        else:
            path += slash + b
    return path


def split(p):
    """(folder, last name) of a path."""
    p = _path(p)
    slash = _slash(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """(path, extension with its dot)."""
    p = _path(p)
    dot = b'.' if isinstance(p, bytes) else '.'
    slash = p.rfind(_slash(p))
    i = p.rfind(dot)
    if i > slash:
        j = slash + 1
        while j < i and p[j:j + 1] == dot:
            j += 1
        if j < i:
            return p[:i], p[i:]
    return p, p[:0]


def splitdrive(p):
    """('', path): there are no drives here."""
    p = _path(p)
    return p[:0], p


def splitroot(p):
    """('', root, rest)."""
    p = _path(p)
    slash, empty = _slash(p), p[:0]
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """The last name of a path."""
    p = _path(p)
    return p[p.rfind(_slash(p)) + 1:]


def dirname(p):
    """A path without its last name."""
    return split(p)[0]


def _stat(p, link=False):
    os = _os()
    try:
        return os.lstat(p) if link else os.stat(p)
    except (OSError, ValueError) as e:
        if isinstance(e, PermissionError):
            return None
        return None


def exists(path):
    """Whether there is such a file; a dangling link is none."""
    return _stat(path) is not None


def lexists(path):
    """Whether there is such a file or link."""
    return _stat(path, True) is not None


def isdir(s):
    """Whether it is a folder."""
    st = _stat(s)
    return st is not None and st.st_mode & 0xF000 == 0x4000


def isfile(path):
    """Whether it is an ordinary file."""
    st = _stat(path)
    return st is not None and st.st_mode & 0xF000 == 0x8000


def islink(path):
    """Whether it is a symbolic link."""
    st = _stat(path, True)
    return st is not None and st.st_mode & 0xF000 == 0xA000


def isjunction(path):
    """False: a thing of Windows."""
    _path(path)
    return False


def isdevdrive(path):
    """False: a thing of Windows."""
    _path(path)
    return False


def ismount(path):
    """Whether another file system begins there."""
    a = _stat(path, True)
    if a is None or a.st_mode & 0xF000 == 0xA000:
        return False
    path = _path(path)
    b = _stat(realpath(join(path, b'..' if isinstance(path, bytes) else '..')), True)
    return b is not None and (a.st_dev != b.st_dev or a.st_ino == b.st_ino)


def getsize(filename):
    """Size of a file in bytes."""
    return _os().stat(filename).st_size


def getmtime(filename):
    """When a file was changed, in seconds."""
    return _os().stat(filename).st_mtime


def getatime(filename):
    """When a file was read, in seconds."""
    return _os().stat(filename).st_atime


def getctime(filename):
    """When a file's entry was changed, in seconds."""
    return _os().stat(filename).st_ctime


def samestat(s1, s2):
    """Whether two stat results are of one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths lead to one file."""
    os = _os()
    return samestat(os.stat(f1), os.stat(f2))


def normpath(path):
    """A path without double slashes, . and .."""
    path = _path(path)
    slash, dot, dots = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    if not path:
        return dot
    _, root, path = splitroot(path)
    out = []
    for c in path.split(slash):
        if not c or c == dot:
            continue
        if c != dots or not root and not out or out and out[-1] == dots:
            out.append(c)
        elif out:
            out.pop()
    return root + slash.join(out) or dot


def abspath(path):
    """A path from the root on."""
    path = _path(path)
    if not path.startswith(_slash(path)):
        os = _os()
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def relpath(path, start=None):
    """The way to path from start."""
    if not path:
        raise ValueError('no path specified')
    path = _path(path)
    slash, dot, dots = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    start = dot if start is None else _path(start)
    _same('relpath', path, start)
    a = [x for x in abspath(start).split(slash) if x]
    b = [x for x in abspath(path).split(slash) if x]
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]:
        n += 1
    return slash.join([dots] * (len(a) - n) + b[n:]) or dot


def commonprefix(m):
    """The characters with which all paths begin."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_path, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The folder that all paths share."""
    paths = tuple(map(_path, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    _same('commonpath', *paths)
    slash = _slash(paths[0])
    dot = slash.replace(slash, b'.' if isinstance(slash, bytes) else '.')
    if len({p.startswith(slash) for p in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    rows = [[c for c in p.split(slash) if c and c != dot] for p in paths]
    low, high = min(rows), max(rows)
    common = low
    for i, c in enumerate(low):
        if c != high[i]:
            common = low[:i]
            break
    return (slash if paths[0].startswith(slash) else slash[:0]) + slash.join(common)


def realpath(filename, *, strict=False):
    """A path from the root on without links."""
    os = _os()
    filename = _path(filename)
    slash, dot, dots = (b'/', b'.', b'..') if isinstance(filename, bytes) else ('/', '.', '..')
    if not filename.startswith(slash):
        filename = join(os.getcwdb() if isinstance(filename, bytes) else os.getcwd(), filename)
    path, rest, links = slash, filename.split(slash)[::-1], 0
    while rest:
        name = rest.pop()
        if not name or name == dot:
            continue
        if name == dots:
            path = dirname(path)
            continue
        new = join(path, name)
        try:
            st = os.lstat(new)
        except OSError:
            if strict:
                raise
            st = None
        if st is None or st.st_mode & 0xF000 != 0xA000:
            path = new
            continue
        links += 1
        if links > 40:
            if strict:
                os.stat(new)
            path = new
            continue
        target = os.readlink(new)
        if target.startswith(slash):
            path = slash
        rest.extend(target.split(slash)[::-1])
    return path


def expanduser(path):
    """A path with ~ replaced by $HOME."""
    path = _path(path)
    tilde = b'~' if isinstance(path, bytes) else '~'
    if not path.startswith(tilde):
        return path
    i = path.find(_slash(path), 1)
    if i < 0:
        i = len(path)
    os = _os()
    home = os.environ.get('HOME') if i == 1 else None
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    slash = _slash(path)
    return (home.rstrip(slash) + path[i:]) or slash


def expandvars(path):
    """A path with $name and ${name} filled in from the environment."""
    path = _path(path)
    os = _os()
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    out, i = [], 0
    while i < len(path):
        c = path[i]
        if c != '$':
            out.append(c)
            i += 1
            continue
        if path[i + 1:i + 2] == '{':
            end = path.find('}', i)
            name, after = (path[i + 2:end], end + 1) if end > 0 else (None, i + 1)
        else:
            after = i + 1
            while after < len(path) and (path[after].isascii() and path[after].isalnum() or path[after] == '_'):
                after += 1
            name = path[i + 1:after]
        if name and name in os.environ:
            out.append(os.environ[name])
        else:
            out.append(path[i:after])
        i = after
    return ''.join(out)


__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname',
           'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile',
           'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'samestat', 'curdir', 'pardir', 'sep',
           'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath', 'supports_unicode_filenames', 'relpath',
           'commonpath', 'isjunction', 'isdevdrive']
