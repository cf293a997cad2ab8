# A tokenizer made of patterns.

class Scanner:
    """Splits text by a list of (pattern, action); an action is None, a value, or called."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.scanner = [(compile(phrase, flags), action) for phrase, action in lexicon]
        self.match = None

    def scan(self, string):
        """Returns the list of what the actions gave, and the rest of the text."""
        result = []
        i = 0
        while True:
            for pattern, action in self.scanner:
                m = pattern.match(string, i)
                if m:
                    break
            else:
                break
            if m.end() == i:
                break
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                result.append(action)
            i = m.end()
        return result, string[i:]
