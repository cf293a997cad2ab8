package fmath

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

func TestTmp(t *testing.T) {
	b, _ := os.ReadFile("/tmp/fm/cases.txt")
	one := map[string][2]func(float64) float64{"exp": {Exp, math.Exp}, "exp2": {Exp2, math.Exp2}, "expm1": {Expm1, math.Expm1}, "log": {Log, math.Log}, "log2": {Log2, math.Log2}, "log10": {Log10, math.Log10}, "log1p": {Log1p, math.Log1p}, "sin": {Sin, math.Sin}, "cos": {Cos, math.Cos}, "tan": {Tan, math.Tan}, "asin": {Asin, math.Asin}, "acos": {Acos, math.Acos}, "atan": {Atan, math.Atan}, "sinh": {Sinh, math.Sinh}, "cosh": {Cosh, math.Cosh}, "tanh": {Tanh, math.Tanh}, "asinh": {Asinh, math.Asinh}, "acosh": {Acosh, math.Acosh}, "atanh": {Atanh, math.Atanh}, "cbrt": {Cbrt, math.Cbrt}}
	two := map[string][2]func(a, b float64) float64{"atan2": {Atan2, math.Atan2}, "hypot": {Hypot, math.Hypot}, "pow": {Pow, math.Pow}}
	n, bad, bad2, worst := map[string]int{}, map[string]int{}, map[string]int{}, map[string]string{}
	var order []string
	maxd := map[string]int64{}
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		f := strings.Fields(l)
		p := func(i int) float64 { x, _ := strconv.ParseFloat(f[i], 64); return x }
		a, c, r := p(1), p(2), p(3)
		if n[f[0]] == 0 {
			order = append(order, f[0])
		}
		n[f[0]]++
		var x, y float64
		if g, ok := one[f[0]]; ok {
			x, y = g[0](a), g[1](a)
		} else {
			g := two[f[0]]
			x, y = g[0](a, c), g[1](a, c)
		}
		d := int64(math.Float64bits(x)) - int64(math.Float64bits(r))
		if d < 0 {
			d = -d
		}
		if d != 0 {
			bad[f[0]]++
			if d > maxd[f[0]] {
				maxd[f[0]] = d
				worst[f[0]] = fmt.Sprint(a, " ", c, " got ", x, " want ", r)
			}
		}
		if y != r {
			bad2[f[0]]++
		}
	}
	for _, k := range order {
		fmt.Println(k, n[k], "ours:", bad[k], "go:", bad2[k], "max", maxd[k], worst[k])
	}
}
func BenchmarkAll(b *testing.B) {
	for _, c := range []struct {
		n string
		f func(float64) float64
	}{{"exp", Exp}, {"log", Log}, {"sin", Sin}, {"tan", Tan}, {"atan", Atan}, {"gosin", math.Sin}, {"goexp", math.Exp}, {"golog", math.Log}} {
		b.Run(c.n, func(b *testing.B) {
			x := 0.3
			s := 0.0
			for i := 0; i < b.N; i++ {
				s += c.f(x)
				x += 1e-7
			}
			_ = s
		})
	}
	b.Run("pow", func(b *testing.B) {
		x := 0.3
		s := 0.0
		for i := 0; i < b.N; i++ {
			s += Pow(x, 1.7)
			x += 1e-7
		}
		_ = s
	})
	b.Run("gopow", func(b *testing.B) {
		x := 0.3
		s := 0.0
		for i := 0; i < b.N; i++ {
			s += math.Pow(x, 1.7)
			x += 1e-7
		}
		_ = s
	})
}
