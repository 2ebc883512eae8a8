// Subsidies in the shape of subsidy-service: the bulletin's waiting people, spread over cases made up on demand.
import { readFileSync } from 'node:fs'
import { bodyOf, json, problem } from './http.mjs'

const root = new URL('../../demo-city/src/main/resources/kunming/', import.meta.url)
const table = (name) => {
  try {
    return readFileSync(new URL(name, root), 'utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/).slice(1).map((line) => line.split(','))
  } catch {
    return []
  }
}
const dayMillis = 86_400_000
const plus = (day, days) => new Date(Date.parse(day) + days * dayMillis).toISOString().slice(0, 10)
const titles = { DETECTED: '已识别', APPLIED: '已申请', VERIFIED: '已核实', ON_NOTICE: '公示中', APPROVED: '已批准', IN_BATCH: '发放中', PAID: '已发放', RETURNED: '银行退回', REFUSED: '不予发放', WITHDRAWN: '已撤销' }
const why = { DETECTED: '符合条件，尚未申请', APPLIED: '已申请，待核实', VERIFIED: '已核实，待公示', ON_NOTICE: '公示中', APPROVED: '已批准，待列入发放批次', IN_BATCH: '已列入批次，待银行回盘', RETURNED: '银行退回：账号错误' }
const policies = ['YULU', 'YULU_PLUS', 'TRANSPORT', 'MICROCREDIT']
const terms = (validFrom, amount, rate, entitled) => ({ validFrom, amount, rate, entitled, entitledEn: entitled, deadlines: { APPLIED: 30, VERIFIED: 15, ON_NOTICE: 5, APPROVED: 10, IN_BATCH: 15, PAID: 15 } })
const programme = (code, title, titleEn, amountKind, per) => ({ code, title, titleEn, caseProgramme: code, amountKind, per, version: 1 })
const programmes = [
  [programme('TRANSPORT', '跨省务工交通补助', 'Cross-province transport subsidy', 'UP_TO', 'PERSON_YEAR'), [terms('2021-01-01', '1000.00', null, '脱贫劳动力在省外务工，当年连续满三个月；每人每年一次')]],
  [programme('YULU', '雨露计划', 'Yulu grant', 'EXACT', 'STUDENT_SCHOOL_YEAR'), [terms('2022-09-01', '5000.00', null, '脱贫户、监测对象家庭中接受中、高等职业教育的学生；按学期发放'), terms('2021-01-01', '3000.00', null, '同上')]],
  [programme('YULU_PLUS', '雨露计划+', 'Yulu+ training places', 'NONE', 'TRAINEE'), [terms('2021-01-01', null, null, '雨露计划毕业生和“两后生”参加企业培训；只计人数，不发放资金')]],
  [programme('WORKSHOP_WAGES', '帮扶车间吸纳就业', 'Workshop wage subsidy', 'SHARE', 'MONTH'), [terms('2021-01-01', null, '15.00', '帮扶车间吸纳脱贫劳动力五人以上且就业满一个月；按月发放')]],
  [programme('PUBLIC_WELFARE_POST', '公益性岗位', 'Public-welfare post', 'AT_LEAST', 'MONTH'), [terms('2021-01-01', '800.00', null, '在公益性岗位就业的脱贫劳动力；按月发放，不低于该标准')]],
  [programme('FIRST_BUSINESS', '返乡创业', 'First business', 'UP_TO', 'ONCE'), [terms('2021-01-01', '10000.00', null, '返乡创业且经营满一年；一次性')]],
  [programme('GRADUATE_BUSINESS', '大学生创业', 'Graduate’s first business', 'UP_TO', 'ONCE'), [terms('2021-01-01', '30000.00', null, '大学生创业且经营满一年；一次性')]],
]

const percent = (part, whole) => ((100 * part) / whole).toFixed(2)
const told = (value) => ({ state: 'VALUE', value })
const untold = { state: 'NOT_REPORTED', value: null }

/** Cells of the three programmes, the city's the sums; the past is as today. */
export class Subsidies {
  constructor(city) {
    this.city = city
    const codes = new Map(city.units.map((unit) => [unit.name, unit.code]))
    const rows = (file) => new Map(table(file).flatMap(([name, ...cells]) => (codes.has(name) ? [[codes.get(name), cells]] : [])))
    this.travel = rows('transport_subsidy.csv')
    this.yulu = rows('yulu_subsidy.csv')
    this.calls = rows('policy_awareness_calls.csv')
  }

  values(code) {
    const own = (map, cells) => (code === this.city.code ? [...map.values()] : map.has(code) ? [map.get(code)] : []).map(cells)
    const sum = (all, place) => all.reduce((total, cells) => total + cells[place], 0)
    const numbers = (cells) => cells.map((cell) => Number(cell) || 0)
    const travel = own(this.travel, numbers)
    const yulu = own(this.yulu, numbers)
    const calls = own(this.calls, (cells) => cells)
    const of = (rows, value) => (rows.length === 0 ? untold : told(value))
    const rate = (place) => {
      const asked = calls.filter((cells) => (cells[place] ?? '') !== '' && Number(cells[1]) > 0)
      const people = asked.reduce((total, cells) => total + Number(cells[1]), 0)
      const knows = asked.reduce((total, cells) => total + Math.round((Number(cells[place]) * Number(cells[1])) / 100), 0)
      return calls.length === 0 ? untold : people === 0 ? { state: 'NOT_APPLICABLE', value: null } : told(percent(knows, people))
    }
    return {
      'transport.entitled': of(travel, sum(travel, 0)),
      'transport.paid': of(travel, sum(travel, 1)),
      'transport.paid_amount': of(travel, `${sum(travel, 1) * 1000}.00`),
      'transport.paid_rate': travel.length === 0 ? untold : sum(travel, 0) === 0 ? { state: 'NOT_APPLICABLE', value: null } : told(percent(sum(travel, 1), sum(travel, 0))),
      'yulu.students': of(yulu, sum(yulu, 0)),
      'yulu.paid': of(yulu, sum(yulu, 1)),
      'yulu.paid_amount': of(yulu, `${sum(yulu, 1) * 2500}.00`),
      'yulu.unpaid': of(yulu, sum(yulu, 0) - sum(yulu, 1)),
      'yulu_plus.trained': untold,
      'calls.made': of(calls, sum(calls.map(numbers), 0)),
      'calls.valid': of(calls, sum(calls.map(numbers), 1)),
      'calls.problem_numbers': of(calls, sum(calls.map(numbers), 2)),
      ...Object.fromEntries(['yulu', 'yulu_plus', 'transport', 'microcredit'].map((policy, index) => [`calls.awareness_rate.${policy}`, rate(3 + index)])),
    }
  }
}

export function subsidyRoutes(city, scopeOf) {
  const named = new Map(city.units.map((unit) => [unit.name, unit]))
  const travel = table('transport_subsidy.csv').flatMap((cells) => (named.has(cells[0]) ? [{ unit: named.get(cells[0]), entitled: Number(cells[1]), paid: Number(cells[2]) || 0 }] : []))
  const called = table('policy_awareness_calls.csv').flatMap(([name, made, valid, problems, ...rates]) => (named.has(name) ? [{ unit: named.get(name), made: Number(made), valid: Number(valid), problems: Number(problems), rates: rates.slice(0, 4).map((rate) => (rate === '' || rate === undefined ? null : Number(rate))) }] : []))
  const within = (context) => {
    const scope = scopeOf(context.account, context.query)
    return ({ unit }) => scope === null || scope.has(unit.code) || scope.has(city.code)
  }
  const caseOf = (unit, index, step) => {
    const subjectId = `P${unit.code}${String(index + 1).padStart(6, '0')}`
    const entitledFrom = plus('2024-04-01', index % 68)
    const stepFrom = plus(entitledFrom, 3)
    return {
      caseId: `TRANSPORT|${subjectId}|2024`, programme: 'TRANSPORT', programmeTitle: '跨省务工交通补助', subjectId, householdId: `H${unit.code}${String(Math.floor(index / 2) + 1).padStart(6, '0')}`, period: 2024, county: unit.code, countyName: unit.name,
      entitledFrom, amount: '1000.00', paidFrom: step === 'PAID' ? city.today : null, paidAmount: step === 'PAID' ? '1000.00' : '0.00', step, stepTitle: titles[step], stepFrom, due: step === 'PAID' ? null : plus(stepFrom, 30), waitingDays: step === 'PAID' ? null : Math.round((Date.parse(city.today) - Date.parse(entitledFrom)) / dayMillis) + 1,
      why: why[step] ?? null, flags: index % 37 === 5 ? ['HOUSEHOLD_UNKNOWN'] : [], maskedName: index % 3 === 0 ? '李**' : '', maskedIdentityNumber: index % 3 === 0 ? '530***********1234' : '', version: 2,
    }
  }
  const stepAt = (index) => (index % 9 === 0 ? 'APPLIED' : index % 14 === 0 ? 'VERIFIED' : index % 17 === 0 ? 'ON_NOTICE' : index % 23 === 0 ? 'APPROVED' : index % 53 === 0 ? 'RETURNED' : 'DETECTED')
  const waiting = (context) => travel.filter(within(context)).filter((row) => row.entitled > row.paid)
  const page = (context, items, more = {}) => {
    const after = Number(context.query.get('after') ?? 0)
    const limit = Number(context.query.get('limit') ?? 50)
    json(context.response, { asOf: city.today, items: items.slice(after, after + limit), next: after + limit < items.length ? String(after + limit) : null, count: items.length, ...more })
  }
  const listed = (context) => {
    const step = context.query.get('step')
    const q = context.query.get('q')
    const all = waiting(context).flatMap(({ unit, entitled, paid }) => Array.from({ length: entitled - paid }, (_one, index) => caseOf(unit, index, stepAt(index))))
    return all.filter((one) => (!step || one.step === step) && (!q || one.subjectId.startsWith(q) || one.householdId.startsWith(q)))
  }
  const sha256 = 'a3f1'.repeat(16)
  const batches = [
    { id: '0190-2', number: 'TRANSPORT-2024-0002', programme: 'TRANSPORT', county: null, period: 2024, term: '', state: 'OPEN', madeOn: city.today, lines: 610, amount: '610000.00', paid: 0, returned: 0, waiting: 610, sha256: null, createdBy: 'lead', createdAt: '2024-06-10T02:00:00Z', sealedBy: null, sealedAt: null, version: 1 },
    { id: '0190-1', number: 'TRANSPORT-2024-0001', programme: 'TRANSPORT', county: '530129', period: 2024, term: '', state: 'SEALED', madeOn: '2024-06-03', lines: 143, amount: '143000.00', paid: 131, returned: 4, waiting: 8, sha256, createdBy: 'lead', createdAt: '2024-06-03T02:00:00Z', sealedBy: 'second', sealedAt: '2024-06-03T03:00:00Z', version: 3 },
  ]
  const samples = [{ id: 's1', month: '2024-06', perCounty: 20, seed: 20240610, people: 380, called: 42, drawnBy: 'lead', drawnAt: '2024-06-03T01:00:00Z' }]
  const sumOf = (rows, name) => rows.reduce((sum, row) => sum + row[name], 0)
  const awareness = (rows) => policies.map((policy, index) => {
    const told = rows.filter((row) => row.rates[index] !== null)
    const knows = told.reduce((sum, row) => sum + Math.round((row.rates[index] * row.valid) / 100), 0)
    const asked = sumOf(told, 'valid')
    return { policy, knows, doesNotKnow: asked - knows, notApplicable: sumOf(rows, 'valid') - asked, rate: asked === 0 ? null : ((100 * knows) / asked).toFixed(2), small: asked > 0 && asked < 5 }
  })
  const callRow = (code, name, rows) => ({ county: code, name, made: sumOf(rows, 'made'), valid: sumOf(rows, 'valid'), problems: sumOf(rows, 'problems'), policies: awareness(rows) })

  return [
    ['GET', /^\/api\/subsidy\/waiting$/, (context) => {
      const isTravel = (context.query.get('programme') ?? 'TRANSPORT') === 'TRANSPORT'
      const rows = isTravel ? waiting(context) : []
      const counties = rows.map(({ unit, entitled, paid }) => ({ county: unit.code, countyName: unit.name, waiting: entitled - paid, amount: `${(entitled - paid) * 1000}.00`, oldest: '2024-04-01', days: 71, stuck: Math.floor((entitled - paid) * 0.4) }))
      json(context.response, { asOf: city.today, programme: context.query.get('programme') ?? 'TRANSPORT', period: 2024, waiting: sumOf(counties, 'waiting'), amount: `${sumOf(counties, 'waiting') * 1000}.00`, counties })
    }],
    ['GET', /^\/api\/subsidy\/steps$/, (context) => {
      const counts = new Map()
      for (const one of listed(context)) counts.set(one.step, (counts.get(one.step) ?? 0) + 1)
      counts.set('PAID', sumOf(travel, 'paid'))
      json(context.response, { asOf: city.today, steps: [...counts].map(([step, cases]) => ({ programme: 'TRANSPORT', step, title: titles[step], cases, stuck: step === 'PAID' ? 0 : Math.floor(cases / 3) })) })
    }],
    ['GET', /^\/api\/subsidy\/cases$/, (context) => page(context, listed(context))],
    ['GET', /^\/api\/subsidy\/cases\/([^/]+)$/, ({ response, match }) => {
      const [, subject] = decodeURIComponent(match[1]).split('|')
      const unit = city.units.find((one) => subject.startsWith(`P${one.code}`))
      const one = caseOf(unit, Number(subject.slice(-6)) - 1, 'ON_NOTICE')
      const taken = (from, step, by, more = {}) => ({ from, step, title: titles[step], by, reason: '', noticeEnds: null, batchId: null, recordedAt: null, ...more })
      json(response, { ...one, payments: [], next: ['APPROVED', 'REFUSED', 'WITHDRAWN'], steps: [taken(one.entitledFrom, 'DETECTED', null), taken(plus(one.entitledFrom, 2), 'APPLIED', '东川区业务员'), taken(plus(one.entitledFrom, 5), 'VERIFIED', '东川区业务员', { reason: '电话核实，在浙江务工' }), taken(plus(one.entitledFrom, 6), 'ON_NOTICE', '补助主管', { noticeEnds: plus(one.entitledFrom, 13) })] })
    }],
    ['POST', /^\/api\/subsidy\/cases\/steps$/, async ({ request, response }) => {
      const body = JSON.parse((await bodyOf(request)).toString())
      const moved = body.ids?.length ?? 610
      json(response, { moved: moved - 1, refused: [{ code: 'STEP_NOT_ALLOWED', message: '当前环节不能直接进入该环节', messageEn: 'The step does not follow where the case stands', count: 1, ids: [] }] })
    }],
    ['POST', /^\/api\/subsidy\/cases\/([^/]+)\/steps$/, ({ response }) => problem(response, 409, 'NOTICE_RUNNING', '不能办理该环节', '公示期未满')],
    ['GET', /^\/api\/subsidy\/batches$/, ({ response }) => json(response, { items: batches })],
    ['GET', /^\/api\/subsidy\/batches\/([^/]+)$/, ({ response, match }) => json(response, { batch: batches.find((one) => one.id === match[1]), returned: [1, 2, 3, 4].map((line) => ({ line, caseId: `TRANSPORT|P5301290000${line}|2024`, county: '530129', amount: '1000.00', reason: line % 2 ? '账号错误' : '户名不符' })) })],
    ['POST', /^\/api\/subsidy\/batches$/, ({ response }) => problem(response, 409, 'NOTHING_TO_PAY', '不能办理', '没有符合条件、已批准且未在途的个案')],
    ['GET', /^\/api\/subsidy\/programmes$/, ({ response }) => json(response, { asOf: city.today, items: programmes.map(([one, all]) => ({ programme: one, terms: all[0] })) })],
    ['GET', /^\/api\/subsidy\/programmes\/([^/]+)$/, ({ response, match }) => {
      const [one, all] = programmes.find(([each]) => each.code === match[1])
      json(response, { programme: one, terms: all, changes: [] })
    }],
    ['POST', /^\/api\/subsidy\/programmes\/([^/]+)\/preview$/, ({ response }) => json(response, { cases: 3, before: '3000.00', after: '2400.00', paid: 143, counties: [{ county: '530113', name: '东川区', cases: 2, before: '2000.00', after: '1600.00', paid: 0 }, { county: '530129', name: '寻甸县', cases: 1, before: '1000.00', after: '800.00', paid: 143 }] })],
    ['GET', /^\/api\/subsidy\/calls\/awareness$/, (context) => {
      const month = context.query.get('month') ?? '2024-05'
      const rows = month === '2024-05' ? called.filter(within(context)) : []
      json(context.response, { month, rows: rows.length === 0 ? [] : [callRow(city.code, city.name, rows), ...rows.map((row) => callRow(row.unit.code, row.unit.name, [row]))] })
    }],
    ['GET', /^\/api\/subsidy\/objections$/, ({ response, query }) => {
      const items = [
        { id: 'o1', caseId: 'TRANSPORT|P530113000001|2024', county: '530113', text: '他今年二月已经回乡，在家务农，不在浙江务工。', madeAt: '2024-06-08T02:10:00Z', state: 'OPEN', answer: null, decidedBy: null },
        { id: 'o2', caseId: 'TRANSPORT|P530129000007|2024', county: '530129', text: '名单里的人不是我们村的。', madeAt: '2024-06-05T07:30:00Z', state: 'DISMISSED', answer: '经村委会核实，户籍在本村，长期在外务工。', decidedBy: '寻甸县业务员' },
      ]
      json(response, { items: items.filter((one) => (!query.get('state') || one.state === query.get('state')) && (!query.get('caseId') || one.caseId === query.get('caseId'))) })
    }],
    ['POST', /^\/api\/subsidy\/objections\/([^/]+)\/decide$/, async ({ request, response, match }) => {
      const body = JSON.parse((await bodyOf(request)).toString())
      json(response, { id: match[1], caseId: 'TRANSPORT|P530113000001|2024', county: '530113', text: '他今年二月已经回乡，在家务农，不在浙江务工。', madeAt: '2024-06-08T02:10:00Z', state: body.upheld ? 'UPHELD' : 'DISMISSED', answer: body.answer, decidedBy: '补助主管' })
    }],
    ['GET', /^\/api\/subsidy\/samples$/, ({ response }) => json(response, { items: samples })],
    ['POST', /^\/api\/subsidy\/samples$/, ({ response }) => json(response, samples[0], 201)],
    ['POST', /^\/api\/subsidy\/calls$/, ({ response }) => problem(response, 422, 'MISSING', '内容不符合要求', '缺少人编号，请补填', { errors: [{ field: 'personId', message: '缺少人编号，请补填' }] })],
  ]
}

/** What everybody may read without signing in. */
export function openRoutes(city) {
  return [
    ['GET', /^\/api\/subsidy\/notices$/, ({ response }) => {
      const items = city.units.slice(1, 9).map((unit, index) => ({ caseId: `TRANSPORT|P${unit.code}000001|2024`, programme: '跨省务工交通补助', who: index % 2 ? '李**' : `P53${'*'.repeat(6)}000${index}`, county: unit.code, countyName: unit.name, period: 2024, amount: '1000.00', from: '2024-06-07', ends: plus(city.today, 2 + index) }))
      json(response, { asOf: city.today, items, next: null, count: items.length })
    }],
    ['POST', /^\/api\/subsidy\/notices\/objections$/, ({ response }) => json(response, { id: '0190f3a2', madeOn: city.today }, 201)],
  ]
}
