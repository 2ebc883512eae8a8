// A day of a county's clerk, on the running platform, in any city. Usage: node e2e/clerk.mjs BASE_URL ACCOUNTS_JSON
// It adds two people of its own to the register, so it may be run again and again.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { tell } from './chapters.mjs'
import { cellOf, columns, confirmImport, signIn, tryOut, waitForFigures } from './steps.mjs'

const [baseUrl, accountsFile] = process.argv.slice(2)
const { users } = JSON.parse(readFileSync(accountsFile, 'utf8'))
const city = await (await fetch(`${baseUrl}/api/city`)).json()
const size = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN', acceptDownloads: true }
const patience = { timeout: 90_000 }

const clerk = users.find((user) => user.roles.includes('EMPLOYMENT_CLERK') && user.counties.length === 1 && !user.counties.includes(city.code))
const lead = users.find((user) => user.roles.includes('EMPLOYMENT_LEAD'))
const county = city.units.find((unit) => unit.code === clerk.counties[0])
const run = Date.now().toString(36).toUpperCase()
const day = (days) => new Date(Date.parse(city.today) + days * 86_400_000).toISOString().slice(0, 10)

/** A number nobody has: its county part was never assigned. */
function identityNumber(order) {
  const born = new Date(Date.UTC(1965, 0, 1) + ((Math.floor(Date.now() / 1000) + order * 7_919) % 12_000) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  const body = `530190${born}${String((Date.now() + order) % 1_000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return body + '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11]
}
const right = identityNumber(2)
const wrong = right.slice(0, 17) + (right[17] === '1' ? '2' : '1')
const people = [
  { id: `${run}A`, identity: identityNumber(1) },
  { id: `${run}B`, identity: wrong },
]
const heading = '县（市）区,乡镇,行政村,户编号,人编号,姓名,证件号码,户类型,劳动能力,务工区域,务工省份,务工单位,岗位类型,开始日期,结束日期,月工资'
const line = ({ id, identity }) => `${county.name},城关镇,大村,H${id},${id},张三,${identity},脱贫户,普通劳动力,省外,浙江省,义乌某服饰有限公司,普通,${day(-3)},,4500`
const file = (name, rows) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${[heading, ...rows].join('\n')}\n`) })
const number = (text) => Number(text.replace(/[^\d.-]/g, ''))

let inWork = 0
let rateBefore = ''

async function showCounty(page) {
  await page.goto(baseUrl)
  await waitForFigures(page)
  await page.locator('[data-test=data-age].good').waitFor({ timeout: 180_000 })
}

/** The exact figure of the county's row; 0 where it says why there is none. */
async function working(page) {
  const cell = page.locator(`tr[data-county="${county.code}"]`).locator('th, td').nth(columns.working)
  return Number((await cell.locator('[data-value]').first().getAttribute('data-value', { timeout: 2_000 }).catch(() => '0')) || '0')
}

/** Looks until the county's cell says so; the page is not loaded again, it moves by itself. */
async function waitUntilWorking(page, expected) {
  const deadline = Date.now() + patience.timeout
  while ((await working(page)) !== expected) {
    assert.ok(Date.now() < deadline, `still ${await working(page)} in work instead of ${expected}`)
    await page.waitForTimeout(500)
  }
}

async function openPerson(page, id) {
  await page.goto(`${baseUrl}/workers/${id}`)
  await page.locator('.person header').waitFor(patience)
}

const chapters = {
  async 'the clerk sees how the own county stands'(page) {
    await signIn(page, baseUrl, clerk)
    await showCounty(page)
    inWork = await working(page)
    rateBefore = await cellOf(page, county.code, columns.completionRate)
    assert.ok(inWork >= 0)
  },

  async 'a file with a fault is taken but for the row at fault, which says why'(page) {
    await tryOut(page, baseUrl, 'workers', file('本月新增.csv', people.map(line)))
    assert.equal(number(await page.locator('[data-test=rows-rejected]').innerText()), 1)
    await confirmImport(page)
    assert.equal(number(await page.locator('[data-test=rows-applied]').innerText()), 1)
  },

  async 'the rejected row comes back as a file, is put right and taken'(page) {
    const [download] = await Promise.all([page.waitForEvent('download', patience), page.locator('[data-test=rejects]').click()])
    const rejects = readFileSync(await download.path())
    assert.ok(rejects.length > 0)
    await tryOut(page, baseUrl, 'workers', file('退回改正.csv', [line({ ...people[1], identity: right })]))
    assert.equal(number(await page.locator('[data-test=rows-rejected]').innerText()), 0)
    await confirmImport(page)
    assert.equal(number(await page.locator('[data-test=rows-applied]').innerText()), 1)
  },

  async 'the county moves by the people imported'(page) {
    await showCounty(page)
    await waitUntilWorking(page, inWork + 2)
  },

  async 'a spell is ended, and the effect is told before it is saved'(page) {
    await openPerson(page, people[0].id)
    await page.locator('[data-test=mode-endSpell]').click()
    await page.locator('[data-test=end]').fill(city.today)
    await page.locator('[data-test=submit]').click()
    await page.locator('[data-test=effects]').waitFor(patience)
    const effects = await page.locator('[data-test=effects]').innerText()
    assert.ok(effects.includes(county.name) && effects.includes('→'), effects)
    await page.locator('[data-test=submit][data-checked=true]').click()
    await page.locator('[data-test=saved]').waitFor(patience)
    assert.match(await page.locator('.person header').innerText(), /未务工/)
  },

  async 'a fault in a form stands beside its field'(page) {
    await openPerson(page, people[1].id)
    await page.locator('[data-test=mode-endSpell]').click()
    await page.locator('[data-test=end]').fill(day(-30))
    await page.locator('[data-test=submit]').click()
    await page.locator('[data-field=end] [data-test=fault]').waitFor(patience)
  },

  async 'a record changed by a colleague meanwhile costs the clerk nothing that was written'(page) {
    await openPerson(page, people[1].id)
    await page.locator('[data-test=mode-edit]').click()
    await page.locator('[data-field=township] input').fill('新街镇')
    const other = await page.context().newPage()
    await openPerson(other, people[1].id)
    await other.locator('[data-test=mode-edit]').click()
    await other.locator('[data-field=village] input').fill('小村')
    await other.locator('[data-test=submit]').click()
    await other.locator('[data-test=submit][data-checked=true]').click(patience)
    await other.locator('[data-test=saved]').waitFor(patience)
    await other.close()
    await page.locator('[data-test=submit]').click()
    await page.locator('[data-test=conflict] button').click(patience)
    await page.locator('[data-test=conflict]').waitFor({ state: 'detached' })
    assert.equal(await page.locator('[data-field=township] input').inputValue(), '新街镇')
    await page.waitForFunction(() => document.querySelector('[data-field=village] input')?.value === '小村', undefined, patience)
    await page.locator('[data-test=submit]').click()
    await page.locator('[data-test=submit][data-checked=true]').click(patience)
    await page.locator('[data-test=saved]').waitFor(patience)
  },

  async 'the history says who changed what, old beside new'(page) {
    await page.locator('[data-test=mode-history]').click()
    await page.locator('[data-test=history] li').nth(2).waitFor(patience)
    const newest = await page.locator('[data-test=history] li').first().innerText()
    assert.ok(newest.includes(clerk.username) && newest.includes('城关镇') && newest.includes('新街镇'), newest)
  },

  async 'the county’s figures follow on the live page'(page) {
    await showCounty(page)
    await waitUntilWorking(page, inWork + 1)
    const rate = await cellOf(page, county.code, columns.completionRate)
    if (/\d/.test(rateBefore)) assert.match(rate, /\d/)
  },

  async 'one who came back is contacted, and leaves the list of those to contact'(page) {
    await page.goto(`${baseUrl}/returns?state=TO_CONTACT`)
    await page.locator('[data-test=return]').first().waitFor(patience)
    const waiting = number(await page.locator('[data-test=state-TO_CONTACT]').innerText())
    await page.locator('[data-test=return] [data-test=person]').first().click()
    await page.locator('[data-test=contact]').click(patience)
    await page.locator('[data-test=outcome]').selectOption('OFFERED')
    await page.locator('[data-test=note]').fill('电话联系，推荐县城服装厂')
    await page.locator('.log [data-test=submit]').click()
    await page.locator('[data-test=contacts] li').first().waitFor(patience)
    await page.goto(`${baseUrl}/returns?state=TO_CONTACT`)
    await page.waitForFunction(
      (expected) => Number(document.querySelector('[data-test=state-TO_CONTACT]')?.textContent.replace(/\D/g, '') || NaN) === expected,
      waiting - 1,
      patience,
    )
  },

  async 'a correction of a closed month waits for a second person, who approves it'(page) {
    await openPerson(page, people[1].id)
    await page.locator('[data-test=mode-edit]').click()
    await page.locator('[data-field=start] input').fill(day(-75))
    await page.locator('[data-test=submit]').click()
    await page.locator('[data-test=needs-review]').waitFor(patience)
    await page.locator('[data-test=reason-field]').fill('劳动合同载明的到岗日期')
    await page.locator('[data-test=submit][data-checked=true]').click()
    await page.locator('[data-test=saved]').waitFor(patience)
    await page.context().clearCookies()
    await signIn(page, baseUrl, lead)
    await page.goto(`${baseUrl}/reviews`)
    const review = page.locator('[data-test=review]', { hasText: people[1].id })
    await review.locator('[data-test=open]').click(patience)
    await review.locator('[data-test=effects]').waitFor(patience)
    await review.locator('[data-test=approve]').click()
    await page.locator('[data-test=decided]').waitFor(patience)
  },
}

await tell(size, chapters)
