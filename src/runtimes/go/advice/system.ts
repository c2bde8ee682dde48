import { type AdviceRule, closeConnection } from '../../advice.ts'

/**
 * How a wait for the system ends, by the frames of the standard library that wait:
 * what functions of others are called says nothing of it.
 */
export const system: readonly AdviceRule[] = [
  {
    of: ['tasks'],
    runs: /^net\.\(\*(?:TCP|Unix|netFD|UnixListener|TCPListener)\w*\)\.[aA]ccept/,
    say: ['close the listener when its owner ends.'],
  },
  {
    of: ['tasks'],
    runs: /^os\.\(\*Process\)\.(?:Wait|wait|pidfdWait|blockUntilWaitable)$|^os\/exec\.\(\*Cmd\)\.Wait$/,
    say: [
      'end the command when its owner ends: start it with ',
      { code: 'exec.CommandContext' },
      ', and cancel that context.',
    ],
  },
  {
    of: ['tasks'],
    state: /^IO wait/,
    runs: /^net\.\(\*\w+\)\.(?:[rR]ead|[wW]rite|[cC]onnect|[dD]ial)|^crypto\/tls\.\(\*Conn\)\.|^net\/http\.\(\*conn\)\.serve$/,
    say: closeConnection,
  },
  {
    of: ['tasks'],
    state: /^IO wait/,
    runs: /^os\.\(\*File\)\.[rR]ead/,
    say: ['close the pipe or file that it reads when its owner ends.'],
  },
]
