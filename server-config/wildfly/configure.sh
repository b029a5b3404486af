#!/bin/sh
# Turns a plain, stopped WildFly 39 into a host of Tocsin. May be run again at any time.
# See README.md beside this file.
set -eu

usage() {
  echo "usage: configure.sh [--config standalone.xml] WILDFLY_HOME POSTGRESQL_JAR ECLIPSELINK_JAR SCRIPT.cli..." >&2
  exit 2
}

config=standalone.xml
if [ "${1:-}" = --config ]; then
  [ $# -ge 2 ] || usage
  config=$2
  shift 2
fi
[ $# -ge 4 ] || usage
home=$1 driver=$2 eclipselink=$3
shift 3
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

[ -f "$home/bin/jboss-cli.sh" ] || { echo "No WildFly stands in $home." >&2; exit 1; }
[ -f "$driver" ] || { echo "The PostgreSQL driver $driver does not exist." >&2; exit 1; }
[ -f "$eclipselink" ] || { echo "EclipseLink $eclipselink does not exist." >&2; exit 1; }

# The two modules.
modules=$home/modules
mkdir -p "$modules/org/postgresql/main" "$modules/org/eclipse/persistence/main"
cp "$here/modules/org/postgresql/main/module.xml" "$modules/org/postgresql/main/"
cp "$driver" "$modules/org/postgresql/main/postgresql.jar"
cp "$here/modules/org/eclipse/persistence/main/module.xml" "$modules/org/eclipse/persistence/main/"
cp "$eclipselink" "$modules/org/eclipse/persistence/main/eclipselink.jar"
cp "$modules"/system/layers/base/org/eclipse/persistence/main/jipijapa-eclipselink-*.jar \
  "$modules/org/eclipse/persistence/main/jipijapa-eclipselink.jar"

# The scripts, in one embedded server.
commands=$(mktemp)
trap 'rm -f "$commands"' EXIT
echo "embed-server --server-config=$config --std-out=discard" >"$commands"
cat "$@" >>"$commands"
"$home/bin/jboss-cli.sh" --file="$commands"
