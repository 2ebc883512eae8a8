// How soon an open page shows a change: a corrected file of one person is imported again and again; from the change's
// recorded time (the start of its transaction, so earlier than its commit) to the frame the browser draws the new figure in.
// Usage: node e2e/latency.mjs BASE_URL ACCOUNTS_JSON WORKERS_CSV [TIMES]
import { readFileSync } from 'node:fs'
import { withBrowser } from './browser.mjs'
import { openBoard, signIn } from './steps.mjs'

const [baseUrl, accountsFile, workersFile, times = '30'] = process.argv.slice(2)
const accounts = JSON.parse(readFileSync(accountsFile, 'utf8'))
const { today } = await (await fetch(`${baseUrl}/api/city`)).json()

async function token(role) {
  const { id, secret } = accounts.clients.find((client) => client.roles.includes(role))
  const answer = await fetch(`${baseUrl}/oauth2/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  return (await answer.json()).access_token
}

/** The header, and people in work today whose whole list of spells is one row. */
function peopleInWork(csv, count) {
  const [header, ...rows] = csv.replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/).map((line) => line.split(','))
  const at = (name) => header.indexOf(name)
  const person = at('人编号')
  const spells = new Map()
  for (const row of rows) spells.set(row[person], (spells.get(row[person]) ?? 0) + 1)
  const working = rows.filter((row) => spells.get(row[person]) === 1 && row[at('开始日期')] !== '' && row[at('开始日期')] < today && row[at('结束日期')] === '')
  return { header, ended: working.slice(0, count).map((row) => row.with(at('结束日期'), today)) }
}

async function importPerson(authorization, header, row, place) {
  const form = new FormData()
  form.append('file', new Blob([`${header.join(',')}\n${row.join(',')}\n`]), `更正-${place}.csv`)
  const answer = await fetch(`${baseUrl}/api/employment/imports?kind=workers`, { method: 'POST', headers: { authorization }, body: form })
  if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`)
}

/** Resolves with the time at which the figure changed in a drawn frame. */
function figureMoves() {
  const figure = document.querySelector('[data-test=kpi-working]')
  const before = figure.textContent
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (figure.textContent === before) return
      observer.disconnect()
      requestAnimationFrame(() => resolve(Date.now()))
    })
    observer.observe(figure, { subtree: true, childList: true, characterData: true })
  })
}

async function newestRecord(page, county) {
  const frame = await page.evaluate(async (code) => (await fetch(`/api/reporting/figures?county=${code}`)).json(), county)
  return Date.parse(frame.newestRecord)
}

const { header, ended } = peopleInWork(readFileSync(workersFile, 'utf8'), Number(times))
const authorization = `Bearer ${await token('EMPLOYMENT_LEAD')}`
const leader = accounts.users.find((user) => user.roles.includes('LEADER'))
const city = await (await fetch(`${baseUrl}/api/city`)).json()
const millis = []
await withBrowser({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }, async (context) => {
  const page = await context.newPage()
  await signIn(page, baseUrl, leader)
  await openBoard(page, baseUrl)
  await page.locator('[data-test=data-age].good', { hasText: '实时' }).waitFor({ timeout: 180_000 })
  for (const [place, row] of ended.entries()) {
    const moved = page.evaluate(figureMoves)
    await importPerson(authorization, header, row, place + 1)
    const shownAt = await moved
    millis.push(shownAt - (await newestRecord(page, city.code)))
  }
})
const sorted = millis.toSorted((one, other) => one - other)
const middle = (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2
console.log(`更正到画面变化 recorded → drawn, ${sorted.length} times: median ${middle} ms, minimum ${sorted[0]} ms, maximum ${sorted.at(-1)} ms`)
