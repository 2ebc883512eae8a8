// Alerts, rules and the ledger of the stand-in: a few made-up ones that people can work on until the stub stops.
import { createHash } from 'node:crypto'
import { bodyOf, json, problem } from './http.mjs'
import { notificationRoutes } from './notifications.mjs'

const dayMillis = 86_400_000
const plus = (day, days) => new Date(Date.parse(day) + days * dayMillis).toISOString().slice(0, 10)
const rules = [
  ['overdue-above-line', '逾期率超过全省警戒线', 'Overdue above the provincial line', 'WARNING', { kind: 'THRESHOLD', figure: 'credit.overdue_rate', side: 'ABOVE', line: 1, severe: 2 }],
  ['overdue-rising', '逾期率上升', 'Overdue rising', 'NOTICE', { kind: 'ON_MONTH', figure: 'credit.overdue_rate', change: 'ROSE' }],
  ['behind-calendar.credit', '信贷发放落后时间进度', 'Microcredit behind the calendar', 'WARNING', { kind: 'BEHIND_CALENDAR', figure: 'credit.completion_rate', line: 10 }],
  ['target-missed.employment', '务工就业未达目标', 'Employment target missed', 'WARNING', { kind: 'THRESHOLD', figure: 'employment.completion_rate', side: 'BELOW', line: 100 }],
  ['problem-numbers', '问题号码偏多', 'Too many problem numbers', 'NOTICE', { kind: 'THRESHOLD', figure: 'calls.problem_numbers / calls.made', side: 'ABOVE', line: 20 }],
  ['feed-outstanding', '银行数据未报送或被退回', 'Feed missing or rejected', 'WARNING', { kind: 'FEED' }],
].map(([code, name, nameEn, severity, condition]) => ({ code, version: 1, name, nameEn, severity, clearDays: 3, enabled: true, condition, changedBy: 'county-pulse', changedAt: '2024-01-01T00:00:00Z' }))

/** Routes of alerts, rules and ledger for a city. */
export function alertRoutes(city) {
  const counties = city.units.filter((unit) => unit.code !== city.code)
  const alerts = []
  const actions = new Map()
  const items = []
  const open = (unit, index, rule, severity, opened, why, clears, more = {}) => {
    alerts.push({ id: alerts.length + 1, rule: rule.code, ruleVersion: 1, ruleName: rule.name, ruleNameEn: rule.nameEn, condition: rule.condition, county: unit.code, name: unit.name, bank: null, indicator: rule.condition.figure ?? null, state: 'OPEN', severity, opened, clearSince: null, closed: null, heldOn: city.today, value: '2.31', line: 2, compared: null, why, whyEn: `${rule.nameEn}.`, clears, clearsEn: 'For 3 business days.', steps: [{ day: opened, severity }], acknowledgedBy: index % 2 ? 'clerk' : null, acknowledgedAt: null, assignedTo: index === 1 ? `${unit.name}农业农村局` : null, mutedUntil: null, ...more })
  }
  if (counties.length > 4) {
    open(counties[2], 0, rules[0], 'SEVERE', plus(city.today, -35), '小额信贷逾期率 2.31%，高于严重线 2%', '小额信贷逾期率降至 1% 及以下，并保持 3 个工作日')
    open(counties[4], 1, rules[0], 'WARNING', plus(city.today, -20), '小额信贷逾期率 1.42%，高于 1%', '小额信贷逾期率降至 1% 及以下，并保持 3 个工作日')
    open(counties[1], 2, rules[3], 'WARNING', plus(city.today, -160), '务工就业完成率 86.83%，低于 100%', '务工就业完成率升至 100% 及以上，并保持 3 个工作日')
    open(counties[3], 3, rules[2], 'WARNING', plus(city.today, -9), '小额信贷发放完成率 21.60%，时间进度 44.26%（完成时限 2024-12-31），落后超过 10 个百分点', '小额信贷发放完成率追到时间进度减 10 个百分点以上（当日为 34.26%，逐日提高），并保持 3 个工作日', { clearSince: plus(city.today, -1) })
    open(counties[0], 4, rules[4], 'NOTICE', plus(city.today, -9), '电话核查问题号码数占电话核查拨打数的比例 26.67%，高于 20%', '比例降至 20% 及以下，并保持 3 个工作日')
  }
  const points = Array.from({ length: 162 }, (_one, index) => ({ asOf: plus(city.today, index - 161), value: (0.7 + index * 0.01 + Math.sin(index / 9) * 0.15).toFixed(2), line: 1 }))
  const found = (match) => alerts.find(({ id }) => id === Number(match[1]))
  const itemOf = (match) => items.find(({ id }) => id === Number(match[1]))
  const shown = (item) => ({ ...item, alert: item.alertId === null ? null : (({ id, state, why, whyEn, clearSince, closed }) => ({ id, state, why, whyEn, clearSince, closed }))(alerts[item.alertId - 1]) })
  const noted = (item, step, actor, note) => item.steps.push({ step, actor, note, actedAt: new Date(Date.now() + item.steps.length).toISOString() })
  const read = async (request) => JSON.parse((await bodyOf(request)).toString() || '{}')

  const act = async ({ request, response, account, match }) => {
    const alert = found(match)
    const body = await read(request)
    if (match[2] === 'acknowledge') Object.assign(alert, { acknowledgedBy: account.username, acknowledgedAt: new Date().toISOString() })
    if (match[2] === 'assign') alert.assignedTo = body.to
    if (match[2] === 'mute') alert.mutedUntil = body.until
    const action = { acknowledge: 'ACKNOWLEDGED', assign: 'ASSIGNED', mute: 'MUTED' }[match[2]]
    actions.set(alert.id, [...(actions.get(alert.id) ?? []), { action, actor: account.username, detail: body.to ?? body.note ?? '', actedAt: new Date().toISOString() }])
    json(response, alert)
  }
  const enter = async ({ request, response, account }) => {
    const body = await read(request)
    const unit = city.units.find(({ code }) => code === body.county) ?? counties[0]
    const item = { id: items.length + 1, county: unit.code, name: unit.name, problem: body.problem, responsible: body.responsible, deadline: body.deadline, measures: body.measures ?? '', state: 'OPEN', lateDays: 0, escalation: 0, createdBy: account.username, submittedBy: null, verifiedBy: null, closedBy: null, closedOn: null, alertId: body.alert ?? null, steps: [], evidence: [] }
    items.push(item)
    noted(item, 'ENTERED', account.username, item.problem)
    json(response, shown(item), 201)
  }
  const step = async ({ request, response, account, match }) => {
    const item = itemOf(match)
    const body = await read(request)
    if (match[2] === 'submit') Object.assign(item, { state: 'SUBMITTED', submittedBy: account.username, measures: body.measures || item.measures })
    if (match[2] === 'verify') Object.assign(item, { state: 'VERIFIED', verifiedBy: account.username })
    if (match[2] === 'send-back') Object.assign(item, { state: 'OPEN', submittedBy: null })
    if (match[2] === 'close-out') Object.assign(item, { state: 'CLOSED', closedBy: account.username, closedOn: city.today })
    noted(item, { submit: 'SUBMITTED', verify: 'VERIFIED', 'send-back': 'SENT_BACK', 'close-out': 'CLOSED_OUT' }[match[2]], account.username, body.note ?? '')
    json(response, shown(item))
  }
  const evidence = async ({ request, response, account, query, match }) => {
    const bytes = await bodyOf(request)
    const item = itemOf(match)
    item.evidence.push({ id: item.evidence.length + 1, fileName: query.get('fileName'), mediaType: 'application/pdf', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), uploadedBy: account.username })
    noted(item, 'EVIDENCE', account.username, query.get('fileName'))
    json(response, shown(item))
  }
  const tested = (rule) => ({ from: `${city.today.slice(0, 4)}-01-01`, to: city.today, counties: counties.length, openToday: rule.condition.line > 1_000 ? counties.length : 2, alerts: 3, objection: rule.condition.line > 1_000 ? 'FIRES_EVERYWHERE' : null, units: counties.slice(0, 3).map(({ code, name }) => ({ county: code, name, alerts: [{ opened: plus(city.today, -30), closed: null, severity: rule.severity, why: '小额信贷逾期率 1.42%，高于 1%', whyEn: 'Overdue rate 1.42 %, above 1 %' }] })) })
  const saveRule = async ({ request, response, account }) => {
    const body = await read(request)
    if (body.condition.line > 1_000) return problem(response, 422, 'RULE_FIRES_EVERYWHERE', '规则不能启用', '按今天的数据，所有有数的县（市）区都会触发，起不到预警作用。')
    const known = rules.find(({ code }) => code === body.code)
    const saved = { ...body, version: (known?.version ?? 0) + 1, changedBy: account.username }
    if (known === undefined) rules.push(saved)
    else Object.assign(known, saved)
    json(response, { rule: saved, backTest: tested(saved) })
  }
  const now = () => new Date().toISOString()
  const proof = () => ({ state: 'AGREES', provedAt: now(), ageSeconds: 38, ledgers: ['credit', 'employment', 'log', 'subsidy'].map((ledger, index) => ({ ledger, checkedAt: now(), provedAt: now(), frame: 412, figures: [176, 176, 704, 352][index], agrees: true })), differences: [] })
  return [
    ...notificationRoutes(alerts),
    ['GET', /^\/api\/reporting\/proof$/, ({ response }) => json(response, proof())],
    ['GET', /^\/api\/reporting\/alerts$/, ({ response, query }) => json(response, { asOf: city.today, alerts: alerts.filter(({ state }) => state === (query.get('state') ?? 'OPEN') || query.get('state') === 'ALL') })],
    ['GET', /^\/api\/reporting\/alerts\/(\d+)$/, ({ response, match }) => json(response, { alert: found(match), actions: actions.get(Number(match[1])) ?? [], points })],
    ['POST', /^\/api\/reporting\/alerts\/(\d+)\/(acknowledge|assign|mute)$/, act],
    ['GET', /^\/api\/reporting\/rectifications$/, ({ response, query }) => json(response, { asOf: city.today, items: items.map(shown).filter(({ state }) => query.get('state') === 'ALL' || (query.get('state') === 'UNFINISHED' ? state !== 'CLOSED' : state === query.get('state'))) })],
    ['GET', /^\/api\/reporting\/rectifications\/(\d+)$/, ({ response, match }) => json(response, shown(itemOf(match)))],
    ['POST', /^\/api\/reporting\/rectifications$/, enter],
    ['POST', /^\/api\/reporting\/rectifications\/(\d+)\/evidence$/, evidence],
    ['POST', /^\/api\/reporting\/rectifications\/(\d+)\/(submit|verify|send-back|close-out)$/, step],
    ['GET', /^\/api\/reporting\/rules$/, ({ response }) => json(response, rules)],
    ['POST', /^\/api\/reporting\/rules\/back-test$/, async ({ request, response }) => json(response, tested(await read(request)))],
    ['POST', /^\/api\/reporting\/rules$/, saveRule],
    ['PUT', /^\/api\/reporting\/rules\/([^/]+)$/, saveRule],
  ]
}
