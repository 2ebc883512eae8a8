// The bulletin in a browser, from draft to issue, the ranking and the check. Usage: node e2e/bulletin.mjs [BASE_URL] [ACCOUNTS_JSON]
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { tell } from './chapters.mjs'
import { signIn } from './steps.mjs'

const [baseUrl = 'http://127.0.0.1:8080', accountsFile] = process.argv.slice(2)
const accounts = accountsFile === undefined ? null : JSON.parse(readFileSync(accountsFile, 'utf8')).users
const stubNames = { BULLETIN_EDITOR: 'editor', BULLETIN_ISSUER: 'issuer', LEADER: 'leader' }
const accountOf = (role) => accounts?.find((user) => user.roles.includes(role)) ?? { username: stubNames[role], password: 'any' }
const size = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
const own = '本段由办公室撰写。'
const preview = (page) => page.frameLocator('[data-test=preview]')
let address = ''

const chapters = {
  async 'the editor drafts the bulletin of a day and sees it written'(page) {
    await signIn(page, baseUrl, accountOf('BULLETIN_EDITOR'))
    await page.goto(`${baseUrl}/bulletins`)
    await page.locator('[data-test=draft]').click()
    await page.waitForURL(/\/bulletins\/.+/)
    address = page.url()
    await preview(page).locator('h1').waitFor()
    assert.match(await preview(page).locator('h1').innerText(), /通报/)
  },

  async 'what the office writes stands in the page before it is saved'(page) {
    await page.locator('[data-test=section-employment] summary').click()
    await page.locator('[data-test=own-employment]').fill(own)
    await preview(page).getByText(own).waitFor()
    await page.locator('[data-test=save]').click()
    await page.locator('[data-test=review]:enabled').waitFor()
  },

  async 'the editor reviews it and cannot issue it'(page) {
    await page.locator('[data-test=review]').click()
    await page.locator('[data-test=state].REVIEWED').waitFor()
    assert.equal(await page.locator('[data-test=issue]').count(), 0)
  },
}

const byAnother = {
  async 'another person issues it, and it has a number and a seal'(page) {
    await signIn(page, baseUrl, accountOf('BULLETIN_ISSUER'))
    await page.goto(address)
    page.once('dialog', (dialog) => dialog.accept())
    await page.locator('[data-test=issue]').click()
    await page.locator('[data-test=state].ISSUED').waitFor()
    assert.match(await page.locator('h1').first().innerText(), /〔\d{4}〕\d+号/)
    assert.match(await page.locator('.seal code').innerText(), /^[0-9a-f]{64}$/)
    await preview(page).getByText(own).waitFor()
  },

  async 'the ranking says who is called in'(page) {
    await page.goto(`${baseUrl}/rankings`)
    await page.locator('[data-test=interviews]').waitFor()
    assert.ok((await page.locator('[data-test=ranking]').count()) >= 5)
  },

  async 'a finished table is checked cell by cell'(page) {
    await page.goto(`${baseUrl}/bulletin-check`)
    const table = '县区,目标,已务工,完成率\n五华区,30,30,100\n盘龙区,1500,1593,108.53\n'
    await page.locator('input[type=file]').setInputFiles({ name: '务工.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    await page.locator('[data-test=finding]').first().waitFor()
    assert.match(await page.locator('[data-test=finding]').first().innerText(), /108\.53 → 106\.20/)
  },
}

await tell(size, chapters)
await tell(size, byAnother)
