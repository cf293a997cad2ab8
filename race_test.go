//go:build race

package woma_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/internal/hostfs"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

// survey touches everything that is made when it is first wanted: rows of modules,
// types and their slots, signatures, attributes, methods, texts.
const survey = `
import sys
def look(name):
    try:
        __import__(name)
    except ImportError:
        return
    m = sys.modules[name]
    out = [repr(m)]
    for key in dir(m):
        v = getattr(m, key, None)
        out.append(key)
        if isinstance(v, type):
            out.append(v.__mro__)
            for attr in dir(v):
                w = getattr(v, attr, None)
                out += [attr, getattr(w, '__doc__', None), getattr(w, '__text_signature__', None)]
            try:
                out.append(hash(v()))
            except Exception:
                pass
            class Sub(v if v.__flags__ & 1024 else object):
                pass
            out.append(isinstance(Sub, v))
        elif callable(v):
            out += [getattr(v, '__doc__', None), getattr(v, '__text_signature__', None), getattr(v, '__module__', None)]
            try:
                v(wrong=1)
            except (Exception, SystemExit):
                pass
        try:
            v < 1
        except Exception:
            pass
    return len(out)
`

// uses are small programs, one for each module, that compute a value; all goroutines
// must come to the same one.
var uses = map[string]string{
	"abc":                "class A(abc.ABC):\n    @abc.abstractmethod\n    def f(self): pass\ntry: A()\nexcept TypeError as e: r = str(e)",
	"array":              "a = array.array('d', [1, 2]); a.append(3); r = a.tolist(), a.itemsize",
	"atexit":             "r = atexit.register(len, '') is len",
	"base64":             "r = base64.b85encode(b'hello'), base64.b64decode('aGk='), base64.a85encode(b'abc')",
	"binascii":           "r = binascii.crc32(b'x'), binascii.hexlify(b'x', '-')",
	"bisect":             "r = bisect.bisect([1, 2, 4], 3, key=lambda x: x)",
	"builtins":           "r = builtins.sorted({1: 2, 0: 1}.items()), builtins.format(3.5, '>8.2f'), builtins.pow(3, -1, 7)",
	"cmath":              "r = cmath.sqrt(-1), cmath.polar(1j)",
	"collections":        "P = collections.namedtuple('P', 'x y'); r = P(1, 2), collections.Counter('aab').most_common(), collections.deque([1], 2), collections.OrderedDict(a=1)",
	"collections.abc":    "import collections.abc\nr = isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), issubclass(int, collections.abc.Hashable)",
	"contextlib":         "@contextlib.contextmanager\ndef c():\n    yield 3\nwith c() as x, contextlib.suppress(KeyError): r = x; {}[0]",
	"copy":               "r = copy.deepcopy({1: [2, (3, [4])]}), copy.copy({1})",
	"cryptography":       "from cryptography.fernet import Fernet\nr = len(Fernet.generate_key())",
	"cryptolib":          "r = cryptolib.aes(bytes(16), 1).encrypt(bytes(16))",
	"datetime":           "r = str(datetime.datetime(2024, 2, 29) + datetime.timedelta(days=366)), datetime.date(2020, 1, 1).strftime('%A %j'), datetime.datetime.strptime('1 Mar 2021', '%d %b %Y')",
	"errno":              "r = errno.errorcode[errno.ENOENT]",
	"fnmatch":            "r = fnmatch.filter(['a.py', 'b.c'], '*.py')",
	"functools":          "r = functools.reduce(lambda a, b: a + b, range(5)), functools.partial(int, base=2)('101')\n@functools.lru_cache\ndef f(x): return x\nr += f(1), f(1), f.cache_info()\n@functools.singledispatch\ndef g(x): return 0\n@g.register\ndef _(x: int): return 1\nr += g(1), g('')",
	"gc":                 "r = gc.isenabled()",
	"hashlib":            "r = [(n, hashlib.new(n, b'x').digest_size) for n in sorted(hashlib.algorithms_guaranteed) if 'shake' not in n], hashlib.pbkdf2_hmac('sha256', b'p', b's', 2).hex()",
	"heapq":              "r = heapq.nsmallest(2, [3, 1, 2]), list(heapq.merge([1], [0]))",
	"hmac":               "r = hmac.new(b'k', b'm', 'sha256').hexdigest()",
	"io":                 "s = io.StringIO('a\\nb'); b = io.TextIOWrapper(io.BytesIO(b'x\\r\\ny')); r = s.readlines(), b.read()",
	"ipaddress":          "r = str(ipaddress.ip_network('10.0.0.0/8')), ipaddress.ip_address('::1').is_loopback",
	"itertools":          "r = list(itertools.permutations('abc', 2)), list(itertools.islice(itertools.count(), 3)), [list(g) for k, g in itertools.groupby('aab')]",
	"json":               "r = json.loads(json.dumps({'a': [1.5, None, 'é']}, indent=1))\ntry: json.loads('{')\nexcept ValueError as e: r = r, str(e)",
	"math":               "r = math.gamma(5), math.comb(5, 2), math.fsum([.1] * 10), math.lgamma(3)",
	"micropython":        "r = micropython.const(3)",
	"operator":           "r = operator.itemgetter(1)('ab'), operator.methodcaller('upper')('x'), operator.attrgetter('real')(1)",
	"os":                 "r = os.sep, os.fspath('x')",
	"os.path":            "import os.path\nr = os.path.join('a', 'b'), os.path.splitext('a.b')",
	"random":             "x = random.Random(1); r = x.random(), x.choice('abc'), x.sample(range(9), 3)",
	"re":                 "r = re.sub(r'(?i)(\\w)\\1', r'<\\1>', 'aab Cc'), re.findall(r'\\d+', 'a1b22'), re.compile('x(?P<n>y)').match('xy').groupdict()",
	"secrets":            "r = len(secrets.token_hex(4))",
	"string":             "r = string.Template('$a').substitute(a=1), string.Formatter().format('{:>4}', 1), string.capwords('a b')",
	"string.templatelib": "import string.templatelib\nr = type(t'{1}').__name__",
	"struct":             "r = struct.pack('<hif', 1, 2, 3.0), struct.calcsize('3s0q')",
	"sys":                "r = sys.maxsize > 0, sys.getrecursionlimit()",
	"time":               "r = time.gmtime(0), time.strftime('%Y', time.gmtime(0))",
	"types":              "r = types.SimpleNamespace(a=1), types.new_class('X', (int,)).__mro__[1], types.MappingProxyType({1: 2})",
	"uuid":               "r = uuid.uuid5(uuid.NAMESPACE_DNS, 'x'), str(uuid.UUID(int=1))",
	"warnings":           "with warnings.catch_warnings(record=True) as w:\n    warnings.simplefilter('always'); warnings.warn('x')\n    r = len(w), w[0].category",
	"weakref":            "class A: pass\na = A(); r = weakref.ref(a)() is a, len(weakref.WeakValueDictionary(x=a))",
	"woma":               "k = bytes(32); r = woma.open(k, woma.seal(k, b'x'))",
	"zlib":               "r = zlib.decompress(zlib.compress(b'a' * 100)), zlib.adler32(b'x')",
}

// Interpreters in parallel use every module, from the first moment of a process: what
// is made lazily is made once and shared. Meant for the race detector. A process of
// its own starts with nothing made.
func TestConcurrentModules(t *testing.T) {
	for _, module := range stdlib.All() {
		name := module.Name
		if uses[name] == "" && module.AliasOf == "" && !strings.HasPrefix(name, "cryptography.") && name[0] != '_' {
			t.Errorf("no program uses %s", name)
		}
	}
	const variable = "WOMA_TEST_CONCURRENT"
	if order := os.Getenv(variable); order != "" {
		useModules(t, order)
		return
	}
	// All in one order meet at each module; in different orders one finds half made
	// what another needs.
	for _, order := range []string{"same", "turned"} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestConcurrentModules$", "-test.count=1", "-test.timeout=5m")
		cmd.Env = append(os.Environ(), variable+"="+order)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s order: %v\n%s", order, err, out)
		}
	}
}

// useModules surveys and uses all modules in a few goroutines at once.
func useModules(t *testing.T, order string) {
	const parallel = 4
	modules := stdlib.All()
	results := make([]map[string]string, parallel)
	start := make(chan struct{})
	var wg sync.WaitGroup
	for i := range parallel {
		results[i] = map[string]string{}
		first := 0
		if order == "turned" {
			first = i * len(modules) / parallel
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			useInTurn(t, append(modules[first:len(modules):len(modules)], modules[:first]...), results[i])
		}()
	}
	close(start)
	wg.Wait()
	for name, want := range results[0] {
		for _, r := range results[1:] {
			if r[name] != want {
				t.Errorf("%s: %s in one goroutine, %s in another", name, want, r[name])
			}
		}
	}
}

// useInTurn uses the modules one after the other, every quarter of them in a fresh
// interpreter, and keeps the values that the programs computed.
func useInTurn(t *testing.T, modules []*py.Module, results map[string]string) {
	ctx := context.Background()
	for len(modules) > 0 {
		n := min(len(modules), 1+len(modules)/4)
		var stdout, stderr bytes.Buffer
		in, err := woma.New(woma.Config{
			Modules: stdlib.All(), Stdout: &stdout, Stderr: &stderr, FS: hostfs.New(), Now: time.Now, Random: hostfs.Random,
		})
		if err != nil {
			t.Error(err)
			return
		}
		must := func(source, name string) {
			if err := in.Exec(ctx, source, name); err != nil {
				t.Errorf("%s: %s", name, in.Traceback(err))
			}
		}
		must(survey, "survey.py")
		for _, module := range modules[:n] {
			name := module.Name
			must("look('"+name+"')", name)
			if use, ok := uses[name]; ok {
				must("import "+name+"\n"+use+"\nr = repr(r)", name+".py")
				v, _ := in.Get("r")
				text, _ := woma.FromPython(v)
				results[name], _ = text.(string)
			}
		}
		if err := in.Close(); err != nil {
			t.Error(err)
		}
		modules = modules[n:]
	}
}
