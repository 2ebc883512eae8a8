// An alert on its way through the ledger, by two people, with assertions. Usage: node e2e/alerts.mjs [BASE_URL] [ACCOUNTS_JSON]
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { tell } from './chapters.mjs'
import { signIn } from './steps.mjs'

const [baseUrl = 'http://127.0.0.1:8080', accountsFile] = process.argv.slice(2)
const accounts = accountsFile === undefined ? null : JSON.parse(readFileSync(accountsFile, 'utf8')).users
const stubNames = { LEADER: 'leader', CREDIT_LEAD: 'credit', OPERATOR: 'operator' }
const accountOf = (role) => accounts?.find((user) => user.roles.includes(role)) ?? { username: stubNames[role], password: 'any' }
const size = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
const pdf = { name: '整改佐证.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${Date.now()}\n`) }

let item = ''

const stateOf = (page) => page.locator('[data-test=item-state]')
const inState = (page, state) => page.locator(`[data-test=item-state][data-state=${state}]`).waitFor()

const chapters = {
  async 'a credit lead sees the open alerts, the gravest first'(page) {
    await signIn(page, baseUrl, accountOf('CREDIT_LEAD'))
    await page.goto(`${baseUrl}/alerts`)
    await page.locator('[data-test=alert]').first().waitFor({ timeout: 180_000 })
    const words = await page.locator('[data-test=alert] .tag').allInnerTexts()
    const grave = ['严重', '预警', '提示']
    const places = words.map((word) => grave.indexOf(word))
    assert.deepEqual(places, [...places].sort())
  },

  async 'an alert says why it fired and what would clear it'(page) {
    await page.locator('[data-test=alert]').first().click()
    await page.locator('[data-test=why]').waitFor()
    assert.ok((await page.locator('[data-test=why]').innerText()).length > 4)
    assert.match(await page.locator('[data-test=clears]').innerText(), /工作日/)
  },

  async 'it is seen, assigned and entered in the ledger'(page) {
    if ((await page.locator('[data-test=acknowledge]').count()) > 0) await page.locator('[data-test=acknowledge]').click()
    await page.locator('#to').fill('县农业农村局')
    await page.locator('[data-test=assign]').click()
    await page.locator('[data-test=action]').filter({ hasText: '交办' }).first().waitFor()
    await page.locator('[data-test=to-ledger]').click()
    await page.locator('[data-test=responsible]').fill('县农业农村局')
    await page.locator('[data-test=enter]').click()
    await page.locator('[data-test=to-item]').click()
    await inState(page, 'OPEN')
    item = new URL(page.url()).pathname
    assert.ok((await page.locator('[data-test=data-view]').innerText()).length > 0)
  },

  async 'evidence is put in, and it is submitted as mended'(page) {
    await page.locator('[data-test=file]').setInputFiles(pdf)
    await page.locator('[data-test=evidence]').waitFor()
    await page.locator('[data-test=measures]').fill('逐户核实，制定还款计划')
    await page.locator('[data-test=submit]').click()
    await inState(page, 'SUBMITTED')
  },

  async 'whoever submitted it is not offered to verify it'(page) {
    assert.equal(await page.locator('[data-test=verify]').count(), 0)
    assert.equal(await page.locator('[data-test=close-out]').count(), 0)
  },

  async 'another person verifies it and closes it out'(page) {
    await page.context().clearCookies()
    await signIn(page, baseUrl, accountOf('LEADER'))
    await page.goto(`${baseUrl}${item}`)
    await stateOf(page).waitFor()
    await page.locator('[data-test=note]').fill('现场核查属实')
    await page.locator('[data-test=verify]').click()
    await inState(page, 'VERIFIED')
    await page.locator('[data-test=close-out]').click()
    await inState(page, 'CLOSED')
    const actors = new Set(await page.locator('[data-test=step]').evaluateAll((steps) => steps.map((step) => step.childNodes[1]?.textContent?.trim())))
    assert.equal(actors.size, 2)
  },

  async 'a rule that would fire for every county is refused with what it would have done'(page) {
    await page.goto(`${baseUrl}/rules`)
    await page.locator('[data-code="target-missed.employment"] [data-test=open-rule]').click()
    await page.locator('[data-test=field-line]').fill('100000')
    await page.locator('[data-test=back-test]').click()
    await page.locator('[data-test=back-test-result]').waitFor()
    await page.locator('[data-test=objection]').waitFor()
    await page.locator('[data-test=save-rule]').click()
    await page.locator('[data-test=problem]').waitFor()
    assert.match(await page.locator('[data-test=problem]').innerText(), /所有/)
  },
}

await tell(size, chapters)
