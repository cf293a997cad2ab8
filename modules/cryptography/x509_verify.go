package cryptography

import (
	"crypto/x509"
	"errors"
	"net"
	"strings"
	"time"

	"github.com/woma-lang/woma/internal/weierstrass"
	"github.com/woma-lang/woma/py"
)

// x509_chains builds the chains that lead from a leaf to a root: crypto/x509 checks
// signatures, times, names, name constraints, path lengths and usages. The policy that
// pyca/cryptography adds is in src/x509/verification.py. The result is (chains, None),
// a chain being numbers of certificates (0: the leaf, then the others, then the roots),
// or (None, reason).
func x509_chains(t *py.Thread, a *py.Args) (py.Value, error) {
	leaf := a.Buffer(t, 0)
	others, err := py.Collect(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	roots, err := py.Collect(t, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	opts := x509.VerifyOptions{Roots: x509.NewCertPool(), Intermediates: x509.NewCertPool(), KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	switch {
	case !a.Given(3): // nobody to be
	case py.IsBytes(a.Value(3)):
		opts.DNSName = "[" + net.IP(a.Buffer(t, 3)).String() + "]"
	default:
		opts.DNSName = a.String(3)
	}
	seconds, err := py.AsInt64(t, a.Value(4))
	if err != nil {
		return py.Nil, err
	}
	opts.CurrentTime = time.Unix(seconds, 0)
	if client := a.Bool(t, 5); client {
		opts.KeyUsages[0] = x509.ExtKeyUsageClientAuth
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	refuse := func(err error) (py.Value, error) { return py.NewTuple(py.None, py.NewStr(reason(err))), nil }
	number := map[string]int{}
	cert, err := x509.ParseCertificate(leaf)
	if err != nil {
		// A leaf's key is nobody's concern here; those of issuers are.
		if c, other := weierstrass.ParseCertificate(leaf); other == nil {
			cert, err = c, nil
		}
	}
	if err != nil {
		return refuse(err)
	}
	number[string(leaf)] = 0
	var broken error
	for i, v := range append(append([]py.Value(nil), others...), roots...) {
		raw, err := py.AsBuffer(t, v)
		if err != nil {
			return py.Nil, err
		}
		if err := t.Step(1 + len(raw)/16); err != nil {
			return py.Nil, err
		}
		c, err := x509.ParseCertificate(raw)
		if err != nil {
			// It can be in no chain; perhaps it is in the way of none.
			broken = err
			continue
		}
		if _, there := number[string(raw)]; !there {
			number[string(raw)] = i + 1
		}
		if i < len(others) {
			opts.Intermediates.AddCert(c)
		} else {
			opts.Roots.AddCert(c)
		}
	}
	// The work of Verify is bounded by itself: 100 signatures, 250,000 names.
	if err := t.Step(20000); err != nil {
		return py.Nil, err
	}
	chains, err := cert.Verify(opts)
	if err != nil {
		var unknown x509.UnknownAuthorityError
		if broken != nil && errors.As(err, &unknown) {
			err = broken
		}
		return refuse(err)
	}
	var out []py.Value
	for _, chain := range chains {
		var nums []py.Value
		for _, c := range chain {
			nums = append(nums, py.Int(int64(number[string(c.Raw)])))
		}
		out = append(out, py.NewListOf(nums).Value())
	}
	return py.NewTuple(py.NewListOf(out).Value(), py.None), nil
}

// reason words what crypto/x509 found in pyca/cryptography's terms, where it has some.
func reason(err error) string {
	var invalid x509.CertificateInvalidError
	var host x509.HostnameError
	var unknown x509.UnknownAuthorityError
	var algorithm x509.InsecureAlgorithmError
	var critical x509.UnhandledCriticalExtension
	switch {
	case errors.As(err, &invalid):
		switch invalid.Reason {
		case x509.Expired:
			return "cert is not valid at validation time"
		case x509.NotAuthorizedToSign:
			return "basicConstraints.cA must be asserted in a CA certificate"
		case x509.TooManyIntermediates:
			return "path length constraint violated"
		case x509.IncompatibleUsage:
			return "required EKU not found"
		case x509.CANotAuthorizedForThisName:
			return "no permitted name constraints matched SAN"
		case x509.NameMismatch:
			return "issuer name does not match subject from issuing certificate"
		}
		return invalid.Error()
	case errors.As(err, &host):
		return "leaf certificate has no matching subjectAltName"
	case errors.As(err, &algorithm):
		return "Forbidden signature algorithm: " + x509.SignatureAlgorithm(algorithm).String()
	case errors.As(err, &critical):
		return "certificate contains unaccounted-for critical extensions"
	case errors.As(err, &unknown):
		// What was wrong with the last candidate stands in the text only.
		if _, why, ok := strings.Cut(err.Error(), "possibly because of \""); ok {
			why, _, _ = strings.Cut(why, "\"")
			switch why {
			case "x509: ECDSA verification failure", "x509: Ed25519 verification failure", "crypto/rsa: verification error":
				why = "signature does not match"
			}
			return "candidates exhausted: " + strings.TrimPrefix(why, "x509: ")
		}
		return "candidates exhausted: all candidates exhausted with no interior errors"
	}
	return err.Error()
}
