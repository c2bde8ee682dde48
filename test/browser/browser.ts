import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

export const looks = {
  light: { colorScheme: 'light', viewport: { width: 1000, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1000, height: 900 } },
  phone: { colorScheme: 'light', viewport: { width: 375, height: 812 } },
} as const
export type Look = keyof typeof looks

/** One browser for all tests of a file. */
export function browserForTests(): () => Browser {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium'
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())
  return () => {
    if (browser === undefined) throw new Error('the browser is opened before the first test')
    return browser
  }
}

/** Keeps what a page shows where somebody asked for pictures, by `PICTURES=folder`. */
export async function keepPicture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env.PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage, timeout: 60_000 })
}

/**
 * A page of ours as a file of its own would be shown: whatever it asks for is written down, and not given.
 */
export async function shown(
  browser: Browser,
  html: string,
  look: Look,
): Promise<{ page: Page; asked: string[]; said: string[] }> {
  const context = await browser.newContext({ ...looks[look], bypassCSP: false })
  const page = await context.newPage()
  const asked: string[] = []
  const said: string[] = []
  page.on('dialog', (dialog) => {
    said.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => said.push(`error ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(`console ${message.text()}`)
  })
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url === address) return route.fulfill({ body: html, contentType: 'text/html' })
    asked.push(url)
    return route.abort()
  })
  await page.goto(address)
  return { page, asked, said }
}

const address = 'http://report.test/'

/**
 * Violations that axe-core finds, one line each. The page's own policy keeps foreign scripts out, axe's too.
 */
export async function violations(browser: Browser, html: string, look: Look): Promise<readonly string[]> {
  const context = await browser.newContext({ ...looks[look], bypassCSP: true })
  const page = await context.newPage()
  await page.route('**/*', (route) =>
    route.request().url() === address
      ? route.fulfill({ body: html, contentType: 'text/html' })
      : route.abort(),
  )
  await page.goto(address)
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations: all } = await checker.run()
    return all.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)
  })
  await context.close()
  return found
}
