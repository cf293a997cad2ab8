package stack

import (
	"testing"
	"unsafe"
)

//go:noinline
func deeper(n int, f func()) {
	var frame [24]byte
	frame[n%len(frame)] = 1
	if n == 0 {
		f()
		return
	}
	deeper(n-1, f)
	if frame[n%len(frame)] != 1 {
		panic("the frame was overwritten")
	}
}

// TestInPage calls from 300 depths, which are some pages, and looks at what is left of the page.
func TestInPage(t *testing.T) {
	moved := 0
	for n := range 300 {
		deeper(n, func() {
			var outside byte
			if uintptr(unsafe.Pointer(&outside))%page < room {
				moved++
			}
			InPage(func() {
				var here byte
				// The call itself takes some of the kilobyte.
				if left := uintptr(unsafe.Pointer(&here)) % page; left < room-256 {
					t.Errorf("at depth %d the page ends after %d bytes", n, left)
				}
			})
		})
	}
	if moved == 0 {
		t.Error("no call was close to the end of a page")
	}
}
