import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  mostInMemory,
  readStream,
  sourceOf
} from "./chunk-OHDOUSXU.mjs";
import {
  ConfigError,
  UserError
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/cli/profiles/url.ts
var mostRedirects = 5;
var mostSeconds = 60;
var ownCertificate = "its certificate is signed by an authority that is not known here: name it with NODE_EXTRA_CA_CERTS=ca.pem";
async function openUrl(url, headers) {
  const first = parsed(url);
  const name = `${first.origin}${first.pathname}`;
  const given = new Headers(headers.map(headerOf));
  if (first.username !== "") given.set("authorization", basic(first));
  let at = first;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await ask(at, at.origin === first.origin ? given : new Headers(), name);
    const next = answer.headers.get("location");
    if (answer.status >= 300 && answer.status < 400 && next !== null) {
      await answer.body?.cancel();
      at = sentTo(next, at, name);
    } else if (!answer.ok || answer.body === null) {
      await answer.body?.cancel();
      throw failed(name, `it answers ${answer.status} ${answer.statusText}`.trim());
    } else if (Number(answer.headers.get("content-length") ?? 0) > mostInMemory) {
      await answer.body.cancel();
      throw failed(name, `it holds more than ${mostInMemory} bytes`);
    } else return sourceOf(name, await readBody(answer.body, name));
  }
  throw failed(name, `it redirects more than ${mostRedirects} times`);
}
function sentTo(location, from, name) {
  const url = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw failed(name, "it redirects to something that is not an http or https address");
}
async function ask(url, headers, name) {
  const bare = new URL(url);
  bare.username = bare.password = "";
  const seconds = Number(url.searchParams.get("seconds") ?? 0) || 0;
  try {
    const signal = AbortSignal.timeout((mostSeconds + seconds) * 1e3);
    return await fetch(bare, { headers, redirect: "manual", signal });
  } catch (cause) {
    throw failed(name, reason(cause), cause);
  }
}
async function readBody(body, name) {
  try {
    return await readStream(body, name);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw failed(name, reason(cause), cause);
  }
}
function reason(error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && cause.name === "TimeoutError") return "it does not answer in time";
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const plain = Object.entries(reasons).find(([start]) => code.startsWith(start));
  if (plain !== void 0) return `${plain[1]} (${code})`;
  return code !== "" ? code : cause instanceof Error ? cause.message : String(cause);
}
var reasons = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "no server has that name",
  EAI_AGAIN: "no server has that name",
  UND_ERR_SOCKET: "the server broke off its answer",
  ECONNRESET: "the server broke off its answer",
  DEPTH_ZERO_SELF_SIGNED_CERT: ownCertificate,
  SELF_SIGNED_CERT_IN_CHAIN: ownCertificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ownCertificate
};
function failed(name, why, cause) {
  return new UserError(
    `${name} cannot be read: ${why}.`,
    'Check that the server runs and which headers it asks for (--header "Authorization: Bearer \u2026").',
    { cause }
  );
}
function parsed(url) {
  if (URL.canParse(url)) return new URL(url);
  throw new ConfigError(`${url.split("?")[0]} is no URL.`, "Use http://HOST:PORT/debug/pprof/heap.");
}
function headerOf(header) {
  const colon = header.indexOf(":");
  const name = header.slice(0, colon).trim();
  const isHeader = colon > 0 && /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[\r\n\0]/.test(header);
  if (isHeader) return [name, header.slice(colon + 1).trim()];
  throw new ConfigError(
    'A --header is not of the form "Name: value".',
    'Use --header "Authorization: Bearer \u2026".'
  );
}
function basic({ username, password }) {
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}
export {
  openUrl
};
