package datetime

import (
	"testing"
	"time"
	_ "time/tzdata"
)

// What CPython 3.13 says with TZ=America/New_York: timestamps of local times at the
// two changes of the clocks in 2021, with fold 0 and 1.
func TestFromLocal(t *testing.T) {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	saved := time.Local
	time.Local = zone
	defer func() { time.Local = saved }()
	for _, c := range []struct {
		y, m, d, hour, min int
		want               [2]int64
	}{
		{2021, 3, 14, 1, 15, [2]int64{1615702500, 1615702500}},
		{2021, 3, 14, 2, 15, [2]int64{1615706100, 1615702500}},
		{2021, 3, 14, 3, 15, [2]int64{1615706100, 1615706100}},
		{2021, 11, 7, 0, 30, [2]int64{1636259400, 1636259400}},
		{2021, 11, 7, 1, 30, [2]int64{1636263000, 1636266600}},
		{2021, 11, 7, 2, 30, [2]int64{1636270200, 1636270200}},
	} {
		for fold, want := range c.want {
			m := &moment{}
			m.set(c.y, c.m, c.d, c.hour, c.min, 0, 0, fold)
			if got := m.unix(); got != want {
				t.Errorf("%v fold=%d: %d, want %d", c, fold, got, want)
			}
		}
	}
}

// Every day of the calendar goes to its number and back.
func TestOrdinals(t *testing.T) {
	x := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := 1; n <= maxOrdinal; n++ {
		y, m, d := fromOrdinal(n)
		if y != x.Year() || m != int(x.Month()) || d != x.Day() || ordinal(y, m, d) != n || weekday(n) != (int(x.Weekday())+6)%7 {
			t.Fatalf("%d: %d-%d-%d, want %v", n, y, m, d, x)
		}
		x = x.AddDate(0, 0, 1)
	}
}
