// The demo city's own input, read as the services read it.
import { readFileSync } from 'node:fs'

const root = new URL('../../demo-city/src/main/resources/', import.meta.url)

export function readCity(folder = 'kunming') {
  const read = (name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')
  const readOptional = (name) => {
    try {
      return read(name)
    } catch {
      return null
    }
  }
  const units = table(read('units.csv')).map(([code, name, fullName, kind, parent]) => ({ code, name, fullName, kind, parent: parent || null }))
  const employment = new Map()
  for (const [county, target, working, away] of table(readOptional('employment.csv') ?? '')) {
    const unit = units.find((candidate) => candidate.name === county)
    if (unit) employment.set(unit.code, { target: target === '' ? null : Number(target), working: Number(working), away: Number(away) })
  }
  const lending = new Map()
  const fen = (tenThousands) => Math.round(Number(tenThousands || 0) * 1_000_000)
  const rowsOf = (file) => new Map(table(readOptional(file) ?? '').map(([county, ...cells]) => [county, cells]))
  const [lent, issues, arrears] = ['lending.csv', 'microcredit_issued.csv', 'microcredit_overdue.csv'].map(rowsOf)
  for (const unit of units) {
    const [households, outstanding, issuedBefore, householdsBefore, outstandingBefore, overdueBefore, lateBefore] = lent.get(unit.name) ?? []
    if (households === undefined) continue
    const [target, issued] = issues.get(unit.name) ?? []
    const [overdue, late] = arrears.get(unit.name) ?? []
    lending.set(unit.code, {
      target: fen(target), issued: fen(issued), households: Number(households), outstanding: fen(outstanding), overdue: fen(overdue), late: Number(late ?? 0),
      issuedBefore: fen(issuedBefore), householdsBefore: Number(householdsBefore), outstandingBefore: fen(outstandingBefore), overdueBefore: fen(overdueBefore), lateBefore: Number(lateBefore),
    })
  }
  const { code, name, fullName } = units.find((unit) => unit.kind === 'city')
  return { code, name, fullName, today: JSON.parse(read('city.json')).today ?? '2024-06-10', units, map: readOptional('map.geojson'), employment, lending }
}

function table(text) {
  return text.replace(/^\uFEFF/, '').trim().split(/\r?\n/).slice(1).map((line) => line.split(','))
}
