// One person's way through every page, with assertions. Usage: node e2e/story.mjs [BASE_URL] [ACCOUNTS_JSON]
// ACCOUNTS_JSON: {"users":[{"username","password","roles","counties"}]}; without it the stub's accounts are used.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { tell } from './chapters.mjs'
import { cellOf, columns, confirmImport, kpi, openBoard, openRecords, showDay, signIn, tryOut, waitForFigures } from './steps.mjs'

const [baseUrl = 'http://127.0.0.1:8080', accountsFile] = process.argv.slice(2)
const accounts = accountsFile === undefined ? null : JSON.parse(readFileSync(accountsFile, 'utf8')).users
const stubNames = { LEADER: 'leader', EMPLOYMENT_LEAD: 'lead', EMPLOYMENT_CLERK: 'clerk' }

function accountOf(role) {
  return accounts?.find((user) => user.roles.includes(role)) ?? { username: stubNames[role], password: 'any', counties: [] }
}

const city = await (await fetch(`${baseUrl}/api/city`)).json()
const size = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
const number = (text) => Number(text.replace(/[^\d.-]/g, ''))
const counties = city.units.filter((unit) => unit.code !== city.code).map((unit) => unit.code)

const chapters = {
  async 'the city’s total is the sum of its counties, in one picture'(page) {
    await signIn(page, baseUrl, accountOf('LEADER'))
    await openBoard(page, baseUrl)
    // A city that was just loaded may still be counting.
    await page.locator('[data-test=data-age].good').waitFor({ timeout: 180_000 })
    const shown = await page.evaluate(
      ({ codes, column }) =>
        codes.map((code) => document.querySelector(`tr[data-county="${code}"]`)?.children[column].textContent.replace(/\D/g, '') ?? ''),
      { codes: [city.code, ...counties, 'UNKNOWN'], column: columns.working },
    )
    const [total, ...parts] = shown.map(Number)
    assert.ok(total > 0)
    assert.equal(parts.reduce((sum, part) => sum + part, 0), total)
  },

  async 'every cell without a value says why'(page) {
    const states = await page.evaluate(() => [...document.querySelectorAll('tr[data-county] .state .visually-hidden')].map((cell) => cell.textContent))
    assert.ok(states.every((text) => text.length > 2))
  },

  async 'a row and its county light up together'(page) {
    const [code] = counties
    await page.locator(`tr[data-county="${code}"] th button`).focus()
    assert.match((await page.locator(`tr[data-county="${code}"]`).getAttribute('class')) ?? '', /pointed/)
    if (city.hasMap) assert.equal(await page.locator('svg .outline').count(), 1)
  },

  async 'a column is sorted from the keyboard'(page) {
    const heading = page.locator('.county-table thead th').nth(columns.completionRate)
    await heading.locator('button').focus()
    await page.keyboard.press('Enter')
    assert.equal(await heading.getAttribute('aria-sort'), 'descending')
    const rates = await page.locator('.county-table tbody:last-of-type tr').evaluateAll((rows, column) => rows.map((row) => Number.parseFloat(row.children[column].textContent)), columns.completionRate)
    const values = rates.filter((rate) => !Number.isNaN(rate))
    assert.deepEqual(values, [...values].sort((one, other) => other - one))
    assert.ok(rates.slice(values.length).every(Number.isNaN))
  },

  async 'a figure opens as many records as it says'(page) {
    const code = await page.locator('.county-table tbody:last-of-type tr').first().getAttribute('data-county')
    const shown = number(await cellOf(page, code, columns.outOfProvince))
    const records = Number(await openRecords(page, code, columns.outOfProvince))
    assert.ok(Math.abs(records - shown) <= 20, `${records} records behind ${shown}`)
    assert.equal(number(await page.locator('[data-test=records-figure]').innerText()), records)
  },

  async 'a past day says so, and leads back'(page) {
    const present = await kpiOnDay(page, city.today)
    const past = new Date(Date.parse(city.today) - 31 * 86_400_000).toISOString().slice(0, 10)
    assert.notEqual(await kpiOnDay(page, past), present)
    await page.locator('[data-test=history]').waitFor()
    await page.locator('[data-test=back-to-live]').click()
    await page.locator('[data-test=history]').waitFor({ state: 'detached' })
  },

  async 'the page speaks English too'(page) {
    await page.locator('.language').click()
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
    await page.getByRole('link', { name: 'Employment' }).waitFor()
    await page.locator('.language').click()
  },

  async 'a person is shown masked, and in full only for a reason'(page) {
    await page.context().clearCookies()
    await signIn(page, baseUrl, accountOf('EMPLOYMENT_LEAD'))
    await page.goto(`${baseUrl}/workers`)
    await page.locator('[data-test=worker]').first().click()
    await page.locator('[data-test=reveal]').click()
    assert.match(await page.locator('.person header').innerText(), /\d{3}\*+[\dX]{4}/)
    await page.locator('[data-test=reason]').fill('电话核查务工情况')
    await page.locator('.ask button[type=submit]').click()
    assert.match(await page.locator('[data-test=identity]').innerText(), /\d{17}[\dX]/)
  },

  async 'what is old is called old, and fresh again after a reconnect'(page) {
    const other = await page.context().newPage()
    await other.clock.install()
    await other.goto(baseUrl)
    // Only an open stream can fall silent: the page's clock may not run ahead of its opening.
    await other.locator('[data-test=data-age].good', { hasText: '实时' }).waitFor({ timeout: 90_000 })
    await other.route('**/api/reporting/**', (route) => route.abort())
    await other.clock.fastForward(60_000)
    await other.locator('[data-test=data-age].bad').waitFor({ timeout: 10_000 })
    assert.match(await other.locator('[data-test=data-age]').innerText(), /停更/)
    await other.unroute('**/api/reporting/**')
    await other.locator('[data-test=data-age].good').waitFor({ timeout: 90_000 })
    await other.close()
  },

  async 'an identity number never enters the address'(page) {
    await page.goto(`${baseUrl}/workers`)
    await page.locator('[data-test=search]').fill('530190199001011234')
    await page.locator('[data-test=search]').press('Enter')
    await page.waitForTimeout(500)
    assert.doesNotMatch(page.url(), /530190/)
  },
}

/** Only against the stub: the real system's imports have a story of their own, with real files. */
const stubChapters = {
  async 'a file is tried out, then imported, and a reload loses nothing'(page) {
    await tryOut(page, baseUrl, 'workers', { name: '花名册.csv', mimeType: 'text/csv', buffer: Buffer.from('人编号\n1\n') })
    const address = page.url()
    await confirmImport(page)
    assert.equal(number(await page.locator('[data-test=rows-rejected]').innerText()), 500)
    await page.goto(address)
    await page.locator('[data-test=import-outcome]').waitFor()
    assert.equal(await page.locator('[data-test=confirm]').isDisabled(), true)
    await page.locator('input[type=file]').setInputFiles({ name: '另一个.csv', mimeType: 'text/csv', buffer: Buffer.from('别的') })
    await page.locator('[data-test=confirm]').click()
    await page.locator('[data-test=problem]').waitFor()
  },

  async 'figures move on an open page, and the changed cell is marked'(page) {
    await page.goto(baseUrl)
    await waitForFigures(page)
    await page.locator('.county-table .figure.flash').first().waitFor({ timeout: 15_000 })
  },

  async 'a clerk sees only the own county'(page) {
    await page.context().clearCookies()
    await signIn(page, baseUrl, accountOf('EMPLOYMENT_CLERK'))
    await waitForFigures(page)
    assert.equal(await page.locator('tr[data-county]').count(), 1)
    await page.goto(`${baseUrl}/records?indicator=employment.working&county=530103`)
    await page.locator('[data-test=problem]').first().waitFor()
  },
}

async function kpiOnDay(page, day) {
  await showDay(page, baseUrl, day)
  return kpi(page, 'working')
}

await tell(size, { ...chapters, ...(accounts === null ? stubChapters : {}) })
