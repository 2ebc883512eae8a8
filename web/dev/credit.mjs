// Loans in the shape of credit-service: the bulletin's sums of the city, spread over loans made up on demand.
const dayMillis = 86_400_000
const plus = (day, days) => new Date(Date.parse(day) + days * dayMillis).toISOString().slice(0, 10)
const yuan = (fen) => (fen / 100).toFixed(2)
const percent = (numerator, denominator) => (Math.round((numerator * 10_000) / denominator) / 100).toFixed(2)
const banks = [
  { code: 'NXS', name: '农村商业银行', publicKey: 'MCowBQYDK2VwAyEA6lXo0m2a7l0mSx1XwS1r0cJm0gq6yC3mX4cV3v7m7Xk=', expectedTime: '18:00:00' },
  { code: 'ABC', name: '农业银行', publicKey: 'MCowBQYDK2VwAyEA3m2a7l0mSx1XwS1r0cJm0gq6yC3mX4cV3v7m7Xk6lXo=', expectedTime: '18:00:00' },
  { code: 'PSB', name: '邮政储蓄银行', publicKey: 'MCowBQYDK2VwAyEAx1XwS1r0cJm0gq6yC3mX4cV3v7m7Xk6lXo0m2a7l0mS=', expectedTime: '20:00:00' },
]
const buckets = ['1-30', '31-60', '61-90', '90+']
export const receiptFeed = 'stub-feed-2'
const heldFeed = 'stub-feed-held'

export class Credit {
  constructor(city) {
    this.city = city
    this.resolved = new Map()
    this.taken = new Map()
  }

  get banks() {
    return { items: banks }
  }

  /** A unit's sums in fen as of a day; null before the first feed. */
  sums(code, asOf) {
    if (code === this.city.code) {
      const all = [...this.city.lending.keys()].map((county) => this.sums(county, asOf))
      return all.reduce((sum, one) => Object.fromEntries(Object.keys(sum).map((name) => [name, sum[name] + one[name]])))
    }
    const row = this.city.lending.get(code)
    if (row === undefined) return null
    const past = Math.min(1, Math.max(0, (Date.parse(this.city.today) - Date.parse(asOf)) / dayMillis / 31))
    const between = (now, before) => Math.round(now + (before - now) * past)
    return { target: row.target, issued: between(row.issued, row.issuedBefore), households: between(row.households, row.householdsBefore), outstanding: between(row.outstanding, row.outstandingBefore), overdue: between(row.overdue, row.overdueBefore), late: between(row.late, row.lateBefore) }
  }

  values(code, asOf) {
    const sums = this.sums(code, asOf)
    const none = { state: 'NOT_REPORTED', value: null }
    const of = (value) => ({ state: 'VALUE', value })
    const stock = (cell) => (sums === null || asOf < '2024-05-06' ? none : cell())
    if (sums === null) return Object.fromEntries(names.map((name) => [name, none]))
    return {
      target: sums.target === 0 ? { state: 'NO_TARGET', value: null } : of(yuan(sums.target)),
      issued: of(yuan(sums.issued)),
      issued_households: of(sums.households),
      completion_rate: sums.target === 0 ? { state: 'NO_TARGET', value: null } : of(percent(sums.issued, sums.target)),
      outstanding: stock(() => of(yuan(sums.outstanding))),
      overdue: stock(() => of(yuan(sums.overdue))),
      overdue_households: stock(() => of(sums.late)),
      overdue_rate: stock(() => (sums.outstanding === 0 ? { state: 'NOT_APPLICABLE', value: null } : of(percent(sums.overdue, sums.outstanding)))),
    }
  }

  page(units, indicator, asOf, { after, limit, q }) {
    const lengths = units.map((unit) => [unit, this.sums(unit.code, asOf)?.[indicator.startsWith('overdue') ? 'late' : indicator.startsWith('issued') ? 'households' : 'late'] ?? 0])
    const all = lengths.flatMap(([unit, length]) => Array.from({ length }, (_one, index) => this.loan(unit, index, asOf, !indicator.startsWith('issued'))))
    const found = q ? all.filter((loan) => loan.number.startsWith(q) || loan.householdId.startsWith(q)) : all
    return { asOf, items: found.slice(after, after + limit), next: after + limit < found.length ? String(after + limit) : null, count: found.length }
  }

  loan(unit, index, asOf, late) {
    const seed = (Number.parseInt(unit.code.replace(/\D/g, ''), 10) * 7919 + index * 104_729) % 1_000_003
    const bank = banks[seed % banks.length].code
    const days = late ? 1 + (seed % 120) : 0
    const number = `J${unit.code}${String(index + 1).padStart(5, '0')}`
    const due = late ? plus(asOf, -days) : '2026-11-20'
    const balance = 1_000_000 + (seed % 40) * 100_000
    return {
      loanId: `${bank}|${number}`, bank, number, householdId: `H${unit.code}${String(index + 1).padStart(5, '0')}`, county: unit.code, countyName: unit.name,
      issuedOn: late ? plus(due, -1095) : '2024-02-03', amount: '50000.00', due, rate: '3.65', balance: yuan(balance), overdue: late ? yuan(balance) : '0.00',
      overdueSince: late ? plus(due, 1) : null, overdueDays: late ? days : null, bucket: late ? buckets[Math.min(3, Math.floor((days - 1) / 30))] : null,
      status: late && index % 3 === 0 ? 'OVERDUE' : 'NORMAL', state: late ? 'OVERDUE' : 'NORMAL', flags: index % 17 === 0 ? ['HOUSEHOLD_NOT_COVERED'] : index % 23 === 0 ? ['OVER_CAP'] : [],
    }
  }

  detail(loanId, asOf) {
    const number = loanId.split('|')[1]
    const unit = this.city.units.find((candidate) => number.startsWith(`J${candidate.code}`))
    const loan = this.loan(unit, Number(number.slice(-5)) - 1, asOf, true)
    const position = (from, more) => ({ from, until: null, due: loan.due, balance: loan.balance, bankOverdue: '0.00', overdueFrom: null, status: 'NORMAL', feed: receiptFeed, line: 48, ...more })
    const before = yuan(Number(loan.balance) * 100 + 300_000)
    return {
      loan, version: 3, residence: [{ county: unit.code, name: unit.name }],
      positions: [position('2024-05-06', { balance: before, overdueFrom: loan.overdueSince }), position('2024-05-28', {}), position('2024-06-05', { bankOverdue: loan.overdue, status: 'OVERDUE', overdueFrom: loan.overdueSince, line: 51 })],
      movements: [
        { day: loan.issuedOn, kind: 'ISSUED', amount: '50000.00', outstanding: '50000.00' },
        { day: '2024-05-06', kind: 'REPAID', amount: yuan(5_000_000 - Number(before) * 100), outstanding: before },
        { day: '2024-05-28', kind: 'REPAID', amount: '3000.00', outstanding: loan.balance },
      ],
    }
  }

  ageing(asOf) {
    const part = [0.34, 0.27, 0.22, 0.17]
    const rows = this.city.units.map(({ code, name }) => ({ code, name, sums: this.sums(code, asOf) ?? { overdue: 0, late: 0 } }))
    const split = (whole) => part.map((share, index) => (index === 3 ? whole - part.slice(0, 3).reduce((sum, one) => sum + Math.round(whole * one), 0) : Math.round(whole * share)))
    return { asOf, rows: rows.map(({ code, name, sums }) => ({ county: code, name, overdue: { loans: sums.late, amount: yuan(sums.overdue) }, buckets: buckets.map((bucket, index) => ({ bucket, loans: split(sums.late)[index], amount: yuan(split(sums.overdue)[index]) })) })) }
  }

  due(asOf) {
    const rows = this.city.units.map(({ code, name }) => ({ county: code, name, within: [30, 60, 90].map((days) => { const all = this.sums(code, asOf)?.outstanding ?? 0; return { days, loans: Math.round((all * days) / 4e9), amount: yuan(Math.round((all * days) / 2000)) } }) }))
    return { asOf, rows }
  }

  feeds(from = '2024-05-06', to = this.city.today, limit = 200) {
    const items = []
    for (const [nth, bank] of banks.entries()) {
      for (let day = from < '2024-05-06' ? '2024-05-06' : from; day <= to && day <= this.city.today; day = plus(day, 1)) {
        const weekday = new Date(day).getUTCDay()
        if (weekday === 0 || weekday === 6 || (nth === 1 && day === '2024-06-05') || (nth === 2 && day === this.city.today)) continue
        const refused = nth === 2 && day === '2024-06-06'
        const row = (id, more = {}) => items.push({ id, bank: bank.code, businessDate: day, sequence: Number(day.slice(8)), supplement: false, status: refused ? 'REFUSED' : 'ACCEPTED', door: nth === 1 ? 'FOLDER' : 'HTTPS', fileName: `${bank.code.toLowerCase()}-${day}.csv`, receivedAt: `${day}T09:1${nth}:00Z`, size: 1_204_000, rows: { total: 9_412, applied: refused ? 0 : 38, unchanged: refused ? 0 : 9_374, refused: refused ? 9_412 : 0 }, ...more })
        row(refused ? 'stub-feed-refused' : `stub-${nth}-${day}`)
        if (nth === 1 && day === this.city.today) row(heldFeed, { status: 'HELD', sequence: 100, receivedAt: `${day}T10:00:00Z`, rows: { total: 0, applied: 0, unchanged: 0, refused: 0 } })
        if (nth === 0 && day === '2024-06-04') row(receiptFeed, { sequence: 99, receivedAt: `${day}T11:00:00Z`, rows: { total: 9_412, applied: 211, unchanged: 9_197, refused: 4 } })
      }
    }
    return { items: items.sort((one, other) => other.receivedAt.localeCompare(one.receivedAt)).slice(0, limit), next: null }
  }

  /** Banks by days: the Dragon Boat Festival on 10 June, a bank that missed a day. */
  calendar(from, to) {
    const exceptions = new Map([['2024-05-01', '劳动节'], ['2024-05-02', '劳动节'], ['2024-05-03', '劳动节'], ['2024-06-10', '端午节']])
    const working = new Map([['2024-05-11', '劳动节']])
    const days = []
    for (let date = from; date <= to; date = plus(date, 1)) {
      const weekend = [0, 6].includes(new Date(date).getUTCDay())
      const name = exceptions.get(date) ?? working.get(date)
      days.push({ date, businessDay: working.has(date) || (!weekend && !exceptions.has(date)), ...(name ? { name } : {}) })
    }
    const feeds = this.feeds(from, to).items
    const cell = (bank, { date, businessDay }) => {
      const own = feeds.filter((feed) => feed.bank === bank && feed.businessDate === date)
      if (own.length > 0) return { date, state: own[0].status, corrections: own.length - 1, refused: own[0].rows.refused, openBreaks: date === this.city.today ? 5 : 0 }
      if (date < '2024-05-06') return { date, state: 'NOT_EXPECTED' }
      return { date, state: !businessDay ? 'CLOSED' : date < this.city.today ? 'MISSING' : 'EXPECTED' }
    }
    return { from, to, today: this.city.today, yearsWithoutHolidays: [], days, banks: banks.map(({ code, name, expectedTime }) => ({ bank: code, name, expectedTime, days: days.map((day) => cell(code, day)) })) }
  }

  breaks({ state, bank, kind, county }) {
    const units = this.city.units.filter((unit) => unit.code !== this.city.code)
    const kinds = [
      ['BALANCE_ROSE', '余额上升而无新放款', '30000.00', '48000.00', '18000.00'],
      ['OVERDUE_NOT_REPORTED', '已过到期日而银行未报逾期', '25000.00', '0.00', '25000.00'],
      ['TERMS_CHANGED', '放款日期、金额或利率与首次报送不同', '2024-01-12 50000.00 3.45%', '2024-01-12 50000.00 3.65%', '0.00'],
      ['ABSENT_NOT_SETTLED', '贷款未结清而不再报送', '0.00', '12000.00', '12000.00'],
      ['ROW_REFUSED', '最近一期该笔明细被退回，沿用此前数据', '46000.00', '', '46000.00'],
    ]
    const items = Array.from({ length: 23 }, (_one, index) => {
      const unit = units[(index * 7) % units.length]
      const [name, reason, expected, found, amount] = kinds[index % kinds.length]
      const own = banks[index % banks.length].code
      const number = `J${unit.code}${String(index + 1).padStart(5, '0')}`
      const age = [0, 3, 9, 16, 41][index % 5]
      const settled = index % 9 === 7 ? { state: 'RESOLVED', resolvedBy: 'credit-lead', resolvedAt: '2024-06-07T08:00:00Z', note: '与银行核对，系续贷补录' } : index % 9 === 8 ? { state: 'CLOSED', closedOn: '2024-06-05', note: '' } : { state: 'OPEN', note: '' }
      return { id: `break-${index}`, bank: own, loanId: `${own}|${number}`, number, county: unit.code, countyName: unit.name, kind: name, reason, reasonEn: reason, expected, found, amount, since: plus(this.city.today, -age), ageDays: age, version: 1, ...settled, ...this.resolved.get(`break-${index}`) }
    })
    items.push({ id: 'break-total', bank: 'ABC', county: 'UNKNOWN', countyName: '待认定', kind: 'TOTAL_DIFFERS', reason: '银行申报的余额合计与本系统不符', reasonEn: 'The bank’s total outstanding is not the service’s', expected: '412345678.90', found: '412345878.90', amount: '200.00', since: this.city.today, ageDays: 0, state: 'OPEN', note: '', version: 1 })
    const wanted = items.filter((each) => (!state || each.state === state) && (!bank || each.bank === bank) && (!kind || each.kind === kind) && (!county || each.county === county))
    return { asOf: this.city.today, items: wanted, next: null, count: wanted.length }
  }

  resolve(id, note) {
    this.resolved.set(id, { state: 'RESOLVED', resolvedBy: 'credit', resolvedAt: '2024-06-10T08:00:00Z', note, version: 2 })
    return this.breaks({}).items.find((each) => each.id === id)
  }

  statements(quarter = '2024Q2') {
    const units = this.city.units.filter((unit) => unit.code !== this.city.code && (this.sums(unit.code, this.city.today)?.outstanding ?? 0) > 0)
    const until = quarter === '2024Q2' ? this.city.today : '2024-03-31'
    const items = banks.flatMap(({ code }, nth) => units.filter((_unit, index) => index % banks.length === nth).map((unit) => {
      const id = `${quarter}-${code}-${unit.code}`
      const interest = Math.round((this.sums(unit.code, this.city.today).outstanding * 0.0345 * 71) / 360)
      const differences = quarter === '2024Q2' && nth === 0 ? -12_345 : 0
      const past = quarter === '2024Q2' ? { state: 'DRAFT' } : nth === 0 ? { state: 'CLOSED', reviewedBy: 'clerk', closedBy: 'credit-lead' } : { state: 'REVIEWED', reviewedBy: 'clerk' }
      return { id, bank: code, county: unit.code, countyName: unit.name, quarter, until, loans: 1 + (interest % 900), interest: yuan(interest), differences: yuan(differences), amount: yuan(interest + differences), version: 1, ...past, ...this.taken.get(id) }
    }))
    return { quarter, items }
  }

  statement(id) {
    const [quarter, bank, county] = id.split('-')
    const statement = this.statements(quarter).items.find((each) => each.id === id)
    const line = (index, more = {}) => ({ quarter, kind: 'INTEREST', loanId: `${bank}|J${county}${String(index + 1).padStart(5, '0')}`, householdId: `H${county}${String(index + 1).padStart(5, '0')}`, days: index % 4 === 3 ? 35 : 71, averageBalance: yuan(5_000_000 - index * 70_000), rate: '3.45', amount: yuan(34_020 - index * 470), ...more })
    const lines = Array.from({ length: 24 }, (_one, index) => line(index))
    if (statement.differences !== '0.00') lines.push(line(2, { quarter: '2024Q1', kind: 'DIFFERENCE', days: -12, averageBalance: '48000.00', amount: statement.differences }))
    return { statement, changedSinceReview: false, lines }
  }

  take(id, step) {
    const before = this.statement(id).statement
    this.taken.set(id, { ...this.taken.get(id), ...(step === 'review' ? { state: 'REVIEWED', reviewedBy: 'credit' } : { state: 'CLOSED', closedBy: 'credit' }), version: before.version + 1 })
    return this.statement(id).statement
  }

  receipt(id) {
    const feed = this.feeds().items.find((one) => one.id === id)
    const refusal = (line, field, code, message, messageEn, maskedValue) => ({ line, field, code, message, messageEn, maskedValue })
    const rows = [
      refusal(48, '到期日期', 'DATE_MALFORMED', '日期不存在或格式不对，应为 2024-06-10', 'No such date', '2024-02-30'),
      refusal(207, '余额', 'BALANCE_ABOVE_AMOUNT', '余额大于放款金额', 'The balance exceeds the amount', '80000.00'),
      refusal(1_290, '逾期本金', 'OVERDUE_ABOVE_BALANCE', '逾期本金大于余额', 'Overdue exceeds the balance', '9000.00'),
      refusal(5_511, '户编号', 'FIELD_MISSING', '缺少户编号', 'The household is missing', ''),
    ]
    const isRefused = feed.status === 'REFUSED'
    if (feed.status === 'HELD') {
      const doubt = refusal(1, '余额合计', 'AMOUNTS_JUMPED', '余额合计由上期 412345678.90 元（9412 笔）变为 41234.57 元（9412 笔），笔均相差一千倍以上，请核对金额单位（元、万元）', 'Per loan the amount is a thousand times another than before', '41234.57')
      return { ...feed, sha256: 'a3f1'.repeat(16), fingerprint: '77be'.repeat(16), message: '暂缓入账，待信贷主管确认，未作任何更改', messageEn: 'Held until a person confirms it; nothing was changed', refusals: [doubt], flags: {}, keyId: 'k-2024-01', signature: `${'Q2f1'.repeat(21)}8A==` }
    }
    return {
      id, status: feed.status, receivedAt: feed.receivedAt, sha256: 'a3f1'.repeat(16), fingerprint: '77be'.repeat(16), bank: feed.bank, businessDate: feed.businessDate, sequence: feed.sequence, supplement: false, rows: feed.rows,
      message: isRefused ? '整份退回，未作任何更改' : `已接收：变动 ${feed.rows.applied} 条，未变 ${feed.rows.unchanged} 条，退回 ${feed.rows.refused} 条`, messageEn: isRefused ? 'Refused as a whole; nothing was applied' : 'Accepted',
      refusals: isRefused ? [refusal(1, '余额合计', 'OUTSTANDING_MISMATCH', '首行余额合计与明细不符：首行 61,234.00，明细 61,230.00', 'The total differs from the details', '61234.00')] : id === receiptFeed ? rows : [],
      flags: id === receiptFeed ? { HOUSEHOLD_NOT_COVERED: 3, OVER_CAP: 1 } : {}, ...(isRefused ? {} : { totals: { outstanding: '412345678.90', overdue: '5512345.00' } }),
      ...(id === receiptFeed ? { corrects: 'stub-0-2024-06-04', differences: { added: 2, changed: 209, removed: 0, outstanding: { before: '412445678.90', after: '412345678.90' }, overdue: { before: '5512345.00', after: '5512345.00' }, examples: [{ loanId: 'NXS|J53011300001', before: { balance: '48000.00' }, after: { balance: '46000.00' } }] } } : {}),
      keyId: 'k-2024-01', signature: `${'Q2f1'.repeat(21)}8A==`,
    }
  }
}

export const names = ['target', 'issued', 'issued_households', 'completion_rate', 'outstanding', 'overdue', 'overdue_households', 'overdue_rate']
export const lowerIsBetter = new Set(['overdue', 'overdue_households', 'overdue_rate'])
