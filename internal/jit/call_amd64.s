#include "textflag.h"

// func call(entry uintptr, vars *uint64, budget int64) (exit uint64, left int64)
TEXT ·call(SB), NOSPLIT, $8-40
	MOVQ entry+0(FP), AX
	MOVQ vars+8(FP), BX
	MOVQ budget+16(FP), R15
	CALL AX
	MOVQ AX, exit+24(FP)
	MOVQ R15, left+32(FP)
	RET
