import type { Route } from '../../../onboarding/onboarding.ts'
import { closing, joined } from '../../../onboarding/source-text.ts'

const decorated = /@(Get|Post|Put|Patch|Delete|All)\(\s*(?:['"`]([^'"`]*)['"`])?/g

/** Routes of Nest's controllers: `@Controller('cats')`, and in it `@Get(':id')`. */
export function decoratedRoutes(text: string): readonly Route[] {
  const controllers = [...text.matchAll(/@Controller\(\s*(?:\{[^}]*\bpath:\s*)?(?:['"`]([^'"`]*)['"`])?/g)]
  return controllers.flatMap(({ 1: prefix = '', index }) => {
    // The body of the class: from the bracket behind its name.
    const start = text.indexOf('{', text.indexOf('class ', index))
    const body = text.slice(start, closing(text, start))
    return [...body.matchAll(decorated)].map(([, verb = '', path = '']) => ({
      method: verb === 'All' ? 'ANY' : verb.toUpperCase(),
      path: joined(prefix, path),
    }))
  })
}

/** `app.setGlobalPrefix('api')`, of all sources. */
export const globalPrefix = (texts: readonly string[]): string =>
  texts.flatMap((text) => /\.setGlobalPrefix\(\s*['"`]([^'"`]*)/.exec(text)?.[1] ?? [])[0] ?? ''
