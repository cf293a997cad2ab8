# Martin Richards' operating-system simulation: six tasks pass packets round; objects, methods, linked lists.
import time

IDLE, WORK, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
KIND_DEVICE, KIND_WORK = 0, 1
BUFFER = 4


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        p = queue
        while p.link is not None:
            p = p.link
        p.link = self
        return queue


class Task:
    # State is three flags: a packet waits, the task waits, the task is held.
    def __init__(self, scheduler, ident, priority, queue):
        self.scheduler = scheduler
        self.link = scheduler.tasks
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.packet_pending = queue is not None
        self.waiting = True
        self.held = False
        scheduler.tasks = self
        scheduler.table[ident] = self

    def must_not_run(self):
        return self.held or (self.waiting and not self.packet_pending)

    def add_packet(self, packet, old):
        if self.queue is None:
            self.queue = packet
            self.packet_pending = True
            if self.priority > old.priority:
                return self
        else:
            packet.append_to(self.queue)
        return old

    def run_once(self):
        message = None
        if self.waiting and self.packet_pending:
            message = self.queue
            self.queue = message.link
            self.waiting = False
            self.packet_pending = self.queue is not None
        return self.step(message)

    def wait(self):
        self.waiting = True
        return self

    def step(self, packet):
        raise NotImplementedError


class IdleTask(Task):
    def __init__(self, scheduler, ident, priority, count):
        super().__init__(scheduler, ident, priority, None)
        self.waiting = False
        self.control = 1
        self.count = count

    def step(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.scheduler.hold(self)
        if self.control & 1 == 0:
            self.control //= 2
            return self.scheduler.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.scheduler.release(DEVICE_B)


class WorkTask(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.ident = self.destination
        packet.datum = 0
        for i in range(BUFFER):
            self.letter = self.letter % 26 + 1
            packet.data[i] = 64 + self.letter
        return self.scheduler.send(packet, self)


class HandlerTask(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.work = None
        self.device = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.device = packet.append_to(self.device)
        work = self.work
        if work is None:
            return self.wait()
        done = work.datum
        if done >= BUFFER:
            self.work = work.link
            return self.scheduler.send(work, self)
        device = self.device
        if device is None:
            return self.wait()
        self.device = device.link
        device.datum = work.data[done]
        work.datum = done + 1
        return self.scheduler.send(device, self)


class DeviceTask(Task):
    def __init__(self, scheduler, ident, priority):
        super().__init__(scheduler, ident, priority, None)
        self.pending = None

    def step(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.scheduler.send(packet, self)
        self.pending = packet
        return self.scheduler.hold(self)


class Scheduler:
    def __init__(self):
        self.tasks = None
        self.table = [None] * 6
        self.queued = 0
        self.holds = 0

    def run(self):
        task = self.tasks
        while task is not None:
            if task.must_not_run():
                task = task.link
            else:
                task = task.run_once()

    def hold(self, task):
        self.holds += 1
        task.held = True
        return task.link

    def release(self, ident):
        task = self.table[ident]
        task.held = False
        current = self.table[IDLE]
        return task if task.priority > current.priority else current

    def send(self, packet, sender):
        target = self.table[packet.ident]
        self.queued += 1
        packet.link = None
        packet.ident = sender.ident
        return target.add_packet(packet, sender)


def packets(ident, kind, n):
    queue = None
    for _ in range(n):
        queue = Packet(queue, ident, kind)
    return queue


def simulate():
    s = Scheduler()
    IdleTask(s, IDLE, 0, 10000)
    WorkTask(s, WORK, 1000, packets(WORK, KIND_WORK, 2))
    HandlerTask(s, HANDLER_A, 2000, packets(DEVICE_A, KIND_DEVICE, 3))
    HandlerTask(s, HANDLER_B, 3000, packets(DEVICE_B, KIND_DEVICE, 3))
    DeviceTask(s, DEVICE_A, 4000)
    DeviceTask(s, DEVICE_B, 5000)
    s.run()
    return s.queued, s.holds


def main():
    queued = holds = 0
    for _ in range(14):
        q, h = simulate()
        queued += q
        holds += h
    return "%d %d" % (queued, holds)


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
