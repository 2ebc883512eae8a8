# What the pulse script needs of the machine: a JDK, Node, a build. Sourced, never run.

# One sentence in Chinese, the same in English.
say() {
  printf '%s %s\n' "$1" "$2" >&2
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

jdk_candidates() {
  [ -n "${JAVA_HOME-}" ] && printf '%s\n' "$JAVA_HOME"
  local java
  if java=$(command -v java); then
    while [ -L "$java" ]; do
      local target
      target=$(readlink "$java")
      case $target in
        /*) java=$target ;;
        *) java=$(dirname "$java")/$target ;;
      esac
    done
    dirname "$(dirname "$java")"
  fi
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/*
  if [ -f "$HOME/.m2/toolchains.xml" ]; then
    sed -n 's|.*<jdkHome>\(.*\)</jdkHome>.*|\1|p' "$HOME/.m2/toolchains.xml"
  fi
}

# Exports JAVA_HOME.
find_jdk() {
  local home
  while IFS= read -r home; do
    if is_jdk_25 "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done < <(jdk_candidates)
  say "未找到 JDK 25，请安装后设置 JAVA_HOME。" "No JDK 25 was found; install one and set JAVA_HOME."
  exit 1
}

node_is_new() {
  local version
  version=$("$1" --version 2>/dev/null) || return 1
  version=${version#v}
  [ "${version%%.*}" -ge 20 ] 2>/dev/null
}

# Puts a Node of at least version 20 first on the PATH.
find_node() {
  local node
  while IFS= read -r node; do
    if [ -x "$node" ] && [ -x "$(dirname "$node")/npm" ] && node_is_new "$node"; then
      PATH=$(dirname "$node"):$PATH
      export PATH
      return
    fi
  done < <(
    command -v node
    printf '%s\n' /usr/local/bin/node /opt/homebrew/bin/node /opt/node*/bin/node /usr/local/node*/bin/node \
      "$HOME"/.nvm/versions/node/*/bin/node "$HOME"/.local/share/mise/installs/node/*/bin/node \
      "$HOME"/.asdf/installs/nodejs/*/bin/node "$HOME"/.volta/bin/node
  )
  say "未找到 Node 20 或更新版本，请先安装。" "No Node 20 or newer was found; install one first."
  exit 1
}

MODULES=gateway,employment-service,reporting-service,credit-service,bank-kit,subsidy-service,demo-city,deploy/local

# Whether a source is newer than the last good build. A folder's time tells of deleted files.
is_stale() {
  local stamp=$project/deploy/local/target/built module
  [ -f "$stamp" ] || return 0
  for module in gateway employment-service reporting-service credit-service subsidy-service bank-kit; do
    [ -f "$project/$module/target/$module-exec.jar" ] || return 0
  done
  local newer
  newer=$(find "$project" \( -name target -o -name node_modules -o -name dist -o -name .git -o -name '.pulse*' \
    -o -path "$project/docs" -o -path "$project/bench" -o -path "$project/system-tests" -o -path '*/src/test' \) -prune \
    -o -newer "$stamp" \( -path '*/src/*' -o -name pom.xml -o -path "$project/web/*" \) -print 2>/dev/null | head -n 1)
  [ -n "$newer" ]
}

# Builds what is missing or out of date; what Maven says goes to a file.
build_if_needed() {
  is_stale || return 0
  find_node
  mkdir -p "$project/deploy/local/target"
  local log=$project/deploy/local/target/build.log begin=$SECONDS
  touch "$project/deploy/local/target/building"
  printf '正在构建（首次约需数分钟）· building, a few minutes the first time: %s\n' "$log"
  if ! (cd "$project" && ./mvnw -B -ntp -pl "$MODULES" -am -Dmaven.test.skip=true package) >"$log" 2>&1 </dev/null; then
    grep -E '^\[(ERROR|WARNING)\]' "$log" | head -n 15 >&2 || true
    say "构建失败，详见 $log。" "The build failed; see $log."
    exit 1
  fi
  # Dated when the build began: what changed meanwhile is built next time.
  mv "$project/deploy/local/target/building" "$project/deploy/local/target/built"
  printf '构建完成 · built in %d s\n' $((SECONDS - begin))
}
