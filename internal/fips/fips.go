// Package fips says whether only algorithms that FIPS 140-3 approves may be used:
// because the host asked for it, or because Go's FIPS module is on. docs/fips.md says
// what that means.
package fips

import "crypto/fips140"

// On reports whether algorithms are restricted; asked is what the host set.
func On(asked bool) bool { return asked || fips140.Enabled() }
