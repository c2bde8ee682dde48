import type { Driver, DriverRequest } from '../onboarding.ts'

/** Of bash and curl, which are on every runner. */
export const shellDriver: Driver = {
  ending: 'sh',
  command: 'bash',
  takes: ({ exchanges, place }) =>
    place.protocol !== 'h2c' && exchanges.every((one) => one.kind === 'get' && one.headers === undefined),
  addition: `curl -fsS -o /dev/null -X POST -H 'content-type: application/json' -d '{}' "http://127.0.0.1:$PORT/path"`,
  text,
}

function text({ exchanges, heading, place, requests }: DriverRequest): string {
  const port = place.port === null ? '$PORT' : String(place.port)
  const insecure = place.protocol === 'https' ? ' --insecure' : ''
  return `#!/usr/bin/env bash
${heading.map((line) => `# ${line}`).join('\n')}
set -euo pipefail
paths='
${exchanges.map(({ path }) => path).join('\n')}
'
for path in $paths; do
  for _ in {1..${requests}}; do
    printf 'url = "${place.protocol}://${place.host}:%s%s"\\noutput = /dev/null\\n' "${port}" "$path"
  done
done |
  curl --config - --globoff --silent --show-error${insecure} --max-time 30 --write-out '%{http_code} %{url_effective}\\n' |
  # Not done: an error of the server, or no path that it knows at all.
  awk '
    $1 == "000" || $1 >= 500 { if (!failed++) print "first failure: " $0 }
    $1 >= 200 && $1 < 400 { fine++ }
    END { if (failed || !fine) { print failed + 0 " of " NR " requests failed, " fine + 0 " succeeded"; exit 1 } }'
`
}
