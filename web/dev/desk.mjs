// The clerk's workbench of the stand-in: a few made-up lists, and forms that answer with an effect.
import { randomUUID } from 'node:crypto'
import { bodyOf, json, problem } from './http.mjs'
import { detail, page, person } from './people.mjs'

const states = ['TO_CONTACT', 'TO_CONTACT', 'CONTACTED', 'OFFERED', 'DECLINED', 'RE_EMPLOYED']
const effects = (unit, asOf) => [
  { county: unit.code, name: unit.name, indicator: 'employment.working', asOf, before: 40_251, after: 40_250, text: `${unit.name} 在务工 40251 → 40250` },
  { county: unit.code, name: unit.name, indicator: 'employment.completion_rate', asOf, before: '86.83', after: '86.78', text: `${unit.name} 完成率 86.83% → 86.78%` },
]

/** Routes of the workbench, for a city and its board. */
export function deskRoutes(city, board) {
  const unit = city.units.find((candidate) => candidate.code === '530127') ?? city.units[1]
  const amounts = board.amounts(unit.code, city.today)
  const people = (count, start = 0) => Array.from({ length: count }, (_, index) => person(unit, amounts.working + start + index, amounts))
  const worker = (id) => detail(person(unit, Number(id.slice(-6)) - 1, amounts))
  const signed = { by: 'clerk', recordedAt: `${city.today}T01:20:00Z` }
  const pending = { id: randomUUID(), state: 'PENDING', action: 'WORKER_EDITED', subject: `worker:${people(1)[0].personId}`, counties: [unit.code], firstDay: '2024-03-18', reason: '劳动合同载明 3 月 18 日到岗', requestedBy: 'clerk', requestedAt: signed.recordedAt, decidedBy: null, decidedAt: null, answer: null }
  const written = (outcome, extra) => ({ outcome, effects: effects(unit, city.today), warnings: [], flags: [], needsReview: false, closedBefore: `${city.today.slice(0, 8)}01`, ...extra })

  const write = async ({ request, response, query, match }) => {
    const body = JSON.parse((await bodyOf(request)).toString() || '{}')
    const fault = { field: 'end', code: 'END_BEFORE_START', message: '结束日期早于开始日期，请核对', messageEn: 'It ends before it starts' }
    if (body.end && body.end < '2024-01-01') return problem(response, 422, fault.code, '内容不符合要求', fault.message, { field: 'end', errors: [fault] })
    const needsReview = (body.spells ?? []).some((spell) => spell.start === '2024-03-18')
    json(response, written(query.get('preview') === 'true' ? 'PREVIEW' : needsReview ? 'PENDING_REVIEW' : 'APPLIED', { needsReview, worker: worker(match[1] ?? people(1)[0].personId) }))
  }
  const history = {
    entries: [
      { version: 3, recordedAt: signed.recordedAt, businessDate: city.today, action: 'SPELL_ENDED', by: 'clerk', approvedBy: 'lead', reason: '合同显示 5 月 20 日已离职', importId: null, fileName: null, changes: [{ field: 'spells', old: [{ start: '2024-02-01', end: null, area: 'OUT_OF_PROVINCE', province: '浙江省', employer: '宁波海曙电子有限公司', post: 'ORDINARY' }], new: [{ start: '2024-02-01', end: '2024-05-20', area: 'OUT_OF_PROVINCE', province: '浙江省', employer: '宁波海曙电子有限公司', post: 'ORDINARY' }] }] },
      { version: 2, recordedAt: '2024-04-12T02:11:00Z', businessDate: '2024-04-12', action: 'WORKER_EDITED', by: 'clerk', approvedBy: null, reason: null, importId: null, fileName: null, changes: [{ field: 'village', old: '大荒地村', new: '小石桥村' }, { field: 'labour', old: 'ORDINARY', new: 'SKILLED' }] },
      { version: 1, recordedAt: '2024-01-08T06:40:00Z', businessDate: '2024-01-08', action: 'IMPORTED', by: 'lead', approvedBy: null, reason: null, importId: 'stub-0', fileName: '劳动力花名册（1月）.xlsx', changes: [{ field: 'village', old: null, new: '大荒地村' }] },
    ],
  }
  const households = Array.from({ length: 30 }, (_, index) => ({ householdId: `H${unit.code}${String(index + 1).padStart(6, '0')}`, county: unit.code, countyName: unit.name, township: '杨桥街道', village: index % 3 === 0 ? '小石桥村' : '安乐村', category: index % 5 === 0 ? 'MONITORED_MARGINAL' : 'LIFTED', headCount: 3 + (index % 4), members: 1 + (index % 3) }))
  const places = (level) => city.units.map((place, index) => {
    const people = Math.round(board.amounts(place.code, city.today)?.working ?? 0)
    const share = (part) => Math.floor((people * (100 - ((index * 7 + part * 5) % 60))) / 100)
    const told = level === 'county' ? {} : { township: '杨桥街道', ...(level === 'village' ? { village: '小石桥村' } : {}) }
    return { county: place.code, countyName: place.name, ...told, people, household: people, employment: share(1), wishToWork: share(2), skills: share(5), wishToTrain: share(3), education: share(4), complete: share(7), share: '40.00' }
  })
  const targets = city.units.slice(1).map((place, index) => ({ county: place.code, countyName: place.name, year: 2024, value: index === 3 ? null : String(30_000 + index * 1_700), deadline: '2024-12-31', version: index === 3 ? 0 : 1 + (index % 2), history: index === 3 ? [] : [{ from: '2024-01-01', value: String(30_000 + index * 1_700) }] }))

  const side = (county, working, area, province, employer) => ({ county, working, area, province, employer, start: '2024-03-01', end: null })
  const differences = people(6).map((each, index) => {
    const ours = index % 3 === 1 ? null : side(unit.code, true, 'OUT_OF_PROVINCE', '浙江省', '宁波海曙电子有限公司')
    const theirs = index % 3 === 2 ? null : side(index === 0 ? '530102' : unit.code, index !== 3, 'OUT_OF_PROVINCE', '广东省', '东莞某电子厂')
    const kind = ours === null ? 'ONLY_THERE' : theirs === null ? 'ONLY_HERE' : 'DIFFERS'
    return { number: index + 1, personId: each.personId, maskedName: each.maskedName, kind, county: unit.code, countyName: unit.name, fields: kind === 'DIFFERS' ? (index === 0 ? ['COUNTY', 'PROVINCE'] : ['WORKING', 'PROVINCE']) : [], ours, theirs, state: index === 5 ? 'KEPT' : 'OPEN', decidedBy: index === 5 ? 'clerk' : null, decidedAt: null }
  })
  const compared = city.units.slice(1, 9).map((place, index) => ({ county: place.code, countyName: place.name, agreeing: 9_400 - index * 870, onlyHere: 12 + index * 3, onlyThere: 7 + index, differing: 31 - index * 3, accepted: index * 4, kept: index, share: '99.47', shareNow: `99.${60 + index}` }))
  const ledger = { id: 'stub-ledger', day: city.today, coversAll: false, comparedBy: 'lead', comparedAt: signed.recordedAt, counties: compared }

  return [
    ['GET', /^\/api\/employment\/ledgers$/, ({ response }) => json(response, { asOf: city.today, items: [ledger, { ...ledger, id: 'stub-older', day: '2024-05-10' }], next: null })],
    ['GET', /^\/api\/employment\/ledgers\/[^/]+\/differences$/, ({ response, query }) => json(response, { asOf: city.today, items: differences.filter((each) => (!query.get('kind') || each.kind === query.get('kind')) && (!query.get('state') || each.state === query.get('state'))), next: null })],
    ['GET', /^\/api\/employment\/ledgers\/[^/]+$/, ({ response }) => json(response, ledger)],
    ['POST', /^\/api\/employment\/ledgers\/[^/]+\/(?:accept|keep)$/, ({ response }) => json(response, { accepted: 2, kept: 2, refused: [], incomplete: [] })],
    ['GET', /^\/api\/employment\/returns$/, ({ response, query }) => {
      const all = people(30).map((each, index) => ({ ...each, returnedOn: `2024-0${1 + (index % 5)}-1${index % 9}`, days: 150 - index * 4, state: states[index % 6], reEmployedOn: index % 6 === 5 ? '2024-06-01' : null, lastContact: index % 6 === 2 ? { contactedOn: '2024-05-28', outcome: 'CONTACTED', note: '电话联系，愿在县内就业', ...signed } : null }))
      const items = all.filter((each) => !query.get('state') || each.state === query.get('state'))
      json(response, { asOf: city.today, items, next: null, count: items.length, states: Object.fromEntries([...new Set(states)].map((state) => [state, all.filter((each) => each.state === state).length])) })
    }],
    ['GET', /^\/api\/employment\/returns\/[^/]+\/contacts$/, ({ response }) => json(response, { contacts: [{ contactedOn: '2024-05-28', outcome: 'CONTACTED', note: '电话联系，愿在县内就业', ...signed }] })],
    ['GET', /^\/api\/employment\/watch$/, ({ response }) => json(response, { asOf: city.today, items: people(20, 40).map((each, index) => ({ ...each, incomePerHead: `${5200 + index * 210}.00`, incomeYear: 2023, headCount: 3 + (index % 3), visits: index % 4, lastVisitOn: index % 4 === 0 ? null : '2024-04-20' })), next: null, count: 20 })],
    ['GET', /^\/api\/employment\/watch\/[^/]+\/visits$/, ({ response }) => json(response, { visits: [] })],
    ['GET', /^\/api\/employment\/reviews$/, ({ response, query }) => json(response, { items: query.get('state') === 'PENDING' ? [pending] : [] })],
    ['GET', /^\/api\/employment\/reviews\/[^/]+$/, ({ response }) => json(response, { review: pending, preview: written('PREVIEW', {}) })],
    ['GET', /^\/api\/employment\/(?:workers|households|targets)\/.+\/history$/, ({ response }) => json(response, history)],
    ['GET', /^\/api\/employment\/households$/, ({ response }) => json(response, { items: households, next: null, count: households.length })],
    ['GET', /^\/api\/employment\/households\/([^/]+)$/, ({ response, match }) => json(response, { ...households[0], householdId: match[1], residence: [{ county: unit.code }], incomes: [{ year: 2022, netIncome: '36200.00' }, { year: 2023, netIncome: '41250.00' }], members: people(3), version: 2 })],
    ['GET', /^\/api\/employment\/targets$/, ({ response }) => json(response, { year: 2024, items: targets })],
    ['PUT', /^\/api\/employment\/targets\/([^/]+)\/\d+$/, ({ response }) => json(response, { target: targets[0], effects: effects(unit, city.today), preview: true })],
    ['GET', /^\/api\/employment\/surveys\/completeness$/, ({ response, query }) => json(response, { asOf: city.today, places: places(query.get('level')) })],
    ['GET', /^\/api\/employment\/surveys\/wishes$/, ({ response }) => json(response, { asOf: city.today, ...page([unit], () => amounts, null, { after: 0, limit: 50 }) })],
    ['GET', /^\/api\/employment\/breakdowns$/, ({ response, query }) => {
      const of = (place) => {
        const { working = 0, away = 0 } = board.amounts(place.code, city.today) ?? {}
        const near = Math.floor((working - away) / 3)
        return { county: place.code, countyName: place.name, working, parts: [{ value: 'IN_COUNTY', name: '县内', people: working - away - near }, { value: 'OUT_OF_PROVINCE', name: '省外', people: away }, { value: 'IN_PROVINCE', name: '省内县外', people: near }] }
      }
      json(response, { asOf: city.today, by: query.get('by'), counties: city.units.map(of) })
    }],
    ['GET', /^\/api\/employment\/workplaces$/, ({ response }) => json(response, { asOf: city.today, items: ['嵩明县杨林服装加工车间', '小石桥村保洁岗', '安乐村护林岗', '牛栏江鲜切花车间'].map((name, index) => ({ id: String(index), post: index % 3 === 0 ? 'WORKSHOP' : 'PUBLIC_WELFARE', county: unit.code, countyName: unit.name, name, village: '小石桥村', since: null, until: null, registered: index !== 2, people: 42 - index * 9, monthlyWages: `${98_000 - index * 21_000}.00`, version: 1 })), next: null, count: 4 })],
    ['GET', /^\/api\/employment\/workplaces\/\d+\/people$/, ({ response }) => json(response, { asOf: city.today, items: people(6).map((each) => ({ ...each, since: '2024-02-01', until: null, monthlyWage: '2300.00', byHand: false })), next: null, count: 6 })],
    ['GET', /^\/api\/employment\/trainings$/, ({ response }) => json(response, { asOf: city.today, items: ['家政服务', '电焊工', '中式烹调', '鲜切花种植'].map((trade, index) => ({ id: String(index), county: unit.code, countyName: unit.name, trade, organiser: '嵩明县职业高级中学', beginsOn: `2024-0${5 - index}-12`, endsOn: index === 0 ? null : `2024-0${5 - index}-26`, attendance: 36 + index * 4 })), next: null, count: 4 })],
    ['GET', /^\/api\/employment\/trainings\/\d+\/people$/, ({ response }) => json(response, { asOf: city.today, items: people(5).map((each, index) => ({ ...each, registered: index !== 3 })), next: null, count: 5 })],
    ['GET', /^\/api\/employment\/cooperation$/, ({ response }) => json(response, { asOf: city.today, year: 2024, goals: [['上海市', 5000, 5210, '104.20'], ['浙江省', 12_000, 9860, '82.17'], ['广东省', null, 15_300, null]].map(([province, target, working, completionRate]) => ({ county: city.code, countyName: city.name, province, target, working, completionRate })) })],
    ['GET', /^\/api\/employment\/figures$/, ({ response, query }) => {
      const cells = board.frameOf(query.get('asOf'), null).figures ?? []
      json(response, { asOf: query.get('asOf'), figures: cells.filter((cell) => cell.county === query.get('county')) })
    }],
    ['GET', /^\/api\/employment\/duplicates$/, ({ response }) => json(response, { items: [{ people: people(2) }, { people: people(2, 5) }], next: null })],
    ['POST', /^\/api\/employment\/workers\/([^/]+)\/(?:spells.*|move|correct|restore|merge)$/, write],
    ['PUT', /^\/api\/employment\/workers\/([^/]+)$/, write],
    ['POST', /^\/api\/employment\/workers()$/, write],
  ]
}
