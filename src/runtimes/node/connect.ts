import { lineProbes } from '../line-probe.ts'

/**
 * The probe in each thread of a Node process. Its socket is called `node-12.sock`, of a worker
 * `node-12-w3.sock`, of tests `node-12-t1.sock`.
 */
export const { connect, connectTests, socketPid } = lineProbes({
  title: 'Node',
  socketName: /^node-(\d+)(?:-w\d+)?(?:-t\d+)?\.sock$/,
  threadName: /^node-\d+-w\d+\.sock$/,
  hint: 'Look at the program’s own output: it may have ended, or something keeps its event loop busy.',
  countsHeapApart: true,
  tellsFiles: true,
})
