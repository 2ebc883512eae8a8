import { ProblemError, problemOf } from './problem'

/** Query parameters; `undefined`, `null` and `''` are left out. */
export type Query = Record<string, string | number | boolean | null | undefined>

let signedOut: () => void = () => {}

/** Called whenever a request is answered with 401. */
export function onSignedOut(callback: () => void): void {
  signedOut = callback
}

export function urlOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}

/** An answer with the server's clock beside it, milliseconds since the epoch; null when the answer carries no `Date`. */
export interface Dated<T> {
  readonly body: T
  readonly serverTime: number | null
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await getDated<T>(path, query, signal)).body
}

export async function getDated<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Dated<T>> {
  const response = await send(urlOf(path, query), signal === undefined ? {} : { signal })
  const date = Date.parse(response.headers.get('date') ?? '')
  return { body: (await response.json()) as T, serverTime: Number.isNaN(date) ? null : date }
}

export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  const headers = { 'Content-Type': 'application/json', ...(await csrfHeader()) }
  const response = await send(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await response.json()) as T
}

/** Reads a page of HTML, made with a body where one is given. */
export async function readPage(path: string, body?: unknown): Promise<string> {
  const sent: RequestInit = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json', ...(await csrfHeader()) }, body: JSON.stringify(body) }
  const response = await send(path, { ...sent, headers: { ...(sent.headers as Record<string, string> | undefined), Accept: 'text/html, application/problem+json' } })
  return response.text()
}

/** How a write by hand goes out. */
export interface Writing {
  readonly method?: 'POST' | 'PUT' | 'DELETE'
  /** Names this submission: sent twice with the same content it is carried out once. */
  readonly key: string
  /** The record's version as the writer saw it; another one there is answered with 412. */
  readonly version?: number | null | undefined
  readonly query?: Query
}

export async function write<T>(path: string, body: unknown, { method = 'POST', key, version = null, query = {} }: Writing): Promise<T> {
  const expected: Record<string, string> = version === null ? {} : { 'If-Match': `"${version}"` }
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...expected, ...(await csrfHeader()) }
  const response = await send(urlOf(path, query), { method, headers, body: JSON.stringify(body) })
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** Reads a file and hands it to the browser to keep, under the name the service gave it. */
export async function download(path: string, query: Query, fallbackName: string): Promise<void> {
  const response = await send(urlOf(path, query), { headers: { Accept: '*/*' } })
  const name = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const url = URL.createObjectURL(await response.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: name === undefined ? fallbackName : decodeURIComponent(name) })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** What an upload was answered: its body if any, and where the thing it made can be found. */
export interface Uploaded<T> {
  readonly body: T | null
  readonly location: string | null
}

/** Sends a file as multipart `file`, telling how much of it has left. */
export async function upload<T>(path: string, file: File, onSent: (share: number) => void): Promise<Uploaded<T>> {
  const form = new FormData()
  form.append('file', file)
  const { status, body, location } = await transfer(path, form, {}, onSent)
  if (status >= 300) throw new ProblemError(problemOf(status, body))
  return { body: body as T | null, location }
}

/** Any answer to bytes that were sent, refusals included. */
export interface Transferred extends Uploaded<unknown> {
  readonly status: number
}

/** Sends bytes and tells how much of them has left; only XMLHttpRequest can tell. */
export async function transfer(path: string, body: Blob | FormData, headers: Record<string, string>, onSent: (share: number) => void): Promise<Transferred> {
  const all = { Accept: 'application/json', ...headers, ...(await csrfHeader()) }
  return new Promise<Transferred>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'json'
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onSent(event.loaded / event.total)
    }
    request.onerror = () => reject(new ProblemError(problemOf(0, null)))
    request.onload = () => {
      if (request.status === 401) signedOut()
      resolve({ status: request.status, body: request.response as unknown, location: request.getResponseHeader('Location') })
    }
    request.send(body)
  })
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    const headers = { Accept: 'application/json', ...(init.headers as Record<string, string> | undefined) }
    response = await fetch(url, { credentials: 'same-origin', ...init, headers })
  } catch (thrown) {
    if (init.signal?.aborted === true) throw thrown
    throw new ProblemError(problemOf(0, null))
  }
  if (response.status === 401) signedOut()
  if (!response.ok) throw new ProblemError(problemOf(response.status, await response.json().catch(() => null)))
  return response
}

const csrfCookie = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/

async function csrfHeader(): Promise<Record<string, string>> {
  if (!csrfCookie.test(document.cookie)) await fetch('/api/session', { credentials: 'same-origin' }).catch(() => null)
  const token = csrfCookie.exec(document.cookie)?.[1]
  return token === undefined ? {} : { 'X-XSRF-TOKEN': decodeURIComponent(token) }
}
