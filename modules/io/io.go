// Package io is Python's io module: files, buffers, text streams.
// https://docs.python.org/3.13/library/io.html
//
// Files are those of the interpreter's file system; without one, opening gives
// PermissionError. A file that is forgotten keeps its output until the next file is
// opened or the interpreter ends: there is no reference counting that would close
// it at once.
//
// The classes of module io proper (IOBase …) and the private ones that they derive
// from in CPython are one here.
package io

import (
	"github.com/woma-lang/woma/py"
)

// Module is io.
var Module = &py.Module{
	Name: "io",
	Doc:  "Files: binary and text, buffered and in memory.",
	Types: func() {
		py.DefineLater(bytesIOType, &bytesIOShape, "BytesIO", bytesIOSpec)
		py.DefineLater(bytesIOViewType, &bytesIOViewShape, "_BytesIOBuffer", bytesIOViewSpec)
		py.DefineLater(textIOType, &textIOShape, "TextIOWrapper", textIOSpec)
		py.DefineLater(iobaseType, &iobaseShape, "IOBase", iobaseSpec)
		py.DefineLater(rawIOBaseType, &rawIOBaseShape, "RawIOBase", rawIOBaseSpec)
		py.DefineLater(bufferedIOBaseType, &bufferedIOBaseShape, "BufferedIOBase", bufferedIOBaseSpec)
		py.DefineLater(textIOBaseType, &textIOBaseShape, "TextIOBase", textIOBaseSpec)
		py.DefineLater(fileIOType, &fileIOShape, "FileIO", fileIOSpec)
		py.DefineLater(stringIOType, &stringIOShape, "StringIO", stringIOSpec)
		py.DefineLater(bufferedReaderType, &bufferedReaderShape, "BufferedReader", bufferedReaderSpec)
		py.DefineLater(bufferedWriterType, &bufferedWriterShape, "BufferedWriter", bufferedWriterSpec)
		py.DefineLater(bufferedRandomType, &bufferedRandomShape, "BufferedRandom", bufferedRandomSpec)
		py.DefineLater(rwPairType, &rwPairShape, "BufferedRWPair", rwPairSpec)
	},
	Table: func() py.Members {
		return py.Members{
			py.ClassAs("BlockingIOError", py.BlockingIOError),
			py.ClassAs("BufferedIOBase", bufferedIOBaseType),
			py.ClassAs("BufferedRWPair", rwPairType),
			py.ClassAs("BufferedRandom", bufferedRandomType),
			py.ClassAs("BufferedReader", bufferedReaderType),
			py.ClassAs("BufferedWriter", bufferedWriterType),
			py.ClassAs("BytesIO", bytesIOType),
			py.Const("DEFAULT_BUFFER_SIZE", py.Int(defaultBufferSize)),
			py.ClassAs("FileIO", fileIOType),
			py.ClassAs("IOBase", iobaseType),
			py.ClassAs("RawIOBase", rawIOBaseType),
			py.Const("SEEK_CUR", py.Int(1)),
			py.Const("SEEK_END", py.Int(2)),
			py.Const("SEEK_SET", py.Int(0)),
			py.ClassAs("StringIO", stringIOType),
			py.ClassAs("TextIOBase", textIOBaseType),
			py.ClassAs("TextIOWrapper", textIOType),
			py.ClassAs("UnsupportedOperation", unsupported),
			py.Func("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", open),
			py.Func("open_code(path)", open_code),
			py.Func("text_encoding(encoding, stacklevel=2, /)", text_encoding),
		}
	},
	Init: start,
}

// stateKey finds the state of an interpreter (Module itself cannot: its table
// mentions the functions that look for it).
var stateKey = &py.Module{Name: "io"}

// state is what belongs to one interpreter.
type state struct {
	stdout *textIO
	dirty  []flusher // files that hold back output
}

// flusher is a file that holds back output.
type flusher interface{ flushOut(t *py.Thread) error }

func start(t *py.Thread, m *py.ModuleObj) error {
	s := &state{}
	py.SetState(t, stateKey, s)
	in := t.Interp
	in.Streams = py.Streams{
		Open: m.Dict.GetItem("open"),
		WriteText: func(t *py.Thread, v py.Value, text string) (bool, error) {
			switch v.Type() {
			case textIOType:
				f := py.As[textIO](v)
				if own := py.OwnAttr(v, nameWrite.Str()); own != nil {
					return false, nil
				}
				str, _ := py.AsStr(py.NewStr(text))
				if !f.buffer.Bound() {
					return false, nil
				}
				return true, f.writeStr(t, str)
			case stringIOType:
				f := py.As[stringIO](v)
				if own := py.OwnAttr(v, nameWrite.Str()); own != nil || f.check() != nil {
					return false, nil
				}
				str, _ := py.AsStr(py.NewStr(text))
				return true, f.put(t, str)
			}
			return false, nil
		},
		FlushText: func(t *py.Thread, v py.Value) (bool, error) {
			if v.Type() != textIOType || py.OwnAttr(v, nameFlush.Str()) != nil {
				return false, nil
			}
			return true, py.As[textIO](v).flushed(t)
		},
		Flush: s.flush,
		Std:   standard,
	}
	in.AtExit = append(in.AtExit, py.NewNative("_flush_files()", func(t *py.Thread, a *py.Args) (py.Value, error) {
		return py.None, s.flush(t)
	}))
	return nil
}

// markDirty puts a file of the file system on the list of those to flush.
func markDirty(t *py.Thread, f flusher) {
	var s *state
	if x, ok := t.Interp.State[stateKey]; ok {
		s = x.(*state)
	}
	switch f := f.(type) {
	case *buffered:
		f.dirty = true
		if raw, ok := f.raw.(*fileIO); !ok || s == nil || isHost(raw) {
			return
		}
	case *textIO:
		f.dirty = true
		if raw, ok := f.fast.raw.(*fileIO); !ok || s == nil || isHost(raw) {
			return
		}
	}
	s.dirty = append(s.dirty, f)
}

func isHost(f *fileIO) bool {
	_, ok := f.f.(*hostStream)
	return ok
}

// flush writes out what files hold back: text first, then bytes.
func (s *state) flush(t *py.Thread) error {
	var first error
	for len(s.dirty) > 0 {
		list := s.dirty
		s.dirty = nil
		for _, f := range list {
			if err := f.flushOut(t); err != nil && first == nil {
				first = err
			}
		}
	}
	return first
}

func (f *textIO) flushOut(t *py.Thread) error {
	f.dirty = false
	if f.fast == nil || f.fast.raw == nil {
		return nil
	}
	if closed, err := f.isClosed(t); err != nil || closed {
		return err
	}
	return f.pushOut(t)
}

func (b *buffered) flushOut(t *py.Thread) error {
	b.dirty = false
	if f, ok := b.raw.(*fileIO); !ok || f.f == nil {
		return nil
	}
	return b.pushOut(t)
}

// flushStdout writes out sys.stdout before something waits for input.
func flushStdout(t *py.Thread) {
	s, ok := t.Interp.State[stateKey].(*state)
	if !ok || s.stdout == nil || s.stdout.fast == nil || s.stdout.fast.raw == nil {
		return
	}
	if closed, err := s.stdout.isClosed(t); err != nil || closed {
		return
	}
	if s.stdout.pushOut(t) == nil {
		s.stdout.fast.pushOut(t)
	}
}
