import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/runtimes/node/instrument.ts
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";

// src/runtimes/node/protocol.ts
var probeVariables = {
  sockets: "LEAKDIFF_SOCKETS",
  rate: "LEAKDIFF_RATE",
  /** Set: only processes that run tests are measured, which are named by their file below this directory. */
  tests: "LEAKDIFF_TESTS",
  /** Set: nothing is judged of this process, and it is diagnosed for this (`DiagnosticGoal`). */
  diagnose: "LEAKDIFF_DIAGNOSE"
};

// src/runtimes/node/instrument.ts
var sampling = { first: 32768, confirm: 4096 };
var installedProbe = () => createRequire(import.meta.url).resolve("#probe/node.cjs");
async function instrument(preload, below = null) {
  const tests = below === null ? {} : { [probeVariables.tests]: realpathSync(below) };
  const environment = (rate, sockets) => ({
    NODE_OPTIONS: `--require ${quoted(preload)}`,
    [probeVariables.sockets]: sockets,
    [probeVariables.rate]: String(rate),
    ...tests
  });
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => environment(sampling[stage], sockets),
    diagnosticEnv: (sockets, goal) => ({
      ...environment(sampling.confirm, sockets),
      [probeVariables.diagnose]: goal
    })
  };
}
var quoted = (path) => /[\s"\\]/.test(path) ? `"${path.replace(/["\\]/g, "\\$&")}"` : path;

export {
  installedProbe,
  instrument
};
