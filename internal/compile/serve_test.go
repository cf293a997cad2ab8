package compile

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"os"
	"testing"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// TestServe compiles for testdata/refvm.py, which runs code objects on top of
// CPython: requests come from standard input, one JSON object a line, answers go
// to the file descriptor 3.
func TestServe(t *testing.T) {
	if os.Getenv("WOMA_SERVE") == "" {
		t.Skip("used by testdata/refvm.py only")
	}
	in := bufio.NewReader(os.Stdin)
	out := json.NewEncoder(os.NewFile(3, "answers"))
	out.SetEscapeHTML(false)
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		var req struct {
			Source, Filename, Mode string
			Optimize               int
			LocalsAreGlobals       bool
			Future                 bool
		}
		if err := json.Unmarshal(line, &req); err != nil {
			t.Fatal(err)
		}
		src, _ := base64.StdEncoding.DecodeString(req.Source)
		mode := map[string]syntax.Mode{"exec": syntax.Exec, "eval": syntax.Eval, "single": syntax.Single}[req.Mode]
		code, err := compileSource(src, Options{Filename: req.Filename, Mode: mode, Optimize: req.Optimize,
			LocalsAreGlobals: req.LocalsAreGlobals, FutureAnnotations: req.Future})
		if err == nil {
			err = bytecode.Verify(code)
		}
		if err != nil {
			_ = out.Encode(map[string]any{"error": err})
			continue
		}
		if err := out.Encode(map[string]any{"code": exported(code)}); err != nil {
			t.Fatal(err)
		}
	}
}

// exported is a code object in a form for JSON.
func exported(c *bytecode.Code) map[string]any {
	var ins [][]any
	var pos [][4]int32
	for i, in := range c.Instrs {
		line, col, endLine, endCol := c.Position(i)
		ins = append(ins, []any{in.Op.String(), in.A, in.B, in.C})
		pos = append(pos, [4]int32{line, endLine, col, endCol})
	}
	var consts []any
	for i := range c.Consts {
		consts = append(consts, exportConst(&c.Consts[i]))
	}
	var kids []any
	for _, k := range c.Children {
		kids = append(kids, exported(k))
	}
	return map[string]any{"name": c.Name, "qualname": c.QualName, "flags": c.Flags, "doc": c.Doc, "line": c.FirstLine,
		"argcount": c.ArgCount, "posonly": c.PosOnly, "kwonly": c.KwOnly, "nregs": c.NumRegs, "ins": ins, "pos": pos, "consts": consts,
		"names": c.Names, "globals": c.GlobalNames, "locals": c.LocalNames, "cells": c.CellNames, "cellregs": c.CellRegs, "frees": c.FreeNames,
		"captures": c.Captures, "sites": c.Sites, "shapes": c.CallShapes, "children": kids, "handlers": c.Handlers, "regions": c.ExcRegions}
}

func exportConst(k *bytecode.Const) any {
	switch k.Kind {
	case bytecode.ConstStr:
		return []any{"s", base64.StdEncoding.EncodeToString([]byte(k.Str))}
	case bytecode.ConstBytes:
		return []any{"b", base64.StdEncoding.EncodeToString([]byte(k.Str))}
	case bytecode.ConstTuple, bytecode.ConstFrozenSet:
		var items []any
		for i := range k.Items {
			items = append(items, exportConst(&k.Items[i]))
		}
		kind := "t"
		if k.Kind == bytecode.ConstFrozenSet {
			kind = "f"
		}
		return []any{kind, items}
	case bytecode.ConstFloat:
		return []any{"d", floatRepr(k.Float)}
	case bytecode.ConstComplex:
		return []any{"c", floatRepr(k.Float), floatRepr(k.Imag)}
	}
	return []any{"x", constRepr(k)}
}
