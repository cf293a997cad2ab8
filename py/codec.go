package py

import (
	"strings"
	"unicode/utf8"
)

// Encode is str.encode for the encodings of the core.
func Encode(t *Thread, s *Str, encoding, errors string) ([]byte, error) {
	enc := strings.ReplaceAll(strings.ToLower(encoding), "_", "-")
	text := s.String()
	limit := rune(0x110000)
	switch enc {
	case "utf-8", "utf8", "u8":
		if utf8.ValidString(text) {
			return []byte(text), nil
		}
	case "ascii", "us-ascii":
		limit = 0x80
	case "latin-1", "latin1", "iso-8859-1", "l1":
		limit = 0x100
	default:
		return nil, Raise(LookupError, "unknown encoding: %s", encoding)
	}
	var b []byte
	for i, r := range runes(text) {
		bad := r >= limit || limit == 0x110000 && r >= 0xd800 && r < 0xe000
		switch {
		case !bad && limit == 0x110000:
			b = utf8.AppendRune(b, r)
		case !bad:
			b = append(b, byte(r))
		case errors == "ignore":
		case errors == "replace":
			b = append(b, '?')
		case errors == "surrogateescape" && r >= 0xdc80 && r <= 0xdcff:
			b = append(b, byte(r-0xdc00))
		case errors == "backslashreplace":
			b = append(b, strings.Trim(quoteStr(string(AppendRune(nil, r)), true), "'")...)
		default:
			reason := "surrogates not allowed"
			if limit < 0x110000 {
				reason = "ordinal not in range(" + IntString(Int(int64(limit))) + ")"
			}
			return nil, RaiseValue(UnicodeEncodeError, NewStr(enc), s.Value(), Int(int64(i)), Int(int64(i+1)), NewStr(reason))
		}
	}
	return b, nil
}

// Decode is bytes.decode for the encodings of the core.
func Decode(t *Thread, b []byte, encoding, errors string) (Value, error) {
	enc := strings.ReplaceAll(strings.ToLower(encoding), "_", "-")
	limit := 0x100
	switch enc {
	case "utf-8", "utf8", "u8":
		if utf8.Valid(b) {
			return NewStrBytes(b), nil
		}
		limit = 0
	case "ascii", "us-ascii":
		limit = 0x80
	case "latin-1", "latin1", "iso-8859-1", "l1":
	default:
		return Nil, Raise(LookupError, "unknown encoding: %s", encoding)
	}
	var out []byte
	for i := 0; i < len(b); {
		if limit == 0 {
			if r, n := utf8.DecodeRune(b[i:]); r != utf8.RuneError || n > 1 {
				out = append(out, b[i:i+n]...)
				i += n
				continue
			}
		} else if int(b[i]) < limit {
			out = AppendRune(out, rune(b[i]))
			i++
			continue
		}
		switch errors {
		case "ignore":
		case "replace":
			out = utf8.AppendRune(out, 0xfffd)
		case "surrogateescape":
			out = AppendRune(out, 0xdc00+rune(b[i]))
		case "backslashreplace":
			out = append(out, '\\', 'x', "0123456789abcdef"[b[i]>>4], "0123456789abcdef"[b[i]&15])
		default:
			reason := "invalid start byte"
			if limit == 0x80 {
				reason = "ordinal not in range(128)"
			} else if b[i] >= 0xc2 && b[i] < 0xf5 {
				reason = "invalid continuation byte"
				if i+1 >= len(b) {
					reason = "unexpected end of data"
				}
			}
			return Nil, RaiseValue(UnicodeDecodeError, NewStr(enc), NewBytes(append([]byte(nil), b...)), Int(int64(i)), Int(int64(i+1)), NewStr(reason))
		}
		i++
	}
	return NewStr(string(out)), nil
}
