package bytecode

import (
	"fmt"
	"strconv"
	"strings"
)

// Disassemble returns a readable listing of a code object and those inside it.
func Disassemble(c *Code) string {
	var b strings.Builder
	disassemble(&b, c)
	return b.String()
}

func disassemble(b *strings.Builder, c *Code) {
	name := c.QualName
	if name == "" {
		name = c.Name
	}
	fmt.Fprintf(b, "%s: line %d, %d registers", name, c.FirstLine, c.NumRegs)
	if len(c.LocalNames) > 0 {
		fmt.Fprintf(b, ", locals %s", strings.Join(c.LocalNames, " "))
	}
	if len(c.CellNames) > 0 {
		fmt.Fprintf(b, ", cells %s", strings.Join(c.CellNames, " "))
	}
	if len(c.FreeNames) > 0 {
		fmt.Fprintf(b, ", free %s", strings.Join(c.FreeNames, " "))
	}
	b.WriteByte('\n')
	targets := make(map[int]bool)
	for i, in := range c.Instrs {
		if to, ok := JumpTarget(i, in); ok {
			targets[to] = true
		}
	}
	for _, h := range c.Handlers {
		targets[int(h.Target)] = true
	}
	line := int32(0)
	for i, in := range c.Instrs {
		l, _, _, _ := c.Position(i)
		mark, lineText := "", ""
		if l != line {
			line, lineText = l, strconv.Itoa(int(l))
		}
		if targets[i] {
			mark = ">"
		}
		fmt.Fprintf(b, "%4s %1s%4d  %-16s%s\n", lineText, mark, i, in.Op, operands(c, i, in))
	}
	for _, h := range c.Handlers {
		fmt.Fprintf(b, "  handler %d-%d -> %d r%d\n", h.Start, h.End, h.Target, h.Reg)
	}
	for _, r := range c.ExcRegions {
		fmt.Fprintf(b, "  handling %d-%d r%d\n", r.Start, r.End, r.Reg)
	}
	for _, k := range c.Children {
		b.WriteByte('\n')
		disassemble(b, k)
	}
}

// JumpTarget returns the instruction that in, the instruction number pc, may
// jump to.
func JumpTarget(pc int, in Instr) (int, bool) {
	switch ops := in.Op.operands(); {
	case in.Op == Jump:
		return pc + 1 + int(int32(uint32(in.B)|uint32(in.C)<<16)), true
	case len(ops) == 3 && ops[2] == 'j':
		return pc + 1 + int(int16(in.C)), true
	}
	return 0, false
}

// operands returns the letters of the operation's operands.
func (op Op) operands() string {
	if op < 256 {
		return Table[op].Operands
	}
	return ""
}

func operands(c *Code, pc int, in Instr) string {
	var b strings.Builder
	ops := in.Op.operands()
	for i, v := range [3]uint16{in.A, in.B, in.C} {
		if i >= len(ops) {
			break
		}
		s := ""
		name := func(list []string, at int) string {
			if at < len(list) {
				return list[at]
			}
			return "?"
		}
		switch ops[i] {
		case 'r':
			s = "r" + strconv.Itoa(int(v))
			if int(v) < len(c.LocalNames) {
				s += ":" + c.LocalNames[v]
			}
		case 'w':
			s = "w" + strconv.Itoa(int(v))
		case 'k':
			s = "?"
			if int(v) < len(c.Consts) {
				s = c.Consts[v].String()
			}
		case 'K':
			s = "?"
			if k := int(in.B) | int(in.C)<<16; k < len(c.Consts) {
				s = c.Consts[k].String()
			}
		case 'i':
			s = strconv.Itoa(int(int16(v)))
		case 'g':
			s = name(c.GlobalNames, int(v))
		case 'n':
			s = name(c.Names, int(v))
		case 'l':
			continue
		case 'f':
			s = "f" + strconv.Itoa(int(v)) + ":" + name(c.FreeNames, int(v))
		case 's':
			s = "?"
			if int(v) < len(c.Sites) {
				s = "." + name(c.Names, int(c.Sites[v].Name))
				if in.Op == CallMethod {
					s += "/" + strconv.Itoa(int(c.Sites[v].Args))
				}
			}
		case 'c':
			s = "?"
			if int(v) < len(c.CallShapes) {
				sh := c.CallShapes[v]
				if sh.Site >= 0 && int(sh.Site) < len(c.Sites) {
					s = "." + name(c.Names, int(c.Sites[sh.Site].Name)) + "/"
				} else {
					s = ""
				}
				s += strconv.Itoa(int(sh.Pos))
				for _, n := range sh.Names {
					s += "," + name(c.Names, int(n)) + "="
				}
			}
		case 'h':
			s = "?"
			if int(v) < len(c.Children) {
				s = "<" + c.Children[v].Name + ">"
			}
		case 'j', 'J':
			to, _ := JumpTarget(pc, in)
			s = "-> " + strconv.Itoa(to)
		case 'u':
			s = strconv.Itoa(int(v))
		default:
			continue
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

// String returns the constant much as repr would.
func (k *Const) String() string {
	switch k.Kind {
	case ConstNone:
		return "None"
	case ConstTrue:
		return "True"
	case ConstFalse:
		return "False"
	case ConstEllipsis:
		return "Ellipsis"
	case ConstInt:
		return strconv.FormatInt(k.Int, 10)
	case ConstBigInt:
		return k.Big.String()
	case ConstFloat:
		s := strconv.FormatFloat(k.Float, 'g', -1, 64)
		if !strings.ContainsAny(s, ".einf") {
			s += ".0"
		}
		return s
	case ConstComplex:
		return strconv.FormatComplex(complex(k.Float, k.Imag), 'g', -1, 128)
	case ConstStr:
		return strconv.Quote(k.Str)
	case ConstBytes:
		return "b" + strconv.Quote(k.Str)
	}
	s := "("
	if k.Kind == ConstFrozenSet {
		s = "frozenset{"
	}
	for i := range k.Items {
		if i > 0 {
			s += ", "
		}
		s += k.Items[i].String()
	}
	if k.Kind == ConstFrozenSet {
		return s + "}"
	}
	if len(k.Items) == 1 {
		s += ","
	}
	return s + ")"
}
