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
	p.python("from cryptography.hazmat.primitives.serialization import SSHCertificateBuilder, SSHCertificateType, ssh\n")
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

// Certificates that ssh-keygen -s makes are read and found right, and it reads woma's.
func TestSSHCertificates(t *testing.T) {
	p := newSSHPeer(t)
	kinds := [][]string{{"ed25519"}, {"rsa", "-b", "2048"}, {"ecdsa", "-b", "256"}, {"ecdsa", "-b", "384"}, {"ecdsa", "-b", "521"}}
	var names []string
	for i, kind := range kinds {
		ca := "ca-" + kind[0] + kind[len(kind)-1]
		p.keygen(append([]string{"-q", "-N", "", "-f", ca, "-t"}, kind...)...)
		for j, kind := range kinds {
			name := ca + "-" + kind[0] + kind[len(kind)-1]
			p.keygen(append([]string{"-q", "-N", "", "-f", name, "-t"}, kind...)...)
			args := []string{"-q", "-s", ca, "-I", name, "-z", "7", "-n", "ann,bob", "-V", "20260101:20300101"}
			if (i+j)%2 == 0 {
				args = append(args, "-h")
			} else {
				args = append(args, "-O", "force-command=ls", "-O", "no-pty")
			}
			p.keygen(append(args, name+".pub")...)
			names = append(names, ca+"/"+name)
		}
	}
	p.in.Set("names", strings.Join(names, " "))
	p.python(`
for pair in names.split():
    ca, name = pair.split('/')
    line = read(name + '-cert.pub')
    cert = ssh.load_ssh_public_identity(line)
    cert.verify_cert_signature()
    assert cert.key_id == name.encode() and cert.serial == 7 and cert.valid_principals == [b'ann', b'bob'], name
    assert cert.signature_key() == load_ssh_public_key(read(ca + '.pub')) and cert.public_key() == load_ssh_public_key(read(name + '.pub'))
    assert load_ssh_public_key(line) == cert.public_key() and cert.public_bytes() == b' '.join(line.split()[:2])
    if cert.type is SSHCertificateType.USER:
        assert cert.critical_options == {b'force-command': b'ls'} and b'permit-pty' not in cert.extensions and b'permit-X11-forwarding' in cert.extensions
made = []
for ca in 'ed25519', 'rsa', 'p256', 'p384', 'p521':
    for key in 'ed25519', 'rsa', 'p256', 'p384', 'p521':
        b = SSHCertificateBuilder().public_key(KEYS[key].public_key()).type(SSHCertificateType.USER).key_id(b'ours').serial(9).valid_principals([b'ann'])
        b = b.valid_after(0).valid_before(2**64 - 1).add_extension(b'permit-pty', b'').add_critical_option(b'force-command', b'ls')
        made.append(f'{ca}-{key}-cert.pub')
        write(made[-1], b.sign(KEYS[ca]).public_bytes())
write('names', ' '.join(made).encode())
`)
	list, err := os.ReadFile(filepath.Join(p.dir, "names"))
	if err != nil {
		t.Fatal(err)
	}
	for name := range strings.FieldsSeq(string(list)) {
		out := p.keygen("-L", "-f", name)
		for _, want := range []string{"user certificate", `Key ID: "ours"`, "Serial: 9", "Valid: forever", "force-command ls", "permit-pty"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: ssh-keygen does not say %q:\n%s", name, want, out)
			}
		}
	}
}
