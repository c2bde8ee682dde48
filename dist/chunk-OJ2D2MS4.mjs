import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

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
