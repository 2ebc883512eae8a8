// Tells a story in a browser of its own, chapter by chapter; a chapter that fails does not keep the next from being told.
import { join } from 'node:path'
import { withBrowser } from './browser.mjs'

const pictures = process.env.PULSE_PICTURES
let failures = 0

/** Tells the chapters in order on one page; the process ends with 1 if any of them failed. */
export async function tell(size, chapters) {
  await withBrowser(size, async (context) => {
    const page = await context.newPage()
    for (const [sentence, chapter] of Object.entries(chapters)) {
      try {
        await chapter(page)
        console.log(`✓ ${sentence}`)
      } catch (error) {
        failures++
        process.exitCode = 1
        console.log(`✗ ${sentence}\n  ${error.message.split('\n').slice(0, 6).join('\n  ')}`)
        if (pictures) await page.screenshot({ path: join(pictures, `failed-${failures}.png`) })
      }
    }
  })
}
