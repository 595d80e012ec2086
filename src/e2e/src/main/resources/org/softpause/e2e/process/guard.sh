# Runs "$@" and ends it when the program that started this guard has ended: standard input is a pipe
# that closes with that program, however it ends. Where setpriv exists, the kernel also kills the
# command if this guard itself is killed.
exec 3<&0
if command -v setpriv >/dev/null 2>&1; then
  set -- setpriv --pdeathsig KILL -- "$@"
fi
"$@" </dev/null 3<&- &
child=$!
echo "$child" >"$GUARD_PID_FILE"
(
  read -r _ <&3
  kill -s "$GUARD_STOP_SIGNAL" "$child" 2>/dev/null
  tries=0
  while [ "$tries" -lt 100 ] && kill -0 "$child" 2>/dev/null; do
    sleep 0.1
    tries=$((tries + 1))
  done
  kill -s KILL "$child" 2>/dev/null
) &
watcher=$!
wait "$child"
status=$?
kill -s KILL "$watcher" 2>/dev/null
exit "$status"
