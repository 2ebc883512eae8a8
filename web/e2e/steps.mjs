// What a person does on the pages, one step a function; the same steps serve the stub and the real system.

export async function signIn(page, baseUrl, { username, password }) {
  await page.goto(baseUrl)
  await page.locator('[data-test=sign-in]').click()
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit], input[type=submit]').first().click()
  await page.waitForURL((url) => url.pathname !== '/login')
  await page.locator('main#content').waitFor()
}

/** The figure of a table row as shown, by unit code and column (0 = name). */
export async function cellOf(page, county, column) {
  const row = page.locator(`tr[data-county="${county}"]`)
  return (await row.locator('th, td').nth(column).innerText()).trim()
}

export const columns = { target: 1, working: 2, outOfProvince: 5, workedThisYear: 7, completionRate: 8, change: 9, rank: 10 }

export async function waitForFigures(page) {
  await page.locator('[data-test=kpi-completion_rate]').waitFor()
}

/** Goes to the live board: a leader begins at a home of the own. */
export async function openBoard(page, baseUrl) {
  await page.goto(baseUrl)
  await waitForFigures(page)
}

export async function kpi(page, indicator) {
  return (await page.locator(`[data-test=kpi-${indicator}] .figure`).innerText()).trim()
}

/** Goes to the live screen of a day. */
export async function showDay(page, baseUrl, asOf) {
  await page.goto(`${baseUrl}/?asOf=${asOf}`)
  await waitForFigures(page)
}

/** Drops a file on the import page and waits for the dry run's result. */
export async function tryOut(page, baseUrl, kind, file) {
  await page.goto(`${baseUrl}/imports`)
  await page.locator(`input[name=kind][value=${kind}]`).check()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('[data-test=try-out]').click()
  await page.locator('[data-test=import-outcome]').waitFor({ timeout: 120_000 })
}

export async function confirmImport(page) {
  await page.locator('[data-test=confirm]').click()
  await page.locator('[data-test=import-outcome][data-dry-run=false]').waitFor({ timeout: 600_000 })
}

/** Opens the records behind a figure of the table and answers their count as shown. */
export async function openRecords(page, county, column) {
  await page.locator(`tr[data-county="${county}"]`).locator('td').nth(column - 1).locator('a').click()
  await page.locator('[data-test=records-count]').waitFor()
  return (await page.locator('[data-test=records-count]').innerText()).replace(/\D/g, '')
}
