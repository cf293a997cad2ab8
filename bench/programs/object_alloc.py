# Short-lived objects: binary trees of small instances, and linked lists of tuples.
import time


class Node:
    __slots__ = ("left", "right", "value")

    def __init__(self, left, right, value):
        self.left = left
        self.right = right
        self.value = value

    def total(self):
        if self.left is None:
            return self.value
        return self.left.total() + self.right.total() - self.value


def tree(depth, value):
    if depth == 0:
        return Node(None, None, value)
    return Node(tree(depth - 1, value * 2), tree(depth - 1, value * 2 + 1), value)


def chain(n):
    head = None
    for i in range(n):
        head = (i, head)
    total = 0
    while head is not None:
        value, head = head
        total += value
    return total


def main():
    keep = tree(12, 1)
    total = 0
    for i in range(300):
        total += tree(10, i).total() + chain(5000)
    return total + keep.total()


# The clock: MicroPython's ticks where they exist, so that every implementation runs this file.
if hasattr(time, "ticks_us"):
    clock, elapsed = time.ticks_us, time.ticks_diff
else:
    def clock():
        return int(time.perf_counter() * 1000000)

    def elapsed(end, start):
        return end - start

start = clock()
result = main()
spent = elapsed(clock(), start)
print(result)
print("time", spent)
