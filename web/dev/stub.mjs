// A stand-in for the gateway while the app is developed: same shapes, the bulletin's numbers, figures that move.
// Usage: node dev/stub.mjs [--port 8080] [--city kunming] [--static dist] [--no-map] [--still]
import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { bulletinRoutes } from './bulletin.mjs'
import { alertRoutes } from './alerts.mjs'
import { readCity } from './city.mjs'
import { Credit } from './credit.mjs'
import { deskRoutes } from './desk.mjs'
import { Board, departmentsAt } from './figures.mjs'
import { bodyOf, cookie, json, problem, redirect, sendFile } from './http.mjs'
import * as imports from './imports.mjs'
import { detail, page, person } from './people.mjs'
import { riskRoutes } from './risks.mjs'
import { openRoutes, Subsidies, subsidyRoutes } from './subsidy.mjs'

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    city: { type: 'string', default: 'kunming' },
    static: { type: 'string', default: 'dist' },
    'no-map': { type: 'boolean', default: false },
    still: { type: 'boolean', default: false },
  },
})
const city = readCity(options.city)
if (options['no-map']) city.map = null
const credit = new Credit(city)
const board = new Board(city, credit, new Subsidies(city))
const firstCounty = city.units.find((unit) => unit.code === '530113') ?? city.units[1]
const accounts = new Map([
  ['leader', { displayName: '市领导', roles: ['LEADER'], counties: [city.code] }],
  ['lead', { displayName: '就业主管', roles: ['EMPLOYMENT_LEAD'], counties: [city.code] }],
  ['credit', { displayName: '信贷主管', roles: ['CREDIT_LEAD'], counties: [city.code] }],
  ['subsidy', { displayName: '补助主管', roles: ['SUBSIDY_LEAD'], counties: [city.code] }],
  ['bank', { displayName: '农村商业银行', roles: ['BANK'], counties: [] }],
  ['clerk', { displayName: `${firstCounty.name}业务员`, roles: ['EMPLOYMENT_CLERK'], counties: [firstCounty.code] }],
  ['editor', { displayName: '通报编辑', roles: ['BULLETIN_EDITOR'], counties: [city.code] }],
  ['issuer', { displayName: '通报签发', roles: ['BULLETIN_ISSUER'], counties: [city.code] }],
  ['operator', { displayName: '运维', roles: ['OPERATOR'], counties: [city.code] }],
])
const sessions = new Map()
const streams = new Set()
const seesAll = (account) => account.counties.includes(city.code)

const routes = [
  ['GET', /^\/api\/session$/, ({ response, account }) => json(response, { ...account, cityWide: seesAll(account) })],
  ['POST', /^\/logout$/, ({ request, response }) => {
    sessions.delete(cookie(request, 'SESSION'))
    json(response, { next: '/' })
  }],
  ['GET', /^\/api\/reporting\/figures$/, ({ response, account, query }) => json(response, board.frameOf(query.get('asOf') ?? city.today, scopeOf(account, query)))],
  ['GET', /^\/api\/reporting\/figures\/stream$/, ({ request, response, account, query }) => {
    const stream = { response, asOf: query.get('asOf') ?? city.today, scope: scopeOf(account, query) }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    streams.add(stream)
    request.on('close', () => streams.delete(stream))
    sendFrame(stream)
  }],
  ['GET', /^\/api\/reporting\/figures\/trend$/, ({ response, query }) => {
    const indicator = query.get('indicator')
    const series = query.getAll('county').map((county) => ({
      county,
      name: city.units.find((unit) => unit.code === county)?.name ?? county,
      points: board.trend(indicator, county, query.get('from'), query.get('to'), query.get('step')),
    }))
    json(response, { indicator, series })
  }],
  ['GET', /^\/api\/reporting\/figures\/pace$/, ({ response, query }) => json(response, { programme: query.get('programme'), asOf: city.today, paces: board.paces(query.get('programme')) })],
  ['POST', /^\/api\/(?:employment|credit|subsidy)\/imports$/, acceptImport],
  ['GET', /^\/api\/(?:employment|credit|subsidy)\/imports$/, ({ response }) => json(response, { items: imports.newestFirst() })],
  ['GET', /^\/api\/(?:employment|credit|subsidy)\/imports\/([^/]+)$/, ({ response, match }) => {
    const found = imports.find(match[1])
    return found === null ? problem(response, 404, 'IMPORT_NOT_FOUND', '没有这次导入') : json(response, found)
  }],
  ['GET', /^\/api\/employment\/workers$/, (context) => people(context, null)],
  ['GET', /^\/api\/employment\/workers\/P(.+)(\d{6})$/, ({ response, match }) => {
    const unit = city.units.find((candidate) => candidate.code === match[1])
    json(response, detail(person(unit, Number(match[2]) - 1, board.amounts(unit.code, city.today))))
  }],
  ['POST', /^\/api\/employment\/workers\/([^/]+)\/reveal$/, ({ response }) => json(response, { name: '李示例', identityNumber: '530190199001011234' })],
  ['GET', /^\/api\/employment\/figures\/employment\.([a-z_]+)\/records$/, (context) => people(context, context.match[1])],
  ...alertRoutes(city),
  ...riskRoutes(city, scopeOf),
  ...deskRoutes(city, board),
  ...bulletinRoutes(city),
  ...subsidyRoutes(city, scopeOf),
  ['GET', /^\/api\/credit\/banks$/, ({ response }) => json(response, credit.banks)],
  ['GET', /^\/api\/credit\/feeds$/, ({ response, query }) => json(response, credit.feeds(query.get('from') ?? undefined, query.get('to') ?? undefined, Number(query.get('limit') ?? 50)))],
  ['GET', /^\/api\/credit\/feeds\/([^/]+)$/, ({ response, match }) => json(response, credit.receipt(match[1]))],
  ['GET', /^\/api\/credit\/loans$/, (context) => loans(context, 'overdue')],
  ['GET', /^\/api\/credit\/loans\/([^/]+)$/, ({ response, query, match }) => json(response, credit.detail(decodeURIComponent(match[1]), query.get('asOf') ?? city.today))],
  ['GET', /^\/api\/credit\/calendar$/, ({ response, query }) => json(response, credit.calendar(query.get('from'), query.get('to')))],
  ['GET', /^\/api\/credit\/breaks$/, ({ response, query }) => json(response, credit.breaks(Object.fromEntries(query)))],
  ['POST', /^\/api\/credit\/breaks\/([^/]+)\/resolve$/, async ({ request, response, match }) => json(response, credit.resolve(match[1], JSON.parse((await bodyOf(request)).toString()).note))],
  ['GET', /^\/api\/credit\/statements$/, ({ response, query }) => json(response, credit.statements(query.get('quarter') ?? undefined))],
  ['GET', /^\/api\/credit\/statements\/([^/]+)$/, ({ response, match }) => json(response, credit.statement(match[1]))],
  ['POST', /^\/api\/credit\/statements\/([^/]+)\/(review|close)$/, ({ response, match }) => json(response, credit.take(match[1], match[2]))],
  ['GET', /^\/api\/credit\/ageing$/, ({ response, query }) => json(response, credit.ageing(query.get('asOf') ?? city.today))],
  ['GET', /^\/api\/credit\/due$/, ({ response, query }) => json(response, credit.due(query.get('asOf') ?? city.today))],
  ['GET', /^\/api\/credit\/figures$/, ({ response, account, query }) => json(response, board.frameOf(query.get('asOf') ?? city.today, scopeOf(account, query)))],
  ['GET', /^\/api\/credit\/figures\/credit\.([a-z_]+)\/records$/, (context) => loans(context, context.match[1])],
]

function loans({ response, query }, indicator) {
  const county = query.get('county')
  const units = city.units.filter((unit) => unit.code !== city.code && (!county || county === city.code || unit.code === county))
  json(response, credit.page(units, indicator, query.get('asOf') ?? city.today, { after: Number(query.get('after') ?? 0), limit: Number(query.get('limit') ?? 50), q: query.get('q') }))
}

function scopeOf(account, query) {
  if (query.get('county')) return new Set([query.get('county')])
  return seesAll(account) ? null : new Set(account.counties)
}

async function acceptImport({ request, response, account, query }) {
  const bytes = await bodyOf(request)
  const fileName = /filename="([^"]*)"/.exec(bytes.subarray(0, 600).toString('utf8'))?.[1] ?? ''
  if (/unreadable/.test(fileName)) {
    return problem(response, 400, 'FILE_NOT_READABLE', '文件无法读取', '内容不是表格文件，可能是改名的网页。', { detailEn: 'The content is not a spreadsheet.', field: '证件号码', line: 3 })
  }
  const dryRun = query.get('dryRun') === 'true'
  const start = bytes.indexOf('\r\n\r\n') + 4
  const sha256 = createHash('sha256').update(bytes.subarray(start, bytes.lastIndexOf('\r\n--'))).digest('hex')
  json(response, imports.accept({ kind: query.get('kind'), asOf: query.get('asOf'), dryRun, fileName, sha256, uploadedBy: account.username }), 202)
}

function people({ response, account, query }, indicator) {
  const asked = query.get('county')
  const within = (unit) => (!asked || asked === city.code || asked === unit.code) && (seesAll(account) || account.counties.includes(unit.code))
  if (asked && !seesAll(account) && !account.counties.includes(asked)) return problem(response, 403, 'COUNTY_NOT_YOURS', '不是您负责的县区', '您只能查看本县区的数据。')
  const asOf = query.get('asOf') ?? city.today
  const paging = { after: Number(query.get('after') ?? 0), limit: Number(query.get('limit') ?? 50), q: query.get('q') }
  json(response, { asOf, ...page(board.counties.filter(within), (code) => board.amounts(code, asOf), indicator, paging) })
}

function sendFrame({ response, asOf, scope }) {
  response.write(`event: frame\nid: ${board.frame}\ndata: ${JSON.stringify(board.frameOf(asOf, scope))}\n\n`)
}

const reporting = [...city.employment.keys()]
if (!options.still && reporting.length > 0) {
  setInterval(() => {
    board.move(reporting[Math.floor(Math.random() * reporting.length)], Math.ceil(Math.random() * 9) - 3)
    streams.forEach(sendFrame)
  }, 3_000)
}
setInterval(() => {
  const through = new Date(Date.now() - 300).toISOString()
  const data = JSON.stringify({ frame: board.frame, recordedThrough: through, newestRecord: null, departments: departmentsAt(through) })
  for (const { response } of streams) response.write(`event: watermark\ndata: ${data}\n\n`)
}, 2_000)

const loginForm = '<!doctype html><meta charset="utf-8"><title>登录</title><form method="post" action="/login"><input name="username"><input name="password" type="password"><button type="submit">登录</button></form>'
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

async function login(request, response) {
  if (request.method === 'GET') return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(loginForm)
  const username = new URLSearchParams((await bodyOf(request)).toString()).get('username')
  if (!accounts.has(username)) return redirect(response, '/login?error')
  const id = randomUUID()
  sessions.set(id, { username, ...accounts.get(username) })
  redirect(response, '/', { 'Set-Cookie': `SESSION=${id}; Path=/; HttpOnly` })
}

async function answer(request, response) {
  const { pathname: path, searchParams: query } = new URL(request.url, 'http://localhost')
  response.setHeader('Content-Security-Policy', policy)
  if (!cookie(request, 'XSRF-TOKEN')) response.setHeader('Set-Cookie', `XSRF-TOKEN=${randomUUID()}; Path=/`)
  if (path === '/api/city') {
    const { code, name, fullName, today, units } = city
    return json(response, { code, name, fullName, today, hasMap: city.map !== null, units })
  }
  if (path === '/api/city/map' && city.map !== null) return response.writeHead(200, { 'Content-Type': 'application/geo+json' }).end(city.map)
  const open = openRoutes(city).find(([method, pattern]) => method === request.method && pattern.test(path))
  if (open !== undefined) return open[2]({ request, response, query })
  if (path === '/oauth2/authorization/pulse') return redirect(response, '/login')
  if (path === '/login') return login(request, response)
  if (!path.startsWith('/api/') && path !== '/logout') return sendFile(response, options.static, path)
  const account = sessions.get(cookie(request, 'SESSION'))
  if (account === undefined) return problem(response, 401, 'SIGN_IN', '请登录')
  if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== cookie(request, 'XSRF-TOKEN')) return problem(response, 403, 'CSRF', '请求校验失败')
  const route = routes.find(([method, pattern]) => method === request.method && pattern.test(path))
  if (route === undefined) return problem(response, 404, 'NOT_FOUND', '未找到', path)
  return route[2]({ request, response, account, query, match: route[1].exec(path) })
}

createServer((request, response) => void answer(request, response)).listen(Number(options.port), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${options.port} · ${city.name} · ${[...accounts.keys()].join(', ')}`)
})
