package womamod

import (
	"io"
	"io/fs"
	"os"

	"github.com/woma-lang/woma/internal/recipes"
	"github.com/woma-lang/woma/py"
)

// files makes the interpreter's files those that internal/recipes writes.
type files struct{ py.FileSystem }

// Open implements recipes.FS.
func (f files) Open(name string, flag int, perm fs.FileMode) (recipes.File, error) {
	return f.OpenFile(name, flag, perm)
}

// Readlink implements recipes.FS.
func (f files) Readlink(name string) (string, error) {
	if r, ok := f.FileSystem.(interface{ Readlink(string) (string, error) }); ok {
		return r.Readlink(name)
	}
	return "", fs.ErrInvalid
}

// SyncDir makes a renaming last; not every system can.
func (f files) SyncDir(name string) {
	if d, err := f.OpenFile(name, os.O_RDONLY, 0); err == nil {
		_ = d.Sync()
		d.Close()
	}
}

// filesOf returns the interpreter's files.
func filesOf(t *py.Thread) (files, error) {
	if t.Interp.FS == nil {
		return files{}, py.Raise(py.PermissionError, "the interpreter has no files")
	}
	return files{t.Interp.FS}, nil
}

// pathArg returns a path as the host knows it.
func pathArg(t *py.Thread, v py.Value) (string, error) {
	p, err := py.FSPath(t, v)
	return string(py.FSEncode(p)), err
}

// paced lets a program be interrupted while a file is read.
type paced struct {
	t *py.Thread
	f io.Reader
}

// Read implements io.Reader.
func (p paced) Read(b []byte) (int, error) {
	n, err := p.f.Read(b)
	if stop := p.t.Step(1 + n/64); stop != nil {
		return n, stop
	}
	return n, err
}

// readAll reads a file of at most limit bytes, and one byte more of a longer one.
func (f files) readAll(t *py.Thread, name string, limit int) ([]byte, error) {
	file, err := f.OpenFile(name, os.O_RDONLY, 0)
	if err != nil {
		return nil, py.FromGo(err)
	}
	defer file.Close()
	b, err := io.ReadAll(paced{t, io.LimitReader(file, int64(limit)+1)})
	if err != nil {
		return nil, py.FromGo(err)
	}
	return b, nil
}

// signatureFile returns the open file to sign or verify and the name of its signature.
func signatureFile(t *py.Thread, a *py.Args, sigArg int) (f files, file py.File, sigName string, err error) {
	if f, err = filesOf(t); err != nil {
		return
	}
	path, err := pathArg(t, a.Value(0))
	if err != nil {
		return
	}
	sigName = path + ".sig"
	if a.Given(sigArg) {
		if sigName, err = pathArg(t, a.Value(sigArg)); err != nil {
			return
		}
	}
	if file, err = f.OpenFile(path, os.O_RDONLY, 0); err != nil {
		err = py.FromGo(err)
	}
	return
}

// sign_file writes the signature of a file beside it.
func sign_file(t *py.Thread, a *py.Args) (py.Value, error) {
	key, err := privateArg(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	comment := a.StringOr(2, "")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	f, file, name, err := signatureFile(t, a, 3)
	if err != nil {
		return py.Nil, err
	}
	defer file.Close()
	sig, err := recipes.Sign(paced{t, file}, key, comment)
	if err == nil {
		err = recipes.WriteFile(f, source{t}, name, sig, 0o644)
	}
	if err != nil {
		return py.Nil, failed(err, py.ValueError, "")
	}
	return py.NewStr(py.FSDecode([]byte(name))), nil
}

// verify_file returns the comment of a genuine signature.
func verify_file(t *py.Thread, a *py.Args) (py.Value, error) {
	key, err := publicArg(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	f, file, name, err := signatureFile(t, a, 2)
	if err != nil {
		return py.Nil, err
	}
	defer file.Close()
	sig, err := f.readAll(t, name, recipes.MaxSignature)
	if err != nil {
		return py.Nil, err
	}
	comment, err := recipes.Verify(paced{t, file}, key, sig)
	if err != nil {
		return py.Nil, failed(err, signatureError, py.FSDecode([]byte(name))+": ")
	}
	return py.NewStr(comment), nil
}
