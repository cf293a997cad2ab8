# What works on several iterables, or keeps a heap of its own.


class _Reversed:
    # An item that sorts the other way round.
    __slots__ = 'key',

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key

    def __eq__(self, other):
        return self.key == other.key


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables in one sorted stream."""
    wrap = _Reversed if reverse else None
    heap = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            rank = value if key is None else key(value)
            heap.append([wrap(rank) if wrap else rank, order, value, it.__next__])
            break
    heapify(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                value = entry[2]
                yield value
                value = entry[3]()
                rank = value if key is None else key(value)
                entry[0], entry[2] = wrap(rank) if wrap else rank, value
                heapreplace(heap, entry)
        except StopIteration:
            heappop(heap)
    for rank, order, value, more in heap:
        yield value
        yield from more.__self__


def nlargest(n, iterable, key=None):
    """The n greatest items, greatest first: sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        none = object()
        best = max(iterable, default=none, key=key)
        return [] if best is none else [best]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    it = iter(iterable)
    # The older of equal items is the greater one.
    heap = [(value if key is None else key(value), -i, value) for i, value in zip(range(n), it)]
    if not heap:
        return heap
    heapify(heap)
    order = -n
    top = heap[0][0]
    for value in it:
        rank = value if key is None else key(value)
        if top < rank:
            heapreplace(heap, (rank, order, value))
            top = heap[0][0]
            order -= 1
    heap.sort(reverse=True)
    return [entry[2] for entry in heap]


def nsmallest(n, iterable, key=None):
    """The n least items, least first: sorted(iterable, key=key)[:n]."""
    if n == 1:
        none = object()
        best = min(iterable, default=none, key=key)
        return [] if best is none else [best]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    it = iter(iterable)
    # The older of equal items is the less one.
    heap = [(value if key is None else key(value), i, value) for i, value in zip(range(n), it)]
    if not heap:
        return heap
    _heapify_max(heap)
    top = heap[0][0]
    order = n
    for value in it:
        rank = value if key is None else key(value)
        if rank < top:
            _heapreplace_max(heap, (rank, order, value))
            top = heap[0][0]
            order += 1
    heap.sort()
    return [entry[2] for entry in heap]
