import { lowerIsBetter } from './credit.mjs'

// Figures in the shape of reporting-service, from the bulletin's table; the past is a made-up, smooth season.
const percent = (numerator, denominator) => (Math.round((numerator * 10_000) / denominator) / 100).toFixed(2)
const dayMillis = 86_400_000
const nothing = { target: null, working: 0, away: 0, year: 0, reported: false }

export class Board {
  frame = 1000
  moved = new Map()

  constructor(city, credit, subsidies) {
    this.subsidies = subsidies
    this.city = city
    this.credit = credit
    this.counties = city.units.filter((unit) => unit.code !== city.code)
  }

  move(code, by) {
    this.moved.set(code, (this.moved.get(code) ?? 0) + by)
    this.frame++
  }

  amounts(code, asOf) {
    if (code === this.city.code) return this.total(asOf)
    const row = this.city.employment.get(code)
    if (!row) return nothing
    const days = (Date.parse(this.city.today) - Date.parse(asOf)) / dayMillis
    const lag = [...code].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 9
    const season = days <= 0 ? 1 : 1 - Math.min(0.3, days / 2600) - 0.012 * Math.abs(Math.sin((days + lag * 11) / 58)) * Math.min(1, days / 20)
    const working = Math.round(row.working * season) + (this.moved.get(code) ?? 0)
    return { target: row.target, working, away: Math.round(row.away * season), year: Math.round(working * 1.042), reported: true }
  }

  total(asOf) {
    const all = this.counties.map((unit) => this.amounts(unit.code, asOf))
    const sum = (name) => all.reduce((total, one) => total + (one[name] ?? 0), 0)
    return { target: sum('target'), working: sum('working'), away: sum('away'), year: sum('year'), reported: true }
  }

  /** Cells of every programme by indicator. */
  values(code, asOf) {
    const named = (programme, cells) => Object.entries(cells).map(([name, cell]) => [`${programme}.${name}`, cell])
    return Object.fromEntries([...named('employment', valuesOf(this.amounts(code, asOf))), ...named('credit', this.credit.values(code, asOf)), ...Object.entries(this.subsidies.values(code))])
  }

  frameOf(asOf, scope) {
    const before = monthBefore(asOf)
    const rows = [...this.city.units, { code: 'UNKNOWN', name: '待认定' }].map(({ code, name }) => ({
      code,
      name,
      now: this.values(code, asOf),
      then: this.values(code, before),
    }))
    const asked = rows.filter(({ code }) => !scope || scope.has(code))
    const through = new Date(Date.now() - 400).toISOString()
    return { asOf, frame: this.frame, recordedThrough: through, newestRecord: through, departments: departmentsAt(through), figures: asked.flatMap((row) => this.figuresOf(row, rows, asOf.slice(0, 4))) }
  }

  figuresOf({ code, name, now, then }, rows, year) {
    const ranked = (row) => row.code !== this.city.code && row.code !== 'UNKNOWN'
    const whole = rows.find((row) => row.code === this.city.code).now
    return Object.entries(now).map(([indicator, { state, value }]) => {
      const [programme, short] = indicator.split('.')
      const rate = short.endsWith('_rate')
      const digits = programme === 'credit' && typeof value === 'string' ? 2 : 0
      const sign = programme === 'credit' && lowerIsBetter.has(short) ? -1 : 1
      const isValue = state === 'VALUE'
      const comparable = isValue && then[indicator].state === 'VALUE'
      const better = rows.filter((row) => ranked(row) && row.now[indicator].state === 'VALUE' && sign * Number(row.now[indicator].value) > sign * Number(value))
      return {
        county: code,
        name,
        indicator,
        period: ['working', 'out_of_province', 'outstanding', 'overdue', 'overdue_households', 'overdue_rate'].includes(short) ? null : year,
        state,
        value,
        changeOnMonth: !comparable ? null : rate || digits > 0 ? (value - then[indicator].value).toFixed(2) : value - then[indicator].value,
        rank: isValue && ranked({ code }) ? better.length + 1 : null,
        share: !rate && isValue && whole[indicator].value > 0 ? percent(value, whole[indicator].value) : null,
      }
    })
  }

  paces(programme) {
    const [amount, deadline] = programme === 'credit' ? ['credit.issued', '07-31'] : ['employment.working', '12-31']
    const [target, days, left] = [`${programme}.target`, 161, programme === 'credit' ? 51 : 204]
    return this.city.units.flatMap(({ code }) => {
      const now = this.values(code, this.city.today)
      if (now[target]?.state !== 'VALUE' || now[amount]?.state !== 'VALUE') return []
      const [value, aim] = [Number(now[amount].value), Number(now[target].value)]
      const perDay = value / days
      return [{ county: code, name: code, asOf: this.city.today, deadline: `${this.city.today.slice(0, 4)}-${deadline}`, target: aim, value, perDay, neededPerDay: Math.max(0, (aim - value) / left), projected: value + perDay * left }]
    })
  }

  trend(indicator, county, from, to, step) {
    const points = []
    const before = step === 'week' ? (day) => new Date(Date.parse(day) - 7 * dayMillis).toISOString().slice(0, 10) : monthBefore
    for (let asOf = to; asOf >= from; asOf = before(asOf)) {
      points.unshift({ asOf, ...this.values(county, asOf)[indicator] })
    }
    return points
  }
}

function valuesOf({ target, working, away, year, reported }) {
  const value = (amount) => (reported ? { state: 'VALUE', value: amount } : { state: 'NOT_REPORTED', value: null })
  const noTarget = { state: reported ? 'NO_TARGET' : 'NOT_REPORTED', value: null }
  return {
    target: target === null ? noTarget : value(target),
    working: value(working),
    out_of_province: value(away),
    worked_this_year: value(year),
    completion_rate: target === null ? noTarget : target === 0 ? { state: 'NOT_APPLICABLE', value: null } : { state: 'VALUE', value: percent(working, target) },
  }
}

function monthBefore(date) {
  const [year, month, day] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 2, Math.min(day, last))).toISOString().slice(0, 10)
}

/** How far each department was heard. */
export function departmentsAt(recordedThrough) {
  return ['employment', 'credit', 'subsidy'].map((department) => ({ department, recordedThrough, stale: false }))
}
