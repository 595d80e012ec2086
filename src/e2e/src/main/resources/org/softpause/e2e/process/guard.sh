# Runs "$@" and ends it when whoever started us is gone: our standard input is a pipe whose other
# end dies with them, however they die. Where setpriv exists, the kernel also kills the command
# should this guard itself be killed.
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
