package woma_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

// The first lines an embedder writes.
func Example() {
	in, err := woma.New(woma.Config{Modules: stdlib.Core(), Stdout: os.Stdout})
	if err != nil {
		panic(err)
	}
	defer in.Close()
	err = in.Exec(context.Background(), `
def greet(name):
    print("Hello,", name)
greet("world")
`, "greet.py")
	if err != nil {
		fmt.Print(in.Traceback(err))
	}
	// Output: Hello, world
}

// Go values go in, Go values come out.
func ExampleInterp_Call() {
	in, _ := woma.New(woma.Config{Modules: stdlib.Core(), Stdout: os.Stdout})
	defer in.Close()
	ctx := context.Background()
	in.Set("rates", map[string]float64{"EUR": 1, "USD": 1.25})
	in.Exec(ctx, `
def convert(amount, *currencies):
    return {c: amount * rates[c] for c in currencies}
`, "rates.py")
	v, err := in.Call(ctx, "convert", 20, "EUR", "USD")
	if err != nil {
		panic(err)
	}
	x, _ := woma.FromPython(v)
	fmt.Println(x)
	// Output: map[EUR:20 USD:25]
}

// A Go function becomes a Python function; the signature gives it keywords,
// defaults and error messages.
func ExampleInterp_Func() {
	in, _ := woma.New(woma.Config{Modules: stdlib.Core(), Stdout: os.Stdout})
	defer in.Close()
	in.Func("clamp(x, low=0, high=100)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		x, low, high := a.Int(t, 0), a.IntOr(t, 1, 0), a.IntOr(t, 2, 100)
		if err := a.Err(); err != nil {
			return py.Nil, err
		}
		return py.Int(int64(max(low, min(x, high)))), nil
	})
	err := in.Exec(context.Background(), `
print(clamp(150), clamp(-3), clamp(7, high=5))
clamp()
`, "clamp.py")
	fmt.Println(err)
	// Output:
	// 100 0 5
	// TypeError: clamp() missing required argument 'x' (pos 1)
}

// A Python exception is a *py.Exc.
func ExampleInterp_Traceback() {
	in, _ := woma.New(woma.Config{Modules: stdlib.Core()})
	defer in.Close()
	_, err := in.Eval(context.Background(), "{}['key']")
	var exc *py.Exc
	if errors.As(err, &exc) && exc.IsA(py.KeyError) {
		fmt.Print(in.Traceback(err))
	}
	// Output:
	// Traceback (most recent call last):
	//   File "<string>", line 1, in <module>
	//     {}['key']
	//     ~~^^^^^^^
	// KeyError: 'key'
}

// A context ends a program that does not end by itself.
func ExampleInterp_Exec_timeout() {
	in, _ := woma.New(woma.Config{Modules: stdlib.Core()})
	defer in.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	err := in.Exec(ctx, "while True: pass", "loop.py")
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
	// Output: true
}
