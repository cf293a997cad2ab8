package vm

import "github.com/woma-lang/woma/py"

// co_lines gives (start, end, line) of each stretch of instructions on one line. An
// instruction counts as two, as in CPython, which is also how f_lasti counts.
func co_lines(t *py.Thread, a *py.Args) (py.Value, error) {
	var out []py.Value
	i, start, last := 0, 0, int32(-1)
	emit := func() {
		if last >= 0 {
			out = append(out, py.NewTuple(py.Int(int64(start*2)), py.Int(int64(i*2)), py.Int(int64(last))))
		}
	}
	py.As[Code](a.Self).bc.EachPosition(func(run int, line, _, _, _ int32) {
		if line != last {
			emit()
			start, last = i, line
		}
		i += run
	})
	emit()
	return py.Iter(t, py.NewList(out).Value())
}

// co_positions gives (line, end line, column, end column) of each instruction.
func co_positions(t *py.Thread, a *py.Args) (py.Value, error) {
	bc := py.As[Code](a.Self).bc
	if err := t.Alloc(len(bc.Instrs) * 16); err != nil {
		return py.Nil, err
	}
	out := make([]py.Value, 0, len(bc.Instrs))
	bc.EachPosition(func(run int, line, col, endLine, endCol int32) {
		place := py.NewTuple(py.Int(int64(line)), py.Int(int64(endLine)), columnOrNone(col), columnOrNone(endCol))
		for range min(run, len(bc.Instrs)-len(out)) {
			out = append(out, place)
		}
	})
	return py.Iter(t, py.NewList(out).Value())
}

func columnOrNone(col int32) py.Value {
	if col < 0 {
		return py.None
	}
	return py.Int(int64(col))
}
