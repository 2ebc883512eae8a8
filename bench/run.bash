# The ratios against plain tools, as a table. Sourced by the pulse script.

run_bench() {
  local log=$project/bench/target/build.log
  mkdir -p "$project/bench/target"
  if ! (cd "$project" && ./mvnw -B -ntp -pl bench -am -Dskip.web=true -DskipTests package) >"$log" 2>&1 </dev/null; then
    grep -E '^\[ERROR\]' "$log" | head -n 15 >&2 || true
    say "构建失败，详见 $log。" "The build failed; see $log."
    exit 1
  fi
  exec "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dpulse.project="$project" -cp "$project/bench/target/bench.jar:$project/bench/target/lib/*" \
    io.countypulse.bench.Bench "$@"
}
