package hashes

import (
	"hash"
	"reflect"

	"github.com/dchest/blake2b"
	"github.com/dchest/blake2s"
)

// lastNode is BLAKE2 for the last node of a level of a tree, which differs in a flag of
// the last block only. x/crypto cannot set it, dchest's package can, but cannot copy
// a hash in use; its hashes are structs without pointers, so that an assignment does.
type lastNode struct{ hash.Hash }

// Clone implements hash.Cloner.
func (l lastNode) Clone() (hash.Cloner, error) {
	from := reflect.ValueOf(l.Hash).Elem()
	to := reflect.New(from.Type())
	to.Elem().Set(from)
	return lastNode{to.Interface().(hash.Hash)}, nil
}

func lastBlake2b(p Blake2Params) (hash.Hash, error) {
	h, err := blake2b.New(&blake2b.Config{Size: uint8(p.Size), Key: p.Key, Salt: p.Salt, Person: p.Person,
		Tree: &blake2b.Tree{Fanout: p.Fanout, MaxDepth: p.Depth, LeafSize: p.LeafSize, NodeOffset: p.NodeOffset,
			NodeDepth: p.NodeDepth, InnerHashSize: p.InnerSize, IsLastNode: true}})
	return lastNode{h}, err
}

func lastBlake2s(p Blake2Params) (hash.Hash, error) {
	h, err := blake2s.New(&blake2s.Config{Size: uint8(p.Size), Key: p.Key, Salt: p.Salt, Person: p.Person,
		Tree: &blake2s.Tree{Fanout: p.Fanout, MaxDepth: p.Depth, LeafSize: p.LeafSize, NodeOffset: p.NodeOffset,
			NodeDepth: p.NodeDepth, InnerHashSize: p.InnerSize, IsLastNode: true}})
	return lastNode{h}, err
}
