# The targets are short forms; what they run stands in README.md and .ci/run.

FUZZTIME ?= 10s

build:
	CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o woma ./cmd/woma

test:
	go test ./...

ci:
	.ci/run

# See bench/README.md for peers and options.
bench:
	go run ./bench -markdown bench/results.md

# Every fuzz test for FUZZTIME each: make fuzz FUZZTIME=10m
fuzz:
	@set -e; grep -rlE '^func Fuzz' --include='*_test.go' . | while read -r file; do \
		dir=$$(dirname $$file); \
		for f in $$(sed -nE 's/^func (Fuzz[A-Za-z0-9_]*)\(.*/\1/p' $$file); do \
			echo "== $$dir $$f"; \
			go test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$dir; \
		done; \
	done

# MicroPython's own tests need its sources and a CPython 3.13 to compare with.
conformance:
	@echo "build woma, then run MicroPython's test suite against it:"
	@echo "    make build"
	@echo "    cd micropython/tests && MICROPY_MICROPYTHON=$(CURDIR)/woma ./run-tests.py"

.PHONY: build test ci bench fuzz conformance
