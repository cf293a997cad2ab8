package cryptography

import "github.com/woma-lang/woma/py"

// formatItem is an item of one of the enumerations of the module serialization.
type formatItem struct {
	py.Head
	name, value string
}

var (
	encodingType, privateFormatType, publicFormatType, parameterFormatType     = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	encodingShape, privateFormatShape, publicFormatShape, parameterFormatShape py.Shape
)

func item(shape *py.Shape, name, value string) py.Member {
	return py.Const(name, py.Object(&formatItem{py.HeadOf(shape), name, value}))
}

func defineFormats() {
	defineFormat(encodingType, &encodingShape, "Encoding",
		item(&encodingShape, "PEM", "PEM"), item(&encodingShape, "DER", "DER"), item(&encodingShape, "OpenSSH", "OpenSSH"),
		item(&encodingShape, "Raw", "Raw"), item(&encodingShape, "X962", "ANSI X9.62"), item(&encodingShape, "SMIME", "S/MIME"))
	defineFormat(privateFormatType, &privateFormatShape, "PrivateFormat",
		item(&privateFormatShape, "PKCS8", "PKCS8"), item(&privateFormatShape, "TraditionalOpenSSL", "TraditionalOpenSSL"),
		item(&privateFormatShape, "Raw", "Raw"), item(&privateFormatShape, "OpenSSH", "OpenSSH"), item(&privateFormatShape, "PKCS12", "PKCS12"),
		py.Method("def PrivateFormat.encryption_builder(self)", (*formatItem).encryption_builder))
	defineFormat(publicFormatType, &publicFormatShape, "PublicFormat",
		item(&publicFormatShape, "SubjectPublicKeyInfo", "X.509 subjectPublicKeyInfo with PKCS#1"), item(&publicFormatShape, "PKCS1", "Raw PKCS#1"),
		item(&publicFormatShape, "OpenSSH", "OpenSSH"), item(&publicFormatShape, "Raw", "Raw"),
		item(&publicFormatShape, "CompressedPoint", "X9.62 Compressed Point"), item(&publicFormatShape, "UncompressedPoint", "X9.62 Uncompressed Point"))
	defineFormat(parameterFormatType, &parameterFormatShape, "ParameterFormat", item(&parameterFormatShape, "PKCS3", "PKCS3"))
}

func defineFormat(typ *py.Type, shape *py.Shape, name string, rows ...py.Member) {
	py.DefineType(typ, shape, py.TypeSpec{
		Name: name, Module: "cryptography.hazmat.primitives._serialization", Flags: py.Final | py.NotCallable,
		Slots: py.Slots{
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.NewStr("<" + name + "." + py.As[formatItem](v).name + ": " + py.QuoteStr(py.As[formatItem](v).value) + ">"), nil
			},
			Str: func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.NewStr(name + "." + py.As[formatItem](v).name), nil
			},
		},
		Members: append(py.Members{
			py.MethodOf("def "+name+".__copy__(self)", same),
			py.MethodOf("def "+name+".__deepcopy__(self, memo)", same),
			py.GetSet("name", func(t *py.Thread, v py.Value) (py.Value, error) { return py.NewStr(py.As[formatItem](v).name), nil }, nil),
			py.GetSet("value", func(t *py.Thread, v py.Value) (py.Value, error) { return py.NewStr(py.As[formatItem](v).value), nil }, nil),
		}, rows...),
	})
}

func (f *formatItem) encryption_builder(t *py.Thread, a *py.Args) (py.Value, error) {
	return callModule(t, "cryptography.hazmat.primitives._serialization", "KeySerializationEncryptionBuilder", py.Object(f))
}

// formatArg returns the name of an item of the enumeration with the given shape.
func formatArg(v py.Value, shape *py.Shape, name, class string) (string, error) {
	if v.Bound() && v.ShapeIs(shape) {
		return py.As[formatItem](v).name, nil
	}
	return "", py.Raise(py.TypeError, "argument '%s': '%s' object is not an instance of '%s'", name, py.TypeName(v), class)
}
