import type { PortWay } from '../../onboarding/onboarding.ts'
import type { SourceFile } from './programs.ts'

/**
 * Flags and variables by which a program may be told where to listen: those that are named so, or whose value
 * looks like an address. Literals alone are seen.
 */
export function portWays(sources: readonly SourceFile[]): readonly PortWay[] {
  const texts = sources.map(({ text }) => text)
  const ways = [...texts.flatMap(flagsIn), ...texts.flatMap(variablesIn), ...prefixed(texts)]
  const first = new Map(ways.map((way) => [way.text, way] as const).reverse())
  return [...first.values()].reverse().slice(0, most)
}

/** Each costs a start of the program. */
const most = 12

const literal = String.raw`(?:"([^"\n]*)"|(\d{2,5})\b)`
const flagForms: readonly (readonly [pattern: RegExp, dashes: string])[] = [
  // flag.String("addr", ":8080", …), pflag: StringP("addr", "a", ":8080", …)
  [
    new RegExp(
      String.raw`\.(?:String|Int|Uint|Uint16|Int64)P?\(\s*"([\w.-]+)"\s*,\s*(?:"\w?"\s*,\s*)?${literal}`,
      'g',
    ),
    '-',
  ],
  // flag.StringVar(&addr, "addr", ":8080", …)
  [
    new RegExp(
      String.raw`\.(?:String|Int|Uint|Uint16|Int64)VarP?\(\s*&?[\w.]+\s*,\s*"([\w.-]+)"\s*,\s*(?:"\w?"\s*,\s*)?${literal}`,
      'g',
    ),
    '-',
  ],
  // kingpin: app.Flag("web.listen-address", …).Default(":9090")
  [new RegExp(String.raw`\.Flag\(\s*"([\w.-]+)"[^\n]*?\.Default\(\s*${literal}`, 'g'), '--'],
  // urfave/cli: &cli.StringFlag{Name: "addr", Value: ":8080"}
  [
    new RegExp(
      String.raw`\b(?:String|Int|Uint)Flag\{[^}]*?\bName:\s*"([\w.-]+)"(?:[^}]*?\bValue:\s*${literal})?`,
      'g',
    ),
    '--',
  ],
  // huma, kong: Port int `help:"…" short:"p" default:"8888"`, named like its field
  [
    new RegExp(
      String.raw`^\s*((?:[A-Z]\w*)?(?:Port|Addr|Address|Listen|Bind))\s+\w+\s+\`(?![^\`]*\b(?:long|name):)[^\`\n]*?\bdefault:${literal}`,
      'gm',
    ),
    '--',
  ],
  // go-flags, kong: `long:"addr" default:":8080"`, `name:"addr" …`
  [new RegExp(String.raw`\b(?:long|name):"([\w.-]+)"(?:[^\`\n]*?\bdefault:${literal})?`, 'g'), '--'],
]

const named = /port|addr|listen|bind|http|server/i

function flagsIn(text: string): readonly PortWay[] {
  // pflag, which cobra uses, takes two dashes; Go's own takes either.
  return flagForms.flatMap(([pattern]) =>
    [...text.matchAll(pattern)].flatMap(([, name = '', quoted, number]) => {
      const value = number ?? quoted ?? ''
      // A field of a struct: ListenAddress is --listen-address.
      const flag = /^[A-Z]/.test(name) ? name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase() : name
      const isPort = /^\d{2,5}$/.test(value)
      const isAddress = /:\d{2,5}$/.test(value)
      if (!isPort && !isAddress && !named.test(name)) return []
      return valuesFor(name, value).map(
        (given): PortWay => ({ kind: 'argument', text: `--${flag}=${given}`, instead: portIn(value) }),
      )
    }),
  )
}

const variableForms = [
  /\b(?:Getenv|LookupEnv|\w*[eE]nv\w*)\(\s*"([A-Z][A-Z0-9_]*)"(?:\s*,\s*"([^"\n]*)")?/g,
  /\b(?:env|envconfig):"([A-Z][A-Z0-9_]*)(?:,[^"]*)?"(?:[^`\n]*?\b(?:envDefault|default):"([^"]*)")?/g,
]

function variablesIn(text: string): readonly PortWay[] {
  return variableForms.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, name = '', value = '']) =>
      name === 'PORT' || !/PORT|ADDR|LISTEN|BIND/.test(name)
        ? []
        : valuesFor(name, value).map(
            (given): PortWay => ({ kind: 'variable', text: `${name}=${given}`, instead: portIn(value) }),
          ),
    ),
  )
}

const nameOf = /port|addr|listen|bind/i

/**
 * Variables that a library makes of a prefix and a name: viper's `SetEnvPrefix("SHOP")` with the key `port`,
 * envconfig's `Process("shop", …)` with the field `Port`.
 */
function prefixed(texts: readonly string[]): readonly PortWay[] {
  const all = texts.join('\n')
  const prefix = /\.SetEnvPrefix\(\s*"(\w+)"|\benvconfig\.(?:Must)?Process\(\s*"(\w*)"/.exec(all)
  if (prefix === null) return []
  const keys =
    prefix[1] === undefined
      ? [...all.matchAll(/^\s*([A-Z]\w*)\s+(?:string|u?int\d*)\b(?:[^\n]*?\bdefault:"([^"]*)")?/gm)]
      : [...all.matchAll(/\bviper\.\w+\(\s*"([\w.]+)"(?:\s*,\s*"?([^"\s)]*))?/g)]
  return keys.flatMap(([, key = '', value = '']) => {
    if (!nameOf.test(key)) return []
    const name = [prefix[1] ?? prefix[2] ?? '', key].filter(Boolean).join('_')
    const variable = name.replaceAll('.', '_').toUpperCase()
    return valuesFor(key, value).map(
      (given): PortWay => ({ kind: 'variable', text: `${variable}=${given}`, instead: portIn(value) }),
    )
  })
}

const portIn = (value: string): number | null => {
  const port = /(?:^|:)(\d{2,5})$/.exec(value)?.[1]
  return port === undefined ? null : Number(port)
}

/** As its present value is written; without one, as its name tells. */
function valuesFor(name: string, value: string): readonly string[] {
  if (/^\d+$/.test(value)) return ['$PORT']
  const [, host = ''] = /^(.*):\d+$/.exec(value) ?? []
  if (/:\d+$/.test(value)) return [host === '' ? ':$PORT' : `${host}:$PORT`]
  if (/port/i.test(name)) return ['$PORT', ':$PORT']
  return ['127.0.0.1:$PORT']
}
