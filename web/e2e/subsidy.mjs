// The subsidies department's days in a browser against the whole platform, with assertions. Usage: node e2e/subsidy.mjs BASE_URL ACCOUNTS_JSON
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { tell } from './chapters.mjs'
import { openBoard, signIn } from './steps.mjs'

const [baseUrl, accountsFile] = process.argv.slice(2)
const accounts = JSON.parse(readFileSync(accountsFile, 'utf8'))
const accountOf = (role) => accounts.users.find((user) => user.roles.includes(role))
const city = await (await fetch(`${baseUrl}/api/city`)).json()
const county = city.units.find((unit) => unit.code === accountOf('SUBSIDY_CLERK').counties[0])
const size = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
const person = `PE2E${Date.now().toString(36).toUpperCase()}`
const caseId = `TRANSPORT|${person}|2024`

async function machine(role) {
  const client = accounts.clients.find((one) => one.roles.includes(role))
  const answer = await fetch(`${baseUrl}/oauth2/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  })
  const { access_token: token } = await answer.json()
  return (path, init = {}) => fetch(`${baseUrl}${path}`, { ...init, headers: { Authorization: `Bearer ${token}`, ...init.headers } })
}

async function eventually(what, look, millis = 60_000) {
  const end = Date.now() + millis
  for (;;) {
    const found = await look()
    if (found) return found
    assert.ok(Date.now() < end, `still not: ${what}`)
    await new Promise((later) => setTimeout(later, 250))
  }
}

/** An identity number of a district nobody was ever given. */
function identityNumber() {
  const digits = `530190${19700101 + Math.floor(Math.random() * 27)}${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * weights[place], 0)
  return digits + '10X98765432'[sum % 11]
}
const number = identityNumber()

/** Tells employment of one worker's spell out of the province, and waits for its end. */
async function told(employment, end) {
  const header = '县（市）区,乡镇,行政村,户编号,人编号,姓名,证件号码,户类型,劳动能力,务工区域,务工省份,务工单位,岗位类型,开始日期,结束日期,月工资'
  const row = `${county.name},示例乡,示例村,H${person},${person},示例一,${number},脱贫户,普通劳动力,省外,浙江省,示例厂,普通,2024-02-05,${end},5000`
  const form = new FormData()
  form.append('file', new Blob([`${header}\n${row}\n`]), `e2e-${end}.csv`)
  const accepted = await employment('/api/employment/imports?kind=workers', { method: 'POST', body: form })
  assert.equal(accepted.status, 202, await accepted.clone().text())
  const location = new URL(accepted.headers.get('location'), baseUrl).pathname
  const outcome = await eventually('the import ends', async () => {
    const job = await (await employment(location)).json()
    return ['COMPLETED', 'REFUSED', 'FAILED'].includes(job.status) ? job : null
  })
  assert.equal(outcome.rows.applied, 1, JSON.stringify(outcome))
}

const employment = await machine('EMPLOYMENT_LEAD')
const subsidy = await machine('SUBSIDY_LEAD')
const waiting = async () => (await (await subsidy('/api/subsidy/waiting?programme=TRANSPORT&period=2024')).json()).waiting
let before = 0

async function as(page, role) {
  await page.context().clearCookies()
  await signIn(page, baseUrl, accountOf(role))
}

async function open(page, step) {
  await page.goto(`${baseUrl}/subsidy/cases?q=${person}`)
  await page.locator('[data-test=case]').first().click()
  await page.locator('[data-test=case-detail]').waitFor()
  if (step) await page.locator(`[data-test=case-detail] [data-step=${step}]`).first().waitFor()
}

const chapters = {
  async 'the department’s home tells who waits, and opens a county’s list of as many'(page) {
    await as(page, 'SUBSIDY_LEAD')
    // A city just loaded may still be telling of its workers.
    before = await eventually('nobody more is found', async () => {
      const one = await waiting()
      await new Promise((later) => setTimeout(later, 3_000))
      return one > 0 && one === (await waiting()) ? one : null
    }, 240_000)
    await page.goto(`${baseUrl}/subsidy`)
    await page.locator('[data-test=waiting-total]').waitFor()
    assert.equal((await page.locator('[data-test=waiting-total]').innerText()).replace(/\D/g, ''), String(before))
    const row = page.locator('tr[data-county]').first()
    const count = (await row.locator('strong').innerText()).replace(/\D/g, '')
    await row.locator('[data-test=county-waiting]').click()
    await page.locator(`[data-test=count][data-count="${count}"]`).waitFor()
  },

  async 'a spell of three months out of the province is found without anyone applying'() {
    await told(employment, '2024-12-20')
    assert.equal(await eventually('one more waits', async () => ((await waiting()) === before + 1 ? 1 : null)), 1)
  },

  async 'the county’s clerk records the application, verifies and puts it on notice'(page) {
    await as(page, 'SUBSIDY_CLERK')
    await open(page, 'DETECTED')
    for (const [step, next] of [['APPLIED', 'VERIFIED'], ['VERIFIED', 'ON_NOTICE'], ['ON_NOTICE', null]]) {
      await page.locator(`[data-test=take-${step}]`).click()
      if (next !== null) await page.locator(`[data-test=take-${next}]`).waitFor()
      else await page.locator('[data-test=case-detail] [data-step=ON_NOTICE]').first().waitFor()
    }
    assert.match(await page.locator('[data-test=timeline]').innerText(), /公示至/)
  },

  async 'everybody reads the notice without an account, masked, and may object'(page) {
    await page.context().clearCookies()
    await page.goto(`${baseUrl}/notices`)
    await page.locator('select').selectOption(county.code)
    await eventually('it is listed', async () => (await page.locator('[data-test=notice]').count()) > 0)
    assert.ok(!(await page.content()).includes(number))
    await page.locator('[data-test=object]').first().click()
    await page.locator('textarea').fill('请核实是否已返乡')
    await page.locator('[data-test=send-objection]').click()
    await page.locator('[data-test=taken]').waitFor()
  },

  async 'the clerk reads the objection and decides it'(page) {
    await as(page, 'SUBSIDY_CLERK')
    await page.goto(`${baseUrl}/subsidy/objections`)
    const objection = page.locator('[data-test=objection]').filter({ hasText: '请核实是否已返乡' }).first()
    await objection.locator('[data-test=answer]').fill('经核实，仍在省外务工')
    await objection.locator('[data-test=dismiss]').click()
    await objection.locator('[data-test=answer]').waitFor({ state: 'detached' })
    assert.match(await objection.innerText(), /不成立[\s\S]*经核实，仍在省外务工/)
  },

  async 'another person cannot approve while the notice runs, and is told why'(page) {
    await as(page, 'SUBSIDY_LEAD')
    await open(page, 'ON_NOTICE')
    await page.locator('[data-test=take-APPROVED]').click()
    await page.locator('[data-test=case-detail] [data-test=problem]').waitFor()
    assert.match(await page.locator('[data-test=case-detail] [data-test=problem]').innerText(), /公示期未满/)
  },

  async 'a corrected spell takes the entitlement away, within seconds'() {
    await told(employment, '2024-04-20')
    await eventually('as many wait as before', async () => (await waiting()) === before)
    const gone = await (await subsidy(`/api/subsidy/cases/${encodeURIComponent(caseId)}`)).json()
    assert.equal(gone.step, 'WITHDRAWN')
  },

  async 'programmes tell what they grant, and a preview whom a change concerns'(page) {
    await as(page, 'SUBSIDY_LEAD')
    await page.goto(`${baseUrl}/subsidy/programmes`)
    const travel = page.locator('[data-test=programme][data-code=TRANSPORT]')
    await travel.locator('[data-test=open-programme]').click()
    await travel.locator('input[type=date]').fill('2024-01-01')
    await travel.locator('[data-test=amount]').fill('900')
    await travel.locator('[data-test=submit]').click()
    await travel.locator('[data-test=effects]').waitFor()
    if (before > 0) assert.match(await travel.locator('[data-test=effects]').innerText(), /件未发放的个案/)
  },

  async 'calls tell what people know, and a sample is drawn by a seed'(page) {
    await page.goto(`${baseUrl}/subsidy/calls`)
    await page.locator('[data-test=awareness], [data-test=empty]').first().waitFor()
    await page.locator('[data-test=draw]').click()
    await page.locator('[data-test=drawn]').waitFor()
    assert.match(await page.locator('[data-test=drawn]').innerText(), /随机种子 \d+/)
  },

  async 'a leader sees travel subsidies, Yulu and calls on the live screen'(page) {
    await as(page, 'LEADER')
    await openBoard(page, baseUrl)
    for (const programme of ['transport', 'yulu', 'calls']) {
      await page.locator(`[data-test=programme-${programme}]`).click()
      await page.locator('.strip .kpi, [data-test=programme-empty]').first().waitFor()
    }
  },
}

await tell(size, chapters)
