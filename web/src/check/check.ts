import { upload } from '../api/http'

export const findingClasses = ['WRONG', 'IMPOSSIBLE', 'NOT_APPLICABLE_AS_ZERO', 'SHORT', 'NOTICE'] as const
export type FindingClass = (typeof findingClasses)[number]

export interface Place {
  readonly table: number
  /** −1 for a whole column. */
  readonly row: number
  readonly column: number
}

export interface Finding {
  readonly class: FindingClass
  readonly table: string
  readonly row: string
  readonly column: string
  readonly printed: string
  readonly computed: string
  readonly message: string
  readonly messageEn: string
  readonly cell: Place
}

export interface PrintedTable {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

export interface CheckAnswer {
  readonly fileName: string
  readonly tables: readonly PrintedTable[]
  /** The relations found, by name of table. */
  readonly formulas: Readonly<Record<string, readonly string[]>>
  readonly findings: readonly Finding[]
}

export async function checkFile(file: File): Promise<CheckAnswer> {
  const { body } = await upload<CheckAnswer>('/api/reporting/bulletin-checks', file, () => {})
  if (body === null) throw new Error('an answer without a body')
  return body
}

/** Of several findings in one cell the gravest colours it. */
export function classOf(findings: readonly Finding[], table: number, row: number, column: number): FindingClass | null {
  const here = findings.filter(({ cell }) => cell.table === table && cell.row === row && cell.column === column)
  return findingClasses.find((each) => here.some((finding) => finding.class === each)) ?? null
}

/** How many there are of each class that occurs. */
export function counted(findings: readonly Finding[]): readonly (readonly [FindingClass, number])[] {
  return findingClasses.map((each) => [each, findings.filter((finding) => finding.class === each).length] as const).filter(([, many]) => many > 0)
}
