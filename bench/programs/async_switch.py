# Coroutines switched by a small round-robin trampoline: async def, await, and messages between tasks. No asyncio.
import time


class Switch:
    # Hands a request to the trampoline; __iter__ is what MicroPython's await looks for.
    def __init__(self, request):
        self.request = request

    def __await__(self):
        return (yield self.request)

    __iter__ = __await__


PAUSE = Switch("pause")


class Channel:
    def __init__(self):
        self.items = []

    async def put(self, item):
        while len(self.items) >= 4:
            await PAUSE
        self.items.append(item)

    async def get(self):
        while not self.items:
            await PAUSE
        return self.items.pop(0)


async def producer(channel, n):
    for i in range(n):
        await channel.put(i)
    await channel.put(-1)


async def doubler(source, target):
    while True:
        x = await source.get()
        if x < 0:
            break
        await target.put(x * 2)
    await target.put(-1)


async def consumer(channel, results):
    total = 0
    while True:
        x = await channel.get()
        if x < 0:
            break
        total += x
    results.append(total)


async def sleeper(n, results):
    ticks = 0
    for _ in range(n):
        ticks += await Switch("tick")
    results.append(ticks)


def trampoline(tasks):
    switches = 0
    ready = [(t, None) for t in tasks]
    while ready:
        following = []
        for task, value in ready:
            try:
                request = task.send(value)
            except StopIteration:
                continue
            switches += 1
            following.append((task, switches & 3 if request == "tick" else None))
        ready = following
    return switches


def main():
    results = []
    tasks = []
    for _ in range(10):
        first = Channel()
        second = Channel()
        tasks.append(producer(first, 20000))
        tasks.append(doubler(first, second))
        tasks.append(consumer(second, results))
        tasks.append(sleeper(50000, results))
    switches = trampoline(tasks)
    return "%d %d" % (switches, sum(results))


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
