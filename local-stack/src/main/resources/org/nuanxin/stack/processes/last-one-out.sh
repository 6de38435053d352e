# Started by the launcher with the folder of the pid files. Standard input ends when the launcher is gone, whatever killed it.
trap '' INT TERM HUP
cat >/dev/null
cd "$1" || exit 0

# Read at once: the next start writes pid files of its own.
postgres=$(cat postgres.pid 2>/dev/null)
services=$(for file in *.pid; do [ "$file" = postgres.pid ] || cat "$file"; done 2>/dev/null)

alive() {
    for pid in $services; do
        kill -0 "$pid" 2>/dev/null && return 0
    done
    return 1
}

[ -n "$services" ] && kill -TERM $services 2>/dev/null
tries=0
while alive && [ $tries -lt 50 ]; do
    sleep 0.2
    tries=$((tries + 1))
done
alive && kill -KILL $services 2>/dev/null
[ -n "$postgres" ] && kill -INT "$postgres" 2>/dev/null
