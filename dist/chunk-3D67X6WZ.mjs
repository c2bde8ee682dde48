import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/secrets.ts
var values = /* @__PURE__ */ new Set();
var words = /* @__PURE__ */ new Set();
var shortestValue = 4;
var shortestWord = 8;
function keepSecret(...secrets) {
  for (const secret of secrets) if (secret.length >= shortestValue) values.add(secret);
}
function keepPrivate(...texts) {
  for (const word of texts.flatMap(wordsOf)) words.add(word);
}
function knowPublic(...texts) {
  for (const word of texts.flatMap(wordsOf)) words.delete(word);
}
function wordsOf(text) {
  const pieces = [text, ...text.split(/\s+/), ...text.split(/[\s"'`=:,;|&<>()@{}[\]/?]+/)];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece.length >= shortestWord);
}
var madeUp = (word) => !/\s/.test(word) && /\d/.test(word) && /[A-Za-z]/.test(word);
var withoutSecrets = (text) => masked(text, [...values, ...[...words].filter(madeUp)]);
var withoutPrivate = (text) => masked(text, [...values, ...words]);
function withoutSecretsIn(value) {
  if (typeof value === "string") return isCommit(value) ? value : withoutSecrets(value);
  if (Array.isArray(value)) return value.map((item) => withoutSecretsIn(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecretsIn(inner)]));
}
var isCommit = (text) => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
function masked(text, secrets) {
  const found = secrets.filter((secret) => text.includes(secret)).sort((a, b) => b.length - a.length);
  return found.reduce((left, secret) => left.replaceAll(secret, "***"), text);
}

export {
  keepSecret,
  keepPrivate,
  knowPublic,
  withoutSecrets,
  withoutPrivate,
  withoutSecretsIn,
  masked
};
