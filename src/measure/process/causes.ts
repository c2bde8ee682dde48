/**
 * Why a command ended, as far as its output or its signal tells; in words of ours, for the output may hold
 * secrets.
 */
export interface Cause {
  /** To stand behind `ended with exit 1`. */
  readonly words: string
  readonly remedy: string
}

const told: readonly (readonly [RegExp, Cause])[] = [
  [
    /address already in use|EADDRINUSE/i,
    {
      words: ', and says that an address is already in use',
      remedy: 'Have it listen on $PORT, a free port that all commands of a trial are told.',
    },
  ],
  [
    /no space left on device|ENOSPC|disk quota exceeded|EDQUOT/i,
    { words: ', and says that the disk is full', remedy: 'Free some space, or have it write less.' },
  ],
  [
    /out ?of ?memory|cannot allocate memory|ENOMEM/i,
    {
      words: ', and says that memory ran out',
      remedy:
        'Raise its memory limit, or lower `rounds` and `operations`: what a leak fills within a trial cannot be measured.',
    },
  ],
]

/**
 * A shell ends with 127 where it finds no command: POSIX, 2.8.2. Its name is told where `shown`,
 * the command as it may be shown, has it.
 */
function notFound(how: string, output: string, shown: string): Cause | null {
  const name = /(?:^|[\s:])([\w./+-]+): (?:(?:command )?not found|No such file or directory)/.exec(
    output,
  )?.[1]
  if (!/\bexit 127\b/.test(how) || name === undefined) return null
  const isOurs = shown.split(/[^\w./+-]+/).includes(name)
  return {
    words: `, and says that ${isOurs ? `\`${name}\`` : 'a command'} was not found`,
    remedy: `Install ${isOurs ? `\`${name}\`` : 'it'} where it is run.`,
  }
}

const killed: Cause = {
  words: ', which is how the kernel ends a program when memory runs out',
  remedy:
    'Give the machine more memory, or lower `rounds` and `operations`: what a leak fills within a trial cannot be measured.',
}

export function causeOf(how: string, output: string, shown = ''): Cause | null {
  const [, said] = told.find(([pattern]) => pattern.test(output)) ?? []
  return said ?? notFound(how, output, shown) ?? (/SIGKILL/.test(how) ? killed : null)
}
