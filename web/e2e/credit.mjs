// The credit department's pages in a browser, with assertions, on any city. Usage: node e2e/credit.mjs [BASE_URL] [ACCOUNTS_JSON]
import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tell } from './chapters.mjs'
import { openBoard, signIn } from './steps.mjs'

const [baseUrl = 'http://127.0.0.1:8080', accountsFile] = process.argv.slice(2)
const accounts = accountsFile === undefined ? null : JSON.parse(readFileSync(accountsFile, 'utf8')).users
const stubNames = { LEADER: 'leader', CREDIT_LEAD: 'credit', OPERATOR: 'operator', BANK: 'bank' }
const accountOf = (role) => accounts?.find((user) => user.roles.includes(role)) ?? { username: stubNames[role], password: 'any' }

const city = await (await fetch(`${baseUrl}/api/city`)).json()
const size = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
const fen = (yuan) => BigInt(Number(yuan).toFixed(2).replace('.', ''))

/** The exact values of a column, the city's first; a unit without a value adds nothing. */
async function exactly(page, column) {
  const index = await page.locator('.county-table thead th').evaluateAll((heads, wanted) => heads.findIndex((head) => head.textContent.trim().startsWith(wanted)), column)
  assert.ok(index > 0, `no column ${column}`)
  const values = await page.locator('tr[data-county]').evaluateAll((rows, place) => rows.map((row) => [row.dataset.county, row.children[place].querySelector('[data-value]')?.dataset.value ?? '0']), index)
  const total = values.find(([county]) => county === city.code)?.[1] ?? '0'
  return { total, parts: values.filter(([county]) => county !== city.code).map(([, value]) => value) }
}

/** A bank of this run's own with a key that the page registers; only a real platform can verify it. */
const bank = { code: 'E2E', ...generateKeyPairSync('ed25519') }

/** Three loans of that bank as of today. */
function feed(sequence, balance) {
  const rows = [1, 2, 3].map((number) => `D,E2E${number},HE2E${number},${city.units.find(({ kind }) => kind !== 'city').name},2024-02-05,2027-02-05,50000.00,3.45,${balance}.00,0.00,,正常`)
  return Buffer.from([`H,${bank.code},${city.today},${sequence},3,${3 * balance}.00,0.00`, ...rows, ''].join('\n'))
}

/** Sends a feed by the page and answers the state on its receipt. */
async function submit(page, bytes, signed = bytes) {
  await page.goto(`${baseUrl}/feeds/send`)
  await page.locator('[data-test=feed-file]').setInputFiles({ name: 'e2e.csv', mimeType: 'text/csv', buffer: bytes })
  await page.locator('[data-test=feed-signature]').fill(sign(null, signed, bank.privateKey).toString('base64'))
  await page.locator('[data-test=send-feed]').click()
  await page.locator('[data-test=receipt]').waitFor({ timeout: 60_000 })
  return page.locator('[data-test=receipt]').getAttribute('data-status')
}
const rowsOf = async (page, name) => Number((await page.locator(`[data-test=receipt-${name}]`).innerText()).replace(/\D/g, ''))
const sequence = Math.floor(Date.now() / 1000)

/** Whether the city has loans at all; one without says so on the screen. */
let hasLoans = false

const chapters = {
  async 'a leader sees credit beside employment, fresh by its own clock'(page) {
    await signIn(page, baseUrl, accountOf('LEADER'))
    await openBoard(page, baseUrl)
    await page.locator('[data-test=programme-credit]').click()
    await page.locator('[data-test=kpi-overdue_rate]').waitFor()
    hasLoans = (await page.locator('[data-test=programme-empty]').count()) === 0
    // A city that was just loaded may still be counting, one without loans may never have been told of any.
    if (hasLoans) await page.locator('[data-test=data-age].good').waitFor({ timeout: 180_000 })
    else assert.match(await page.locator('[data-test=programme-empty]').innerText(), /尚无/)
  },

  async 'money and households of the city are the sum of the rows, to the fen'(page) {
    if (!hasLoans) return
    for (const column of ['新增发放', '贷款余额', '逾期金额', '发放户数', '逾期户数']) {
      const { total, parts } = await exactly(page, column)
      assert.equal(parts.reduce((sum, part) => sum + fen(part), 0n), fen(total), column)
    }
  },

  async 'an overdue rate above the line says so in words'(page) {
    const rate = Number((await page.locator('[data-test=kpi-overdue_rate] [data-value]').first().getAttribute('data-value', { timeout: 1_000 }).catch(() => '0')) ?? '0')
    const told = await page.locator('[data-test=kpi-overdue_rate]').innerText()
    assert.equal(/警戒线|严重/.test(told), rate > 1)
  },

  async 'the map can be coloured by completion against the calendar'(page) {
    await page.locator('.area-map .measures button').last().click()
    assert.match(await page.locator('.area-map h2').innerText(), /完成率/)
    await page.locator('.area-map .measures button').first().click()
  },

  async 'a figure opens to its loans and equals the department’s ledger'(page) {
    if (!hasLoans) return
    const total = page.locator(`tr[data-county="${city.code}"]`)
    const rate = total.locator('td').filter({ has: page.locator('.rate') }).last()
    await rate.locator('a').click()
    const told = page.locator('[data-test=records-count]')
    await told.waitFor()
    await page.waitForFunction(() => /一致/.test(document.querySelector('[data-test=records-count]')?.textContent ?? ''), null, { timeout: 60_000 })
    if (Number(await told.getAttribute('data-count')) > 0) await page.locator('[data-test=loan]').first().waitFor()
    await page.goBack()
  },

  async 'a credit lead opens a day of a bank to its receipt, whose rows are all accounted for'(page) {
    await page.context().clearCookies()
    await signIn(page, baseUrl, accountOf('CREDIT_LEAD'))
    await page.goto(`${baseUrl}/feeds`)
    await page.locator('[data-test=feed-calendar], [data-test=no-banks]').first().waitFor()
    if ((await page.locator('[data-test=feed]').count()) === 0) return assert.match(await page.locator('main').innerText(), /还没有/)
    await page.locator('[data-test=feed]').first().click()
    await page.locator('[data-test=receipt]').waitFor()
    const rows = Object.fromEntries(await Promise.all(['total', 'applied', 'unchanged', 'refused'].map(async (name) => [name, Number((await page.locator(`[data-test=receipt-${name}]`).innerText()).replace(/\D/g, ''))])))
    assert.equal(rows.total, rows.applied + rows.unchanged + rows.refused)
    await page.keyboard.press('Escape')
    await page.locator('[data-test=receipt]').waitFor({ state: 'hidden' })
  },

  async 'a signature that cannot be one is not sent'(page) {
    await page.goto(`${baseUrl}/feeds/send`)
    await page.locator('[data-test=feed-file]').setInputFiles({ name: 'feed.csv', mimeType: 'text/csv', buffer: Buffer.from('H,X,2024-06-10,1,0,0.00,0.00\n') })
    await page.locator('[data-test=feed-signature]').fill('not a signature')
    assert.equal(await page.locator('[data-test=send-feed]').isDisabled(), true)
  },

  async 'a lead registers a bank with its key'(page) {
    if (accounts === null) return
    await page.goto(`${baseUrl}/banks`)
    await page.locator('[data-test=register-bank]').click()
    await page.locator('[data-test=bank-code]').fill(bank.code)
    await page.locator('[data-test=bank-name]').fill('演练银行')
    await page.locator('[data-test=bank-key]').fill(bank.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'))
    await page.locator('[data-test=submit]').click()
    await page.locator('main').getByText('演练银行').waitFor()
  },

  async 'its feed is taken at once, the same again changes nothing, other bytes are refused'(page) {
    if (accounts === null) return
    assert.equal(await submit(page, feed(sequence, 41_000)), 'ACCEPTED')
    assert.deepEqual([await rowsOf(page, 'total'), await rowsOf(page, 'refused')], [3, 0])
    assert.equal(await submit(page, feed(sequence, 41_000)), 'UNCHANGED')
    assert.equal(await submit(page, feed(sequence + 1, 40_000), feed(sequence, 41_000)), 'REFUSED')
    assert.match(await page.locator('[data-test=refusals]').innerText(), /SIGNATURE_WRONG/)
    await page.goto(`${baseUrl}/loans?q=E2E2`)
    await page.locator('[data-test=loan]').first().waitFor()
    assert.match(await page.locator('.loans tbody').innerText(), /41,000\.00/)
  },

  async 'amounts ten thousand times too small are held until a lead sends them back'(page) {
    if (accounts === null) return
    assert.equal(await submit(page, feed(sequence + 2, 4)), 'HELD')
    await page.locator('[data-test=decline-feed]').click()
    await page.locator('[data-test=note]').fill('金额单位应为元')
    await page.locator('[data-test=submit]').click()
    await page.locator('[data-test=receipt][data-status=REFUSED]').waitFor({ timeout: 60_000 })
    assert.match(await page.locator('[data-test=refusals]').innerText(), /金额单位应为元/)
  },

  async 'differences are listed by state, and open to what they are about'(page) {
    await page.goto(`${baseUrl}/breaks?state=ALL`)
    await page.locator('[data-test=break], [data-test=empty]').first().waitFor()
    if (!hasLoans) return assert.equal(await page.locator('[data-test=break]').count(), 0)
    const told = Number(await page.locator('[data-test=breaks-count]').getAttribute('data-count'))
    assert.ok(told >= (await page.locator('[data-test=break]').count()))
    await page.locator('[data-test=state-CLOSED]').click()
    await page.waitForFunction(() => [...document.querySelectorAll('[data-test=break]')].every((row) => row.dataset.state === 'CLOSED'))
  },

  async 'a statement’s loans come to its amount, to the fen'(page) {
    await page.goto(`${baseUrl}/statements`)
    await page.locator('[data-test=statement], [data-test=empty]').first().waitFor()
    await page.locator('[data-test=statement] a').last().click()
    const amount = await page.locator('[data-test=statement-amount]').innerText()
    const lines = await page.locator('[data-test=lines] tbody tr').evaluateAll((rows) => rows.map((row) => row.lastElementChild.textContent))
    const plain = (text) => fen(text.replaceAll(',', '').replace('−', '-'))
    if (accounts !== null) assert.equal(lines.reduce((sum, line) => sum + plain(line), 0n), plain(amount))
  },

  async 'a loan opens to its life'(page) {
    await page.goto(`${baseUrl}/loans`)
    await page.locator('[data-test=loan], [data-test=empty]').first().waitFor()
    if ((await page.locator('[data-test=loan]').count()) === 0) return assert.match(await page.locator('[data-test=empty]').innerText(), /没有/)
    const number = await page.locator('[data-test=loan]').first().innerText()
    await page.locator('[data-test=loan]').first().click()
    await page.locator('[data-test=loan-life] li').first().waitFor()
    assert.ok((await page.locator('[data-test=loan-detail]').innerText()).includes(number))
    await page.keyboard.press('Escape')
    await page.locator('[data-test=search]').fill(number)
    await page.locator('[data-test=search]').press('Enter')
    await page.waitForFunction((wanted) => [...document.querySelectorAll('[data-test=loan]')].every((loan) => loan.textContent.startsWith(wanted)), number)
  },

  async 'arrears by age open to their loans'(page) {
    await page.goto(`${baseUrl}/arrears`)
    await page.locator('[data-test=ageing]').waitFor()
    if ((await page.locator('[data-test=no-arrears]').count()) > 0) return
    await page.locator('[data-test=ageing] .bars .part').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-test=loan]').first().waitFor()
    assert.match(page.url(), /bucket=/)
  },

  async 'a bank begins at its own loans'(page) {
    if (accounts !== null && !accounts.some((user) => user.roles.includes('BANK'))) return
    await page.context().clearCookies()
    await signIn(page, baseUrl, accountOf('BANK'))
    await page.waitForURL((url) => url.pathname === '/loans')
    await page.locator('[data-test=loan], [data-test=empty]').first().waitFor()
  },

  async 'who may not see loans is told so'(page) {
    await page.context().clearCookies()
    await signIn(page, baseUrl, accountOf('OPERATOR'))
    await page.goto(`${baseUrl}/loans`)
    await page.locator('main').getByText('没有这一页的权限').waitFor()
  },
}

await tell(size, chapters)
