# Every test there is, from a clean clone. Sourced by the pulse script.

find_chromium() {
  local candidate
  for candidate in "${PULSE_CHROMIUM-}" chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Chromium.app/Contents/MacOS/Chromium' \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    [ -n "$candidate" ] && command -v "$candidate" && return
  done
  return 1
}

# Takes the system's browser, else the package manager's, else the one an npm package ships.
provide_chromium() {
  find_chromium && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } >&2
    find_chromium && return
  fi
  shipped_chromium
}

shipped_chromium() {
  local place=$project/deploy/local/target/chromium
  mkdir -p "$place"
  npm install --prefix "$place" --no-audit --no-fund "@sparticuz/chromium@$SHIPPED_CHROMIUM" >&2 || return 1
  (cd "$place" && node --input-type=module -e "
    import chromium from '@sparticuz/chromium'
    console.log(await chromium.executablePath())
  ") || return 1
}
SHIPPED_CHROMIUM=138.0.2

# The services' and libraries' tests with every gate; a failing test does not hide the others.
maven_tests() {
  (cd "$project" && ./mvnw -B -ntp --fail-at-end -Dmaven.test.failure.ignore=true verify </dev/null)
}

web_tests() {
  cd "$project/web" || return
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund || return
  npx vitest run
}

# Stories in a real browser against the whole platform.
browser_story() {
  local chromium place port code=0
  [ -f "$project/web/e2e/story.mjs" ] || return 0
  if ! chromium=$(provide_chromium) || ! "$chromium" --version >/dev/null 2>&1; then
    say "本机没有 Chromium，跳过浏览器测试。" "No Chromium on this machine: the browser story is skipped."
    printf '{"passed":0,"failed":0,"skipped":1}\n' >"$outcomes/browser-story.json"
    return 0
  fi
  place=$(mktemp -d)
  port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close() })')
  local told=$outcomes/browser-story.txt
  touch "$told"
  if "$project/pulse" up --state "$place/state" --port "$port" --detach; then
    local story
    for story in story credit subsidy clerk alerts leader bulletin; do
      (cd "$project/web" && PULSE_CHROMIUM=$chromium node "e2e/$story.mjs" "http://localhost:$port" "$place/state/accounts.json") |
        tee -a "$told" || code=1
    done
  else
    code=1
  fi
  "$project/pulse" down --state "$place/state" || code=1
  rm -rf "$place"
  printf '{"passed":%d,"failed":%d,"skipped":0}\n' "$(grep -c '^✓' "$told")" "$(grep -c '^✗' "$told")" \
    >"$outcomes/browser-story.json"
  return "$code"
}

run_tests() {
  find_jdk
  find_node
  local log=$project/target/test.log code=0
  outcomes=$project/target/outcomes
  rm -rf "$project"/*/target/surefire-reports "$project"/deploy/*/target/surefire-reports
  rm -rf "$project/web/target/test-results.json" "$outcomes"
  mkdir -p "$outcomes" "$project/deploy/local/target"
  touch "$project/deploy/local/target/building"
  if maven_tests 2>&1 | tee "$log"; then
    mv "$project/deploy/local/target/building" "$project/deploy/local/target/built"
    (web_tests) || code=1
    browser_story || code=1
  else
    code=1
    (web_tests) || true
  fi
  sort -u "$log" | grep '^Parts: ' || true
  node "$project/deploy/local/report.mjs" "$project" "$code"
}
