// Households at risk, as reporting-service tells of them.
import { json } from './http.mjs'

const levels = ['I', 'II', 'III', 'IV']
const texts = {
  LOW_INCOME: ['人均纯收入低于 10,000 元', 'Net income below 10,000 yuan a head'],
  LOST_JOB: ['有人返乡后未再就业', 'Somebody stopped working and has not begun again'],
  OVERDUE_LOAN: ['小额信贷逾期', 'A small loan is overdue'],
  UNPAID: ['补助应补未补', 'Entitled to a subsidy and not paid'],
}
const held = {
  I: ['LOW_INCOME', 'LOST_JOB', 'OVERDUE_LOAN', 'UNPAID'],
  II: ['LOW_INCOME', 'LOST_JOB', 'UNPAID'],
  III: ['LOW_INCOME', 'LOST_JOB'],
  IV: ['LOST_JOB', 'OVERDUE_LOAN'],
}
const since = { LOW_INCOME: '2023-01-01', LOST_JOB: '2024-03-16', OVERDUE_LOAN: '2024-05-06', UNPAID: '2024-06-01' }

/** The routes of a city: some households in each county, by a fixed pattern. */
export function riskRoutes(city, scopeOf) {
  const counties = city.units.filter(({ code }) => code !== city.code)
  const of = (unit, index) => levels.flatMap((level, place) => Array.from({ length: [index % 3, 3 + (index % 5), 11 + index, 7 + (index % 4)][place] }, (_, i) => household(unit, level, i)))
  const household = (unit, level, i) => ({
    householdId: `H${unit.code}${level.length}${String(100 + i * 7).padStart(5, '0')}`,
    county: unit.code,
    countyName: unit.name,
    category: i % 4 === 1 ? 'MONITORED_UNSTABLE' : 'LIFTED',
    level,
    reasons: held[level].map((code) => ({ code, text: texts[code][0], textEn: texts[code][1], since: since[code] })),
    since: since[held[level].at(-1)],
  })
  const seen = (account, query) => {
    const scope = scopeOf(account, query)
    return counties.flatMap((unit, index) => (scope === null || scope.has(unit.code) ? [{ unit, risks: of(unit, index) }] : []))
  }
  return [
    ['GET', /^\/api\/reporting\/risks$/, ({ response, account, query }) => {
      const found = seen(account, query)
        .flatMap(({ risks }) => risks)
        .filter((risk) => [null, '', risk.level].includes(query.get('level')) && (!query.get('reason') || risk.reasons.some(({ code }) => code === query.get('reason'))))
        .sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level))
      const from = Number(query.get('after') ?? 0)
      json(response, { asOf: city.today, items: found.slice(from, from + 50), next: found.length > from + 50 ? String(from + 50) : null, count: found.length })
    }],
    ['GET', /^\/api\/reporting\/risks\/summary$/, ({ response, account, query }) => json(response, { asOf: city.today, counties: seen(account, query).map(({ unit, risks }) => ({ county: unit.code, countyName: unit.name, levels: Object.fromEntries(levels.map((level) => [level, risks.filter((risk) => risk.level === level).length])), total: risks.length })) })],
  ]
}
