import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { parseResult, renderJson, resultJsonSchema } from '../../src/report/render/json.ts'
import { resultOf, situations } from './results.ts'

describe('the JSON result', () => {
  it('is described by schema/result.schema.json', async () => {
    const text = `${JSON.stringify(resultJsonSchema(), null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../../schema/result.schema.json')
  })

  it.each(situations)('%s satisfies the published schema and comes back the same', (situation) => {
    const result = resultOf(situation)
    const text = renderJson(result)
    const validate = new Ajv2020({ strict: false }).compile(resultJsonSchema())
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
    expect(parseResult(text)).toEqual(result)
  })

  it('is never written with a number that is none', () => {
    const result = resultOf('pass')
    expect(() => renderJson({ ...result, spent: { seconds: Number.NaN, spans: {} } })).toThrow()
  })

  it.each([
    ['', /not valid JSON/],
    ['{"schemaVersion":1', /not valid JSON/],
    ['{"schemaVersion":2}', /schemaVersion/],
    [
      renderJson(resultOf('pass')).replace('"operations": 100', '"operations": "many"'),
      /workloads\.0\.operations/,
    ],
  ])('refuses %.30j by its place', (text, message) => {
    expect(() => parseResult(text)).toThrow(UserError)
    expect(() => parseResult(text)).toThrow(message)
  })
})
