package fmath

import "math"

// The gamma function by Lanczos' approximation with g = 6.0246… and 13 terms, the
// coefficients as published with Boost ("lanczos13m53"), which is also CPython's
// choice, so that results agree.

const lanczosG = 6.024680040776729583740234375

var lanczosNum = [13]float64{
	23531376880.410759688572007674451636754734846804940,
	42919803642.649098768957899047001988850926355848959,
	35711959237.355668049440185451547166705960488635843,
	17921034426.037209699919755754458931112671403265390,
	6039542586.3520280050642916443072979210699388420708,
	1439720407.3117216736632230727949123939715485786372,
	248874557.86205415651146038641322942321632125127801,
	31426415.585400194380614231628318205362874684987640,
	2876370.6289353724412254090516208496135991145378768,
	186056.26539522349504029498971604569928220784236328,
	8071.6720023658162106380029022722506138218516325024,
	210.82427775157934587250973392071336271166969580291,
	2.5066282746310002701649081771338373386264310793408,
}

var lanczosDen = [13]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}

func lanczosSum(x float64) float64 {
	var num, den float64
	if x < 5 {
		for i := 12; i >= 0; i-- {
			num = float64(num*x) + lanczosNum[i]
			den = float64(den*x) + lanczosDen[i]
		}
	} else {
		for i := range lanczosNum {
			num = num/x + lanczosNum[i]
			den = den/x + lanczosDen[i]
		}
	}
	return num / den
}

// sinPi is sin(pi*x), exact where that is a whole number.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch math.Round(2 * y) {
	case 0:
		r = Sin(math.Pi * y)
	case 1:
		r = Cos(math.Pi * (y - 0.5))
	case 2:
		r = Sin(math.Pi * (1 - y))
	case 3:
		r = -Cos(math.Pi * (y - 1.5))
	default:
		r = Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

// Gamma is the gamma function of a finite x that is no pole; a whole number up to
// 23 gives an exact result.
func Gamma(x float64) float64 {
	const half = lanczosG - 0.5
	abs := math.Abs(x)
	switch {
	case x == math.Floor(x) && x > 0 && x <= 23:
		r := 1.0
		for i := 2.0; i < x; i++ {
			r *= i
		}
		return r
	case abs < 1e-20:
		return 1 / x
	case abs > 200 && x < 0:
		return 0 / sinPi(x)
	case abs > 200:
		return math.Inf(1)
	}
	// y = abs + half, and z what the addition lost.
	y := abs + half
	var z float64
	if abs > half {
		z = (y - abs) - half
	} else {
		z = (y - half) - abs
	}
	z = z * lanczosG / y
	power := func(f func(r, p float64) float64, r float64) float64 {
		if abs < 140 {
			return f(r, Pow(y, abs-0.5))
		}
		p := Pow(y, abs/2-0.25)
		return f(f(r, p), p)
	}
	if x < 0 {
		r := -math.Pi / sinPi(abs) / abs * Exp(y) / lanczosSum(abs)
		r -= float64(z * r)
		return power(func(r, p float64) float64 { return r / p }, r)
	}
	r := lanczosSum(abs) / Exp(y)
	r += float64(z * r)
	return power(func(r, p float64) float64 { return r * p }, r)
}

// Lgamma is the logarithm of the gamma function's magnitude, for a finite x that is
// no pole.
func Lgamma(x float64) float64 {
	if x == 1 || x == 2 {
		return 0
	}
	abs := math.Abs(x)
	if abs < 1e-20 {
		return -Log(abs)
	}
	r := Log(lanczosSum(abs)) - lanczosG
	r += float64((abs - 0.5) * (Log(abs+lanczosG-0.5) - 1))
	if x < 0 {
		const logPi = 1.144729885849400174143427351353058711647
		r = logPi - Log(math.Abs(sinPi(abs))) - Log(abs) - r
	}
	return r
}
