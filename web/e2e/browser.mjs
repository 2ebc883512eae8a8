// A Chromium of the system, driven by playwright-core; nothing is downloaded.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const candidates = [process.env.PULSE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser's path, or null where the machine has none. */
export function findChromium() {
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null
}

/** Opens a browser with a fresh profile, hands its context to `story`, and leaves nothing behind. */
export async function withBrowser(options, story) {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('No Chromium here: install it or name it in PULSE_CHROMIUM')
  const profile = mkdtempSync(join(tmpdir(), 'pulse-browser-'))
  const context = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args: flags, ...options })
  try {
    return await story(context)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
