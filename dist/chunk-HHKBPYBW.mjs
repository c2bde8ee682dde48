import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/time-limits.ts
var timeLimits = {
  /** Long enough to fetch and check out the largest repositories, short enough to end before the job does. */
  git: 15 * 6e4,
  /** One answer of a probe: a collection of a heap of many gigabytes takes seconds. */
  probe: 12e4,
  /**
   * Until the probe of a ready program answers: its socket was opened before the program's own,
   * or never will be.
   */
  probeOfReady: 15e3,
  /** One answer of a worker thread that has given no figures yet: it may be blocked for good. */
  thread: 5e3,
  /** One answer of a pprof endpoint of the user's own. */
  endpoint: 6e4,
  /** One attempt to see whether the program is ready. */
  readyAttempt: 5e3,
  /** How long a program that is waited for may listen on other ports alone. */
  elsewhere: 6e3,
  /**
   * The first snapshot by the user's own command: a ready program should answer at once,
   * a moment more is no fault.
   */
  firstSnapshot: 2e3,
  /** From SIGTERM to SIGKILL. */
  grace: 2e3
};

export {
  timeLimits
};
