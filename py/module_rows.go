package py

// The names of a module written in Go are made when a program first mentions them:
// most programs use few, and an interpreter that waits should cost little. Until
// all are there, the namespace keeps the rows that are left. Whoever hands out the
// namespace as a dict, or goes through it, calls [Dict.Fill] first.

// moduleRows are the rows of a module whose names are not there yet.
type moduleRows struct {
	in    *Interp
	mod   string
	rows  Members
	made  []uint64 // bits of the rows that were made; their names may be deleted since
	first int      // entries before the place of the first row
}

// setRows gives an empty module its names.
func (m *ModuleObj) setRows(in *Interp, rows Members) {
	if len(rows) > 0 {
		m.Dict.idx.ns.rows = &moduleRows{in: in, mod: m.Def.Name, rows: rows, made: make([]uint64, (len(rows)+63)/64), first: len(m.Dict.ents)}
	}
}

// value makes the value of row i.
func (r *moduleRows) value(i int) Value {
	r.made[i/64] |= 1 << (i % 64)
	v := r.rows[i].member(nil, r.in)
	if n, ok := IsNative(v); ok {
		n.Mod = r.mod
	}
	return v
}

// fetch makes the name k if a row has it, and returns its entry; otherwise -1.
func (d *Dict) fetch(k *Str, h uint64) int {
	r := d.idx.ns.rows
	s := k.String()
	for i := range r.rows {
		if r.rows[i].named(s) && r.made[i/64]>>(i%64)&1 == 0 {
			d.insert(r.in.Intern(s).Value(), h, r.value(i))
			return len(d.ents) - 1
		}
	}
	return -1
}

// Made is GetStr that makes no names.
func (d *Dict) Made(k *Str) *Value {
	if i := d.findStr(k, k.tableHash()); i >= 0 {
		return d.value(i)
	}
	return nil
}

// Fill makes all names of a module, in the order of its rows.
func (d *Dict) Fill() {
	if d.idx == nil || d.idx.ns == nil || d.idx.ns.rows == nil {
		return
	}
	r := d.idx.ns.rows
	// Entries that come after the rows, or are rows already made.
	late := append([]Entry(nil), d.ents[r.first:]...)
	ents := append(make([]Entry, 0, len(d.ents)+len(r.rows)), d.ents[:r.first]...)
	d.idx.ns.rows = nil
	take := func(name string) {
		for j := range late {
			if k := late[j].K; k.p != nil && IsStr(k) && (*Str)(k.p).String() == name {
				ents = append(ents, late[j])
				late[j] = Entry{}
			}
		}
	}
	for i := range r.rows {
		name := r.rows[i].Name()
		if r.made[i/64]>>(i%64)&1 == 0 {
			k := r.in.Intern(name)
			if d.findName(k, k.tableHash()) < 0 {
				d.insert(k.Value(), k.tableHash(), r.value(i))
				ents = append(ents, d.ents[len(d.ents)-1])
				continue
			}
		}
		take(name)
	}
	for _, e := range late {
		if e.K.p != nil {
			ents = append(ents, e)
		}
	}
	d.ents, d.live = ents, int32(len(ents))
	for i := range ents[:r.first] {
		if ents[i].K.p == nil {
			d.live--
		}
	}
	d.changes++
	d.rebuild(cap(ents))
}

// Filled returns the dict after [Dict.Fill].
func (d *Dict) Filled() *Dict {
	d.Fill()
	return d
}

// named reports whether the row has that Python name.
func (m Member) named(s string) bool {
	if m.as == "" && m.sig != "" && m.sig[0] != s[0] && m.sig[0] != 'd' {
		return false
	}
	return m.Name() == s
}
