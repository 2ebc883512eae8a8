/** RFC 9457 problem details as every service of the platform sends them; Chinese first, English in `detailEn`. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly detailEn?: string
  readonly field?: string
  readonly line?: number
  /** What is wrong field by field, where more than one is. */
  readonly errors?: readonly FieldFault[]
  /** What is probably wrong and may yet be right: saved once its code is confirmed. */
  readonly warnings?: readonly Warning[]
}

export interface FieldFault {
  /** Path in the request, such as `spells[1].end`; empty for the record as a whole. */
  readonly field: string
  readonly message: string
  readonly messageEn?: string
}

export interface Warning extends FieldFault {
  readonly code: string
  readonly people?: readonly string[]
}

/** A request that was answered with a problem, or not answered at all (`status` 0, code `OFFLINE`). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.title}`)
    this.name = 'ProblemError'
  }
}

const byStatus: Record<number, readonly [code: string, title: string, english: string]> = {
  0: ['OFFLINE', '网络不通，请稍后再试', 'The server could not be reached. Try again shortly.'],
  401: ['SIGN_IN', '登录已失效，请重新登录', 'Your session has ended. Please sign in again.'],
  403: ['FORBIDDEN', '没有权限', 'You are not allowed to do this.'],
  404: ['NOT_FOUND', '未找到', 'Not found.'],
  409: ['CONFLICT', '与正在进行的操作冲突', 'This conflicts with an operation under way.'],
  413: ['TOO_LARGE', '文件过大', 'The file is too large.'],
  429: ['TOO_MANY_REQUESTS', '操作过于频繁，请稍候', 'Too many requests. Please wait a moment.'],
  503: ['UNAVAILABLE', '服务暂不可用，请稍后再试', 'The service is unavailable. Try again shortly.'],
}

/**
 * Reads a problem out of an answer's body; a body that is none (a proxy's HTML page, nothing at all) becomes a
 * problem with a sentence fitting its status.
 */
export function problemOf(status: number, body: unknown): Problem {
  const [code, title, detailEn] = byStatus[status] ?? [
    status >= 500 ? 'SERVER_ERROR' : 'REQUEST_REFUSED',
    status >= 500 ? '服务出错，请稍后再试' : '请求未被接受',
    status >= 500 ? 'The server failed. Try again shortly.' : 'The request was not accepted.',
  ]
  if (!isRecord(body)) return { status, code, title, detail: '', detailEn }
  const given = {
    detailEn: textOf(body['detailEn']) ?? (textOf(body['detail']) === undefined ? detailEn : undefined),
    field: textOf(body['field']),
    line: numberOf(body['line']),
  }
  return {
    status,
    code: textOf(body['code']) ?? code,
    title: textOf(body['title']) ?? title,
    detail: textOf(body['detail']) ?? '',
    ...(given.detailEn === undefined ? {} : { detailEn: given.detailEn }),
    ...(given.field === undefined ? {} : { field: given.field }),
    ...(given.line === undefined ? {} : { line: given.line }),
    ...(Array.isArray(body['errors']) ? { errors: body['errors'].filter(isFault) } : {}),
    ...(Array.isArray(body['warnings']) ? { warnings: body['warnings'].filter(isWarning) } : {}),
  }
}

function isFault(value: unknown): value is FieldFault {
  return isRecord(value) && typeof value['field'] === 'string' && typeof value['message'] === 'string'
}

/** What went wrong, whatever was thrown. */
export function problemFrom(thrown: unknown): Problem {
  return thrown instanceof ProblemError ? thrown.problem : problemOf(0, null)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWarning(value: unknown): value is Warning {
  return isFault(value) && isRecord(value) && typeof value['code'] === 'string'
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
