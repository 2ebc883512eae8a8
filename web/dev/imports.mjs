// An import that takes a few seconds, with every kind of ending: the file's name says which (refused, failed, same).
const imports = new Map([['stub-0', { id: 'stub-0', kind: 'workers', asOf: '2024-06-10', dryRun: false, fileName: '劳动力花名册（初始）.xlsx', sha256: '', uploadedBy: 'lead', uploadedAt: '2024-06-10T08:30:00Z', startedAt: 0 }]])

export function accept(given) {
  const id = `stub-${imports.size}`
  imports.set(id, { id, ...given, uploadedAt: new Date().toISOString(), startedAt: Date.now() })
  return view(imports.get(id))
}

export const find = (id) => (imports.has(id) ? view(imports.get(id)) : null)
export const newestFirst = () => [...imports.values()].reverse().map(view)

const total = 158_167
const changes = [
  { county: '530113', added: 41, changed: 612 },
  { county: '530128', added: 17, changed: 385 },
  { county: '530129', added: 63, changed: 701 },
  { county: 'Z530103', added: 0, changed: 22 },
]
const rejectReasons = [
  { code: 'IDENTITY_CHECKSUM', message: '证件号码校验位不符', rows: 312, example: { line: 48, field: '证件号码', value: '530***********123X' } },
  { code: 'DATE_INVALID', message: '日期不存在或格式不对', rows: 121, example: { line: 1_207, field: '开始日期', value: '2024-02-30' } },
  { code: 'SAME_PERSON', message: '同一人另有行有误，整人退回', rows: 67 },
]

function view({ startedAt, ...given }) {
  const seconds = (Date.now() - startedAt) / 1000
  const answer = (status, phase, rowsRead, rows = {}, more = {}) => ({
    ...given,
    status,
    progress: { phase, rowsRead },
    rows: { total: 0, applied: 0, unchanged: 0, skipped: 0, rejected: 0, ...rows },
    flags: {},
    message: null,
    changes: [],
    rejectReasons: [],
    ...more,
  })
  if (seconds < 0.4) return answer('QUEUED', 'READING', 0)
  if (/refused/.test(given.fileName)) return answer('REFUSED', 'DONE', 0, {}, { message: '首行缺少必需的列：人编号、开始日期。请使用模板核对表头。' })
  if (seconds < 2.4) return answer('RUNNING', 'READING', Math.round((total * (seconds - 0.4)) / 2))
  if (seconds < 3.4) return answer('RUNNING', 'APPLYING', total, { total })
  if (/failed/.test(given.fileName)) return answer('FAILED', 'DONE', total, {}, { message: '数据库连接中断，已全部撤回。' })
  if (/same/.test(given.fileName)) return answer('COMPLETED', 'DONE', total, { total, unchanged: total }, { message: '此文件已导入过，0 条变化' })
  const rows = { total, applied: 1_841, unchanged: 155_826, rejected: 500 }
  return answer('COMPLETED', 'DONE', total, rows, { changes, rejectReasons, flags: { UNKNOWN_VOCABULARY: 12, OVERLAPPING_SPELLS: 3 } })
}
