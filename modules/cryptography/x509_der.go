package cryptography

import (
	"encoding/pem"
	"math/big"
	"strconv"
	"strings"
	"time"

	"golang.org/x/crypto/cryptobyte"
	cryptoasn1 "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/py"
)

// What cryptography.x509, which is written in Python, reads and writes DER with. Its
// schemas are in src/x509.

// x509Rows are the functions of _cryptography that cryptography.x509 is built on.
func x509Rows() py.Members {
	return py.Members{
		py.Func("der_int(data, /)", der_int),
		py.Func("der_items(data, /)", der_items),
		py.Func("der_oid(data, /)", der_oid),
		py.Func("der_put_oid(text, /)", der_put_oid),
		py.Func("der_time(tag, data, /)", der_time),
		py.Func("der_tlv(tag, data, /)", der_tlv),
		py.Func("is_printable(data, /)", is_printable),
		py.Func("pem_blocks(data, /)", pem_blocks),
		py.Func("pem_text(label, data, /)", pem_text),
		py.Func("x509_chains(leaf, others, roots, name, time, client, /)", x509_chains),
	}
}

// asn1Error is pyca/cryptography's error for bytes that are not what they should be.
func asn1Error(kind string) error {
	return py.RaiseValue(py.ValueError, py.NewStr("error parsing asn1 value: ParseError { kind: "+kind+" }"))
}

// der_items splits the contents of a constructed value into its parts: a list of
// (tag, contents, the whole part).
func der_items(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	var items []py.Value
	for s := cryptobyte.String(data); !s.Empty(); {
		if len(s) < 2 {
			return py.Nil, asn1Error("ShortData { needed: 1 }")
		}
		if s[0]&0x1f == 0x1f {
			return py.Nil, asn1Error("InvalidTag")
		}
		var whole, inner cryptobyte.String
		var tag cryptoasn1.Tag
		probe := s
		if !s.ReadAnyASN1Element(&whole, &tag) {
			if n, ok := shortBy(probe); ok {
				return py.Nil, asn1Error("ShortData { needed: " + strconv.Itoa(n) + " }")
			}
			return py.Nil, asn1Error("InvalidLength")
		}
		rest := whole
		if !rest.ReadAnyASN1(&inner, &tag) {
			return py.Nil, asn1Error("InvalidLength")
		}
		if err := t.Alloc(2*len(whole) + 200); err != nil {
			return py.Nil, err
		}
		if err := t.Step(1 + len(whole)/256); err != nil {
			return py.Nil, err
		}
		items = append(items, py.NewTuple(py.Int(int64(tag)), py.NewBytes(inner), py.NewBytes(whole)))
	}
	return py.NewListOf(items).Value(), nil
}

// shortBy says how many bytes a value lacks, if that is what is wrong with it.
func shortBy(s cryptobyte.String) (int, bool) {
	n := int(s[1])
	if n < 0x80 {
		return n - (len(s) - 2), n > len(s)-2
	}
	k := n & 0x7f
	if k == 0 || k > 4 {
		return 0, false
	}
	if len(s) < 2+k {
		return 2 + k - len(s), true
	}
	size := uint64(0)
	for _, b := range s[2 : 2+k] {
		size = size<<8 | uint64(b)
	}
	have := uint64(len(s) - 2 - k)
	if s[2] == 0 || size < 0x80 || size <= have || size > 1<<31-1 {
		return 0, false
	}
	return int(size - have), true
}

// der_tlv puts tag and length before contents.
func der_tlv(t *py.Thread, a *py.Args) (py.Value, error) {
	tag, data := a.Int(t, 0), a.Buffer(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := work(t, len(data)); err != nil {
		return py.Nil, err
	}
	var b cryptobyte.Builder
	b.AddASN1(cryptoasn1.Tag(tag), func(b *cryptobyte.Builder) { b.AddBytes(data) })
	return built(&b)
}

func built(b *cryptobyte.Builder) (py.Value, error) {
	out, err := b.Bytes()
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	return py.NewBytes(out), nil
}

// maxInteger is how long an INTEGER may be: certificates have none of more than a key.
const maxInteger = 4096

// der_int reads the contents of an INTEGER.
func der_int(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if len(data) == 0 || len(data) > 1 && (data[0] == 0 && data[1] < 0x80 || data[0] == 0xff && data[1] >= 0x80) {
		return py.Nil, asn1Error("InvalidValue")
	}
	if len(data) > maxInteger {
		return py.Nil, asn1Error("IntegerOverflow")
	}
	n := new(big.Int).SetBytes(data)
	if data[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(len(data)*8)))
	}
	return py.NewBig(n), nil
}

// der_oid reads the contents of an OBJECT IDENTIFIER as dotted text.
func der_oid(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if len(data) == 0 || len(data) > 63 {
		return py.Nil, asn1Error("InvalidValue")
	}
	var parts []string
	for i := 0; i < len(data); {
		n := new(big.Int)
		if data[i] == 0x80 {
			return py.Nil, asn1Error("InvalidValue")
		}
		for {
			if i == len(data) {
				return py.Nil, asn1Error("InvalidValue")
			}
			n.Or(n.Lsh(n, 7), big.NewInt(int64(data[i]&0x7f)))
			i++
			if data[i-1] < 0x80 {
				break
			}
		}
		if len(parts) == 0 {
			switch {
			case n.Cmp(big.NewInt(40)) < 0:
				parts = append(parts, "0", n.String())
			case n.Cmp(big.NewInt(80)) < 0:
				parts = append(parts, "1", n.Sub(n, big.NewInt(40)).String())
			default:
				parts = append(parts, "2", n.Sub(n, big.NewInt(80)).String())
			}
			continue
		}
		parts = append(parts, n.String())
	}
	return py.NewStr(strings.Join(parts, ".")), nil
}

// der_put_oid is the inverse of der_oid, None for text that is no identifier.
func der_put_oid(t *py.Thread, a *py.Args) (py.Value, error) {
	text := a.String(0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if len(text) > 512 {
		return py.None, nil
	}
	var nums []*big.Int
	for _, part := range strings.Split(text, ".") {
		for _, c := range []byte(part) {
			if c < '0' || c > '9' {
				return py.None, nil
			}
		}
		n, ok := new(big.Int).SetString(part, 10)
		if !ok || len(part) > 1 && part[0] == '0' || n.BitLen() > 128 {
			return py.None, nil
		}
		nums = append(nums, n)
	}
	if len(nums) < 2 || nums[0].Cmp(big.NewInt(2)) > 0 || nums[0].Int64() < 2 && nums[1].Cmp(big.NewInt(40)) >= 0 {
		return py.None, nil
	}
	var out []byte
	first := new(big.Int).Add(nums[1], big.NewInt(40*nums[0].Int64()))
	for _, n := range append([]*big.Int{first}, nums[2:]...) {
		groups := max(1, (n.BitLen()+6)/7)
		for g := groups - 1; g >= 0; g-- {
			b := byte(new(big.Int).Rsh(n, uint(7*g)).Uint64() & 0x7f)
			if g > 0 {
				b |= 0x80
			}
			out = append(out, b)
		}
	}
	if len(out) > 63 {
		return py.None, nil
	}
	return py.NewBytes(out), nil
}

// der_time reads a UTCTime (tag 23) or GeneralizedTime (24) of the kind that
// certificates have: seconds, Z, no fraction.
func der_time(t *py.Thread, a *py.Args) (py.Value, error) {
	tag, data := a.Int(t, 0), a.Buffer(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	text, layout := string(data), "20060102150405Z"
	if tag == 23 {
		layout = "060102150405Z"
	}
	x, err := time.Parse(layout, text)
	if err != nil || len(text) != len(layout) || x.Format(layout) != text {
		return py.Nil, asn1Error("InvalidValue")
	}
	if tag == 23 && x.Year() >= 2050 {
		x = x.AddDate(-100, 0, 0)
		if x.Format(layout) != text { // 29 February
			return py.Nil, asn1Error("InvalidValue")
		}
	}
	var vals [6]py.Value
	for i, n := range [...]int{x.Year(), int(x.Month()), x.Day(), x.Hour(), x.Minute(), x.Second()} {
		vals[i] = py.Int(int64(n))
	}
	return py.NewTuple(vals[:]...), nil
}

// is_printable reports whether text may stand in a PrintableString.
func is_printable(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	for _, c := range data {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(" '()+,-./:=?", c) >= 0) {
			return py.Bool(false), nil
		}
	}
	return py.Bool(true), nil
}

// pem_blocks lists the blocks of a text: (label, contents).
func pem_blocks(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := work(t, 2*len(data)); err != nil {
		return py.Nil, err
	}
	var blocks []py.Value
	for {
		var b *pem.Block
		if b, data = pem.Decode(data); b == nil {
			return py.NewListOf(blocks).Value(), nil
		}
		if err := t.Step(1 + len(b.Bytes)/64); err != nil {
			return py.Nil, err
		}
		blocks = append(blocks, py.NewTuple(py.NewStr(b.Type), py.NewBytes(b.Bytes)))
	}
}

// pem_text is the inverse for one block.
func pem_text(t *py.Thread, a *py.Args) (py.Value, error) {
	label, data := a.String(0), a.Buffer(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := work(t, 2*len(data)); err != nil {
		return py.Nil, err
	}
	return py.NewBytes(pem.EncodeToMemory(&pem.Block{Type: label, Bytes: data})), nil
}
