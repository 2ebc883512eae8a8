// The few words of HTTP that the stub needs.
import { createReadStream, existsSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'

export function json(response, value, status = 200) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(value))
}

export function problem(response, status, code, title, detail = '', more = {}) {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' })
  response.end(JSON.stringify({ type: 'about:blank', status, code, title, detail, ...more }))
}

export function redirect(response, location, headers = {}) {
  response.writeHead(302, { Location: location, ...headers }).end()
}

export function cookie(request, name) {
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1]
}

export async function bodyOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/** A file of the built app, or its page for every address of the app's own. */
export function sendFile(response, root, path) {
  const file = join(root, normalize(path))
  const found = extname(file) !== '' && existsSync(file) ? file : join(root, 'index.html')
  response.writeHead(200, { 'Content-Type': types[extname(found)] ?? 'application/octet-stream' })
  createReadStream(found).pipe(response)
}
