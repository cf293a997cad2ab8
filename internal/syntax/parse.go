// Package syntax turns Python source text into a tree.
package syntax

// Parse reads src, the text of the file filename, and returns its tree. The
// error is always an *Error.
func Parse(src []byte, filename string, mode Mode, opts Options) (*Module, error) {
	return nil, &Error{Msg: "not written yet", Filename: filename}
}
