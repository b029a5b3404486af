# Cleans up after a launcher that died without a chance to. Its standard input is a pipe from the
# launcher, which tells what to look after; when the pipe ends, whatever is left is stopped: servers
# first, then databases.
trap '' INT HUP TERM
servers='' databases=''
without() { # LIST WORD: the list without the word
  for each in $1; do [ "$each" = "$2" ] || printf '%s ' "$each"; done
}
while read -r verb what; do
  case $verb in
    server) servers="$servers $what" ;;
    database) databases="$databases $what" ;;
    gone) servers=$(without "$servers" "$what") databases=$(without "$databases" "$what") ;;
  esac
done
for pid in $servers; do kill "$pid" 2>/dev/null; done
for pid in $servers; do
  tries=0
  while kill -0 "$pid" 2>/dev/null && [ $tries -lt 60 ]; do sleep 0.5; tries=$((tries + 1)); done
  children=$(cat "/proc/$pid/task/$pid/children" 2>/dev/null)
  # shellcheck disable=SC2086 # one word for each process
  kill -9 "$pid" $children 2>/dev/null
done
# SIGINT is PostgreSQL's fast shutdown: no waiting for clients, nothing lost.
for pid in $databases; do kill -INT "$pid" 2>/dev/null; done
