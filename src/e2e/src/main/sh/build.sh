# Builds the programs that the demo runs, unless no source has changed since the last build.

build_if_needed() {
  local stamp="$root/src/e2e/target/demo.built" sources
  sources=$(fingerprint)
  if [[ -r $stamp && $(<"$stamp") == "$sources" ]]; then
    return 0
  fi
  build
  echo "$sources" >"$stamp"
}

# Prints one hash over the path, size and time of every file that goes into the programs.
fingerprint() {
  (
    cd "$root"
    find . \( -name target -o -name node_modules -o -path './.*' -o -path ./src/site \) -prune -o \
      -type f \( -name pom.xml -o -path './*/*' \) -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum
  )
}

build() {
  local log="$root/src/e2e/target/demo-build.log" maven status=0
  mkdir -p "$root/src/e2e/target"
  echo "Building (only when sources have changed; the tests are another command: mvn verify)"
  # The build gets a process group of its own, so that an interrupted build leaves nothing behind.
  set -m
  (mvn -B -T 1C -f "$root/pom.xml" -DskipTests -Dtests.uncompiled=true package </dev/null 2>&1 | report "$log") &
  maven=$!
  set +m
  trap 'kill -- -$maven 2>/dev/null; exit 130' INT TERM HUP
  wait "$maven" || status=$?
  trap - INT TERM HUP
  if ((status > 0)); then
    grep -a '^\[ERROR\]' "$log" | head -n 5 >&2 || true
    echo "demo: the build failed, see $log" >&2
    exit 1
  fi
}

# Reads Maven's output: keeps it, names each module that is built, and measures how much of the time
# went into downloads (Maven's own, and npm's).
report() {
  local line now before=0 downloading=0 began=${EPOCHREALTIME/[.,]/} kind=none last=none npm=0
  before=$began
  while IFS= read -r line; do
    now=${EPOCHREALTIME/[.,]/}
    case $line in
      *"Downloading from "*) kind=start ;;
      *"Downloaded from "*) kind=end ;;
      *) kind=none ;;
    esac
    if [[ $last == start || ($last == end && $kind == end) || $npm == 1 ]]; then
      downloading=$((downloading + now - before))
    fi
    [[ $line != *"--- "* ]] || npm=0
    [[ $line != *"(npm-install)"* ]] || npm=1
    if [[ $line =~ Building\ (Softpause.*)\ [^\ ]+\ +\[([0-9]+)/([0-9]+)\] ]]; then
      echo "   ${BASH_REMATCH[2]} of ${BASH_REMATCH[3]}: ${BASH_REMATCH[1]}"
    fi
    echo "$line"  >&3
    last=$kind
    before=$now
  done 3>"$1"
  echo "   build: $(tenths $((now - began - downloading))) s, and $(tenths "$downloading") s of downloading"
}

tenths() {
  printf '%d.%d' $(($1 / 1000000)) $(($1 / 100000 % 10))
}
