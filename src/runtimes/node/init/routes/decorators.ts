import type { Route } from '../../../onboarding/onboarding.ts'
import { closing, joined } from '../../../onboarding/source-text.ts'

const decorated = /@(?:http)?(get|post|put|patch|del(?:ete)?|all)\(\s*(?:['"`]([^'"`]*)['"`])?/gi
const controller =
  /@(?:(?:Json|Rest)?Controller|controller|Route)\(\s*(?:\{[^}]*\bpath:\s*)?(?:['"`]([^'"`]*)['"`])?/g

/**
 * Routes of classes: of Nest, `@Controller('cats')` and in it `@Get(':id')`; of routing-controllers, tsoa and
 * inversify likewise; of LoopBack, `@get('/ping')` in a class that has no path.
 */
export function decoratedRoutes(text: string): readonly Route[] {
  const controllers = [...text.matchAll(controller)]
  if (controllers.length === 0) return methodsIn(text, '')
  return controllers.flatMap(({ 1: prefix = '', index }) => {
    // The body of the class: from the bracket behind its name.
    const start = text.indexOf('{', text.indexOf('class ', index))
    return methodsIn(text.slice(start, closing(text, start)), prefix)
  })
}

const methodsIn = (text: string, prefix: string): readonly Route[] =>
  [...text.matchAll(decorated)].map(([, verb = '', path = '']) => ({
    method: /^all$/i.test(verb) ? 'ANY' : verb.toUpperCase(),
    path: joined(prefix, path),
  }))

/** `app.setGlobalPrefix('api')`, of all sources. */
export const globalPrefix = (texts: readonly string[]): string =>
  texts.flatMap((text) => /\.setGlobalPrefix\(\s*['"`]([^'"`]*)/.exec(text)?.[1] ?? [])[0] ?? ''
