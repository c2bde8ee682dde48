import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  UserError
} from "./chunk-EEIPMXOZ.mjs";

// src/profile-diff/input/source.ts
function sourceOf(name, bytes) {
  return { name, size: bytes.length, read: (start, length) => bytes.subarray(start, start + length) };
}

// src/cli/profiles/stream.ts
var mostInMemory = 5e8;
async function readStream(stream, name) {
  const pieces = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > mostInMemory) {
      throw new UserError(
        `${name} gives more than ${mostInMemory} bytes.`,
        "Write it into a file first: files are read piece by piece."
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

export {
  sourceOf,
  mostInMemory,
  readStream
};
