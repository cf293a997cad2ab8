package syntax

// grammarText is the grammar of Python 3.13 for explaining syntax errors; peg.go
// interprets it. The notation is that of the language reference ("Full Grammar
// specification"), with left recursion written as repetition. x=e names the
// part of the source that e matches.
//
// An alternative with => matches a mistake: it raises the error described.
// Rules named bad_* are tried in the second pass only; others with =>
// are tried in both, as in CPython, where that is an oversight.
//
//	at a TEXT       at the place of a
//	range a b TEXT  from the start of a to the end of b
//	from a TEXT     from a to where reading has come
//	last TEXT       at the last token read
//	next TEXT       at the next token
//	indent TEXT     an IndentationError at the last token read
//	call f          what the Go function f says (explain.go)
//
// In TEXT, %n is what sort of expression a is, %d the line of a, %t its text,
// %f the letter of the f-string or t-string.
const grammarText = `
file: statements? ENDMARKER
interactive: compound_stmt NEWLINE | simple_stmts | NEWLINE
eval: expressions NEWLINE* ENDMARKER
statements: statement+
statement: compound_stmt | simple_stmts
simple_stmts: simple_stmt !';' NEWLINE | ';'.simple_stmt+ ';'? NEWLINE
simple_stmt: assignment | &"type" type_alias | star_expressions | 'return' star_expressions?
	| &('import' | 'from') import_stmt
	| 'raise' expression 'from' expression | 'raise' expression | 'raise' | 'pass' | &'del' del_stmt
	| &'yield' yield_expr | 'assert' expression (',' expression)? | 'break' | 'continue'
	| 'global' ','.NAME+ | 'nonlocal' ','.NAME+
compound_stmt: &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def
	| &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt | match_stmt
assignment: NAME ':' expression ('=' annotated_rhs)?
	| ('(' single_target ')' | single_subscript_attribute_target) ':' expression ('=' annotated_rhs)?
	| (star_targets '=')+ annotated_rhs !'='
	| single_target augassign ~ annotated_rhs
	| bad_assignment
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
del_stmt: 'del' del_targets &(';' | NEWLINE) | bad_del_stmt
import_stmt: bad_import | 'import' ','.dotted_as_name+ | import_from
import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets
	| 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets: '(' ','.import_as+ ','? ')' | ','.import_as+ !',' | '*' | bad_import_from_targets
import_as: NAME ('as' NAME)?
dotted_as_name: dotted_name ('as' NAME)?
dotted_name: NAME ('.' NAME)*
block: NEWLINE INDENT statements DEDENT | simple_stmts | bad_block
decorators: ('@' named_expression NEWLINE)+
class_def: decorators class_def_raw | class_def_raw
class_def_raw: bad_class_def | 'class' NAME type_params? ('(' arguments? ')')? ':' block
function_def: decorators function_def_raw | function_def_raw
function_def_raw: bad_def
	| 'async'? 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block
params: bad_parameters | parameters
parameters: slash_no_default param_no_default* param_with_default* star_etc?
	| slash_with_default param_with_default* star_etc?
	| param_no_default+ param_with_default* star_etc?
	| param_with_default+ star_etc? | star_etc
slash_no_default: param_no_default+ '/' (',' | &')')
slash_with_default: param_no_default* param_with_default+ '/' (',' | &')')
star_etc: bad_star_etc | '*' param_no_default param_maybe_default* kwds?
	| '*' param_star_annotation param_maybe_default* kwds? | '*' ',' param_maybe_default+ kwds? | kwds
kwds: bad_kwds | '**' param_no_default
param_no_default: param (',' | &')')
param_star_annotation: NAME ':' star_expression (',' | &')')
param_with_default: param default (',' | &')')
param_maybe_default: param default? (',' | &')')
param: NAME (':' expression)?
default: '=' expression | bad_default
if_stmt: bad_if | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block else_block?
elif_stmt: bad_elif | 'elif' named_expression ':' block elif_stmt | 'elif' named_expression ':' block else_block?
else_block: bad_else | 'else' &&':' block
while_stmt: bad_while | 'while' named_expression ':' block else_block?
for_stmt: bad_for | 'async'? 'for' star_targets 'in' ~ star_expressions ':' block else_block? | bad_for_target
with_stmt: bad_with_indent | 'with' '(' ','.with_item+ ','? ')' ':' block | 'with' ','.with_item+ ':' block
	| 'async' 'with' '(' ','.with_item+ ','? ')' ':' block | 'async' 'with' ','.with_item+ ':' block | bad_with
with_item: expression 'as' star_target &(',' | ')' | ':') | bad_with_item | expression
try_stmt: bad_try | 'try' &&':' block finally_block | 'try' &&':' block except_block+ else_block? finally_block?
	| 'try' &&':' block except_star_block+ else_block? finally_block?
except_block: bad_except_indent | 'except' expression ('as' NAME)? ':' block | 'except' ':' block | bad_except
except_star_block: bad_except_star_indent | 'except' '*' expression ('as' NAME)? ':' block | bad_except
finally_block: bad_finally | 'finally' &&':' block
match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | bad_match
subject_expr: star_named_expression ',' star_named_expressions? | named_expression
case_block: bad_case | "case" patterns guard? ':' block
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' capture_target | bad_as_pattern
or_pattern: '|'.closed_pattern+
closed_pattern: literal_pattern | capture_target | "_" | value_pattern | '(' pattern ')' | sequence_pattern
	| mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') | signed_number ('+' | '-') NUMBER | strings | 'None' | 'True' | 'False'
signed_number: NUMBER | '-' NUMBER
capture_target: !"_" NAME !('.' | '(' | '=')
value_pattern: NAME ('.' NAME)+ !('.' | '(' | '=')
sequence_pattern: '[' maybe_sequence_pattern? ']' | '(' open_sequence_pattern? ')'
open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern: ','.maybe_star_pattern+ ','?
maybe_star_pattern: '*' capture_target | '*' "_" | pattern
mapping_pattern: '{' '}' | '{' double_star_pattern ','? '}' | '{' items_pattern ',' double_star_pattern ','? '}'
	| '{' items_pattern ','? '}'
items_pattern: ','.key_value_pattern+
key_value_pattern: (literal_pattern | NAME ('.' NAME)+) ':' pattern
double_star_pattern: '**' capture_target
class_pattern: dotted_name '(' ')' | dotted_name '(' positional_patterns ','? ')'
	| dotted_name '(' keyword_patterns ','? ')' | dotted_name '(' positional_patterns ',' keyword_patterns ','? ')'
	| bad_class_pattern
positional_patterns: ','.pattern+
keyword_patterns: ','.(NAME '=' pattern)+
type_alias: "type" NAME type_params? '=' expression
type_params: bad_type_params | '[' ','.type_param+ ','? ']'
type_param: NAME (':' expression)? ('=' expression)? | bad_type_param | '*' NAME ('=' star_expression)?
	| '**' NAME ('=' expression)?
expressions: expression (',' expression)* ','?
expression: bad_expression | bad_legacy | disjunction 'if' disjunction 'else' expression | disjunction | lambdef
yield_expr: 'yield' 'from' expression | 'yield' star_expressions?
star_expressions: star_expression (',' star_expression)* ','?
star_expression: '*' bitwise_or | expression
star_named_expressions: ','.star_named_expression+ ','?
star_named_expression: '*' bitwise_or | named_expression
assignment_expression: NAME ':=' ~ expression
named_expression: assignment_expression | bad_named_expression | expression !':='
disjunction: conjunction ('or' conjunction)*
conjunction: inversion ('and' inversion)*
inversion: 'not' inversion | comparison
comparison: bitwise_or (compare_op bitwise_or)*
compare_op: '==' | NE | '<=' | '<' | '>=' | '>' | 'not' 'in' | 'in' | 'is' 'not' | 'is'
bitwise_or: bitwise_xor ('|' bitwise_xor)*
bitwise_xor: bitwise_and ('^' bitwise_and)*
bitwise_and: shift_expr ('&' shift_expr)*
shift_expr: bad_arithmetic | sum (('<<' | '>>') sum)*
sum: term (('+' | '-') term)*
term: bad_factor | factor (('*' | '/' | '//' | '%' | '@') factor)*
factor: ('+' | '-' | '~') factor | await_primary '**' factor | await_primary
await_primary: 'await' primary | primary
primary: atom trailer*
trailer: '.' NAME | genexp | '(' arguments? ')' | '[' slices ']'
slices: slice !',' | ','.(slice | starred_expression)+ ','?
slice: expression? ':' expression? (':' expression?)? | named_expression
atom: NAME | 'True' | 'False' | 'None' | &(STRING | FSTRING_START) strings | NUMBER
	| &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp) | '...'
group: '(' (yield_expr | named_expression) ')' | bad_group
lambdef: 'lambda' lambda_params? ':' expression
lambda_params: bad_lambda_parameters | lambda_parameters
lambda_parameters: lambda_slash_no_default lambda_no_default* lambda_with_default* lambda_star_etc?
	| lambda_slash_with_default lambda_with_default* lambda_star_etc?
	| lambda_no_default+ lambda_with_default* lambda_star_etc?
	| lambda_with_default+ lambda_star_etc? | lambda_star_etc
lambda_slash_no_default: lambda_no_default+ '/' (',' | &':')
lambda_slash_with_default: lambda_no_default* lambda_with_default+ '/' (',' | &':')
lambda_star_etc: bad_lambda_star_etc | '*' lambda_no_default lambda_maybe_default* lambda_kwds?
	| '*' ',' lambda_maybe_default+ lambda_kwds? | lambda_kwds
lambda_kwds: bad_lambda_kwds | '**' lambda_no_default
lambda_no_default: NAME (',' | &':')
lambda_with_default: NAME default (',' | &':')
lambda_maybe_default: NAME default? (',' | &':')
fstring_middle: fstring_field | FSTRING_MIDDLE
fstring_field: '{' annotated_rhs '='? ('!' NAME)? (':' fstring_spec*)? '}' | bad_fstring_field
fstring_spec: FSTRING_MIDDLE | fstring_field
strings: (FSTRING_START fstring_middle* FSTRING_END | STRING)+
list: '[' star_named_expressions? ']'
tuple: '(' (star_named_expression ',' star_named_expressions?)? ')'
set: '{' star_named_expressions '}'
dict: '{' double_starred_kvpairs? '}' | '{' odd_kvpairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ ','?
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+
for_if_clause: 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
	| 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
	| 'async'? 'for' bitwise_or (',' bitwise_or)* ','? !'in' => last 'in' expected after for-loop variables
	| bad_for_target
listcomp: '[' named_expression for_if_clauses ']' | bad_comprehension
setcomp: '{' named_expression for_if_clauses '}' | bad_comprehension
genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' | bad_comprehension
dictcomp: '{' kvpair for_if_clauses '}' | bad_dict_comprehension
arguments: args ','? &')' | bad_arguments
args: ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ (',' kwargs)? | kwargs
kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+ | ','.kwarg_or_starred+ | ','.kwarg_or_double_starred+
starred_expression: bad_starred_unpacking | '*' expression
	| '*' => last Invalid star expression
kwarg_or_starred: bad_kwarg | NAME '=' expression | starred_expression
kwarg_or_double_starred: bad_kwarg | NAME '=' expression | '**' expression
star_targets: star_target !',' | star_target (',' star_target)* ','?
star_target: '*' !'*' star_target | target_with_star_atom
target_with_star_atom: t_primary ('.' NAME | '[' slices ']') !t_lookahead | star_atom
star_atom: NAME | '(' target_with_star_atom ')' | '(' (star_target (',' star_target)+ ','? | star_target ',')? ')'
	| '[' (','.star_target+ ','?)? ']'
single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
single_subscript_attribute_target: t_primary ('.' NAME | '[' slices ']') !t_lookahead
t_primary: atom &t_lookahead (trailer &t_lookahead)*
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ ','?
del_target: t_primary ('.' NAME | '[' slices ']') !t_lookahead | del_t_atom
del_t_atom: NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']'

bad_arguments:
	| (','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs | kwargs) a=',' ','.(starred_expression !'=')+ => from a iterable argument unpacking follows keyword argument unpacking
	| a=expression b=for_if_clauses ',' (args | expression for_if_clauses)? => range a b Generator expression must be parenthesized
	| a=NAME b='=' expression for_if_clauses => range a b invalid syntax. Maybe you meant '==' or ':=' instead of '='?
	| (args ',')? a=NAME b='=' &(',' | ')') => range a b expected argument value expression
	| a=args b=for_if_clauses => call bareGenerator
	| args ',' a=expression b=for_if_clauses => range a b Generator expression must be parenthesized
	| a=args ',' args => call positionalAfterKeyword
bad_kwarg:
	| a=('True' | 'False' | 'None') b='=' => range a b cannot assign to %t
	| a=NAME b='=' expression for_if_clauses => range a b invalid syntax. Maybe you meant '==' or ':=' instead of '='?
	| !(NAME '=') a=expression b='=' => range a b expression cannot contain assignment, perhaps you meant "=="?
	| a='**' expression '=' b=expression => range a b cannot assign to keyword argument unpacking
plain_expression: disjunction 'if' disjunction 'else' expression | disjunction | lambdef
bad_legacy: | a=NAME !'(' b=star_expressions => call legacy
bad_type_param:
	| '*' NAME a=':' b=expression => call boundOfTypeVarTuple
	| '**' NAME a=':' b=expression => call boundOfParamSpec
bad_expression:
	| !(NAME STRING | SOFT_KEYWORD) a=disjunction b=plain_expression => call missingComma
	| a=disjunction 'if' b=disjunction !('else' | ':') => range a b expected 'else' after 'if' expression
	| a='lambda' lambda_params? b=':' &FSTRING_MIDDLE => range a b %f-string: lambda expressions are not allowed without parentheses
bad_named_expression:
	| a=expression ':=' expression => at a cannot use assignment expressions with %n
	| a=NAME '=' b=bitwise_or !('=' | ':=') => range a b invalid syntax. Maybe you meant '==' or ':=' instead of '='?
	| !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=') => at a cannot assign to %n here. Maybe you meant '==' instead of '='?
bad_assignment:
	| a=bad_ann_target ':' expression => at a only single target (not %n) can be annotated
	| a=star_named_expression ',' star_named_expressions* ':' expression => at a only single target (not tuple) can be annotated
	| a=expression ':' expression => at a illegal target for annotation
	| (star_targets '=')* a=star_expressions '=' => call badTarget
	| (star_targets '=')* a=yield_expr '=' => at a assignment to yield expression not possible
	| a=star_expressions augassign annotated_rhs => at a '%n' is an illegal expression for augmented assignment
bad_ann_target: list | tuple | '(' bad_ann_target ')'
bad_del_stmt: | 'del' a=star_expressions => call badDel
bad_block: | NEWLINE !INDENT => indent expected an indented block
bad_comprehension:
	| ('[' | '(' | '{') a=starred_expression for_if_clauses => at a iterable unpacking cannot be used in comprehension
	| ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses => range a b did you forget parentheses around the comprehension target?
	| ('[' | '{') a=star_named_expression b=',' for_if_clauses => range a b did you forget parentheses around the comprehension target?
bad_dict_comprehension: | '{' a='**' bitwise_or for_if_clauses '}' => at a dict unpacking cannot be used in dict comprehension
bad_parameters:
	| a='/' ',' => at a at least one argument must precede /
	| (slash_no_default | slash_with_default) param_maybe_default* a='/' => at a / may appear only once
	| slash_no_default? param_no_default* (slash_with_default | param_with_default+) a=param_no_default => call paramAfterDefault
	| param_no_default* a='(' param_no_default+ ','? b=')' => range a b Function parameters cannot be parenthesized
	| (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a='/' => at a / must be ahead of *
	| param_maybe_default+ '/' a='*' => at a expected comma between / and *
bad_default: | a='=' &(')' | ',') => at a expected default value expression
bad_star_etc:
	| a='*' (')' | ',' (')' | '**')) => at a named arguments must follow bare *
	| '*' param a='=' => at a var-positional argument cannot have default value
	| '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',') => at a * argument may appear only once
bad_kwds:
	| '**' param a='=' => at a var-keyword argument cannot have default value
	| '**' param ',' a=param => at a arguments cannot follow var-keyword argument
	| '**' param ',' a=('*' | '**' | '/') => at a arguments cannot follow var-keyword argument
bad_lambda_parameters:
	| a='/' ',' => at a at least one argument must precede /
	| (lambda_slash_no_default | lambda_slash_with_default) lambda_maybe_default* a='/' => at a / may appear only once
	| lambda_slash_no_default? lambda_no_default* (lambda_slash_with_default | lambda_with_default+) a=lambda_no_default => call paramAfterDefault
	| lambda_no_default* a='(' ','.NAME+ ','? b=')' => range a b Lambda expression parameters cannot be parenthesized
	| (lambda_slash_no_default | lambda_slash_with_default)? lambda_maybe_default* '*' (',' | lambda_no_default) lambda_maybe_default* a='/' => at a / must be ahead of *
	| lambda_maybe_default+ '/' a='*' => at a expected comma between / and *
bad_lambda_star_etc:
	| '*' (':' | ',' (':' | '**')) => last named arguments must follow bare *
	| '*' NAME a='=' => at a var-positional argument cannot have default value
	| '*' (lambda_no_default | ',') lambda_maybe_default* a='*' (lambda_no_default | ',') => at a * argument may appear only once
bad_lambda_kwds:
	| '**' NAME a='=' => at a var-keyword argument cannot have default value
	| '**' NAME ',' a=NAME => at a arguments cannot follow var-keyword argument
	| '**' NAME ',' a=('*' | '**' | '/') => at a arguments cannot follow var-keyword argument
bad_with_item: | expression 'as' a=expression &(',' | ')' | ':') => call badTarget
bad_for_target: | 'async'? 'for' a=star_expressions => call badForTarget
bad_group:
	| '(' a=starred_expression ')' => at a cannot use starred expression here
	| '(' a='**' expression ')' => at a cannot use double starred expression here
bad_import:
	| a='import' ','.dotted_name+ 'from' dotted_name => from a Did you mean to use 'from ... import ...' instead?
	| 'import' a=NEWLINE => from a Expected one or more names after 'import'
bad_import_from_targets:
	| ','.import_as+ ',' NEWLINE => last trailing comma not allowed without surrounding parentheses
	| a=NEWLINE => from a Expected one or more names after 'import'
bad_with:
	| 'async'? 'with' ','.(expression ('as' star_target)?)+ NEWLINE => last expected ':'
	| 'async'? 'with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' NEWLINE => last expected ':'
bad_with_indent:
	| 'async'? a='with' ','.(expression ('as' star_target)?)+ ':' NEWLINE !INDENT => indent expected an indented block after 'with' statement on line %d
	| 'async'? a='with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' ':' NEWLINE !INDENT => indent expected an indented block after 'with' statement on line %d
bad_try:
	| a='try' ':' NEWLINE !INDENT => indent expected an indented block after 'try' statement on line %d
	| 'try' ':' block !('except' | 'finally') => last expected 'except' or 'finally' block
	| 'try' ':' block* except_block+ a='except' b='*' expression ('as' NAME)? ':' => range a b cannot have both 'except' and 'except*' on the same 'try'
	| 'try' ':' block* except_star_block+ a='except' (expression ('as' NAME)?)? ':' => at a cannot have both 'except' and 'except*' on the same 'try'
bad_except:
	| 'except' '*'? a=expression ',' expressions ('as' NAME)? ':' => from a multiple exception types must be parenthesized
	| 'except' '*'? expression ('as' NAME)? NEWLINE => last expected ':'
	| 'except' NEWLINE => last expected ':'
	| 'except' '*' (NEWLINE | ':') => last expected one or more exception types
bad_finally: | a='finally' ':' NEWLINE !INDENT => indent expected an indented block after 'finally' statement on line %d
bad_except_indent:
	| a='except' expression ('as' NAME)? ':' NEWLINE !INDENT => indent expected an indented block after 'except' statement on line %d
	| a='except' ':' NEWLINE !INDENT => indent expected an indented block after 'except' statement on line %d
bad_except_star_indent: | a='except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT => indent expected an indented block after 'except*' statement on line %d
bad_match:
	| "match" subject_expr NEWLINE => last expected ':'
	| a="match" subject_expr ':' NEWLINE !INDENT => indent expected an indented block after 'match' statement on line %d
bad_case:
	| "case" patterns guard? NEWLINE => last expected ':'
	| a="case" patterns guard? ':' NEWLINE !INDENT => indent expected an indented block after 'case' statement on line %d
bad_as_pattern:
	| or_pattern 'as' a="_" => at a cannot use '_' as a target
	| or_pattern 'as' !NAME a=expression => at a invalid pattern target
bad_class_pattern: | dotted_name '(' (positional_patterns ',')? keyword_patterns ',' a=positional_patterns => at a positional patterns follow keyword patterns
bad_if:
	| 'if' named_expression NEWLINE => last expected ':'
	| a='if' named_expression ':' NEWLINE !INDENT => indent expected an indented block after 'if' statement on line %d
bad_elif:
	| 'elif' named_expression NEWLINE => last expected ':'
	| a='elif' named_expression ':' NEWLINE !INDENT => indent expected an indented block after 'elif' statement on line %d
bad_else: | a='else' ':' NEWLINE !INDENT => indent expected an indented block after 'else' statement on line %d
bad_while:
	| 'while' named_expression NEWLINE => last expected ':'
	| a='while' named_expression ':' NEWLINE !INDENT => indent expected an indented block after 'while' statement on line %d
bad_for:
	| 'async'? 'for' star_targets 'in' star_expressions NEWLINE => last expected ':'
	| 'async'? a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT => indent expected an indented block after 'for' statement on line %d
bad_def:
	| 'async'? a='def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT => indent expected an indented block after function definition on line %d
	| 'async'? 'def' NAME type_params? &&'(' params? ')' ('->' expression)? &&':' block
bad_class_def:
	| 'class' NAME type_params? ('(' arguments? ')')? NEWLINE => last expected ':'
	| a='class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT => indent expected an indented block after class definition on line %d
odd_kvpairs:
	| ','.double_starred_kvpair+ ',' odd_kvpair
	| expression ':' a='*' bitwise_or => from a cannot use a starred expression in a dictionary value
	| expression a=':' &('}' | ',') => at a expression expected after dictionary key and ':'
odd_kvpair:
	| a=expression !':' => call keyWithoutColon
	| expression ':' a='*' bitwise_or => from a cannot use a starred expression in a dictionary value
	| expression a=':' &('}' | ',') => at a expression expected after dictionary key and ':'
bad_starred_unpacking: | a='*' expression '=' b=expression => range a b cannot assign to iterable argument unpacking
bad_fstring_field:
	| '{' a='=' => at a %f-string: valid expression required before '='
	| '{' a='!' => at a %f-string: valid expression required before '!'
	| '{' a=':' => at a %f-string: valid expression required before ':'
	| '{' a='}' => at a %f-string: valid expression required before '}'
	| '{' !annotated_rhs => next %f-string: expecting a valid expression after '{'
	| '{' annotated_rhs !('=' | '!' | ':' | '}') => next %f-string: expecting '=', or '!', or ':', or '}'
	| '{' annotated_rhs '=' !('!' | ':' | '}') => next %f-string: expecting '!', or ':', or '}'
	| '{' annotated_rhs '='? '!' &(':' | '}') => next %f-string: missing conversion character
	| '{' annotated_rhs '='? '!' !NAME => next %f-string: invalid conversion character
	| '{' annotated_rhs '='? ('!' NAME)? !(':' | '}') => next %f-string: expecting ':' or '}'
	| '{' annotated_rhs '='? ('!' NAME)? ':' fstring_spec* !'}' => next %f-string: expecting '}', or format specs
	| '{' annotated_rhs '='? ('!' NAME)? !'}' => next %f-string: expecting '}'
bad_arithmetic: | sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion => range a b 'not' after an operator must be parenthesized
bad_factor: | ('+' | '-' | '~') a='not' b=factor => range a b 'not' after an operator must be parenthesized
bad_type_params: | '[' a=']' => from a Type parameter list cannot be empty
`
