package cryptography_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// keygen runs ssh-keygen in the folder of the peer.
func (p *peer) keygen(args ...string) string {
	p.t.Helper()
	cmd := exec.Command("ssh-keygen", args...)
	cmd.Dir = p.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		p.t.Fatalf("ssh-keygen %q: %v\n%s", args, err, out)
	}
	return string(out)
}

func newSSHPeer(t *testing.T) *peer {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("no ssh-keygen here")
	}
	p := newPeer(t)
	p.python("from cryptography.hazmat.primitives.serialization import ssh\n")
	return p
}

// Key files of ssh-keygen with each of its ciphers are woma's, and the other way round.
func TestSSHKeygen(t *testing.T) {
	p := newSSHPeer(t)
	ciphers := strings.Fields("none 3des-cbc aes128-cbc aes192-cbc aes256-cbc aes128-ctr aes192-ctr aes256-ctr " +
		"aes128-gcm@openssh.com aes256-gcm@openssh.com chacha20-poly1305@openssh.com")
	var names []string
	for i, c := range ciphers {
		kind := [][]string{{"ed25519"}, {"rsa", "-b", "2048"}, {"ecdsa", "-b", "256"}, {"ecdsa", "-b", "384"}, {"ecdsa", "-b", "521"}}[i%5]
		args := append([]string{"-q", "-f", c, "-a", "2", "-N", "", "-t"}, kind...)
		if c != "none" {
			args[6] = "secret"
			args = append(args, "-Z", c)
		}
		p.keygen(args...)
		names = append(names, c)
	}
	p.in.Set("names", strings.Join(names, " "))
	p.python(`
for name in names.split():
    password = None if name == 'none' else b'secret'
    key, public = load_ssh_private_key(read(name), password), load_ssh_public_key(read(name + '.pub'))
    assert key.public_key() == public, name
    for wrong in (b'wrong', None):
        try:
            load_ssh_private_key(read(name), wrong)
            assert name == 'none' and wrong is None, name
        except (ValueError, TypeError):
            pass
for name in 'ed25519', 'rsa', 'p256', 'p384', 'p521':
    write('ours-' + name, KEYS[name].private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    write('ours-' + name + '-enc', KEYS[name].private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, BestAvailableEncryption(b'secret')))
    write('ours-' + name + '.public', KEYS[name].public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH))
`)
	for name := range strings.FieldsSeq("ed25519 rsa p256 p384 p521") {
		want, err := os.ReadFile(filepath.Join(p.dir, "ours-"+name+".public"))
		if err != nil {
			t.Fatal(err)
		}
		for _, end := range []string{"", "-enc"} {
			if err := os.Chmod(filepath.Join(p.dir, "ours-"+name+end), 0o600); err != nil {
				t.Fatal(err)
			}
			password := ""
			if end != "" {
				password = "secret"
			}
			got := strings.Fields(p.keygen("-y", "-P", password, "-f", "ours-"+name+end))
			if len(got) < 2 || got[0]+" "+got[1] != string(want) {
				t.Errorf("%s%s: ssh-keygen reads %q, want %q", name, end, got, want)
			}
		}
	}
}
