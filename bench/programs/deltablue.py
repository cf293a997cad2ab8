# DeltaBlue, the incremental constraint solver of Freeman-Benson and Maloney: class hierarchies and many small methods.
# Strengths are plain integers, the smaller the stronger.
import time

REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST = range(7)
NONE, FORWARD, BACKWARD = 0, 1, 2


class Variable:
    def __init__(self, value):
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.stay = True


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def attach(self, planner):
        self.connect()
        planner.incremental_add(self)

    def destroy(self, planner):
        if self.is_satisfied():
            planner.incremental_remove(self)
        else:
            self.disconnect()

    def is_input(self):
        return False

    def satisfy(self, planner, mark):
        # Enforces this constraint if it can; answers the one it pushed out.
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise RuntimeError("a required constraint cannot be satisfied")
            return None
        self.mark_inputs(mark)
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.clear()
        out.determined_by = self
        if not planner.propagate(self, mark):
            raise RuntimeError("a cycle of constraints")
        out.mark = mark
        return overridden


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        self.attach(planner)

    def connect(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def disconnect(self):
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        v = self.variable
        self.satisfied = v.mark != mark and self.strength < v.strength

    def is_satisfied(self):
        return self.satisfied

    def clear(self):
        self.satisfied = False

    def mark_inputs(self, mark):
        pass

    def inputs_known(self, mark):
        return True

    def output(self):
        return self.variable

    def recalculate(self):
        v = self.variable
        v.strength = self.strength
        v.stay = not self.is_input()
        if v.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, left, right, strength, planner):
        super().__init__(strength)
        self.left = left
        self.right = right
        self.direction = NONE
        self.attach(planner)

    def connect(self):
        self.left.constraints.append(self)
        self.right.constraints.append(self)
        self.direction = NONE

    def disconnect(self):
        self.left.constraints.remove(self)
        self.right.constraints.remove(self)
        self.direction = NONE

    def choose_method(self, mark):
        left, right = self.left, self.right
        self.direction = NONE
        if left.mark == mark:
            if right.mark != mark and self.strength < right.strength:
                self.direction = FORWARD
        elif right.mark == mark:
            if self.strength < left.strength:
                self.direction = BACKWARD
        elif left.strength > right.strength:
            if self.strength < left.strength:
                self.direction = BACKWARD
        elif self.strength < right.strength:
            self.direction = FORWARD

    def is_satisfied(self):
        return self.direction != NONE

    def clear(self):
        self.direction = NONE

    def input(self):
        return self.left if self.direction == FORWARD else self.right

    def output(self):
        return self.right if self.direction == FORWARD else self.left

    def mark_inputs(self, mark):
        self.input().mark = mark

    def inputs_known(self, mark):
        v = self.input()
        return v.mark == mark or v.stay or v.determined_by is None

    def recalculate(self):
        source, out = self.input(), self.output()
        out.strength = max(self.strength, source.strength)
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equality(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scale(Binary):
    def __init__(self, source, factor, offset, target, strength, planner):
        self.factor = factor
        self.offset = offset
        super().__init__(source, target, strength, planner)

    def connect(self):
        super().connect()
        self.factor.constraints.append(self)
        self.offset.constraints.append(self)

    def disconnect(self):
        super().disconnect()
        self.factor.constraints.remove(self)
        self.offset.constraints.remove(self)

    def mark_inputs(self, mark):
        super().mark_inputs(mark)
        self.factor.mark = mark
        self.offset.mark = mark

    def execute(self):
        if self.direction == FORWARD:
            self.right.value = self.left.value * self.factor.value + self.offset.value
        else:
            self.left.value = (self.right.value - self.offset.value) // self.factor.value

    def recalculate(self):
        source, out = self.input(), self.output()
        out.strength = max(self.strength, source.strength)
        out.stay = source.stay and self.factor.stay and self.offset.stay
        if out.stay:
            self.execute()


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def incremental_add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(self, mark)
        while overridden is not None:
            overridden = overridden.satisfy(self, mark)

    def incremental_remove(self, constraint):
        out = constraint.output()
        constraint.clear()
        constraint.disconnect()
        unsatisfied = self.unenforce_downstream(out)
        for strength in range(REQUIRED, WEAKEST):
            for c in unsatisfied:
                if c.strength == strength:
                    self.incremental_add(c)

    def unenforce_downstream(self, out):
        out.determined_by = None
        out.strength = WEAKEST
        out.stay = True
        unsatisfied = []
        todo = [out]
        while todo:
            v = todo.pop()
            determining = v.determined_by
            for c in v.constraints:
                if not c.is_satisfied():
                    unsatisfied.append(c)
                elif c is not determining:
                    c.recalculate()
                    todo.append(c.output())
        return unsatisfied

    def consumers(self, variable, into):
        determining = variable.determined_by
        for c in variable.constraints:
            if c is not determining and c.is_satisfied():
                into.append(c)

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            c = todo.pop()
            out = c.output()
            if out.mark == mark:
                self.incremental_remove(constraint)
                return False
            c.recalculate()
            self.consumers(out, todo)
        return True

    def plan(self, edits):
        # The constraints downstream of the edits in an order in which they can be executed.
        mark = self.new_mark()
        todo = [e for e in edits if e.is_input() and e.is_satisfied()]
        plan = []
        while todo:
            c = todo.pop()
            out = c.output()
            if out.mark != mark and c.inputs_known(mark):
                plan.append(c)
                out.mark = mark
                self.consumers(out, todo)
        return plan


def change(planner, variable, value):
    edit = Edit(variable, PREFERRED, planner)
    plan = planner.plan([edit])
    for k in range(10):
        variable.value = value + k
        for c in plan:
            c.execute()
    edit.destroy(planner)
    return len(plan)


def chain(n):
    # A long row of equalities: a change at the head must run to the tail.
    planner = Planner()
    variables = [Variable(0) for _ in range(n)]
    for i in range(n - 1):
        Equality(variables[i], variables[i + 1], REQUIRED, planner)
    Stay(variables[-1], STRONG_DEFAULT, planner)
    edit = Edit(variables[0], PREFERRED, planner)
    plan = planner.plan([edit])
    total = 0
    for value in range(40):
        variables[0].value = value
        for c in plan:
            c.execute()
        if variables[-1].value != value:
            raise RuntimeError("the chain broke")
        total += value
    edit.destroy(planner)
    return total + len(plan)


def projection(n):
    # Many scale constraints that share one factor and one offset.
    planner = Planner()
    factor = Variable(10)
    offset = Variable(1000)
    sources = []
    targets = []
    for i in range(n):
        source = Variable(i)
        target = Variable(i)
        sources.append(source)
        targets.append(target)
        Stay(source, NORMAL, planner)
        Scale(source, factor, offset, target, REQUIRED, planner)
    total = change(planner, sources[-1], 17)
    if targets[-1].value != 26 * 10 + 1000:
        raise RuntimeError("projection forward")
    total += change(planner, targets[-1], 1050)
    if sources[-1].value != 5:
        raise RuntimeError("projection backward")
    total += change(planner, factor, 5)
    for i in range(n - 1):
        if targets[i].value != i * 14 + 1000:
            raise RuntimeError("projection factor")
    total += change(planner, offset, 2000)
    for i in range(n - 1):
        if targets[i].value != i * 14 + 2009:
            raise RuntimeError("projection offset")
    return total + sum([t.value for t in targets])


def main():
    total = 0
    for _ in range(12):
        total += chain(1500) + projection(1500)
    return total


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
