# Patterns of shells: * ? [seq] [!seq].
import re as _re
from functools import lru_cache as _lru_cache
from os.path import normcase as _normcase

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    """Whether a file name matches a pattern, as the system looks at case."""
    return fnmatchcase(_normcase(name), _normcase(pat))


def fnmatchcase(name, pat):
    """Whether a name matches a pattern, case and all."""
    return _matcher(pat)(name) is not None


def filter(names, pat):
    """The list of those names that match a pattern."""
    match = _matcher(_normcase(pat))
    return [name for name in names if match(_normcase(name))]


@_lru_cache(maxsize=1024, typed=True)
def _matcher(pat):
    if isinstance(pat, bytes):
        return _re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
    return _re.compile(translate(pat)).match


def translate(pat):
    """The regular expression for a pattern."""
    # Pieces between stars; consecutive stars are one.
    pieces = [[]]
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            if pieces[-1] or len(pieces) == 1:
                pieces.append([])
        elif c == '?':
            pieces[-1].append('.')
        elif c == '[':
            end = _end_of_set(pat, i)
            if end < 0:
                pieces[-1].append('\\[')
            else:
                pieces[-1].append(_set(pat[i:end]))
                i = end + 1
        else:
            pieces[-1].append(_re.escape(c))
    first, *rest = [''.join(p) for p in pieces]
    if rest:
        # What stands between two stars is found at its first place, once and for all.
        first += ''.join('(?>.*?%s)' % p for p in rest[:-1]) + '.*' + rest[-1]
    return r'(?s:%s)\Z' % first


def _end_of_set(pat, i):
    # Where the ] is that ends a set, -1 if there is none. As the first character
    # it is a member.
    if pat[i:i + 1] == '!':
        i += 1
    return pat.find(']', i + 1 if pat[i:i + 1] == ']' else i)


def _set(text):
    if '-' in text:
        text = _ranges(text)
    else:
        text = text.replace('\\', r'\\')
    text = _re.sub(r'([&~|])', r'\\\1', text)
    if not text:
        return '(?!)'
    if text == '!':
        return '.'
    if text[0] == '!':
        text = '^' + text[1:]
    elif text[0] in '^[':
        text = '\\' + text
    return '[' + text + ']'


def _ranges(text):
    # The text cut at the hyphens of its ranges; a range whose ends are in the wrong
    # order is empty and is left out with its ends.
    cuts = []
    start, at = 0, 2 if text[0] == '!' else 1
    while (hyphen := text.find('-', at)) >= 0:
        cuts.append(text[start:hyphen])
        start, at = hyphen + 1, hyphen + 3
    if start < len(text):
        cuts.append(text[start:])
    else:
        cuts[-1] += '-'
    for k in range(len(cuts) - 1, 0, -1):
        if cuts[k - 1][-1] > cuts[k][0]:
            cuts[k - 1:k + 1] = [cuts[k - 1][:-1] + cuts[k][1:]]
    return '-'.join(c.replace('\\', r'\\').replace('-', r'\-') for c in cuts)
