// Package zlib is Python's zlib module, on Go's compress/flate.
// https://docs.python.org/3.13/library/zlib.html
//
// What is compressed here is not byte for byte what the C library makes of it, and
// objects that compress or decompress cannot be copied. Errors inside a deflate
// stream say less than zlib's.
package zlib

import (
	"hash/adler32"
	"hash/crc32"

	"github.com/woma-lang/woma/py"
)

const (
	maxWbits   = 15
	deflated   = 8
	defMem     = 8
	defBufSize = 16384
)

// Flush modes and strategies.
const (
	noFlush, partialFlush, syncFlush, fullFlush, finish, block, trees = 0, 1, 2, 3, 4, 5, 6

	huffmanOnly = 2
)

// Module is zlib.
var Module = &py.Module{
	Name: "zlib",
	Doc:  "Compression and checksums, compatible with the zlib library.",
	Types: func() {
		py.DefineLater(decompressType, &decompressShape, "Decompress", decompressSpec)
		py.DefineLater(compressType, &compressShape, "Compress", compressSpec)
	},
	Table: func() py.Members {
		return py.Members{
			py.Const("DEFLATED", py.Int(deflated)),
			py.Const("DEF_BUF_SIZE", py.Int(defBufSize)),
			py.Const("DEF_MEM_LEVEL", py.Int(defMem)),
			py.Const("MAX_WBITS", py.Int(maxWbits)),
			py.Const("ZLIB_RUNTIME_VERSION", py.NewStr("1.3.1")),
			py.Const("ZLIB_VERSION", py.NewStr("1.3.1")),
			py.Const("__version__", py.NewStr("1.0")),
			py.Const("Z_BEST_COMPRESSION", py.Int(9)),
			py.Const("Z_BEST_SPEED", py.Int(1)),
			py.Const("Z_BLOCK", py.Int(block)),
			py.Const("Z_DEFAULT_COMPRESSION", py.Int(-1)),
			py.Const("Z_DEFAULT_STRATEGY", py.Int(0)),
			py.Const("Z_FILTERED", py.Int(1)),
			py.Const("Z_FINISH", py.Int(finish)),
			py.Const("Z_FIXED", py.Int(4)),
			py.Const("Z_FULL_FLUSH", py.Int(fullFlush)),
			py.Const("Z_HUFFMAN_ONLY", py.Int(huffmanOnly)),
			py.Const("Z_NO_COMPRESSION", py.Int(0)),
			py.Const("Z_NO_FLUSH", py.Int(noFlush)),
			py.Const("Z_PARTIAL_FLUSH", py.Int(partialFlush)),
			py.Const("Z_RLE", py.Int(3)),
			py.Const("Z_SYNC_FLUSH", py.Int(syncFlush)),
			py.Const("Z_TREES", py.Int(trees)),
			py.Func("adler32(data, value=1, /)", adler32_),
			py.Func("compress(data, /, level=-1, wbits=15)", compress),
			py.Func("compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=b'')", compressobj),
			py.Func("crc32(data, value=0, /)", crc32_),
			py.Func("decompress(data, /, wbits=15, bufsize=16384)", decompress),
			py.Func("decompressobj(wbits=15, zdict=b'')", decompressobj),
			py.ClassAs("error", errorType),
		}
	},
}

var errorType = py.LazyType("error", errorSpec)

func errorSpec() py.TypeSpec {
	return py.TypeSpec{Module: "zlib", Base: py.Exception}
}

// start returns the argument value of a checksum: any int, taken modulo 2**32.
func start(t *py.Thread, a *py.Args, i int, def uint32) uint32 {
	if !a.Has(i) {
		return def
	}
	v, err := py.Index(t, a.Value(i))
	if err != nil {
		a.Fail(err)
		return 0
	}
	if v.IsInt() {
		return uint32(v.I())
	}
	n, err := py.IntBinary(t, py.OpAnd, v, py.Int(0xffffffff))
	if err != nil {
		a.Fail(err)
		return 0
	}
	return uint32(n.I())
}

func crc32_(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	sum := start(t, a, 1, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return py.Int(int64(crc32.Update(sum, crc32.IEEETable, data))), nil
}

// adler32_ starts from any sum, which Go's adler32 can only from one it has saved.
func adler32_(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	sum := start(t, a, 1, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return py.Int(int64(adlerFrom(sum, data))), nil
}

// adlerFrom continues an Adler-32 sum. A sum of data that follows other data is
// that of the data alone, combined with the first (RFC 1950, 8.2).
func adlerFrom(sum uint32, data []byte) uint32 {
	const mod = 65521
	own := adler32.Checksum(data)
	a1, b1 := uint64(sum&0xffff), uint64(sum>>16)
	a2, b2 := uint64(own&0xffff), uint64(own>>16)
	a := (a1 + a2 + mod - 1) % mod
	b := (b1 + b2 + uint64(len(data))%mod*((a1+mod-1)%mod)) % mod
	return uint32(b<<16 | a)
}
