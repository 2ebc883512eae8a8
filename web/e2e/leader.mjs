// A leader's day: home, inbox and wall, with assertions. Usage: node e2e/leader.mjs [BASE_URL] [ACCOUNTS_JSON]
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { tell } from './chapters.mjs'
import { signIn } from './steps.mjs'

const [baseUrl = 'http://127.0.0.1:8080', accountsFile] = process.argv.slice(2)
const accounts = accountsFile === undefined ? null : JSON.parse(readFileSync(accountsFile, 'utf8')).users
const leader = accounts?.find((user) => user.roles.includes('LEADER')) ?? { username: 'leader', password: 'any' }
const city = await (await fetch(`${baseUrl}/api/city`)).json()
const size = { viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' }
const patience = { timeout: 180_000 }

const asked = (page, path) => page.evaluate(async (address) => (await fetch(address)).json(), path)
const unread = async (page) => Number((await page.locator('[data-test=unread]').allInnerTexts())[0]?.replace('+', '') ?? 0)

const chapters = {
  async 'a leader begins at a page of the own, with three departments'(page) {
    await signIn(page, baseUrl, leader)
    await page.waitForURL((url) => url.pathname === '/home')
    for (const department of ['employment', 'credit', 'subsidy']) await page.locator(`[data-test=main-${department}] .figure`).waitFor(patience)
    await page.waitForFunction(
      async (code) => {
        const { figures } = await (await fetch(`/api/reporting/figures?county=${code}`)).json()
        const shown = document.querySelector('[data-test=main-employment] .figure')?.dataset.value
        return shown !== undefined && shown === String(figures.find(({ indicator }) => indicator === 'employment.completion_rate').value)
      },
      city.code,
      patience,
    )
  },

  async 'the alerts told there are those that are open'(page) {
    const counted = async () => {
      const { alerts } = await asked(page, '/api/reporting/alerts?state=OPEN')
      const shown = await page.locator('[data-test^=count-] b').allInnerTexts()
      return alerts.length > 0 && shown.reduce((sum, text) => sum + Number(text), 0) === alerts.length
    }
    const end = Date.now() + patience.timeout
    while (!(await counted())) {
      assert.ok(Date.now() < end, 'the counts never agreed')
      await page.waitForTimeout(1_000)
    }
  },

  async 'the inbox shows an alert, and what was opened is read'(page) {
    await page.locator('[data-test=unread]').waitFor(patience)
    await page.locator('[data-test=bell]').click()
    await page.locator('[data-test=notification][data-read=false]').first().waitFor(patience)
    const { unread: before } = await asked(page, '/api/reporting/notifications?limit=0')
    await page.locator('[data-test=notification][data-read=false]').first().click()
    await page.locator('[data-test=why]').waitFor()
    await page.waitForFunction(async (count) => (await (await fetch('/api/reporting/notifications?limit=0')).json()).unread < count, before)
    await page.goBack()
    await page.locator('[data-test=read-all]').click()
    await page.locator('[data-test=notification][data-read=false]').first().waitFor({ state: 'detached' })
    assert.equal(await unread(page), (await asked(page, '/api/reporting/notifications?limit=0')).unread)
  },

  async 'a subscription to an address inside the network is refused'(page) {
    const name = `试用群 ${Date.now()}`
    await page.goto(`${baseUrl}/subscriptions`)
    await page.locator('[data-test=new-subscription]').click()
    await page.locator('[data-test=name]').fill(name)
    await page.locator('[data-test=channel]').selectOption('WECOM')
    await page.locator('[data-test=address]').fill('http://10.0.0.1/hook')
    await page.locator('[data-test=save]').click()
    await page.locator('[data-test=problem]').waitFor()
    await page.locator('[data-test=address]').fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-0000-0000-000000004bc4')
    await page.locator('[data-test=save]').click()
    const added = page.locator('[data-test=subscription]').filter({ hasText: name }).filter({ hasText: '…4bc4' })
    await added.waitFor()
    await added.locator('[data-test=end]').click()
    await added.locator('[data-test=end]').click()
    await added.waitFor({ state: 'detached' })
  },

  async 'the wall shows the city’s total and its newest alerts, without scrolling'(page) {
    await page.goto(`${baseUrl}/wall`)
    const total = page.locator('[data-test="wall-employment.working"]')
    await page.waitForFunction(
      async (code) => {
        const { figures } = await (await fetch(`/api/reporting/figures?county=${code}`)).json()
        const total = figures.find(({ indicator }) => indicator === 'employment.working').value
        return Number(document.querySelector('[data-test="wall-employment.working"]')?.dataset.value) === total
      },
      city.code,
      patience,
    )
    assert.ok(Number(await total.getAttribute('data-value')) > 0)
    await page.locator('[data-test=wall-alert]').first().waitFor(patience)
    const over = await page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)
    assert.equal(over, 0)
  },

  async 'the wall says when the line is down, and finds its way back'(page) {
    await page.route('**/api/reporting/**', (route) => route.abort())
    await page.reload()
    await page.locator('[data-test=wall-age].bad').waitFor({ timeout: 30_000 })
    await page.unroute('**/api/reporting/**')
    await page.locator('[data-test=wall-age]:not(.bad, .warn)').waitFor({ timeout: 90_000 })
  },
}

await tell(size, chapters)
