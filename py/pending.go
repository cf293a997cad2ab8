package py

func initMemoryView() { MemoryViewType.define(&memoryViewShape, TypeSpec{Name: "memoryview"}) }
