package cryptography

import "github.com/woma-lang/woma/py"

func loadSSHPrivate(t *py.Thread, data, password []byte, given bool) (any, error) {
	return nil, unsupportedKey()
}
func sshType(key any) string { return "" }
func marshalSSHPrivate(t *py.Thread, key any, e encryptionArg) (py.Value, error) {
	return py.Nil, unsupportedKey()
}
func marshalSSHPublic(t *py.Thread, key any) (py.Value, error) { return py.Nil, unsupportedKey() }
