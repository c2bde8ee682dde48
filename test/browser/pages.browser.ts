import { describe, expect, it } from 'vitest'
import { configInput, loadConfig } from '../../src/configure/load.ts'
import { browserForTests, keepPicture, type Look, looks, shown, violations } from './browser.ts'
import { hostile, pages } from './pages.ts'

const browser = browserForTests()

const all = Object.keys(looks) as Look[]

describe.each(Object.keys(pages))('the page %s', (name) => {
  const html = pages[name]?.() ?? ''

  it.each(all)('in %s asks for nothing, fits its window and says nothing wrong', async (look) => {
    const { page, asked, said } = await shown(browser(), html, look)
    expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([])
    expect(said).toEqual([])
    const [wide, window] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, innerWidth]',
    )
    expect(wide).toBeLessThanOrEqual(window)
    await keepPicture(page, `${name.replaceAll(' ', '-')}-${look}`)
    await page.context().close()
  })

  it.each(all)('in %s has nothing that axe objects to', async (look) => {
    expect(await violations(browser(), html, look)).toEqual([])
  })
})

it.each(Object.keys(pages))('on a phone no table of %s is cut, folded ones neither', async (name) => {
  const { page } = await shown(browser(), pages[name]?.() ?? '', 'phone')
  const cut = await page.evaluate<readonly string[]>(`
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    [document.documentElement, ...document.querySelectorAll('.wide')]
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => one.textContent.slice(0, 80))`)
  expect(cut).toEqual([])
  await page.context().close()
})

it.each(['one leak', 'many', 'undecided', 'clean'])(
  'verdict, figure and chart of %s stand in the first screenful',
  async (name) => {
    const { page } = await shown(browser(), pages[name]?.() ?? '', 'light')
    const box = await page.locator('svg.chart').first().boundingBox()
    expect((box?.y ?? 1e9) + (box?.height ?? 0)).toBeLessThanOrEqual(looks.light.viewport.height)
    await page.context().close()
  },
)

it('a page of 5,000 sites and 100,000 stacks costs less than two seconds of a processor', async () => {
  const html = pages.huge?.() ?? ''
  expect(Buffer.byteLength(html)).toBeLessThan(700_000)
  const { page } = await shown(browser(), '<p>', 'light')
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')
      ?.value ?? 0
  const before = await spent()
  await page.setContent(html)
  await page.locator('.d3-flame-graph rect').first().waitFor()
  expect((await spent()) - before).toBeLessThan(2)
  await page.context().close()
})

it('the waivers that it offers are copied as what the configuration reads', async () => {
  const { page } = await shown(browser(), pages['one leak']?.() ?? '', 'light')
  const text = await page
    .locator('pre', { hasText: 'waivers:' })
    .first()
    .evaluate((element) => element.textContent)
  const configText = (text ?? '').replace(/^ {4}waivers:/m, '    start: ./a\n    round: ./b\n    waivers:')
  const config = await loadConfig({ root: '/', ...configInput(configText), inputs: {}, defaultName: 'x' })
  expect(config.workloads[0]?.waivers).toMatchObject([
    { quantity: 'tasks', upTo: 120, expires: '2027-02-21' },
  ])
  await page.context().close()
})

it('names that are attacks stay text', async () => {
  const { page, asked, said } = await shown(browser(), hostile(), 'light')
  expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([])
  expect(said).toEqual([])
  expect(await page.locator('img, iframe, object, embed, form').count()).toBe(0)
  const links = await page
    .locator('a')
    .evaluateAll((found) => found.map((a) => String(a.getAttribute('href'))))
  expect(links.filter((url) => !url.startsWith('https://github.com/acme/node'))).toEqual([])
  await page.context().close()
})

it('its flame graph stands at once: whoever prints as it is opened has it', async () => {
  const { page } = await shown(browser(), pages['one leak']?.() ?? '', 'light')
  // In one go with what draws it: no frame of an animation comes in between.
  const frames = await page.evaluate<readonly (readonly [number, number, string])[]>(`
    document.querySelector('.flame-tools button[aria-pressed=false]').click();
    [...document.querySelectorAll('.d3-flame-graph g.frame')].map((frame) => [
      Number(frame.querySelector('rect').getAttribute('width')),
      Number(frame.getAttribute('width')),
      frame.querySelector('foreignObject').textContent,
    ])`)
  expect(frames.length).toBeGreaterThan(3)
  for (const [shown, wanted, name] of frames)
    expect([shown, name]).toEqual([wanted, expect.stringMatching(/./)])
  await page.context().close()
})

it('the flame graph is searched, turned, and walked by keyboard', async () => {
  const { page, said } = await shown(browser(), pages['one leak']?.() ?? '', 'light')
  await page.locator('.flame-tools input').first().fill('newChannel')
  await page.locator('.d3-flame-graph rect').first().waitFor()
  for (let i = 0; i < 30; i++) await page.keyboard.press('Tab')
  expect(said).toEqual([])
  await page.context().close()
})
