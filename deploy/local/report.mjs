// Adds up the reports of all tests and says the result in one line.
// Usage: node report.mjs PROJECT CODE, where CODE is not 0 if a gate or a whole step failed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [project, code] = process.argv.slice(2)
const sum = { passed: 0, failed: 0, skipped: 0 }

const entries = (folder) => (existsSync(folder) ? readdirSync(folder) : [])
const add = ({ passed = 0, failed = 0, skipped = 0 }) => {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}

const modules = [...readFileSync(join(project, 'pom.xml'), 'utf8').matchAll(/<module>(.*)<\/module>/g)].map((match) => match[1])
for (const module of modules) {
  const reports = join(project, module, 'target', 'surefire-reports')
  for (const file of entries(reports).filter((name) => /^TEST-.*\.xml$/.test(name))) {
    const suite = readFileSync(join(reports, file), 'utf8').match(/<testsuite [^>]*>/s)[0]
    const count = (name) => Number(suite.match(new RegExp(`\\b${name}="(\\d+)"`))[1])
    const failed = count('failures') + count('errors')
    const skipped = count('skipped')
    add({ passed: count('tests') - failed - skipped, failed, skipped })
  }
}

const web = join(project, 'web', 'target', 'test-results.json')
if (existsSync(web)) {
  const results = JSON.parse(readFileSync(web, 'utf8'))
  add({ passed: results.numPassedTests, failed: results.numFailedTests, skipped: results.numPendingTests })
}

const outcomes = join(project, 'target', 'outcomes')
for (const file of entries(outcomes).filter((name) => name.endsWith('.json'))) {
  add(JSON.parse(readFileSync(join(outcomes, file), 'utf8')))
}

const green = code === '0' && sum.failed === 0 && sum.passed > 0
if (code !== '0' && sum.failed === 0) console.log('A gate or a whole step failed: see above. 构建或检查未通过，详见上文。')
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exit(green ? 0 : 1)
