import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  InconclusiveError
} from "./chunk-EEIPMXOZ.mjs";
import {
  __callDispose,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/cli/terminal/interrupt.ts
async function interruptible(command) {
  var _stack = [];
  try {
    const interrupt = __using(_stack, onInterrupt());
    const { signal } = interrupt;
    try {
      return await command(signal);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function onInterrupt() {
  const controller = new AbortController();
  const stop = (name) => {
    if (controller.signal.aborted) {
      process.exit(130);
    }
    const remedy = "Nothing is left behind. Run it again for a verdict.";
    controller.abort(
      new InconclusiveError("interrupted", `Stopped by ${name} before there was a verdict.`, remedy)
    );
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => void process.off("SIGINT", stop).off("SIGTERM", stop)
  };
}

export {
  interruptible,
  onInterrupt
};
