#!/bin/sh
# Turns a running Payara Server 6 into a host of Tocsin. May be run again at any time; restart the
# domain afterwards. See README.md beside this file.
set -eu

usage() {
  echo "usage: configure.sh [--port 4848] [--domain domain1] PAYARA_HOME POSTGRESQL_JAR SCRIPT.asadmin..." >&2
  exit 2
}

port=4848 domain=domain1
while [ $# -gt 0 ]; do
  case $1 in
    --port) [ $# -ge 2 ] || usage; port=$2; shift 2 ;;
    --domain) [ $# -ge 2 ] || usage; domain=$2; shift 2 ;;
    -*) usage ;;
    *) break ;;
  esac
done
[ $# -ge 3 ] || usage
home=$1 driver=$2
shift 2
lib=$home/glassfish/domains/$domain/lib

[ -x "$home/bin/asadmin" ] || { echo "No Payara stands in $home." >&2; exit 1; }
[ -d "$lib" ] || { echo "Payara in $home has no domain $domain." >&2; exit 1; }
[ -f "$driver" ] || { echo "The PostgreSQL driver $driver does not exist." >&2; exit 1; }

asadmin() {
  "$home/bin/asadmin" --port "$port" "$@"
}

rm -f "$lib"/postgresql*.jar
cp "$driver" "$lib/postgresql.jar"

# What an earlier run made is made anew.
resources=$(asadmin list-jdbc-resources)
# The default resource may be on our pool: off it while the pool is away.
asadmin set resources.jdbc-resource.jdbc/__default.pool-name=H2Pool >/dev/null
case $resources in *jdbc/tocsin*) asadmin delete-jdbc-resource jdbc/tocsin ;; esac
case $(asadmin list-jdbc-connection-pools) in *tocsin*) asadmin delete-jdbc-connection-pool tocsin ;; esac

# Tocsin needs more than Payara's half gigabyte.
options=$(asadmin list-jvm-options)
case $options in *-Xmx512m*)
  asadmin delete-jvm-options '-Xmx512m'
  asadmin create-jvm-options '-Xmx1g'
  ;;
esac

for script in "$@"; do
  # asadmin goes on after a command that failed, and says so only in words.
  said=$(asadmin multimode --file "$script" 2>&1) || true
  printf '%s\n' "$said"
  case $said in *" failed."*) echo "A command of $script failed." >&2; exit 1 ;; esac
done
