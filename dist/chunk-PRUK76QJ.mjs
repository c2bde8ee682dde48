import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/runtimes/python/protocol.ts
var exactMalloc = { GLIBC_TUNABLES: "glibc.malloc.tcache_count=0" };
var probeVariables = {
  sockets: "LEAKDIFF_SOCKETS",
  /** Frames of each stack that asks for memory; 0: nothing is traced. */
  frames: "LEAKDIFF_FRAMES",
  /** Set: only processes that run tests are measured, which are named by their file below this directory. */
  tests: "LEAKDIFF_TESTS",
  /** Set: nothing is judged of this process, and it is diagnosed for this (`DiagnosticGoal`). */
  diagnose: "LEAKDIFF_DIAGNOSE"
};

// src/runtimes/python/instrument/instrument.ts
import { realpathSync } from "node:fs";
import { cp } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
var frames = { first: 0, confirm: 1, diagnose: 12 };
var handedOnByTox = ["testenv", "env_run_base"].map(
  (section) => `${section}.pass_env+=${["PYTHONPATH", ...Object.keys(exactMalloc), "LEAKDIFF_*"].join(",")}`
).join(";");
var installedProbe = () => dirname(createRequire(import.meta.url).resolve("#probe/python/sitecustomize.py"));
async function instrument({ directory, scratch, workload }, installed = installedProbe()) {
  const folder = join(scratch, "python");
  await cp(installed, folder, { recursive: true });
  const tests = workload.form === "test" ? { [probeVariables.tests]: realpathSync(directory), TOX_OVERRIDE: handedOnByTox } : {};
  const environment = (traced, sockets) => ({
    PYTHONPATH: folder,
    ...exactMalloc,
    [probeVariables.sockets]: sockets,
    [probeVariables.frames]: String(traced),
    ...tests
  });
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => environment(frames[stage], sockets),
    diagnosticEnv: (sockets, goal) => ({
      ...environment(frames.diagnose, sockets),
      [probeVariables.diagnose]: goal
    })
  };
}

export {
  exactMalloc,
  installedProbe,
  instrument
};
