import type { Driver, DriverRequest } from '../../runtimes/onboarding/onboarding.ts'

/** Requests to each path in one round: 80 bytes that stay of each are above every floor then. */
export const requests = 200

/** For every runtime that has no driver of its own: both are on every runner. */
export const shellDriver: Driver = { ending: 'sh', command: 'bash', text: script }

/** What stands above the code of a driver. */
export const heading = (left: readonly string[]): readonly string[] => [
  `One round for leakdiff: every path below, ${requests} times. Written by leakdiff init; yours to edit.`,
  ...(left.length > 0 ? ['Not asked for:'] : []),
  ...left.map((route) => `  ${route}`),
]

function script({ address, heading, paths, requests }: DriverRequest): string {
  const port = address.kind === 'fixed' ? String(address.port) : '$PORT'
  return `#!/usr/bin/env bash
${heading.map((line) => `# ${line}`).join('\n')}
set -euo pipefail
paths='
${paths.join('\n')}
'
for path in $paths; do
  for _ in {1..${requests}}; do
    printf 'url = "http://127.0.0.1:%s%s"\\noutput = /dev/null\\n' "${port}" "$path"
  done
done |
  curl --config - --globoff --silent --show-error --max-time 30 --write-out '%{http_code} %{url_effective}\\n' |
  # Not done: an error of the server, or no path that it knows at all.
  awk '
    $1 == "000" || $1 >= 500 { if (!failed++) print "first failure: " $0 }
    $1 >= 200 && $1 < 400 { fine++ }
    END { if (failed || !fine) { print failed + 0 " of " NR " requests failed, " fine + 0 " succeeded"; exit 1 } }'
`
}
