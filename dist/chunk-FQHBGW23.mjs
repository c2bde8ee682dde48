import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/runtimes/onboarding/source-text.ts
function withoutComments(text) {
  return text.replace(tokens, (token) => /^\/[/*]/.test(token) ? token.replace(/[^\n]/g, " ") : token);
}
var tokens = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
function closing(text, from) {
  const bracket = new RegExp(`${tokens.source}|[({[]|[)}\\]]`, "g");
  bracket.lastIndex = from;
  let depth = 0;
  for (const { 0: token, index } of matchesFrom(text, bracket)) {
    if (/^[({[]$/.test(token)) depth += 1;
    else if (/^[)}\]]$/.test(token) && --depth <= 0) return index;
  }
  return text.length;
}
function* matchesFrom(text, pattern) {
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) yield match;
}
function joined(prefix, path) {
  const whole = `/${prefix}/${path}`.replace(/\/{2,}/g, "/");
  return whole.length > 1 ? whole.replace(/\/$/, "") : whole;
}

export {
  withoutComments,
  closing,
  joined
};
