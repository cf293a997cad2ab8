#!/bin/bash
# Makes certs.pem with OpenSSL 3.0: certificates, good and bad, each after a line with
# its name. Usage: ./make.sh > certs.pem
set -eu
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
cd "$dir"
touch index.txt
cat > ca.cnf <<CNF
[ca]
default_ca = d
[d]
dir = .
database = index.txt
new_certs_dir = .
rand_serial = yes
unique_subject = no
policy = p
default_md = sha256
copy_extensions = none
[p]
commonName = optional
countryName = optional
[req]
distinguished_name = dn
[dn]
CNF
from=20260101000000Z
to=20360101000000Z

# cert NAME ISSUER SUBJECT EXTENSIONS [START END [ARGUMENTS OF ca]]; KEY says how the key is made.
key() { openssl genpkey ${KEY:--algorithm EC -pkeyopt ec_paramgen_curve:P-256} -out "$1.key" 2>/dev/null; }
cert() {
	local name=$1 issuer=$2 subject=$3 ext=$4 start=${5:-$from} end=${6:-$to}
	shift 4; shift $(( $# > 2 ? 2 : $# ))
	key "$name"
	openssl req -new -config ca.cnf -key "$name.key" -subj "$subject" -out "$name.csr" 2>/dev/null
	printf "$ext" > "$name.ext"
	local how="-cert $issuer.crt -keyfile $issuer.key"
	[ "$issuer" = self ] && how="-selfsign -keyfile $name.key"
	openssl ca -config ca.cnf -batch -notext $how -in "$name.csr" -out "$name.crt" -startdate "$start" -enddate "$end" -extfile "$name.ext" "$@" 2>ca.log || { cat ca.log >&2; exit 1; }
	echo "$name"
	openssl x509 -in "$name.crt"
}
ids='subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n'
ca="basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n$ids"
leaf="basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n$ids"
san='subjectAltName=DNS:host.example\n'

cert root self '/C=DE/CN=Root' "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n"
cert other_root self '/CN=Other Root' "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n"
cert old_root self '/CN=Old Root' "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n" 20100101000000Z 20200101000000Z
cert inter root '/CN=Intermediate' "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n$ids"
cert inter_wide root '/CN=Wide' "$ca"
cert inter_deep inter '/CN=Too Deep' "$ca"
cert inter_expired root '/CN=Expired Intermediate' "$ca" 20100101000000Z 20200101000000Z
cert inter_noca root '/CN=No CA' "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,keyCertSign\n$ids"
cert inter_nosign root '/CN=Cannot Sign' "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature\n$ids"
cert inter_names root '/CN=Constrained' "${ca}nameConstraints=critical,permitted;DNS:good.example,excluded;DNS:bad.good.example,permitted;IP:10.0.0.0/255.0.0.0\n"
cert inter_client root '/CN=Clients Only' "${ca}extendedKeyUsage=clientAuth\n"
KEY='-algorithm RSA -pkeyopt rsa_keygen_bits:1024' cert inter_weak root '/CN=Weak' "$ca"
KEY='-algorithm RSA -pkeyopt rsa_keygen_bits:2048' cert inter_rsa root '/CN=RSA' "$ca"
KEY='-algorithm ED25519' cert inter_ed root '/CN=Edwards' "$ca"

cert good inter '/CN=host.example' "$leaf$san"
cert good_root root '/CN=host.example' "$leaf$san"
cert good_wide inter_wide '/CN=host.example' "$leaf$san"
cert expired inter '/CN=host.example' "$leaf$san" 20240101000000Z 20250101000000Z
cert future inter '/CN=host.example' "$leaf$san" 20330101000000Z 20340101000000Z
cert other_name inter '/CN=host.example' "${leaf}subjectAltName=DNS:other.example\n"
cert cn_only inter '/CN=host.example' "$leaf"
cert self_signed self '/CN=host.example' "$leaf$san"
cert untrusted other_root '/CN=host.example' "$leaf$san"
cert of_old_root old_root '/CN=host.example' "$leaf$san"
cert of_expired inter_expired '/CN=host.example' "$leaf$san"
cert of_noca inter_noca '/CN=host.example' "$leaf$san"
cert of_nosign inter_nosign '/CN=host.example' "$leaf$san"
cert of_deep inter_deep '/CN=host.example' "$leaf$san"
cert of_weak inter_weak '/CN=host.example' "$leaf$san"
cert of_rsa inter_rsa '/CN=host.example' "$leaf$san"
cert of_rsa_sha1 inter_rsa '/CN=host.example' "$leaf$san" $from $to -md sha1
cert of_rsa_pss inter_rsa '/CN=host.example' "$leaf$san" $from $to -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32
cert of_ed inter_ed '/CN=host.example' "$leaf$san" $from $to -md null
cert of_client_ca inter_client '/CN=host.example' "$leaf$san"
cert names_good inter_names '/CN=a.good.example' "${leaf}subjectAltName=DNS:a.good.example\n"
cert names_bad inter_names '/CN=host.example' "$leaf$san"
cert names_excluded inter_names '/CN=x.bad.good.example' "${leaf}subjectAltName=DNS:x.bad.good.example\n"
cert names_ip inter_names '/CN=ip' "${leaf}subjectAltName=IP:10.1.2.3\n"
cert names_bad_ip inter_names '/CN=ip' "${leaf}subjectAltName=IP:11.1.2.3\n"
cert client inter '/CN=client' "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=clientAuth\n${ids}subjectAltName=DNS:client.example,email:a@b.example\n"
cert both_uses inter '/CN=host.example' "basicConstraints=CA:FALSE\nextendedKeyUsage=clientAuth,serverAuth\n$ids$san"
cert critical inter '/CN=host.example' "$leaf${san}1.2.3.4=critical,DER:0500\n"
cert not_critical inter '/CN=host.example' "$leaf${san}1.2.3.4=DER:0500\n"
cert ip inter '/CN=ip' "${leaf}subjectAltName=IP:192.0.2.1,IP:2001:db8::1\n"
cert ip_as_name inter '/CN=192.0.2.1' "${leaf}subjectAltName=DNS:192.0.2.1\n"
cert wildcard inter '/CN=w' "${leaf}subjectAltName=DNS:*.wild.example\n"
cert wildcard_part inter '/CN=w' "${leaf}subjectAltName=DNS:f*.wild.example\n"
cert nul inter '/CN=host.example' "${leaf}subjectAltName=DER:30168214686f73742e6578616d706c65002e6261642e6578\n"
cert no_identifier inter '/CN=host.example' "basicConstraints=CA:FALSE\nsubjectKeyIdentifier=none\nauthorityKeyIdentifier=none\n$san"
cert empty_subject inter '/' "${leaf}subjectAltName=critical,DNS:host.example\n"
cert leaf_is_ca inter_wide '/CN=host.example' "$ca$san"
KEY='-algorithm RSA -pkeyopt rsa_keygen_bits:1024' cert weak_leaf inter '/CN=host.example' "$leaf$san"
KEY='-algorithm RSA -pkeyopt rsa_keygen_bits:2048' cert rsa_leaf inter '/CN=host.example' "$leaf$san"
KEY='-algorithm ED25519' cert ed_leaf inter '/CN=host.example' "$leaf$san"
KEY='-algorithm EC -pkeyopt ec_paramgen_curve:P-384' cert p384_leaf inter '/CN=host.example' "$leaf$san"
# Everything there is.
cert rich inter '/C=DE/CN=rich \\, name' "basicConstraints=critical,CA:TRUE,pathlen:7
keyUsage=critical,digitalSignature,nonRepudiation,keyEncipherment,keyAgreement,decipherOnly
extendedKeyUsage=serverAuth,clientAuth,1.3.6.1.5.5.7.3.17
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid,issuer:always
subjectAltName=DNS:a.example,email:x@y.example,URI:https://u.example/,IP:192.0.2.1,IP:2001:db8::1,RID:1.2.3.4,dirName:dn,otherName:1.2.3.5;UTF8:text
issuerAltName=DNS:i.example
nameConstraints=permitted;DNS:p.example,excluded;email:e.example,permitted;IP:192.0.2.0/255.255.255.0
crlDistributionPoints=dp
freshestCRL=URI:http://f.example/
authorityInfoAccess=OCSP;URI:http://o.example/,caIssuers;URI:http://c.example/
certificatePolicies=1.2.3.4,@pol
policyConstraints=requireExplicitPolicy:3,inhibitPolicyMapping:0
inhibitAnyPolicy=2
noCheck=ignored
tlsfeature=status_request
1.3.6.1.4.1.11129.2.4.3=critical,DER:0500
1.2.3.6=DER:040161
[dn]
C=DE
CN=inner
[dp]
fullname=URI:http://d.example/
CRLissuer=dirName:dn
reasons=CACompromise
[pol]
policyIdentifier=1.3.5.8
CPS.1=http://cps.example/
userNotice.1=@note
[note]
explicitText=UTF8:notice
organization=Org
noticeNumbers=1,2
"
