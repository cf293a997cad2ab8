package cryptography

func parsePQPrivate(id oid, secret []byte) (any, error, bool) { return nil, nil, false }
func parsePQPublic(id oid, data []byte) (any, error)          { return nil, unsupportedKey() }
func marshalPQPrivate(key any) (oid, []byte, error)           { return nil, nil, unsupportedKey() }
func marshalPQPublic(key any) (oid, []byte, error)            { return nil, nil, unsupportedKey() }
