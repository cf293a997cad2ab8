// Package datefmt writes and reads dates and times by the formats of C's strftime
// and strptime, in the C locale and with CPython's errors.
package datefmt

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Fields are a time taken apart, as in C's struct tm but with the year and the month
// as people count them, Monday as day 0 of the week and 1 January as day 1.
type Fields struct {
	Year, Mon, Day, Hour, Min, Sec, Wday, Yday, Isdst int
	Zone                                              string
	Off                                               int // seconds east of Greenwich
	HasZone                                           bool
}

var (
	days   = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// Asctime is what C's asctime makes of a time.
func (b *Fields) Asctime() string {
	return fmt.Sprintf("%.3s %.3s%3d %.2d:%.2d:%.2d %d", days[b.Wday%7], months[b.Mon-1], b.Day, b.Hour, b.Min, b.Sec, b.Year)
}

// isoWeek returns the ISO 8601 year and week.
func (b *Fields) isoWeek() (year, week int) {
	// The Thursday of the week decides.
	year = b.Year
	day := b.Yday - 1 + 3 - b.Wday
	if day < 0 {
		year--
		day += yearDays(year)
	} else if n := yearDays(year); day >= n {
		year++
		day -= n
	}
	return year, day/7 + 1
}

func yearDays(y int) int {
	if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
		return 366
	}
	return 365
}

// Format appends what C's strftime makes of a format in the C locale.
func (b *Fields) Format(out []byte, format string) []byte {
	num := func(n, width int) {
		s := strconv.Itoa(n)
		for i := len(s); i < width; i++ {
			out = append(out, '0')
		}
		out = append(out, s...)
	}
	pad := func(n, width int) {
		s := strconv.Itoa(n)
		for i := len(s); i < width; i++ {
			out = append(out, ' ')
		}
		out = append(out, s...)
	}
	hour12 := (b.Hour+11)%12 + 1
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c != '%' || i+1 == len(format) {
			out = append(out, c)
			continue
		}
		i++
		switch c := format[i]; c {
		case 'a':
			out = append(out, days[b.Wday][:3]...)
		case 'A':
			out = append(out, days[b.Wday]...)
		case 'b', 'h':
			out = append(out, months[b.Mon-1][:3]...)
		case 'B':
			out = append(out, months[b.Mon-1]...)
		case 'c':
			out = b.Format(out, "%a %b %e %H:%M:%S %Y")
		case 'C':
			num(floorDiv(b.Year, 100), 0) // as glibc has it
		case 'd':
			num(b.Day, 2)
		case 'D', 'x':
			out = b.Format(out, "%m/%d/%y")
		case 'e':
			pad(b.Day, 2)
		case 'F':
			out = b.Format(out, "%Y-%m-%d")
		case 'g':
			y, _ := b.isoWeek()
			num(((y%100)+100)%100, 2)
		case 'G':
			y, _ := b.isoWeek()
			num(y, 0)
		case 'H':
			num(b.Hour, 2)
		case 'I':
			num(hour12, 2)
		case 'j':
			num(b.Yday, 3)
		case 'k':
			pad(b.Hour, 2)
		case 'l':
			pad(hour12, 2)
		case 'm':
			num(b.Mon, 2)
		case 'M':
			num(b.Min, 2)
		case 'n':
			out = append(out, '\n')
		case 'p', 'P':
			s := "AM"
			if b.Hour >= 12 {
				s = "PM"
			}
			if c == 'P' {
				s = strings.ToLower(s)
			}
			out = append(out, s...)
		case 'r':
			out = b.Format(out, "%I:%M:%S %p")
		case 'R':
			out = b.Format(out, "%H:%M")
		case 's':
			x := time.Date(b.Year, time.Month(b.Mon), b.Day, b.Hour, b.Min, b.Sec, 0, time.Local)
			num(int(x.Unix()), 0)
		case 'S':
			num(b.Sec, 2)
		case 't':
			out = append(out, '\t')
		case 'T', 'X':
			out = b.Format(out, "%H:%M:%S")
		case 'u':
			num(b.Wday+1, 1)
		case 'U':
			num((b.Yday-1+7-(b.Wday+1)%7)/7, 2)
		case 'V':
			_, w := b.isoWeek()
			num(w, 2)
		case 'w':
			num((b.Wday+1)%7, 1)
		case 'W':
			num((b.Yday-1+7-b.Wday)/7, 2)
		case 'y':
			num(((b.Year%100)+100)%100, 2)
		case 'Y':
			num(b.Year, 0)
		case 'z', 'Z':
			zone, off := b.Zone, b.Off
			if !b.HasZone {
				x := time.Date(b.Year, time.Month(b.Mon), b.Day, b.Hour, b.Min, b.Sec, 0, time.Local)
				zone, off = x.Zone()
			}
			if c == 'Z' {
				out = append(out, zone...)
				break
			}
			sign := byte('+')
			if off < 0 {
				sign, off = '-', -off
			}
			out = append(out, sign)
			num(off/3600, 2)
			num(off/60%60, 2)
		case '%':
			out = append(out, '%')
		default:
			out = append(out, '%', c)
		}
	}
	return out
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
