// Takes a picture of every screen in every size. Usage: node e2e/screens.mjs BASE_URL OUT_DIR [name-filter]
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { withBrowser } from './browser.mjs'
import { signIn, waitForFigures } from './steps.mjs'

const [baseUrl = 'http://127.0.0.1:8080', out = 'target/screens', filter = ''] = process.argv.slice(2)
mkdirSync(out, { recursive: true })

const sizes = { wall: { width: 1920, height: 1080 }, laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const password = process.env.PULSE_PASSWORD ?? 'any'
const workbook = (name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('县（市）区,人编号\n') })

const dropFile = (name) => async (page) => {
  await page.locator('input[type=file]').setInputFiles(workbook(name))
  await page.locator('[data-test=try-out]').click()
}
const outcome = (page) => page.locator('[data-test=import-outcome]').waitFor()

const screens = [
  { name: 'entry', user: null, path: '/', sizes: ['laptop', 'phone'] },
  { name: 'home', path: '/home', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=main-employment] .figure').waitFor(), whole: true },
  { name: 'home-print', path: '/home', sizes: ['laptop'], ready: (page) => page.locator('[data-test=main-employment] .figure').waitFor(), act: (page) => page.emulateMedia({ media: 'print' }), whole: true },
  { name: 'big', path: '/wall', sizes: ['wall'], ready: (page) => page.locator('[data-test=wall-alert]').first().waitFor() },
  { name: 'notifications', path: '/notifications', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=notification]').first().waitFor() },
  { name: 'subscriptions', path: '/subscriptions', sizes: ['laptop', 'phone'], act: (page) => page.locator('[data-test=new-subscription]').click(), whole: true },
  { name: 'deliveries', path: '/deliveries', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=delivery]').first().waitFor() },
  { name: 'wall', path: '/?wall', sizes: ['wall'], ready: waitForFigures },
  { name: 'live', path: '/', sizes: ['wall', 'laptop', 'phone'], ready: waitForFigures, whole: true },
  { name: 'live-english', path: '/?county=530113', sizes: ['laptop', 'phone'], ready: waitForFigures, act: (page) => page.locator('.language').click(), whole: true },
  { name: 'live-history', path: '/?asOf=2024-03-31', sizes: ['laptop', 'phone'], ready: waitForFigures },
  { name: 'live-picker', path: '/', sizes: ['laptop'], ready: waitForFigures, act: (page) => page.locator('.el-date-editor input').click() },
  { name: 'live-print', path: '/', sizes: ['laptop'], ready: waitForFigures, act: (page) => page.emulateMedia({ media: 'print' }), whole: true },
  { name: 'live-clerk', user: 'clerk', path: '/', sizes: ['laptop', 'phone'], ready: waitForFigures },
  { name: 'imports', user: 'lead', path: '/imports', sizes: ['laptop', 'phone'], whole: true },
  { name: 'imports-running', user: 'lead', path: '/imports', sizes: ['laptop'], act: dropFile('劳动力花名册（6月）.csv'), settle: 1_600 },
  { name: 'imports-preview', user: 'lead', path: '/imports', sizes: ['laptop', 'phone'], act: dropFile('劳动力花名册（6月）.csv'), ready: null, after: outcome, whole: true },
  { name: 'imports-refused', user: 'lead', path: '/imports', sizes: ['laptop'], act: dropFile('refused.csv'), after: outcome },
  { name: 'imports-unreadable', user: 'lead', path: '/imports', sizes: ['laptop'], act: dropFile('unreadable.csv'), after: (page) => page.locator('[data-test=problem]').waitFor() },
  {
    name: 'imports-result', user: 'lead', path: '/imports', sizes: ['laptop', 'phone'], act: dropFile('劳动力花名册（6月）.csv'), whole: true,
    after: async (page) => {
      await outcome(page)
      await page.locator('[data-test=confirm]').click()
      await page.locator('[data-test=import-outcome][data-dry-run=false]').waitFor()
    },
  },
  { name: 'workers', user: 'lead', path: '/workers', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=worker]').first().waitFor() },
  {
    name: 'worker-drawer', user: 'lead', path: '/workers', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=worker]').first().waitFor(),
    act: (page) => page.locator('[data-test=worker]').nth(2).click(), after: (page) => page.locator('[data-test=spells]').waitFor(), settle: 900,
  },
  { name: 'records', user: 'leader', path: '/records?indicator=employment.out_of_province&county=530113&asOf=2024-06-10', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=records-count]').waitFor() },
  { name: 'records-rate', user: 'leader', path: '/records?indicator=employment.completion_rate&county=530100&asOf=2024-06-10', sizes: ['laptop'], ready: (page) => page.locator('[data-test=records-count]').waitFor() },
  ...deskScreens(),
  { name: 'wall-credit', path: '/?wall&programme=credit', sizes: ['wall'], ready: waitForFigures },
  { name: 'live-credit', path: '/?programme=credit', sizes: ['wall', 'laptop', 'phone'], ready: waitForFigures, whole: true },
  { name: 'live-credit-pace', path: '/?programme=credit&measure=credit.completion_rate', sizes: ['laptop'], ready: waitForFigures },
  { name: 'live-credit-english', path: '/?programme=credit', sizes: ['laptop'], ready: waitForFigures, act: (page) => page.locator('.language').click() },
  { name: 'feeds', user: 'credit', path: '/feeds', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=feed-calendar]').waitFor(), whole: true },
  { name: 'feeds-receipt', user: 'credit', path: '/feeds?feed=stub-feed-2', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=receipt]').waitFor(), settle: 900 },
  { name: 'feeds-refused', user: 'credit', path: '/feeds?feed=stub-feed-refused', sizes: ['laptop'], ready: (page) => page.locator('[data-test=receipt]').waitFor(), settle: 900 },
  { name: 'feeds-held', user: 'credit', path: '/feeds?feed=stub-feed-held', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=held]').waitFor(), settle: 900 },
  { name: 'feeds-send', user: 'credit', path: '/feeds/send', sizes: ['laptop', 'phone'] },
  { name: 'breaks', user: 'credit', path: '/breaks', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=break]').first().waitFor() },
  { name: 'break-resolve', user: 'credit', path: '/breaks', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=resolve]').first().click(), after: (page) => page.locator('[data-test=note]').waitFor(), settle: 900 },
  { name: 'statements', user: 'credit', path: '/statements', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=statement]').first().waitFor(), whole: true },
  { name: 'statement', user: 'credit', path: '/statements/2024Q2-NXS-530103', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=statement-sheet]').waitFor() },
  { name: 'statement-close', user: 'credit', path: '/statements/2024Q1-ABC-530113', sizes: ['laptop'], ready: (page) => page.locator('[data-test=close]').click() },
  { name: 'statement-print', user: 'credit', path: '/statements/2024Q2-NXS-530103', sizes: ['laptop'], ready: (page) => page.locator('[data-test=statement-sheet]').waitFor(), act: (page) => page.emulateMedia({ media: 'print' }), whole: true },
  { name: 'banks', user: 'credit', path: '/banks', sizes: ['laptop', 'phone'], act: (page) => page.locator('[data-test=register-bank]').click() },
  { name: 'loans', user: 'credit', path: '/loans', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=loan]').first().waitFor() },
  { name: 'loan', user: 'credit', path: '/loans', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=loan]').nth(3).click(), after: (page) => page.locator('[data-test=loan-life]').waitFor(), settle: 900 },
  { name: 'arrears', user: 'credit', path: '/arrears', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=ageing]').waitFor(), whole: true },
  { name: 'records-credit', path: '/records?indicator=credit.overdue_rate&county=530128&asOf=2024-06-10', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=records-count]').waitFor() },
  { name: 'risks', user: 'leader', path: '/risks', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=risk]').first().waitFor() },
  { name: 'bulletins', user: 'editor', path: '/bulletins', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=bulletin]').first().waitFor() },
  { name: 'bulletin', user: 'editor', path: '/bulletins', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=draft]').click(), after: (page) => page.locator('[data-test=section-employment] summary').click(), settle: 900 },
  { name: 'bulletin-issued', user: 'leader', path: '/bulletins/b1', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=restated]').waitFor(), settle: 500 },
  { name: 'rankings', user: 'leader', path: '/rankings', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=interviews]').waitFor(), whole: true },
  { name: 'bulletin-check', user: 'editor', path: '/bulletin-check', sizes: ['laptop', 'phone'], act: (page) => page.locator('input[type=file]').setInputFiles(workbook('通报.csv')), after: (page) => page.locator('[data-test=finding]').first().waitFor(), whole: true },
  ...subsidyScreens(),
  { name: 'live-transport', path: '/?programme=transport', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=kpi-entitled]').waitFor(), whole: true },
  { name: 'live-yulu', path: '/?programme=yulu', sizes: ['laptop'], ready: (page) => page.locator('[data-test=kpi-students]').waitFor(), whole: true },
  { name: 'live-calls', path: '/?programme=calls', sizes: ['laptop', 'phone'], ready: (page) => page.locator('[data-test=kpi-made]').waitFor(), whole: true },
  { name: 'forbidden', user: 'operator', path: '/workers', sizes: ['laptop'] },
]

/** Subsidies: from who waits to the public notice. */
function subsidyScreens() {
  const both = ['laptop', 'phone']
  const seen = (selector) => (page) => page.locator(selector).first().waitFor()
  return [
    { name: 'subsidy-waiting', user: 'subsidy', path: '/subsidy', sizes: both, ready: seen('[data-test=county-waiting]'), whole: true },
    { name: 'subsidy-waiting-print', user: 'subsidy', path: '/subsidy', sizes: ['laptop'], ready: seen('[data-test=county-waiting]'), act: (page) => page.emulateMedia({ media: 'print' }), whole: true },
    { name: 'subsidy-cases', user: 'subsidy', path: '/subsidy/cases?programme=TRANSPORT&county=530113&unpaid=true', sizes: both, ready: seen('[data-test=case]'), act: (page) => page.locator('[data-test=choose-all]').click({ timeout: 2_000 }).catch(() => page.locator('[data-test=choose]').first().click()) },
    { name: 'subsidy-case', user: 'subsidy', path: '/subsidy/cases?county=530113', sizes: both, ready: seen('[data-test=case]'), act: (page) => page.locator('[data-test=case]').nth(2).click(), after: (page) => page.locator('[data-test=timeline]').waitFor(), settle: 900 },
    { name: 'subsidy-objections', user: 'subsidy', path: '/subsidy/objections', sizes: both, ready: seen('[data-test=objection]'), whole: true },
    { name: 'subsidy-batches', user: 'subsidy', path: '/subsidy/batches', sizes: both, ready: seen('[data-test=batch]'), whole: true },
    { name: 'subsidy-programmes', user: 'subsidy', path: '/subsidy/programmes', sizes: both, ready: seen('[data-test=programme]'), whole: true },
    { name: 'subsidy-programme', user: 'subsidy', path: '/subsidy/programmes', sizes: both, ready: seen('[data-test=programme]'), act: async (page) => { await page.locator('[data-test=open-programme]').first().click(); await page.locator('[data-test=submit]').click(); await page.locator('[data-test=effects]').waitFor() }, whole: true },
    { name: 'subsidy-calls', user: 'subsidy', path: '/subsidy/calls', sizes: both, ready: seen('[data-test=awareness]'), whole: true },
    { name: 'subsidy-imports', user: 'subsidy', path: '/subsidy/imports', sizes: ['laptop'] },
    { name: 'notices', user: null, path: '/notices', sizes: both, ready: seen('[data-test=notice]'), act: (page) => page.locator('[data-test=object]').nth(1).click() },
  ]
}

/** The clerk's workbench, page by page and form by form. */
function deskScreens() {
  const both = ['laptop', 'phone']
  const seen = (selector) => (page) => page.locator(selector).first().waitFor()
  const worker = '/workers/P530127040300'
  const mode = (name) => (page) => page.locator(`[data-test=mode-${name}]`).click()
  const openFirst = (page) => page.locator('[data-test=person]').first().click()
  return [
    { name: 'desk-returns', user: 'lead', path: '/returns', sizes: both, ready: seen('[data-test=return]') },
    { name: 'desk-contact', user: 'lead', path: '/returns', sizes: both, ready: seen('[data-test=return]'), act: async (page) => { await openFirst(page); await page.locator('[data-test=contact]').click() } },
    { name: 'desk-watch', user: 'lead', path: '/watch', sizes: both, ready: seen('[data-test=watched]') },
    { name: 'desk-reviews', user: 'lead', path: '/reviews', sizes: both, ready: seen('[data-test=review]'), act: (page) => page.locator('[data-test=open]').click() },
    { name: 'desk-worker', user: 'lead', path: worker, sizes: both, ready: seen('.person') },
    { name: 'desk-history', user: 'lead', path: worker, sizes: both, ready: seen('.person'), act: mode('history') },
    { name: 'desk-edit', user: 'lead', path: worker, sizes: both, ready: seen('.person'), act: mode('edit'), whole: true },
    { name: 'desk-start', user: 'lead', path: worker, sizes: both, ready: seen('.person'), act: async (page) => { await mode('startSpell')(page); await page.locator('[data-test=submit]').click() } },
    { name: 'desk-move', user: 'lead', path: worker, sizes: both, ready: seen('.person'), act: mode('move') },
    { name: 'desk-new', user: 'lead', path: '/workers', sizes: both, ready: seen('[data-test=worker]'), act: (page) => page.locator('[data-test=new-worker]').click() },
    { name: 'desk-export', user: 'lead', path: '/workers', sizes: both, ready: seen('[data-test=worker]'), act: (page) => page.locator('[data-test=export]').click() },
    { name: 'desk-households', user: 'lead', path: '/households', sizes: both, ready: seen('[data-test=household]') },
    { name: 'desk-household', user: 'lead', path: '/households/H530127000001', sizes: both, ready: seen('h1') },
    { name: 'desk-targets', user: 'lead', path: '/targets', sizes: both, ready: seen('[data-test=target]') },
    { name: 'desk-target', user: 'lead', path: '/targets', sizes: both, ready: seen('[data-test=target]'), act: async (page) => { await page.locator('[data-test=change]').first().click(); await page.locator('[data-test=submit]').click() } },
    { name: 'desk-survey', user: 'lead', path: '/survey', sizes: both, ready: seen('[data-test=place]') },
    { name: 'desk-survey-form', user: 'lead', path: '/survey', sizes: both, ready: seen('[data-test=place]'), act: (page) => page.locator('[data-test=enter-survey]').click() },
    { name: 'desk-today', user: 'lead', path: '/today', sizes: both, ready: seen('[data-test=standing]') },
    { name: 'desk-breakdowns', user: 'lead', path: '/breakdowns', sizes: both, ready: seen('[data-test=part]') },
    { name: 'desk-workshops', user: 'lead', path: '/workshops', sizes: both, ready: seen('[data-test=workplace]') },
    { name: 'desk-training', user: 'lead', path: '/training', sizes: both, ready: seen('[data-test=course]'), act: (page) => page.locator('[data-test=course] button').first().click() },
    { name: 'desk-cooperation', user: 'lead', path: '/cooperation', sizes: both, ready: seen('[data-test=goal]') },
    { name: 'desk-ledgers', user: 'lead', path: '/ledgers?report=stub-ledger', sizes: both, ready: seen('[data-test=difference]'), whole: true },
    { name: 'desk-new-household', user: 'lead', path: '/households', sizes: both, ready: seen('[data-test=household]'), act: (page) => page.locator('[data-test=new-household]').click() },
    { name: 'desk-workshop', user: 'lead', path: '/workshops', sizes: both, ready: seen('[data-test=workplace]'), act: (page) => page.locator('[data-test=workplace] button').first().click(), after: (page) => page.locator('[data-test=assign]').click() },
    { name: 'desk-course', user: 'lead', path: '/training', sizes: both, ready: seen('[data-test=course]'), act: (page) => page.locator('[data-test=course] button').first().click(), after: (page) => page.locator('[data-test=remove]').first().click() },
    { name: 'desk-duplicates', user: 'lead', path: '/duplicates', sizes: both, ready: seen('[data-test=duplicate]'), act: (page) => page.locator('[data-test=compare]').first().click() },
  ]
}

for (const [sizeName, viewport] of Object.entries(sizes)) {
  for (const screen of screens) {
    const name = `${screen.name}-${sizeName}`
    if (!screen.sizes.includes(sizeName) || !name.includes(filter)) continue
    await withBrowser({ viewport, locale: 'zh-CN', isMobile: sizeName === 'phone', hasTouch: sizeName === 'phone' }, (context) => picture(context, screen, name))
  }
}

async function picture(context, screen, name) {
  const page = await context.newPage()
  const complaints = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  if (screen.user !== null) await signIn(page, baseUrl, { username: screen.user ?? 'leader', password })
  complaints.length = 0
  await page.goto(baseUrl + screen.path)
  await screen.ready?.(page)
  await screen.act?.(page)
  await screen.after?.(page)
  await page.waitForTimeout(screen.settle ?? 1_200)
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: screen.whole === true })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  console.log(`${name}${overflow > 0 ? ` overflows by ${overflow}px` : ''}${complaints.map((text) => `\n    ${text}`).join('')}`)
}
