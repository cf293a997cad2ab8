package main

import (
	"fmt"
	"html"
	"io"
	"math"
)

// writeChart draws how much longer than the first peer the others take: a group of
// bars for each program, on a logarithmic scale.
func writeChart(w io.Writer, rows []row, peers []peer) {
	const (
		left, right, top = 150, 60, 40
		bar, gap, width  = 7, 6, 640
	)
	colours := []string{"#2f6db5", "#d9822b", "#4b9b55", "#8e5bb0", "#7a7a7a"}
	others := len(peers) - 1
	height := top + len(rows)*(others*bar+gap) + 40
	lo, hi := -1.0, 1.0 // powers of ten
	for _, r := range rows {
		for i := 1; i < len(peers); i++ {
			if x := r.ratio(i); x > 0 {
				lo, hi = math.Min(lo, math.Log10(x)), math.Max(hi, math.Log10(x))
			}
		}
	}
	at := func(x float64) float64 { return left + (math.Log10(x)-lo)/(hi-lo)*width }
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="11">`+"\n", left+width+right, height)
	fmt.Fprintf(w, `<rect width="100%%" height="100%%" fill="#fff"/>`+"\n")
	for i := 1; i < len(peers); i++ {
		x := left + (i-1)*120
		fmt.Fprintf(w, `<rect x="%d" y="8" width="10" height="10" fill="%s"/><text x="%d" y="17">%s</text>`+"\n",
			x, colours[(i-1)%len(colours)], x+14, html.EscapeString(peers[i].name))
	}
	for _, x := range []float64{0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100} {
		if math.Log10(x) < lo || math.Log10(x) > hi {
			continue
		}
		colour := "#ddd"
		if x == 1 {
			colour = "#000"
		}
		fmt.Fprintf(w, `<line x1="%.1f" x2="%.1f" y1="%d" y2="%d" stroke="%s"/><text x="%.1f" y="%d" text-anchor="middle">%g×</text>`+"\n",
			at(x), at(x), top-8, height-30, colour, at(x), height-14, x)
	}
	y := top
	for _, r := range rows {
		fmt.Fprintf(w, `<text x="%d" y="%d" text-anchor="end">%s</text>`+"\n", left-8, y+others*bar/2+4, html.EscapeString(r.program))
		for i := 1; i < len(peers); i++ {
			if x := r.ratio(i); x > 0 {
				from, to := math.Min(at(1), at(x)), math.Max(at(1), at(x))
				fmt.Fprintf(w, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"><title>%s, %s: %.2f×</title></rect>`+"\n",
					from, y+(i-1)*bar, math.Max(to-from, 0.5), bar-1, colours[(i-1)%len(colours)], html.EscapeString(r.program), html.EscapeString(peers[i].name), x)
			}
		}
		y += others*bar + gap
	}
	fmt.Fprintln(w, "</svg>")
}

// ratio is a peer's time divided by the first peer's, 0 if there is none.
func (r *row) ratio(i int) float64 {
	base, m := r.outcomes[0].median(), r.outcomes[i].median()
	if r.differs || base == 0 || m == 0 {
		return 0
	}
	return float64(m) / float64(base)
}
