package vm

import "github.com/woma-lang/woma/py"

// nameAttributes are __name__ and __qualname__ of generators and the like, which have
// the function that made them.
func nameAttributes(of func(py.Value) *Generator) py.Members {
	return py.Members{
		py.GetSet("__name__", func(t *py.Thread, v py.Value) (py.Value, error) {
			return functionName(t, py.Object(of(v).fn))
		}, func(t *py.Thread, v, val py.Value) error {
			if err := mustBeStr("__name__", val); err != nil {
				return err
			}
			of(v).ownNames().name = val
			return nil
		}),
		py.GetSet("__qualname__", func(t *py.Thread, v py.Value) (py.Value, error) {
			return functionQualName(t, py.Object(of(v).fn))
		}, func(t *py.Thread, v, val py.Value) error {
			if err := mustBeStr("__qualname__", val); err != nil {
				return err
			}
			of(v).ownNames().qualName = val
			return nil
		}),
	}
}

// ownNames gives the generator a function of its own, since names are kept there.
func (g *Generator) ownNames() *functionExt {
	f := *g.fn
	ext := functionExt{}
	if f.ext != nil {
		ext = *f.ext
	}
	f.ext = &ext
	g.fn = &f
	return &ext
}
