// Workers made up on demand: the n-th person of a county is always the same, so lists have the figure's length.
const townships = ['阿旺镇', '乌龙镇', '汤丹镇', '红土地镇', '铜都街道', '拖布卡镇']
const villages = ['小石桥村', '大荒地村', '安乐村', '岩脚村', '新店房村', '松毛棚村']
const employers = ['昆明恒达建筑劳务有限公司', '宁波海曙电子有限公司', '东莞长安五金制品厂', '云南农垦果业有限公司', '县城环卫服务中心']
const provinces = ['浙江省', '广东省', '江苏省', '福建省', '上海市']
const categories = ['LIFTED', 'LIFTED', 'LIFTED', 'MONITORED_MARGINAL', 'MONITORED_UNSTABLE', 'MONITORED_SUDDEN']
const labours = ['ORDINARY', 'ORDINARY', 'SKILLED', 'WEAK']
const lengths = { working: 'working', out_of_province: 'away', worked_this_year: 'year' }

/** A page of the people behind `indicator` (null: everybody) in `units`, cursor = position. */
export function page(units, amountsOf, indicator, { after, limit, q }) {
  const counted = units.map((unit) => ({ unit, amounts: amountsOf(unit.code) })).map((entry) => ({ ...entry, length: lengthOf(entry.amounts, indicator) }))
  const count = counted.reduce((sum, entry) => sum + entry.length, 0)
  const items = []
  let start = 0
  for (const { unit, amounts, length } of counted) {
    for (let index = Math.max(0, after - start); index < length && items.length < limit; index++) items.push(person(unit, index, amounts))
    start += length
  }
  if (q) {
    const found = items.filter((item) => item.personId.startsWith(q) || item.householdId.startsWith(q))
    return { items: found, next: null, count: found.length }
  }
  return { items, next: after + limit < count ? String(after + limit) : null, count }
}

function lengthOf(amounts, indicator) {
  return indicator === null ? Math.round(amounts.working * 1.39) : amounts[lengths[indicator] ?? 'working']
}

export function person(unit, index, amounts) {
  const seed = (Number.parseInt(unit.code.replace(/\D/g, ''), 10) * 7919 + index * 104_729) % 1_000_003
  const of = (list, salt) => list[(seed + salt * 31) % list.length]
  const working = index < amounts.working
  const area = !working ? null : index < amounts.away ? 'OUT_OF_PROVINCE' : index % 3 === 0 ? 'IN_PROVINCE' : 'IN_COUNTY'
  return {
    personId: `P${unit.code}${String(index + 1).padStart(6, '0')}`,
    householdId: `H${unit.code}${String(Math.floor(index / 2) + 1).padStart(5, '0')}`,
    county: unit.code,
    countyName: unit.name,
    township: of(townships, 1),
    village: of(villages, 2),
    category: of(categories, 3),
    labour: of(labours, 4),
    maskedName: `${of([...'李王张杨赵陈刘马'], 5)}*${index % 3 === 0 ? '' : '*'}`,
    maskedIdentityNumber: `530***********${1000 + (seed % 9000)}`,
    working,
    area,
    province: area === 'OUT_OF_PROVINCE' ? of(provinces, 6) : area === null ? null : '云南省',
    employer: working ? of(employers, 7) : null,
    post: working ? (index % 11 === 0 ? 'PUBLIC_WELFARE' : index % 7 === 0 ? 'WORKSHOP' : 'ORDINARY') : null,
    start: working ? `2024-0${1 + (seed % 3)}-${String(1 + (seed % 10)).padStart(2, '0')}` : null,
    end: working && index % 5 === 0 ? '2024-09-15' : null,
  }
}

export function detail(item) {
  const past = [
    { start: '2022-02-14', end: '2022-12-28', area: 'OUT_OF_PROVINCE', province: '广东省', employer: '东莞长安五金制品厂', post: 'ORDINARY' },
    { start: '2023-02-06', end: '2023-11-30', area: 'IN_PROVINCE', province: '云南省', employer: '昆明恒达建筑劳务有限公司', post: 'ORDINARY' },
  ]
  const { start, end, area, province, employer, post } = item
  return {
    ...item,
    residence: [{ county: item.county, countyName: item.countyName }],
    spells: item.working ? [...past, { start, end, area, province, employer, post }] : past,
    version: 3,
    importedFrom: 'stub-0',
  }
}
