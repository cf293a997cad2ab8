package recipes

import (
	"bytes"
	"crypto/pbkdf2"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// A key store is a header of 36 bytes, a nonce, and the entries, encrypted. The header
// is authenticated with them.
const (
	storeMark  = "WOMAKEYS"
	headerSize = 36

	// SaltSize is how much of the source of randomness a new password takes.
	SaltSize = 16

	kdfArgon2id = 1
	kdfPBKDF2   = 2

	// MaxStore is the size of a file that is read at all.
	MaxStore = 1 << 24

	maxName = 255
)

// Costs that a store may ask of who opens it. Below them a password is guessed too soon,
// above them the file is an attack.
const (
	MinMemory, MaxMemory         = 8 << 10, 1 << 20 // KiB
	MinPasses, MaxPasses         = 1, 16
	MaxLanes                     = 16
	MinIterations, MaxIterations = 100_000, 10_000_000
)

// Errors of key stores.
var (
	ErrStore    = errors.New("not a key store, or one of a later version")
	ErrCosts    = errors.New("the key store asks for costs that are out of bounds")
	ErrPassword = errors.New("wrong password, or the file was changed")
	ErrEntry    = errors.New("a name has 1 to 255 bytes, and a store at most 16 MiB")
	ErrEmpty    = errors.New("the password is empty")
)

// Costs say how a password becomes a key: Memory in KiB, Passes and Lanes of Argon2id, or
// with Memory 0 Passes iterations of PBKDF2-HMAC-SHA256.
type Costs struct {
	Memory, Passes uint32
	Lanes          uint8
}

// DefaultCosts are RFC 9106's second choice with one lane, or OWASP's for PBKDF2.
func DefaultCosts(approved bool) Costs {
	if approved {
		return Costs{Passes: 600_000}
	}
	return Costs{Memory: 64 << 10, Passes: 3, Lanes: 1}
}

// Check reports costs that are out of bounds.
func (c Costs) Check() error {
	ok := c.Memory >= MinMemory && c.Memory <= MaxMemory && c.Passes >= MinPasses && c.Passes <= MaxPasses && c.Lanes >= 1 && c.Lanes <= MaxLanes
	if c.Memory == 0 {
		ok = c.Passes >= MinIterations && c.Passes <= MaxIterations && c.Lanes == 0
	}
	if !ok {
		return ErrCosts
	}
	return nil
}

// Steps is about how much work it is to make the key, in the machine's steps.
func (c Costs) Steps() int {
	if c.Memory == 0 {
		return int(c.Passes) * 8
	}
	return int(c.Memory) * int(c.Passes) * 4
}

// Store is an open key store.
type Store struct {
	costs   Costs
	header  [headerSize]byte
	key     []byte
	nonce   [nonceSize]byte // of the file that was last read or written
	entries map[string][]byte
}

// StoreCosts returns what a file asks for, so that it can be weighed before the work.
func StoreCosts(file []byte) (Costs, error) {
	if len(file) < headerSize+nonceSize+tagSize || string(file[:8]) != storeMark || file[8] != 1 || file[11] != 0 {
		return Costs{}, ErrStore
	}
	c := Costs{Memory: binary.BigEndian.Uint32(file[12:]), Passes: binary.BigEndian.Uint32(file[16:]), Lanes: file[10] & 31}
	argon := file[9]>>4 == kdfArgon2id
	if argon != (c.Memory != 0) || !argon && file[9]>>4 != kdfPBKDF2 || file[10]&^31 != 0 {
		return Costs{}, ErrStore
	}
	if v := file[9] & 15; v != sealXChaCha && v != sealXAES {
		return Costs{}, ErrStore
	}
	return c, c.Check()
}

// CreateStore returns a new, empty store.
func CreateStore(random io.Reader, approved bool, password []byte, costs Costs) (*Store, error) {
	s := &Store{entries: map[string][]byte{}}
	return s, s.setPassword(random, approved, password, costs)
}

// setPassword makes a new salt and key.
func (s *Store) setPassword(random io.Reader, approved bool, password []byte, costs Costs) error {
	if len(password) == 0 {
		return ErrEmpty
	}
	if approved && costs.Memory != 0 {
		return ErrNotApproved
	}
	if err := costs.Check(); err != nil {
		return err
	}
	var h [headerSize]byte
	copy(h[:], storeMark)
	h[8] = 1
	h[9], h[10] = kdfArgon2id<<4|sealXChaCha, costs.Lanes
	if costs.Memory == 0 {
		h[9] = kdfPBKDF2<<4 | sealXAES
	}
	binary.BigEndian.PutUint32(h[12:], costs.Memory)
	binary.BigEndian.PutUint32(h[16:], costs.Passes)
	if _, err := io.ReadFull(random, h[headerSize-SaltSize:]); err != nil {
		return err
	}
	key, err := costs.derive(password, h[headerSize-SaltSize:])
	if err != nil {
		return err
	}
	clear(s.key)
	s.costs, s.header, s.key = costs, h, key
	return nil
}

// ChangePassword gives the store another password and salt, with the same costs.
func (s *Store) ChangePassword(random io.Reader, approved bool, password []byte) error {
	return s.setPassword(random, approved, password, s.costs)
}

// Costs returns the costs of the store.
func (s *Store) Costs() Costs { return s.costs }

func (c Costs) derive(password, salt []byte) ([]byte, error) {
	if c.Memory == 0 {
		return pbkdf2.Key(sha256.New, string(password), salt, int(c.Passes), KeySize)
	}
	return argon2.IDKey(password, salt, c.Passes, c.Memory, c.Lanes, KeySize), nil
}

// OpenStore reads a store.
func OpenStore(approved bool, file, password []byte) (*Store, error) {
	costs, err := StoreCosts(file)
	if err != nil {
		return nil, err
	}
	if approved && file[9] != kdfPBKDF2<<4|sealXAES {
		return nil, ErrNotApproved
	}
	if len(password) == 0 {
		return nil, ErrEmpty
	}
	s := &Store{costs: costs}
	copy(s.header[:], file)
	copy(s.nonce[:], file[headerSize:])
	if s.key, err = costs.derive(password, s.header[headerSize-SaltSize:]); err != nil {
		return nil, err
	}
	plain, err := openWith(approved, s.header[9]&15, s.key, file[headerSize:], s.header[:])
	if err != nil {
		s.Close()
		return nil, ErrPassword
	}
	if s.entries, err = decodeEntries(plain); err != nil {
		s.Close()
		return nil, err
	}
	clear(plain)
	return s, nil
}

// Bytes encrypts the store, with a new nonce each time.
func (s *Store) Bytes(random io.Reader) ([]byte, error) {
	plain, err := s.encodeEntries()
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, headerSize+nonceSize+len(plain)+tagSize), s.header[:]...)
	out, err = sealWith(out, random, s.header[9]&15, s.key, plain, s.header[:])
	clear(plain)
	return out, err
}

// Written tells the store that the file now holds these bytes; Same reports whether a file
// is the one it has last read or written.
func (s *Store) Written(file []byte) { copy(s.nonce[:], file[headerSize:]) }

// Same reports whether file is what the store has last read or written.
func (s *Store) Same(file []byte) bool {
	return len(file) >= headerSize+nonceSize && bytes.Equal(file[:headerSize], s.header[:]) && bytes.Equal(file[headerSize:headerSize+nonceSize], s.nonce[:])
}

// encodeEntries: a count, then per entry the lengths of name and value, name, value.
func (s *Store) encodeEntries() ([]byte, error) {
	size := 4
	for name, value := range s.entries {
		size += 6 + len(name) + len(value)
	}
	if size > MaxStore-headerSize-nonceSize-tagSize {
		return nil, ErrEntry
	}
	out := binary.BigEndian.AppendUint32(make([]byte, 0, size), uint32(len(s.entries)))
	for _, name := range s.Names() {
		out = binary.BigEndian.AppendUint16(out, uint16(len(name)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(s.entries[name])))
		out = append(append(out, name...), s.entries[name]...)
	}
	return out, nil
}

func decodeEntries(b []byte) (map[string][]byte, error) {
	if len(b) < 4 {
		return nil, ErrStore
	}
	count := binary.BigEndian.Uint32(b)
	b = b[4:]
	entries := map[string][]byte{}
	for range count {
		if len(b) < 6 {
			return nil, ErrStore
		}
		n, m := int(binary.BigEndian.Uint16(b)), binary.BigEndian.Uint32(b[2:])
		b = b[6:]
		if n > len(b) || uint64(m) > uint64(len(b)-n) {
			return nil, ErrStore
		}
		entries[string(b[:n])] = bytes.Clone(b[n : n+int(m)])
		b = b[n+int(m):]
	}
	if len(b) > 0 || len(entries) != int(count) {
		return nil, ErrStore
	}
	return entries, nil
}

// Names returns the names of all entries, sorted.
func (s *Store) Names() []string {
	names := make([]string, 0, len(s.entries))
	for name := range s.entries {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Get returns an entry, which the caller must not change.
func (s *Store) Get(name string) ([]byte, bool) {
	b, ok := s.entries[name]
	return b, ok
}

// Set adds or replaces an entry and returns what undoes that.
func (s *Store) Set(name string, value []byte) (undo func(), err error) {
	if len(name) == 0 || len(name) > maxName || !utf8.ValidString(name) || len(value) > MaxStore {
		return nil, ErrEntry
	}
	old, had := s.entries[name]
	s.entries[name] = bytes.Clone(value)
	return func() {
		if had {
			s.entries[name] = old
		} else {
			delete(s.entries, name)
		}
	}, nil
}

// Delete removes an entry and returns what undoes that; nil if there is none.
func (s *Store) Delete(name string) (undo func()) {
	old, ok := s.entries[name]
	if !ok {
		return nil
	}
	delete(s.entries, name)
	return func() { s.entries[name] = old }
}

// Clone returns a copy with keys of its own, so that a change can be given up.
func (s *Store) Clone() *Store {
	c := *s
	c.key = bytes.Clone(s.key)
	return &c
}

// Forget overwrites the key, when a clone goes on with the entries.
func (s *Store) Forget() { clear(s.key) }

// Close overwrites the key and the entries, as far as Go lets that happen.
func (s *Store) Close() {
	clear(s.key)
	for _, v := range s.entries {
		clear(v)
	}
	s.key, s.entries = nil, nil
}
