# What compile() says to programs with a token too many, missing or in the wrong place:
# accepted or not, message, place, line. lib/mutate.py made them. An argument is another
# file of programs, to compare more of them.
import json
import sys
import warnings

warnings.simplefilter("ignore")
name = sys.argv[1] if len(sys.argv) > 1 else __file__.replace("mutations.py", "lib/mutations.json")
with open(name, encoding="utf-8") as f:
    programs = json.load(f)
for program in programs:
    try:
        compile(program, "<s>", "exec")
        print("accepted")
    except SyntaxError as e:
        print(ascii([type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]))
    except Exception as e:
        print(ascii([type(e).__name__, str(e)]))
