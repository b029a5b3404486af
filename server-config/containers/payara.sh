#!/bin/sh
# Starts Payara in a container: a fresh domain in /run/tocsin on the read-only home.
set -eu
run=/run/tocsin
rm -rf "$run/domain1"
cp -R /opt/payara/glassfish/domains/domain1 "$run/"

echo "deploy --name tocsin --force=true /opt/tocsin/tocsin.ear" >"$run/after-start.asadmin"
# The password of the keystore as shipped; nothing in it is used, since TLS ends at the proxy.
echo "AS_ADMIN_MASTERPASSWORD=changeit" >"$run/keystore.password"

# asadmin says the command line, one argument a line up to an empty one. It becomes this process, so
# that the signals that stop a container reach the server.
/opt/payara/bin/asadmin start-domain --dry-run --postbootcommandfile "$run/after-start.asadmin" \
  --domaindir "$run" domain1 | sed -n '/bin\/java$/,/^$/{/./p;}' >"$run/command"
set --
while IFS= read -r argument; do
  set -- "$@" "$argument"
done <"$run/command"
exec "$@" <"$run/keystore.password"
