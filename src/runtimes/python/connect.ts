import { lineProbes } from '../line-probe.ts'

/** The probe in a Python process. Its socket is called `py-12-0a1b2c.sock`. */
export const { connect, connectTests, socketPid } = lineProbes({
  title: 'Python',
  socketName: /^py-(\d+)-[0-9a-f]+\.sock$/,
  hint: 'Look at the program’s own output: it may have ended, or an extension keeps Python’s global lock.',
  countsHeapApart: true,
  tellsFiles: false,
})
