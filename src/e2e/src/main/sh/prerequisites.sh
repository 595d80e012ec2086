# Checks what must be installed before anything starts, and names each missing program in one line.

require_everything() {
  local missing=0
  [[ $(uname -sm) == "Linux x86_64" ]] ||
    lacks "Linux on amd64: the bundled Ethereum node and compiler run nowhere else (this is $(uname -sm))"
  local tool
  for tool in git node npm mvn; do
    command -v "$tool" >/dev/null || lacks "$tool on the PATH"
  done
  if command -v mvn >/dev/null; then
    require_maven
  fi
  jdk_25_somewhere || lacks "a JDK 25 in a usual place (/usr/lib/jvm, ~/.sdkman, ~/.jdks, JAVA_HOME) or in toolchains.xml"
  if ((missing > 0)); then
    exit 2
  fi
}

lacks() {
  echo "demo: needs $1" >&2
  missing=$((missing + 1))
}

require_maven() {
  local about maven java
  about=$(mvn --version 2>&1) || {
    lacks "a working Maven (a JDK 17 or newer to run it): $(head -n 1 <<<"$about")"
    return
  }
  maven=$(sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' <<<"$about")
  java=$(sed -n 's/^Java version: \([0-9]*\).*/\1/p' <<<"$about")
  at_least 3.8 "$maven" || lacks "Maven 3.8 or newer (this is ${maven:-unknown})"
  at_least 17 "$java" || lacks "Java 17 or newer to run Maven (this is ${java:-unknown})"
}

at_least() {
  [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]
}

jdk_25_somewhere() {
  [[ -e ${HOME:-/nowhere}/.m2/toolchains.xml ]] && return 0
  local release
  for release in "${JAVA_HOME:-/nowhere}"/release /usr/lib/jvm/*/release /opt/*/release \
    "${HOME:-/nowhere}"/{.sdkman/candidates/java,.jdks,.asdf/installs/java,.jenv/versions}/*/release; do
    [[ -r $release ]] && grep -q '^JAVA_VERSION="25[."]' "$release" && return 0
  done
  java -version 2>&1 | grep -q 'version "25[."]'
}
