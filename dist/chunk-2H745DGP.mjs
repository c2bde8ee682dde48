import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/trial/both-sides.ts
function blame(head, baseFailure, baseTried) {
  if (!baseTried) return head;
  if (baseFailure === null) return { ...head, text: `${sentence(head.text)} Base does not fail.` };
  const told = (text) => text.replace(/\bbase\b/gi, "head");
  const again = told(baseFailure.text) === told(head.text) ? "Base fails in the same way." : `It fails on base as well. ${baseFailure.text}`;
  return { ...head, text: `${sentence(head.text)} ${again}` };
}
var sentence = (text) => /[.!?]$/.test(text) ? text : `${text}.`;

export {
  blame
};
