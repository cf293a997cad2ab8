package sys

import (
	"math"
	"runtime"

	"github.com/woma-lang/woma/py"
)

// infoField is a named item of one of sys's tuples.
type infoField struct {
	name string
	val  py.Value
}

// info makes a tuple whose items have names, like sys.version_info.
func info(name string, fields ...infoField) py.Value {
	names := make([]string, len(fields))
	vals := make([]py.Value, len(fields))
	for i, f := range fields {
		names[i], vals[i] = f.name, f.val
	}
	return py.NewStructSeq("sys", name, "", len(fields), false, names...).New(vals...)
}

func versionInfo(*py.Interp) py.Value {
	return info("version_info",
		infoField{"major", py.Int(3)}, infoField{"minor", py.Int(13)}, infoField{"micro", py.Int(0)},
		infoField{"releaselevel", py.NewStr("final")}, infoField{"serial", py.Int(0)})
}

func floatInfo(*py.Interp) py.Value {
	return info("float_info",
		infoField{"max", py.Float(math.MaxFloat64)}, infoField{"max_exp", py.Int(1024)}, infoField{"max_10_exp", py.Int(308)},
		infoField{"min", py.Float(0x1p-1022)}, infoField{"min_exp", py.Int(-1021)}, infoField{"min_10_exp", py.Int(-307)},
		infoField{"dig", py.Int(15)}, infoField{"mant_dig", py.Int(53)}, infoField{"epsilon", py.Float(0x1p-52)},
		infoField{"radix", py.Int(2)}, infoField{"rounds", py.Int(1)})
}

func intInfo(*py.Interp) py.Value {
	return info("int_info",
		infoField{"bits_per_digit", py.Int(30)}, infoField{"sizeof_digit", py.Int(4)},
		infoField{"default_max_str_digits", py.Int(4300)}, infoField{"str_digits_check_threshold", py.Int(640)})
}

func hashInfo(*py.Interp) py.Value {
	return info("hash_info",
		infoField{"width", py.Int(64)}, infoField{"modulus", py.Int(1<<61 - 1)}, infoField{"inf", py.Int(314159)},
		infoField{"nan", py.Int(0)}, infoField{"imag", py.Int(1000003)}, infoField{"algorithm", py.NewStr("maphash")},
		infoField{"hash_bits", py.Int(64)}, infoField{"seed_bits", py.Int(64)}, infoField{"cutoff", py.Int(0)})
}

func threadInfo(*py.Interp) py.Value {
	return info("thread_info",
		infoField{"name", py.NewStr("go")}, infoField{"lock", py.None}, infoField{"version", py.None})
}

func flags(in *py.Interp) py.Value {
	flag := func(name string, n int64) infoField { return infoField{name, py.Int(n)} }
	return info("flags",
		flag("debug", 0), flag("inspect", 0), flag("interactive", 0), flag("optimize", int64(in.Optimize)),
		flag("dont_write_bytecode", 1), flag("no_user_site", 1), flag("no_site", 1), flag("ignore_environment", 0),
		flag("verbose", 0), flag("bytes_warning", 0), flag("quiet", 0), flag("hash_randomization", 1),
		flag("isolated", 0), infoField{"dev_mode", py.False}, flag("utf8_mode", 1), flag("warn_default_encoding", 0),
		infoField{"safe_path", py.False}, flag("int_max_str_digits", 4300))
}

func implementation(*py.Interp) py.Value {
	attrs := py.NewDict()
	attrs.SetItem("name", py.NewStr("micropython"))
	attrs.SetItem("version", py.NewTuple(py.Int(1), py.Int(29), py.Int(0), py.NewStr("")))
	attrs.SetItem("_machine", py.NewStr("woma with "+runtime.GOOS+"/"+runtime.GOARCH))
	attrs.SetItem("_build", py.NewStr("woma"))
	attrs.SetItem("_thread", py.NewStr("GIL"))
	// MicroPython's sign that arrays check the range of what is stored, as CPython's do.
	attrs.SetItem("_v2", py.True)
	attrs.SetItem("cache_tag", py.None)
	attrs.SetItem("hexversion", py.Int(0x011d00f0))
	return py.NewSimpleNamespace(attrs)
}
