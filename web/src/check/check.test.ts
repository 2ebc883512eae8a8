import { describe, expect, it } from 'vitest'
import { classOf, counted, type Finding, type FindingClass } from './check'

const finding = (kind: FindingClass, row: number, column: number): Finding => ({ class: kind, table: '表1', row: '甲', column: '率', printed: '1', computed: '2', message: '', messageEn: '', cell: { table: 0, row, column } })

describe('findings in their table', () => {
  const findings = [finding('SHORT', 2, 3), finding('WRONG', 2, 3), finding('NOTICE', -1, 4)]
  it('colour a cell by the gravest', () => expect(classOf(findings, 0, 2, 3)).toBe('WRONG'))
  it('leave other cells alone', () => expect(classOf(findings, 1, 2, 3)).toBeNull())
  it('are counted by class, the gravest first', () => expect(counted(findings)).toEqual([['WRONG', 1], ['SHORT', 1], ['NOTICE', 1]]))
})
