#include "textflag.h"

// func call(entry uintptr, vars *uint64, budget int64) (exit uint64, left int64)
TEXT ·call(SB), NOSPLIT, $16-40
	MOVD entry+0(FP), R16
	MOVD vars+8(FP), R25
	MOVD budget+16(FP), R24
	// flush's ISB was for the core that it ran on; the goroutine may be on another.
	ISB $15
	CALL (R16)
	MOVD R16, exit+24(FP)
	MOVD R24, left+32(FP)
	RET

// func flush(start, end uintptr)
TEXT ·flush(SB), NOSPLIT, $0-16
	MOVD start+0(FP), R0
	MOVD end+8(FP), R1
	MRS CTR_EL0, R2
	MOVD $4, R3
	UBFX $16, R2, $4, R4 // data lines: 4 << R4 bytes
	LSL R4, R3, R4
	UBFX $0, R2, $4, R5 // instruction lines
	LSL R5, R3, R5
	SUB $1, R4, R6
	BIC R6, R0, R6
data:
	DC CVAU, R6
	ADD R4, R6
	CMP R1, R6
	BLO data
	DSB $11 // ISH
	SUB $1, R5, R6
	BIC R6, R0, R6
instructions:
	WORD $0xD50B7526 // IC IVAU, R6
	ADD R5, R6
	CMP R1, R6
	BLO instructions
	DSB $11
	ISB $15
	RET
