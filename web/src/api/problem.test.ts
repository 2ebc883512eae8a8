import { describe, expect, it } from 'vitest'
import { urlOf } from './http'
import { ProblemError, problemFrom, problemOf } from './problem'

describe('a problem', () => {
  it('keeps what the service said, with the field and the line', () => {
    const body = { code: 'DATE_INVALID', title: '日期不存在', detail: '2024-02-30', detailEn: 'No such date', field: '开始日期', line: 48 }
    expect(problemOf(400, body)).toEqual({ status: 400, ...body })
  })

  it('has a Chinese sentence even when a proxy answered with a page', () => {
    expect(problemOf(503, '<html>')).toMatchObject({ code: 'UNAVAILABLE', title: '服务暂不可用，请稍后再试' })
    expect(problemOf(500, null).title).toBe('服务出错，请稍后再试')
    expect(problemOf(413, null).title).toBe('文件过大')
  })

  it('does not put its own English beside another’s Chinese detail', () => {
    expect(problemOf(409, { title: '已有相同文件正在导入', detail: '请稍候' }).detailEn).toBeUndefined()
  })

  it('ignores fields of the wrong type', () => {
    expect(problemOf(400, { title: 7, line: 'x', field: '' })).toMatchObject({ title: '请求未被接受' })
    expect(problemOf(400, { line: 'x' }).line).toBeUndefined()
  })

  it('is offline when nothing was answered', () => {
    expect(problemFrom(new TypeError('failed to fetch'))).toMatchObject({ status: 0, code: 'OFFLINE' })
    expect(problemFrom(new ProblemError(problemOf(404, null))).status).toBe(404)
  })
})

describe('an address', () => {
  it('leaves out what was not asked', () => {
    expect(urlOf('/api/x', { asOf: '2024-06-10', county: null, q: '', working: false })).toBe('/api/x?asOf=2024-06-10&working=false')
    expect(urlOf('/api/x')).toBe('/api/x')
  })
})
