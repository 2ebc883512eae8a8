// Builds the web app into the gateway's classes: node web.mjs WEB_DIRECTORY OUTPUT_DIRECTORY.
// Does nothing where the output is newer than every source; installs packages only when the lock changed.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [web, out] = process.argv.slice(2).map((path) => resolve(path))
const notSources = new Set(['node_modules', 'dist', 'target'])

const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const newest = (directory) =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !notSources.has(entry.name))
    .map((entry) => join(directory, entry.name))
    .reduce(
      (latest, path) => Math.max(latest, statSync(path).isDirectory() ? newest(path) : changed(path)),
      0,
    )

const npm = (...words) => {
  const { status, error } = spawnSync('npm', words, {
    cwd: web,
    stdio: 'inherit',
    env: { ...process.env, PULSE_WEB_OUT: out },
  })
  if (status !== 0) {
    console.error(`npm ${words.join(' ')} failed${error ? `: ${error.message}` : ''}`)
    process.exit(status ?? 1)
  }
}

const packages = changed(join(web, 'node_modules', '.package-lock.json'))
const lock = changed(join(web, 'package-lock.json'))

if (packages === 0 || lock > packages) npm('ci', '--no-audit', '--no-fund')
if (newest(web) > changed(join(out, 'index.html'))) npm('run', 'build')
