import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  declaredCommands
} from "./chunk-J5VOPG4U.mjs";
import {
  foldersAbove,
  subtree
} from "./chunk-42FT62VM.mjs";
import {
  joined
} from "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/python/init/lists.ts
import { posix } from "node:path";
var lists = /^(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/;
var locks = /^(?:uv|poetry|pdm|Pipfile)\.lock$/;
var inFolder = /(?:^|\/)requirements\/[\w.-]+\.(?:txt|in)$/;
var listsPackages = (file) => lists.test(posix.basename(file)) || inFolder.test(file);
var locksPackages = (file) => locks.test(posix.basename(file));

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string, ptr) {
  let lines = string.slice(0, ptr).split(/\r?\n/);
  return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
  let lines = string.split(/\r?\n/);
  let codeblock = "";
  let numberLen = (Math.log10(line + 1) | 0) + 1;
  for (let i = line - 1; i <= line + 1; i++) {
    let l = lines[i - 1];
    if (!l)
      continue;
    codeblock += i.toString().padEnd(numberLen, " ");
    codeblock += ":  ";
    codeblock += l;
    codeblock += "\n";
    if (i === line) {
      codeblock += " ".repeat(numberLen + column + 2);
      codeblock += "^\n";
    }
  }
  return codeblock;
}
var TomlError = class _TomlError extends Error {
  line;
  column;
  codeblock;
  constructor(message, options) {
    const [line, column] = getLineColFromPtr(options.toml, options.ptr);
    const codeblock = makeCodeBlock(options.toml, line, column);
    super(`Invalid TOML document: ${message}

${codeblock}`, options);
    this.line = line;
    this.column = column;
    this.codeblock = codeblock;
  }
  /** @internal */
  static x(message, ctx, ptr) {
    throw new _TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
  }
};

// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
  let startPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p++);
  let first = c;
  let isLiteral = c === 39;
  let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
  if (isMultiline) {
    if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10)
      ctx.p++;
    else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)
      ctx.p += 2;
  }
  let parsed = "";
  let sliceStart = ctx.p;
  let state = 0;
  for (; ctx.p < ctx.s.length; ctx.p++) {
    c = ctx.s.charCodeAt(ctx.p);
    if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) {
      state = state && 3;
    } else if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in strings", ctx);
    } else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
      if (isMultiline) {
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
      }
      if (!state) {
        let s = ctx.s.slice(sliceStart, ctx.p);
        parsed = parsed ? parsed + s : s;
      }
      ctx.p += isMultiline ? 3 : 1;
      return parsed;
    } else if (!state) {
      if (!isLiteral && c === 92) {
        parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
        state = 1;
      }
    } else if (state === 1) {
      if (c === 120 || c === 117 || c === 85) {
        let errPtr = ctx.p++ - 1;
        let value = 0;
        let len = c === 120 ? 2 : c === 117 ? 4 : 8;
        for (let j = 0; j < len; j++, ctx.p++) {
          let hex = ctx.s.charCodeAt(ctx.p);
          let digit = (
            /* 0-9 */
            hex >= 48 && hex <= 57 ? hex - 48 : (
              /* A-F */
              hex >= 65 && hex <= 70 ? hex - 65 + 10 : (
                /* a-f */
                hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1
              )
            )
          );
          if (digit < 0)
            TomlError.x("invalid non-hex character in unicode escape", ctx);
          value = value << 4 | digit;
        }
        if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) {
          TomlError.x("invalid unicode escape", ctx, errPtr);
        }
        parsed += String.fromCodePoint(value);
        sliceStart = ctx.p--;
        state = 0;
      } else if (isMultiline && (c === 32 || c === 9)) {
        state = 2;
      } else {
        if (c === 98)
          parsed += "\b";
        else if (c === 116)
          parsed += "	";
        else if (c === 110)
          parsed += "\n";
        else if (c === 102)
          parsed += "\f";
        else if (c === 114)
          parsed += "\r";
        else if (c === 101)
          parsed += "\x1B";
        else if (c === 34)
          parsed += '"';
        else if (c === 92)
          parsed += "\\";
        else
          TomlError.x("unrecognised escape sequence", ctx);
        sliceStart = ctx.p + 1;
        state = 0;
      }
    } else if (c !== 32 && c !== 9) {
      if (state === 2)
        TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
      state = !isLiteral && c === 92 ? 1 : 0;
      sliceStart = ctx.p;
    }
  }
  TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
var DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class _TomlDate extends Date {
  #hasDate = false;
  #hasTime = false;
  #offset = null;
  constructor(date, fasttype, unsafeDelim) {
    let hasDate = true;
    let hasTime = true;
    let offset = "Z";
    let c;
    if (typeof date === "string") {
      if (fasttype)
        prep: {
          if (fasttype < 3) {
            if (+date.slice(11, 13) > 23) {
              date = "";
              break prep;
            }
            if (fasttype === 2) {
              offset = null;
              date += "Z";
            } else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) {
              offset = date.slice(date.length - 6);
            }
            if (unsafeDelim)
              date = date.slice(0, 10) + "T" + date.slice(11);
          } else if (fasttype === 4) {
            date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
          }
          hasDate = fasttype !== 4;
          hasTime = fasttype !== 3;
        }
      else {
        let match = date.match(DATE_TIME_RE);
        if (match) {
          if (!match[1]) {
            hasDate = false;
            date = `0000-01-01T${date}`;
          }
          hasTime = !!match[2];
          hasTime && date[10] === " " && (date = date.replace(" ", "T"));
          if (match[2] && +match[2] > 23) {
            date = "";
          } else {
            offset = match[3] || null;
            if (!offset && hasTime)
              date += "Z";
          }
        } else {
          date = "";
        }
      }
    }
    super(date);
    if (!isNaN(this.getTime())) {
      this.#hasDate = hasDate;
      this.#hasTime = hasTime;
      this.#offset = offset;
    }
  }
  isDateTime() {
    return this.#hasDate && this.#hasTime;
  }
  isLocal() {
    return !this.#hasDate || !this.#hasTime || !this.#offset;
  }
  isDate() {
    return this.#hasDate && !this.#hasTime;
  }
  isTime() {
    return this.#hasTime && !this.#hasDate;
  }
  isValid() {
    return this.#hasDate || this.#hasTime;
  }
  toISOString() {
    let iso = super.toISOString();
    if (this.isDate())
      return iso.slice(0, 10);
    if (this.isTime())
      return iso.slice(11, 23);
    if (this.#offset === null)
      return iso.slice(0, -1);
    if (this.#offset === "Z" || this.#offset === "z")
      return iso;
    let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
    offset = this.#offset[0] === "-" ? offset : -offset;
    let offsetDate = new Date(this.getTime() - offset * 6e4);
    return offsetDate.toISOString().slice(0, -1) + this.#offset;
  }
  static wrapAsOffsetDateTime(jsDate, offset = "Z") {
    let date = new _TomlDate(jsDate);
    date.#offset = offset;
    return date;
  }
  static wrapAsLocalDateTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#offset = null;
    return date;
  }
  static wrapAsLocalDate(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasTime = false;
    date.#offset = null;
    return date;
  }
  static wrapAsLocalTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasDate = false;
    date.#offset = null;
    return date;
  }
};

// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
  return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
  return char === 32 || char === 9 || char === 10 || char === 13 || // Structure end or next value delimiter
  delim && (char === delim || char === 44) || // Comment
  char === 35;
}
function extractValue(ctx, end) {
  let errPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p);
  if (c === 91 || c === 123) {
    ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
    let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
    ctx.d++;
    return value;
  }
  if (c === 34 || c === 39) {
    return parseString(ctx);
  }
  if (c === 116) {
    if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, true;
  }
  if (c === 102) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, false;
  }
  if (c === 43 || c === 45) {
    return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) {
    return parseDate(ctx, c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 2) === 58) {
    return parseTime(ctx, c, end);
  }
  return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
  let c = startChr;
  let state = 0;
  let hasUnderscores = false;
  if (c === 105) {
    if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, (sign || 1) / 0;
  }
  if (c === 110) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, NaN;
  }
  if (c === 48) {
    if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
      return ctx.bi === true ? 0n : 0;
    if (!sign) {
      if (c === 120)
        return parseIntegerBaseN(ctx, startPtr, 16, endChr);
      else if (c === 98)
        return parseIntegerBaseN(ctx, startPtr, 2, endChr);
      else if (c === 111)
        return parseIntegerBaseN(ctx, startPtr, 8, endChr);
    }
    if (c === 46)
      state = 2;
    else if (c === 101 || c === 69)
      state = 4;
    else
      TomlError.x("illegal leading zero", ctx, startPtr);
  } else if (!isDigit(c))
    TomlError.x("invalid value", ctx, startPtr);
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (!state)
      state = 1;
    if (c === 95) {
      if (!(state & 1))
        TomlError.x("illegal underscore", ctx);
      state += 11;
      hasUnderscores = true;
    } else if (state === 1 && c === 46)
      state = 2;
    else if ((state === 1 || state === 3) && (c === 101 || c === 69))
      state = 4;
    else if (state === 4 && (c === 43 || c === 45)) {
      state = 6;
    } else if (!isDigit(c))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (state > 9)
      state -= 11;
    else if (!(state & 1))
      state++;
  }
  if (!state) {
    let val = (startChr - 48) * (sign || 1);
    return ctx.bi === true ? BigInt(val) : val;
  }
  if (!(state & 1))
    TomlError.x("unfinished numeric value", ctx, startPtr);
  let str = ctx.s.slice(startPtr, ctx.p);
  if (hasUnderscores)
    str = str.replaceAll("_", "");
  return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
  let c, underscore = 1;
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (c === 95) {
      if (underscore & 1)
        TomlError.x("illegal underscore", ctx);
      underscore = 3;
    } else if (!isDigit(c, base))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (underscore & 1)
      underscore--;
  }
  if (underscore & 1)
    TomlError.x("unfinished numeric value", ctx);
  let str = ctx.s.slice(startPtr + 2, ctx.p);
  if (underscore)
    str = str.replaceAll("_", "");
  return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
  if (ctx.bi !== true)
    int: {
      let val = parseInt(str, base);
      if (!Number.isSafeInteger(val)) {
        if (ctx.bi)
          break int;
        TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
      }
      return val;
    }
  return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
  let startPtr = ctx.p++, unsafeSeparator;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) {
    return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
  }
  ctx.p += 5;
  if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
    TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
  if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) {
    let t2 = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t2, 3, false, startPtr);
  }
  if (ctx.s.charCodeAt(ctx.p += 3) !== 58)
    TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
  if (ctx.s.charCodeAt(ctx.p += 3) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  if (c = ctx.s.charCodeAt(ctx.p)) {
    if (c === 90 || c === 122) {
      let t2 = ctx.s.slice(startPtr, ++ctx.p);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, "[+00:00]");
    }
    if (c === 43 || c === 45) {
      let t2 = ctx.s.slice(startPtr, ctx.p += 6);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
    }
  }
  let t = ctx.s.slice(startPtr, ctx.p);
  return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
  let start = ctx.p;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
    return parseNumber(ctx, --ctx.p, c, 0, endChr);
  }
  if (ctx.s.charCodeAt(ctx.p += 4) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  let t = ctx.s.slice(start, ctx.p);
  return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
  if (ctx.ld) {
    let date = new TomlDate(str, type, unsafeDelim);
    if (!date.isValid())
      TomlError.x("invalid date", ctx, errPtr);
    return date;
  }
  try {
    if (temporalSuffix)
      str += temporalSuffix;
    switch (type) {
      case 1:
        return Temporal.ZonedDateTime.from(str);
      case 2:
        return Temporal.PlainDateTime.from(str);
      case 3:
        return Temporal.PlainDate.from(str);
      case 4:
        return Temporal.PlainTime.from(str);
    }
  } catch (e) {
    TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
  }
}

// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
  for (; ctx.p < ctx.s.length; ctx.p++) {
    let c = ctx.s.charCodeAt(ctx.p);
    if (c === 10)
      break;
    if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
      ctx.p++;
      break;
    }
    if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in comments", ctx);
    }
  }
}
function skipVoid(ctx, banNewLines, banComments) {
  let c;
  while (ctx.p < ctx.s.length) {
    while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)))
      ctx.p++;
    if (banComments || c !== 35)
      break;
    skipComment(ctx);
  }
}

// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
  let startPtr;
  let state = 0;
  let parsed = [];
  let sliceStart;
  let c = ctx.s.charCodeAt(startPtr = ctx.p);
  do {
    if (c === end) {
      if (!state)
        TomlError.x("unexpected end of key", ctx);
      if (state === 1)
        parsed.push(ctx.s.slice(sliceStart, ctx.p));
      return ctx.p++, parsed;
    } else if (c === 46) {
      if (!state)
        TomlError.x("illegal empty bare key", ctx);
      if (state === 1)
        parsed.push(ctx.s.slice(sliceStart, ctx.p));
      state = 0;
    } else if (!state && (c === 34 || c === 39)) {
      if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
        TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
      parsed.push(parseString(ctx));
      state = 2;
      ctx.p--;
    } else if (c === 32 || c === 9) {
      if (state === 1) {
        parsed.push(ctx.s.slice(sliceStart, ctx.p));
        state = 2;
      }
    } else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) {
      TomlError.x("illegal character in key", ctx);
    } else if (!state) {
      state = 1;
      sliceStart = ctx.p;
    }
  } while (c = ctx.s.charCodeAt(++ctx.p));
  TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
  let startPtr = ctx.p++;
  let res = /* @__PURE__ */ Object.create(null);
  let seen = /* @__PURE__ */ new Set();
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
      ctx.p++;
      return res;
    }
    let k;
    let t = res;
    let hasOwn = false;
    let errPtr = ctx.p;
    let key = parseKey(ctx);
    for (let i = 0; i < key.length; i++) {
      if (i)
        t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      k = key[i];
      if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) {
        TomlError.x("trying to redefine an already defined value", ctx, errPtr);
      }
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor")) {
        t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
        break;
      }
      if (!hasOwn && unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
      }
    }
    if (hasOwn) {
      TomlError.x("trying to redefine an already defined value", ctx, errPtr);
    }
    skipVoid(ctx, true, true);
    let value = extractValue(
      ctx,
      125
      /* } */
    );
    if (t && typeof (t[k] = value) === "object")
      seen.add(value);
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
  let startPtr = ctx.p++;
  let res = [];
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
      ctx.p++;
      return res;
    }
    res.push(extractValue(
      ctx,
      93
      /* ] */
    ));
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
  let t = table;
  let m = meta;
  let k;
  let hasOwn = false;
  let state;
  for (let i = 0; i < key.length; i++) {
    if (i) {
      t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      m = (state = m[k]).c;
      if (type === 0 && (state.t === 1 || state.t === 2)) {
        return null;
      }
      if (state.t === 2) {
        let l = t.length - 1;
        t = t[l];
        m = m[l].c;
      }
    }
    k = key[i];
    if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) {
      return null;
    }
    if (!hasOwn) {
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor"))
        return false;
      if (unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
        Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
      }
      m[k] = {
        t: i < key.length - 1 && type === 2 ? 3 : type,
        d: false,
        i: 0,
        c: /* @__PURE__ */ Object.create(null)
      };
    }
  }
  state = m[k];
  if (state.t !== type && !(type === 1 && state.t === 3)) {
    return null;
  }
  if (type === 2) {
    if (!state.d) {
      state.d = true;
      t[k] = [];
    }
    t[k].push(t = /* @__PURE__ */ Object.create(null));
    state.c[state.i++] = state = { t: 1, d: false, i: 0, c: /* @__PURE__ */ Object.create(null) };
  }
  if (state.d) {
    return null;
  }
  state.d = true;
  if (type === 1) {
    t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
  } else if (type === 0 && hasOwn) {
    return null;
  }
  return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
  if (peek === null || ctx.uk === 2)
    TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
  let ctx = {
    s: toml,
    p: 0,
    d: options.maxDepth ?? 1e3,
    bi: options.integersAsBigInt ?? false,
    ld: options.useLegacyDate ?? true,
    uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
  };
  let res = /* @__PURE__ */ Object.create(null);
  let meta = /* @__PURE__ */ Object.create(null);
  let tmp;
  let skipping = false;
  let tbl = res;
  let m = meta;
  if (toml.charCodeAt(0) === 65279)
    ctx.p++;
  skipVoid(ctx);
  while (ctx.p < toml.length) {
    if (toml.charCodeAt(ctx.p) === 91) {
      let isTableArray = toml.charCodeAt(++ctx.p) === 91;
      tmp = ctx.p += +isTableArray;
      skipping = false;
      let k = parseKey(
        ctx,
        93
        /* ] */
      );
      if (isTableArray) {
        if (toml.charCodeAt(ctx.p) !== 93) {
          TomlError.x("expected end of table array declaration", ctx);
        }
        ctx.p++;
      }
      let p = peekTable(
        ctx,
        k,
        res,
        meta,
        isTableArray ? 2 : 1
        /* Type.EXPLICIT */
      );
      if (!p) {
        validateTablePeek(ctx, p, tmp);
        skipping = true;
      } else {
        m = p[2];
        tbl = p[1];
      }
    } else {
      tmp = ctx.p;
      let k = parseKey(ctx);
      let p = peekTable(
        ctx,
        k,
        tbl,
        m,
        0
        /* Type.DOTTED */
      );
      if (!p && !skipping)
        validateTablePeek(ctx, p, tmp);
      skipVoid(ctx, true, true);
      let v = extractValue(ctx, void 0);
      if (p && !skipping)
        p[1][p[0]] = v;
    }
    skipVoid(ctx, true);
    if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) {
      TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
    }
    skipVoid(ctx);
  }
  return res;
}

// node_modules/smol-toml/dist/stringify.js
var HAS_WELLFORMED = !!"".isWellFormed;

// src/runtimes/python/init/pyproject.ts
function pyProjectOf(tree) {
  const settings2 = tableIn(tree.read("pyproject.toml") ?? "");
  const poetry = at(settings2, "tool", "poetry");
  const project = at(settings2, "project");
  const { dependencies } = project ?? {};
  const scripts = { ...at(settings2, "project", "scripts"), ...at(settings2, "tool", "poetry", "scripts") };
  return {
    isBuilt: at(settings2, "build-system") !== null,
    isPoetrys: poetry !== null,
    isWorkspace: at(settings2, "tool", "uv", "workspace") !== null,
    hasDependencies: Array.isArray(dependencies) && dependencies.length > 0,
    extras: Object.keys(at(settings2, "project", "optional-dependencies") ?? {}),
    groups: Object.keys(at(settings2, "dependency-groups") ?? {}),
    scripts: Object.entries(scripts).flatMap(
      ([command, target]) => typeof target === "string" ? [[command, target]] : []
    )
  };
}
function tableIn(text) {
  try {
    return parse(text);
  } catch {
    return {};
  }
}
function at(table, ...path) {
  let found = table;
  for (const key of path) found = isTable(found) ? found[key] : void 0;
  return isTable(found) ? found : null;
}
var isTable = (value) => typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);

// src/runtimes/python/init/sources.ts
var notServed = /(?:^|\/)(?:tests?|testing|docs|examples?|migrations|versions|benchmarks?|scripts)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup|noxfile|tasks|fabfile)\.py$/;
var servedSources = (tree) => tree.files.filter((file) => file.endsWith(".py") && !notServed.test(file)).map((file) => ({ file, text: tree.read(file) ?? "" })).toSorted((a, b) => likelihood(a.file) - likelihood(b.file));
function likelihood(file) {
  const names = ["main", "app", "asgi", "wsgi", "server", "run", "__main__", "application", "__init__"];
  const at2 = names.indexOf(/([^/]*)\.py$/.exec(file)?.[1] ?? "");
  return 20 * file.split("/").length + (at2 < 0 ? names.length : at2);
}
function moduleOf(file, sources) {
  const steps = file.replace(/(?:(?:^|\/)__(?:init|main)__)?\.py$/, "").split("/");
  const depth = steps.findIndex((step, index) => index < steps.length - 1 && isImported(step, sources));
  const isSrc = steps[0] === "src" && !sources.some((one) => one.file === "src/__init__.py");
  const skipped = depth >= 0 ? depth : isSrc && steps.length > 1 ? 1 : 0;
  return { name: steps.slice(skipped).join("."), path: steps.slice(0, skipped).join("/") };
}
var known = /* @__PURE__ */ new WeakMap();
function isImported(name, sources) {
  const found = known.get(sources) ?? importedNames(sources);
  known.set(sources, found);
  return found.has(name);
}
var importing = /^\s*(?:from|import)\s+(\w+)\b(?!\s*=)/gm;
var importedNames = (sources) => new Set(sources.flatMap(({ text }) => [...text.matchAll(importing)].map(([, name = ""]) => name)));
var pathVariable = (tree, { path }) => path === "" || path === "src" && isPackage(tree) ? "" : `PYTHONPATH=${path}:$PYTHONPATH`;
var isPackage = (tree) => tree.files.includes("setup.py") || pyProjectOf(tree).isBuilt || /^\[metadata\]/m.test(tree.read("setup.cfg") ?? "");
function needs(tree, name) {
  return tree.files.filter(listsPackages).some((file) => new RegExp(`(?:^|["'\\s])${name}\\b`, "mi").test(tree.read(file) ?? ""));
}

// src/runtimes/python/init/applications.ts
var frameworks = [
  { what: "FastAPI", makes: String.raw`(?:fastapi\.)?FastAPI`, serves: "asgi" },
  { what: "Starlette", makes: String.raw`(?:\w+\.)*Starlette`, serves: "asgi" },
  { what: "Litestar", makes: "Litestar", serves: "asgi" },
  { what: "Quart", makes: String.raw`(?:quart\.)?Quart`, serves: "asgi" },
  { what: "BlackSheep", makes: "Application", serves: "asgi", imports: /\bblacksheep\b/ },
  { what: "Sanic", makes: String.raw`(?:sanic\.)?Sanic`, serves: "sanic" },
  { what: "Flask", makes: String.raw`(?:flask\.)?Flask`, serves: "wsgi", imports: /\bflask\b/ },
  { what: "Flask", makes: "APIFlask|OpenAPI", serves: "wsgi", imports: /\b(?:apiflask|flask_openapi3)\b/ },
  { what: "Dash", makes: String.raw`(?:dash\.)?Dash`, serves: "wsgi", served: ".server" },
  { what: "Falcon", makes: String.raw`falcon\.asgi\.App`, serves: "asgi" },
  { what: "Falcon", makes: String.raw`falcon\.(?:App|API)`, serves: "wsgi" },
  { what: "Pyramid", makes: String.raw`\w+\.make_wsgi_app`, serves: "wsgi" },
  { what: "Bottle", makes: String.raw`(?:bottle\.)?Bottle`, serves: "wsgi", imports: /\bbottle\b/ }
];
function applicationsOf(tree, sources) {
  return frameworks.flatMap((framework) => {
    const own = sources.filter(({ text }) => framework.imports?.test(text) ?? true);
    const targets = targetsOf(framework, own, sources);
    return targets.flatMap((target) => {
      const words = servedBy(tree, framework, target);
      return words === null ? [] : [{ what: framework.what, words, variables: pathVariable(tree, target.module) }];
    });
  });
}
var assigned = (makes) => new RegExp(String.raw`^(\w+)\s*(?::[^=\n]+)?=\s*(?:${makes})\(`, "gm");
function targetsOf({ makes }, own, sources) {
  const factories = own.flatMap(({ file, text }) => factoriesIn(text, makes).map((one) => ({ file, ...one })));
  const names = factories.map(({ name }) => name);
  const made = names.length === 0 ? makes : String.raw`${makes}|(?:\w+\.)?(?:${names.join("|")})`;
  const objects = sources.flatMap(({ file, text }) => {
    if (!own.some((one) => one.file === file) && !names.some((name2) => text.includes(name2))) return [];
    const [name] = [...text.matchAll(assigned(made))].map((match) => match[1] ?? "");
    return name === void 0 ? [] : [{ module: moduleOf(file, sources), name, isFactory: false }];
  });
  const functions = factories.filter(({ isCallable }) => isCallable).map(({ file, name }) => ({ module: moduleOf(file, sources), name, isFactory: true }));
  return [...objects, ...functions];
}
var defined = /^(?:async )?def (\w+)\(([^)]*)\)[^\n]*\n((?:[ \t)][^\n]*\n?|\n)*)/gm;
var factoriesIn = (text, makes) => [...text.matchAll(defined)].filter(([, , , body = ""]) => new RegExp(String.raw`\b(?:${makes})\(`).test(body)).map(([, name = "", parameters = ""]) => ({
  name,
  isCallable: !/(?:^|,)\s*\w[^=*,]*(?:,|$)/.test(parameters.trim())
}));
var asgiServers = ["uvicorn", "hypercorn", "granian", "daphne"];
function servedBy(tree, { serves, served = "" }, target) {
  const name = `${target.module.name}:${target.name}`;
  if (serves === "asgi") {
    const server = asgiServers.find((one) => needs(tree, one)) ?? "uvicorn";
    return asgi[server](name, target.isFactory);
  }
  const made = `${name}${served}${target.isFactory ? "()" : ""}`;
  if (serves === "sanic")
    return `-m sanic ${name}${target.isFactory ? " --factory" : ""} --host 127.0.0.1 --port $PORT --single-process`;
  if (needs(tree, "gunicorn"))
    return `-m gunicorn --bind 127.0.0.1:$PORT ${target.isFactory ? `'${made}'` : made}`;
  if (needs(tree, "waitress"))
    return `-m waitress --listen=127.0.0.1:$PORT ${target.isFactory ? "--call " : ""}${name}${served}`;
  const byItself = target.isFactory && !/^(?:create|make)_app$/.test(target.name) ? `'${made}'` : name;
  return needs(tree, "flask") || served === "" ? `-m flask --app ${byItself} run --host 127.0.0.1 --port $PORT` : null;
}
var asgi = {
  uvicorn: (name, isFactory) => `-m uvicorn --host 127.0.0.1 --port $PORT ${isFactory ? "--factory " : ""}${name}`,
  hypercorn: (name, isFactory) => `-m hypercorn --bind 127.0.0.1:$PORT ${isFactory ? `'${name}()'` : name}`,
  granian: (name, isFactory) => `-m granian --interface asgi --host 127.0.0.1 --port $PORT ${isFactory ? "--factory " : ""}${name}`,
  daphne: (name) => `-m daphne -b 127.0.0.1 -p $PORT ${name}`
};

// src/runtimes/python/init/celery/broker.ts
import { posix as posix2 } from "node:path";
var address = String.raw`(?:rediss?|amqps?|pyamqp):\/\/[^\s"'#]+`;
var settings = /^(?:(?:docker-)?compose[\w.-]*\.ya?ml|\.env(?:\.(?:example|sample|template|dist))?|Dockerfile)$/;
var variable = new RegExp(
  String.raw`\b([A-Z][A-Z0-9_]*)["']?\s*[:=]\s*["']?(${address}|[\w.-]+(?=["']?\s*$))`,
  "gm"
);
var backend = new RegExp(
  String.raw`backend["']?\s*[:=]\s*(?:[\w.]+\(\s*["'][^"'\n]*["']\s*,\s*)?["'](${address})`,
  "gi"
);
function localBroker(tree, sources) {
  const files = tree.files.filter((file) => settings.test(posix2.basename(file)));
  const texts = files.map((file) => tree.read(file) ?? "");
  const told = texts.flatMap(
    (text) => [...text.matchAll(variable)].map(([, name = "", value = ""]) => ({ name, value }))
  );
  const isRead = (name) => sources.some(({ text }) => text.includes(name));
  const named = told.flatMap(({ name, value }) => {
    const local = /_HOST$/.test(name) ? /REDIS|RABBIT|BROKER/.test(name) && "127.0.0.1" : here(value) !== null && here(value);
    return local && isRead(name) ? [[name, local]] : [];
  });
  const everywhere = [...texts, ...sources.map(({ text }) => text)].flatMap(
    (text) => [...text.matchAll(new RegExp(address, "g"))].flatMap(([found]) => here(found) ?? [])
  );
  const [first] = everywhere;
  const results = sources.flatMap(
    ({ text }) => [...text.matchAll(backend)].flatMap(([, found = ""]) => here(found) ?? [])
  );
  const own = [
    ...first === void 0 ? [] : [["CELERY_BROKER_URL", first]],
    ...results.slice(0, 1).map((found) => ["CELERY_RESULT_BACKEND", found])
  ];
  return [...new Map([...own, ...named])].map(([name, value]) => `${name}=${value}`).join(" ");
}
function here(text) {
  if (/[${}<>]/.test(text) || !URL.canParse(text)) return null;
  const { hostname } = new URL(text);
  if (/^(?:localhost|127\..*|\[::1\])$/.test(hostname) || hostname === "") return null;
  return text.replace(/(:\/\/(?:[^@/]*@)?)[^:/?]+/, (_, before) => `${before}127.0.0.1`);
}

// src/runtimes/python/init/celery/applications.ts
import { posix as posix3 } from "node:path";

// src/runtimes/python/init/celery/options.ts
var dropped = [
  ...["-n", "--hostname", "-Q", "--queues", "-X", "--exclude-queues", "-l", "--loglevel", "-f", "--logfile"],
  ...["--pidfile", "--statedb", "-s", "--schedule", "--schedule-filename", "-S", "--scheduler", "--uid"],
  ...["--gid", "-c", "--concurrency", "--autoscale", "--max-tasks-per-child", "--max-memory-per-child"],
  ...["-A", "--app", "-b", "--broker", "--result-backend", "--workdir"]
];
var bare = [
  "-B",
  "--beat",
  "-D",
  "--detach",
  "-E",
  "--task-events",
  "--purge",
  "--discard",
  "-q",
  "--quiet"
];
function workerOptions(text) {
  const words = text.trim().split(/\s+/);
  const at2 = words.findIndex((word) => word === "-A" || word === "--app" || /^(?:--app=|-A[\w.])/.test(word));
  const given = words[at2] ?? "";
  const name = /^(?:--app=|-A)([\w.:]+)$/.exec(given)?.[1] ?? words[at2 + 1];
  if (at2 < 0 || name === void 0 || !/^[A-Za-z_][\w.:]*$/.test(name)) return null;
  const start = words.indexOf("worker");
  if (start < 0) return null;
  return { name, options: kept(words.slice(start + 1)).join(" ") };
}
function kept(words) {
  const left = [];
  for (let at2 = 0; at2 < words.length; at2++) {
    const word = words[at2] ?? "";
    if (/^(?:&&?|\|\|?|;|>|2>|--)/.test(word) && !/^--\w/.test(word)) break;
    if (dropped.includes(word)) at2++;
    else if (/^-/.test(word) && !bare.includes(word) && !isAttached(word)) {
      left.push(word);
      const next = words[at2 + 1];
      if (next !== void 0 && /^\w/.test(next) && !word.includes("=")) left.push(words[++at2] ?? "");
    }
  }
  return left.filter((word) => !word.includes("$"));
}
var isAttached = (word) => dropped.some(
  (one) => one.startsWith("--") ? word.startsWith(`${one}=`) : word.startsWith(one) && word.length > 2 && !word.startsWith("--")
);

// src/runtimes/python/init/celery/applications.ts
function celeryApplications(tree, sources) {
  const started = startedWorkers(tree);
  const made = sources.flatMap(({ file, text }) => {
    const name = madeIn(text);
    if (name === null) return [];
    const module = moduleOf(file, sources);
    return [{ name: `${module.name}:${name}`, options: "", module, seenIn: file }];
  });
  const isSame = (one, other) => one.name === other.name || one.name.startsWith(`${other.name}.`) || one.name.startsWith(`${other.name}:`);
  return [
    ...started.map((one) => ({ ...one, module: made.find((other) => isSame(other, one))?.module ?? null })),
    ...made.filter((one) => !started.some((other) => isSame(one, other)))
  ];
}
var starters = /^(?:Procfile[\w.-]*|(?:[\w.-]*\.)?Dockerfile[\w.-]*|(?:docker-)?compose[\w.-]*\.ya?ml|(?:GNU)?[Mm]akefile|\.?[Jj]ustfile|[Tt]askfile(?:\.dist)?\.ya?ml|[\w.-]*\.(?:sh|service|conf)|start[\w-]*|worker|entrypoint)$/;
function startedWorkers(tree) {
  const files = tree.files.filter((file) => starters.test(posix3.basename(file)));
  const found = files.flatMap(
    (file) => linesOf(tree.read(file) ?? "").flatMap((line) => {
      const [, words] = /\bcelery\b(?:\.__main__\.main)?((?:\s+\S+)*)/.exec(line) ?? [];
      const worker = words === void 0 ? null : workerOptions(words);
      return worker === null ? [] : [{ ...worker, seenIn: file }];
    })
  );
  return found.filter((one, at2) => found.findIndex(({ name }) => name === one.name) === at2);
}
var linesOf = (text) => text.replace(/\\\n\s*/g, " ").replace(/\[([^\]\n]*\bcelery\b[^\]\n]*)\]/g, (_, list) => list.replace(/["']\s*,\s*["']/g, " ")).replace(/["']/g, " ").split("\n").filter((line) => !/^\s*#/.test(line));
var making = /^(\w+)\s*(?::[^=\n]+)?=\s*(?:(?:celery\.)?Celery\(|(?:\w+\.)*(?:make|create|init|get|celery)_?\w*(?:celery|init)\w*\(|\w+\.extensions\[["']celery["']\])/m;
function madeIn(text) {
  if (!/\bcelery\b/i.test(text)) return null;
  return making.exec(text)?.[1] ?? null;
}

// src/runtimes/python/init/celery/services.ts
var known2 = [
  {
    protocols: /^(?:redis|rediss):$/,
    name: "redis",
    image: "redis:8",
    port: 6379,
    health: "redis-cli ping"
  },
  {
    protocols: /^(?:amqp|amqps|pyamqp):$/,
    name: "rabbitmq",
    image: "rabbitmq:4",
    port: 5672,
    health: "rabbitmq-diagnostics -q ping"
  }
];
function servicesAt(places2) {
  const found = places2.flatMap((place) => {
    if (!URL.canParse(place)) return [];
    const { port: at2, protocol } = new URL(place);
    const service = known2.find(({ protocols }) => protocols.test(protocol));
    if (service === void 0) return [];
    const { health, image, name, port } = service;
    return [{ name, image, health, port, at: at2 === "" ? port : Number(at2) }];
  });
  return found.filter((one, at2) => found.findIndex(({ name }) => name === one.name) === at2);
}

// src/runtimes/python/init/celery/survey.ts
var patience = { worker: 60, task: 15 };
var surveyText = (beginning) => `${beginning}

found = {"places": [], "why": None, "isReached": False, "waits": "control", "jobs": []}
keeps = type(app.backend).__name__ != "DisabledBackend"
lasting = re.compile(r"(?i)(?:^|_)(?:delete|purge|drop|wipe|truncate|reset|flush|send|e?mail|notify|sms|charge|pay|refund|shutdown|restart|deploy|publish|import|sync|backup|restore)(?:_|s?$)")


def told(error):
    lines = str(error).strip().splitlines()
    return lines[-1][:300] if lines else type(error).__name__


def place(address):
    return address.replace(":**@", "@").replace("//@", "//")


def needed(task):
    try:
        parameters = inspect.signature(task.run).parameters.values()
    except (TypeError, ValueError):
        return []
    kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return [one.name for one in parameters if one.default is one.empty and one.kind not in kinds]


def reach():
    with app.connection_for_write() as connection:
        found["places"].append(place(connection.as_uri()))
        connection.connect()
        found["isReached"] = True
        if not connection.supports_exchange_type("fanout"):
            found["waits"] = "results"
    if keeps:
        found["places"].append(place(app.backend.as_uri()))
    if found["waits"] == "results" and not keeps:
        raise RuntimeError("its broker lets nobody ask the worker, and no result backend keeps results")


def answered():
    if found["waits"] == "results":
        return
    asked = app.control.inspect([worker], timeout=1)
    late = time.monotonic() + ${patience.worker}
    while not asked.ping():
        if time.monotonic() > late:
            raise RuntimeError("the worker did not answer within ${patience.worker} s")


def tried(name):
    run = run_and_ask if found["waits"] == "control" else run_and_get

    def timed(count):
        began = time.monotonic()
        run([(name, [], {})] * count, ${patience.task})
        return (time.monotonic() - began) * 1000 / count

    first = timed(1)
    # Looking whether they are done takes some time as well, whatever their number.
    return timed(max(1, min(25, int(3000 / first))))


def job(name):
    missing = needed(app.tasks[name])
    if missing:
        return {"name": name, "milliseconds": None, "left": "needs " + ", ".join(missing)}
    if lasting.search(name.rsplit(".", 1)[-1]):
        return {"name": name, "milliseconds": None, "left": "may do what cannot be undone, by its name"}
    try:
        return {"name": name, "milliseconds": tried(name), "left": None}
    except Exception as error:
        # The error's own words may hold what is not for a file that others read.
        is_late = type(error).__name__ == "TimeoutError"
        why = "was not done within ${patience.task} s" if is_late else "failed"
        return {"name": name, "milliseconds": None, "left": why + " when it was tried", "error": told(error)}


try:
    reach()
    answered()
    names = sorted(name for name in app.tasks if not name.startswith("celery."))
    found["jobs"] = [job(name) for name in names]
except Exception as error:
    found["why"] = told(error)
with open(sys.argv[1], "w") as file:
    json.dump(found, file)
`;

// src/runtimes/python/init/celery/driver.ts
var celeryDriver = (application, python) => ({
  ending: "py",
  command: python,
  survey: surveyText(
    `${imports(["inspect", "json", "re"])}${opening(application)}${runs.control}${runs.results}`
  ),
  servicesAt,
  failuresIn,
  addition: '("shop.tasks.receipt", [1], {"colour": "red"}),',
  text: (request) => roundText(application, request)
});
var failuresIn = (output) => new Map(
  [...output.matchAll(/\bTask (\S+?)\[[\w-]+\] raised (?:un)?expected: (\w*)/g)].map(
    ([, name = "", error = ""]) => [name, error]
  )
);
var imports = (more) => `${[...more, "os", "sys", "time"].toSorted().map((name) => `import ${name}`).join("\n")}
`;
var opening = (application) => `
sys.path.insert(0, os.getcwd())
from celery.app.utils import find_app

app = find_app("${application}")
app.loader.import_default_modules()
worker = "leakdiff@" + os.environ["PORT"]
queue = "leakdiff-" + os.environ["PORT"]
`;
var runs = {
  control: `

def run_and_ask(calls, seconds):
    asked = app.control.inspect([worker], timeout=10)

    def look():
        begun = (asked.stats() or {}).get(worker, {}).get("total")
        if begun is None:
            raise RuntimeError("the worker does not answer")
        at_work = [one for found in (asked.active(), asked.reserved()) for one in (found or {}).get(worker, [])]
        return sum(begun.get(name, 0) for name in {name for name, _, _ in calls}), len(at_work)

    first, _ = look()
    sent = [app.send_task(name, args, kwargs, queue=queue) for name, args, kwargs in calls]
    late = time.monotonic() + seconds
    quiet = 0
    # Twice: what a task has sent may be on its way.
    while quiet < 2:
        begun, at_work = look()
        quiet = quiet + 1 if begun - first >= len(sent) and at_work == 0 else 0
        if time.monotonic() > late:
            raise TimeoutError("%d of %d tasks were begun, and %d not ended, within %d s" % (begun - first, len(sent), at_work, seconds))
        time.sleep(0.02)
    if type(app.backend).__name__ != "DisabledBackend":
        fine([one for one in sent if one.state == "FAILURE"])


def fine(failed):
    if failed:
        raise RuntimeError("%d tasks failed, first: %r" % (len(failed), failed[0].result))
`,
  results: `

def run_and_get(calls, seconds):
    sent = [app.send_task(name, args, kwargs, queue=queue) for name, args, kwargs in calls]
    for one in sent:
        one.get(timeout=seconds)
`
};
function roundText(application, { heading, jobs, requests, waits }) {
  const run = waits === "control" ? "run_and_ask" : "run_and_get";
  return `${heading.map((line) => `# ${line}`.trimEnd()).join("\n")}
${imports([])}${opening(application)}
# Name, arguments, named arguments.
tasks = [
${jobs.map((name) => `    (${JSON.stringify(name)}, [], {}),`).join("\n")}
]
${runs[waits]}

${waits === "control" ? knownText : ""}${run}([call for call in tasks for _ in range(${requests})], 300)
`;
}
var knownText = `# A task that only one of the two revisions has is sent to that one alone.
late = time.monotonic() + 60
known = None
while known is None and time.monotonic() < late:
    known = (app.control.inspect([worker], timeout=10).registered() or {}).get(worker)
known = known or []
tasks = [task for task in tasks if any(one.split(" ")[0] == task[0] for one in known)]
if not tasks:
    sys.exit("the worker knows none of these tasks")
`;

// src/runtimes/python/init/celery/workers.ts
var most = 3;
function workersOf(tree, installation) {
  const sources = ownSources(tree);
  if (!needs(tree, "celery") && !sources.some(({ text }) => /^\s*(?:from|import) celery\b/m.test(text)))
    return [];
  const local = localBroker(tree, sources);
  return celeryApplications(tree, sources).slice(0, most).flatMap((application) => {
    const path = application.module === null ? "" : pathVariable(tree, application.module);
    const program = application.name;
    return (local === "" ? [""] : [local, ""]).map((variables) => {
      const before = [path, variables].filter((part) => part !== "").join(" ");
      const python = before === "" ? installation.python : `${before} ${installation.python}`;
      return {
        kind: "worker",
        program,
        setup: installation.setup,
        start: startOf(application, python),
        // As it says at level INFO.
        ready: "/leakdiff@.* ready/",
        driver: celeryDriver(application.name, python),
        shares: installation.shares,
        seen: [`worker of Celery, \`${application.name}\` of ${application.seenIn}`],
        warnings: installation.warnings
      };
    });
  });
}
var startOf = ({ name, options }, python) => [
  `CELERY_WORKER_SUCCESSFUL_MAX=50 ${python} -m celery -A ${name} worker`,
  options,
  "--concurrency 2 --loglevel INFO --hostname leakdiff@$PORT --queues leakdiff-$PORT",
  "-- task.default_queue=leakdiff-$PORT"
].filter((part) => part !== "").join(" ");
var foreign = /(?:^|\/)(?:tests?|testing|docs|examples?|migrations)\/|(?:^|\/)(?:test_[^/]*|conftest|setup)\.py$/;
var ownSources = (tree) => tree.files.filter((file) => file.endsWith(".py") && !foreign.test(file)).map((file) => ({ file, text: tree.read(file) ?? "" }));

// src/runtimes/python/init/scripts.ts
var listens = /\bweb\.run_app\(|\basyncio\.start_(?:unix_)?server\(|\bloop\.create_server\(|HTTPServer\(|\bmake_server\(|\buvicorn\.(?:run|Server)\(|\bhypercorn\b.*\bserve\(|\bwaitress\b[\s\S]*\bserve\(|\bsocketio\.run\(|\bapp(?:lication)?\.(?:run|run_server|listen)\(|^\s*run\(.*\b(?:host|port)\s*=|\bcherrypy\.quickstart\(|\bWSGIServer\(|\bwebsockets\.serve\(|\bgrpc\.(?:aio\.)?server\(|\.launch\(.*server_port|\brun_simple\(|\bsocketserver\.\w+Server\(/m;
var isProgram = /__name__\s*==\s*["']__main__["']/;
function scriptsOf(tree, sources) {
  const listening = sources.filter(({ text }) => listens.test(text));
  const programs = listening.filter(({ file, text }) => isProgram.test(text) || file.endsWith("__main__.py"));
  const scripts = (programs.length > 0 ? programs : listening).map(
    (source) => ({
      what: whatOf(source),
      words: wordsOf(source, sources),
      variables: isModule(source) ? pathVariable(tree, moduleOf(source.file, sources)) : "",
      ports: portWays(source)
    })
  );
  return [...commandsOf(tree, listening, sources), ...scripts];
}
var whatOf = ({ text }) => /\bweb\.run_app\(/.test(text) ? "aiohttp" : "Python";
var isModule = ({ file, text }) => file.endsWith("__main__.py") || file.includes("/") && /^\s*from \.+\w* import\b/m.test(text);
var wordsOf = (source, sources) => isModule(source) ? `-m ${moduleOf(source.file, sources).name}` : source.file;
function commandsOf(tree, listening, sources) {
  return pyProjectOf(tree).scripts.flatMap(([command, target]) => {
    const [module] = target.split(":");
    const source = listening.find(({ file }) => moduleOf(file, sources).name === module);
    return source === void 0 ? [] : [{ what: whatOf(source), words: "", command, ports: portWays(source) }];
  });
}
function portWays({ text }) {
  const variables = [...text.matchAll(/(?:environ(?:\.get)?|getenv)\s*[[(]\s*["'](\w*PORT\w*)["']/g)];
  const flags = [...text.matchAll(/(?:add_argument|option)\([^)]*["'](--[\w-]*port[\w-]*)["']/gi)];
  return [
    ...variables.map(
      ([, name = ""]) => ({ kind: "variable", text: `${name}=$PORT`, instead: null })
    ),
    ...flags.map(([, name = ""]) => ({ kind: "argument", text: `${name} $PORT`, instead: null }))
  ].filter(({ text: way }) => way !== "PORT=$PORT");
}

// src/runtimes/python/init/words.ts
var wordsOfShell = (line) => line.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];

// src/runtimes/python/init/declared.ts
var declaredServers = (tree, sources) => declaredCommands(tree).flatMap(({ command, file }) => {
  const started = startedBy(command, tree, sources);
  return started === null ? [] : [{ ...started, declaredIn: file }];
});
function startedBy(command, tree, sources) {
  const parts = command.split(/\s*(?:&&|;)\s*/);
  if (parts.some((part) => /^cd\s/.test(part))) return null;
  const [, variables = "", rest = ""] = /^((?:[A-Za-z_]\w*=\S+\s+)*)(.*)$/.exec(parts.at(-1) ?? "") ?? [];
  const words = wordsOfShell(rest).filter((word) => !/^\$\{?\w/.test(word));
  const [tool = "", ...given] = withoutWrappers(words);
  const server = servers[tool.replace(/^.*\//, "")];
  const started = server === void 0 ? script(tool, given, tree, sources) : server(given);
  return started === null ? null : { ...started, variables: literal(variables) };
}
var literal = (variables) => variables.trim().split(/\s+/).filter((one) => one !== "" && !one.includes("$") && !/^PORT=/.test(one)).map((one) => /^PYTHONPATH=/.test(one) ? `${one}:$PYTHONPATH` : one).join(" ");
var wrappers = /^(?:exec|env|(?:poetry|pipenv|pdm|hatch|rye|uv) run(?: --?[\w-]+(?:=\S+)?)*|opentelemetry-instrument|ddtrace-run|newrelic-admin run-program|tini(?: -g)? --|dumb-init(?: --)?|python[\d.]*(?: -[uOB]+)* -m) /;
function withoutWrappers(words) {
  const line = `${words.join(" ")} `;
  const inner = line.replace(wrappers, "");
  return inner === line ? words : withoutWrappers(wordsOfShell(inner));
}
function without(words, valued, bare2 = []) {
  const kept2 = [];
  for (let at2 = 0; at2 < words.length; at2++) {
    const word = words[at2] ?? "";
    if (valued.includes(word)) at2++;
    else if (!bare2.includes(word) && !valued.some((one) => attached(word, one))) kept2.push(word);
  }
  return kept2.join(" ");
}
var attached = (word, option) => option.startsWith("--") ? word.startsWith(`${option}=`) : word.startsWith(option) && !word.startsWith("--");
var reloads = ["--reload", "--debug", "--dev", "--auto-reload"];
var places = ["--host", "--port", "-h", "-p", "--workers", "--uds", "--fd"];
var servers = {
  uvicorn: (given) => ({
    what: "ASGI",
    words: `-m uvicorn --host 127.0.0.1 --port $PORT ${without(given, [...places, "--reload-dir", "--reload-include", "--reload-exclude"], reloads)}`
  }),
  hypercorn: (given) => ({
    what: "ASGI",
    words: `-m hypercorn --bind 127.0.0.1:$PORT ${without(given, ["--bind", "-b", "--workers", "-w"], reloads)}`
  }),
  granian: (given) => ({
    what: "ASGI",
    words: `-m granian --host 127.0.0.1 --port $PORT ${without(given, places, reloads)}`
  }),
  daphne: (given) => ({
    what: "ASGI",
    words: `-m daphne -b 127.0.0.1 -p $PORT ${without(given, ["-b", "-p", "--bind", "--port"])}`
  }),
  // A worker that is replaced after some requests takes its leak with it.
  gunicorn: (given) => ({
    what: "WSGI",
    words: `-m gunicorn --bind 127.0.0.1:$PORT ${without(given, ["--bind", "-b", "--workers", "-w", "--max-requests", "--max-requests-jitter", "--pid", "-p"], [...reloads, "--daemon", "-D", "--preload"])}`
  }),
  "waitress-serve": (given) => ({
    what: "WSGI",
    words: `-m waitress --listen=127.0.0.1:$PORT ${without(given, ["--listen", "--host", "--port"])}`
  }),
  flask: (given) => given.includes("run") ? { what: "Flask", words: `-m flask ${without(given, places, reloads)} --host 127.0.0.1 --port $PORT` } : null,
  fastapi: ([, ...given]) => ({
    what: "FastAPI",
    words: `-m fastapi run --host 127.0.0.1 --port $PORT ${without(given, places, reloads)}`
  }),
  sanic: (given) => ({
    what: "Sanic",
    words: `-m sanic ${without(given, [...places, "-H", "-w"], [...reloads, "--fast"])} --host 127.0.0.1 --port $PORT --single-process`
  }),
  streamlit: (given) => ({
    what: "Streamlit",
    words: `-m streamlit ${without(given, ["--server.port", "--server.address", "--server.headless"])} --server.address 127.0.0.1 --server.port $PORT --server.headless true`
  })
};
function script(tool, given, tree, sources) {
  const isPython = /^(?:.*\/)?python[\d.]*$/.test(tool);
  const [first = "", ...rest] = isPython ? given.filter((word) => !/^-[uOB]+$/.test(word)) : [tool, ...given];
  if (first === "manage.py" && tree.files.includes(first))
    return rest[0] === "runserver" ? { what: "Django", words: "manage.py runserver --noreload 127.0.0.1:$PORT" } : null;
  const file = isPython ? first.replace(/^\.\//, "") : `${first.replaceAll(".", "/")}/__main__.py`;
  const source = sources.find((one) => one.file === file);
  if (source === void 0) return null;
  const words = isPython ? file : `-m ${first}`;
  return { what: "Python", words: [words, ...rest].join(" "), ports: portWays(source) };
}

// src/runtimes/python/init/django.ts
function djangoOf(tree, sources) {
  if (!tree.files.includes("manage.py")) return [];
  const module = (name) => {
    const found = sources.find(({ file }) => file.endsWith(`/${name}.py`));
    return found === void 0 ? null : moduleOf(found.file, sources).name;
  };
  const [asgi2, wsgi] = [module("asgi"), module("wsgi")];
  const words = [
    asgi2 !== null && needs(tree, "daphne") ? `-m daphne -b 127.0.0.1 -p $PORT ${asgi2}:application` : null,
    wsgi !== null && needs(tree, "gunicorn") ? `-m gunicorn --bind 127.0.0.1:$PORT ${wsgi}` : null,
    asgi2 !== null && needs(tree, "uvicorn") ? `-m uvicorn --host 127.0.0.1 --port $PORT ${asgi2}:application` : null,
    "manage.py runserver --noreload 127.0.0.1:$PORT"
  ];
  return words.flatMap((one) => one === null ? [] : [{ what: "Django", words: one }]);
}
var migration = (tree) => tree.files.includes("manage.py") && tree.files.some((file) => /settings/.test(file) && /backends\.sqlite3/.test(tree.read(file) ?? "")) ? "manage.py migrate --noinput" : null;

// src/runtimes/python/init/installation.ts
import { posix as posix4 } from "node:path";
var managers = [
  { lock: "poetry.lock", install: "POETRY_VIRTUALENVS_IN_PROJECT=true poetry install --no-interaction" },
  { lock: "pdm.lock", install: "PDM_VENV_IN_PROJECT=true pdm install --frozen-lockfile" },
  { lock: "Pipfile.lock", install: "PIPENV_VENV_IN_PROJECT=1 pipenv sync --dev" }
];
function installationOf(tree, around) {
  const treeAt = (folder) => folder === around.folder ? tree : subtree(around.repository, folder);
  const above = foldersAbove(around.folder);
  const workspace = tree.files.some((file) => isBeside(file) && locksPackages(file)) ? void 0 : above.find((folder) => isWorkspace(treeAt(folder)));
  const found = workspace ?? [around.folder, ...above].find((folder) => isInstalled(treeAt(folder)));
  if (found === void 0 || found === around.folder) return installed(tree, "");
  const shares = treeAt(found).files.filter((file) => isBeside(file) && isList(file));
  return {
    ...installed(treeAt(found), `${posix4.relative(around.folder, found)}/`, tree),
    shares: shares.map((file) => posix4.join(found, file))
  };
}
var isBeside = (file) => !file.includes("/");
var isList = (file) => listsPackages(file) || locksPackages(file);
var isWorkspace = (tree) => tree.files.includes("uv.lock") && pyProjectOf(tree).isWorkspace;
var isInstalled = (tree) => tree.files.some((file) => isBeside(file) && isList(file) || inFolder2.test(file));
function installed(tree, up, own = tree) {
  const has = (file) => tree.files.includes(file);
  const settings2 = pyProjectOf(tree);
  if (has("uv.lock")) {
    const extras = pyProjectOf(own).extras.filter(isForTests).map((name) => ` --extra ${name}`);
    const uv = `uv sync --frozen${extras.join("")}`;
    return whole(
      uv,
      "uv run --no-sync python",
      (names) => `${uv} && uv pip install --quiet ${names.join(" ")}`
    );
  }
  const manager = managers.find(({ lock }) => has(lock)) ?? (settings2.isPoetrys ? managers[0] : void 0);
  if (manager !== void 0) {
    const python = `${up}.venv/bin/python`;
    return whole(
      manager.install,
      python,
      (names) => `${manager.install} && ${python} -m pip install --quiet ${names.join(" ")}`
    );
  }
  if (isListAlone(tree, settings2)) {
    const list = [
      "--requirement",
      `${up}pyproject.toml`,
      ...settings2.extras.filter(isForTests).map((name) => `--extra ${name}`)
    ];
    const byUv = (more) => `${inVenv("uv")} && .venv/bin/uv pip install --quiet ${[...list, ...more].join(" ")}`;
    return { ...whole(byUv([]), ".venv/bin/python", byUv), warnings: [unlocked] };
  }
  const packages = packagesOf(tree, settings2, up);
  const setup = (more) => inVenv([...packages.words, ...more].join(" "));
  return { ...whole(setup([]), ".venv/bin/python", setup), warnings: packages.warnings };
}
var whole = (setup, python, withMore) => ({
  setup,
  python,
  withMore,
  warnings: [],
  shares: []
});
var pip = ".venv/bin/pip install --quiet --disable-pip-version-check";
var newer = `${pip} --upgrade pip`;
var inVenv = (words) => [
  "python3 -m venv .venv",
  ...words.includes("--group ") ? [newer] : [],
  ...words === "" ? [] : [`${pip} ${words}`]
].join(" && ");
var unlocked = "There is no lock file: on another day both sides may get other versions of their packages.";
function packagesOf(tree, settings2, up) {
  const required = requirements(tree.files).map((file) => `--requirement ${up}${file}`);
  const older = extrasIn(`${tree.read("setup.cfg") ?? ""}
${tree.read("setup.py") ?? ""}`);
  const extras = [.../* @__PURE__ */ new Set([...settings2.extras, ...older])].filter(isForTests);
  const groups = settings2.groups.filter(isForTests).map((name) => `--group ${up}pyproject.toml:${name}`);
  const whole2 = `${up === "" ? "." : up}${extras.length > 0 ? `[${extras.join(",")}]` : ""}`;
  const isWhole = isPackage(tree) && (required.length === 0 || isImportable(tree));
  const own = isWhole ? ["--editable", quoted(whole2), ...groups] : required.length === 0 ? groups : [];
  return {
    words: [...required, ...own],
    warnings: own.length > 0 && required.length === 0 ? [unlocked] : []
  };
}
var isListAlone = (tree, settings2) => !isPackage(tree) && requirements(tree.files).length === 0 && settings2.hasDependencies;
var quoted = (text) => text.includes("[") ? `'${text}'` : text;
var isImportable = (tree) => tree.files.some((file) => /^src\/\w+\/__init__\.py$/.test(file));
var inFolder2 = /^requirements\/([\w.-]+)\.txt$/;
var wanted = /^(?:(?:dev|test|tests)[-_.])?requirements(?:[-_.](?:dev|development|test|tests|testing|local))?\.txt$/;
function requirements(files) {
  const beside = files.filter((file) => wanted.test(file));
  const inside = files.filter((file) => inFolder2.test(file));
  const named = (pattern) => inside.filter((file) => pattern.test(inFolder2.exec(file)?.[1] ?? ""));
  const [develop] = named(/^(?:local|dev|develop|development)$/);
  const tests = named(/^(?:tests?|testing)$/);
  const base = named(/^(?:base|common|main|default|requirements|prod|production)$/).slice(0, 1);
  const chosen = [...develop === void 0 ? base : [develop], ...tests];
  return [...beside, ...chosen.length > 0 || beside.length > 0 ? chosen : inside];
}
var isForTests = (name) => /^(?:dev|develop|development|tests?|testing)$/.test(name);
function extrasIn(text) {
  const tables = [
    ...text.matchAll(/^\[options\.extras_require\]\s*\n((?:(?!^\[)[^\n]*\n?)*)/gm),
    ...text.matchAll(/\bextras_require\s*=\s*\{([\s\S]*?)\}/g)
  ];
  return tables.flatMap(
    ([, body = ""]) => [...body.matchAll(/^\s*["']?([\w-]+)["']?\s*[:=]/gm)].map(([, name = ""]) => name)
  );
}

// src/runtimes/python/init/routes/constants.ts
var assigned2 = /^\s*(\w+)\s*(?::[^=\n]+)?=\s*(?:Field\(\s*(?:default\s*=\s*)?)?["'](\/[\w\-./]*)["']/gm;
function constantsOf(sources) {
  const all = /* @__PURE__ */ new Map();
  for (const { text } of sources)
    for (const [, name = "", path = ""] of text.matchAll(assigned2))
      all.set(name, (all.get(name) ?? /* @__PURE__ */ new Set()).add(path));
  return new Map([...all].flatMap(([name, [path = "", ...more]]) => more.length > 0 ? [] : [[name, path]]));
}
function prefixIn(given, constants) {
  const [, literal2, reference] = /\b(?:url_)?(?:prefix|path)\s*=\s*(?:f?["']([^"'\n]*)["']|(?:\w+\.)*(\w+))/.exec(given) ?? [];
  if (reference !== void 0) return constants.get(reference) ?? "";
  return (literal2 ?? "").replace(
    /\{(?:\w+\.)*(\w+)\}/g,
    (whole2, name) => constants.get(name) ?? whole2
  );
}

// src/runtimes/python/init/routes/mounts.ts
function createMounts(below) {
  const mounts = /* @__PURE__ */ new Map();
  function walk(key, own, seen) {
    const around = (mounts.get(key) ?? []).filter(({ by }) => by !== key && !seen.includes(by));
    if (around.length === 0) return [own(key)];
    return around.flatMap(
      ({ by, prefix }) => walk(by, own, [...seen, key]).map((outer) => below(below(outer, prefix), own(key)))
    );
  }
  return {
    add: (key, mount) => {
      mounts.set(key, [...mounts.get(key) ?? [], mount]);
    },
    /** What `own` gives of each for itself, below those that take it in. */
    pathsOf: (key, own) => walk(key, own, [])
  };
}

// src/runtimes/python/init/routes/django.ts
var entry = /\b(?:re_)?(?:path|url)\(\s*r?["']([^"'\n]*)["']\s*,\s*(?:include\(\s*[([]?\s*(?:["']([\w.]+)["']|((?:\w+\.)*\w+))?|)/g;
var registered = /\b(\w+)\.register\(\s*r?["']([^"'\n]*)["']/g;
function djangoRoutes(sources, imports2) {
  const lists2 = sources.filter(({ text }) => /\burlpatterns\b/.test(text));
  const mounts = createMounts((outer, inner) => outer + inner);
  const entries = lists2.flatMap(
    ({ file, text }) => [...text.matchAll(entry)].flatMap(([whole2, pattern = "", module, name]) => {
      const path = plain(pattern);
      if (path === null) return [];
      if (!whole2.includes("include(")) return [{ file, path }];
      const target = module === void 0 ? imports2.resolved(file, name ?? "").file : imports2.fileOf(module);
      if (target !== null && target !== file) mounts.add(target, { by: file, prefix: path });
      return name === void 0 ? [] : ofRouter(text, name, path).map((one) => ({ file, path: one }));
    })
  );
  return entries.flatMap(
    ({ file, path }) => mounts.pathsOf(file, () => "").map((outer) => ({ method: "GET", path: slashed(outer + path) }))
  );
}
var ofRouter = (text, name, prefix) => name.endsWith(".urls") ? [...text.matchAll(registered)].filter(([, by]) => by === name.slice(0, -".urls".length)).flatMap(([, , path = ""]) => [`${prefix}${path}/`, `${prefix}${path}/<pk>/`]) : [];
function plain(pattern) {
  const path = pattern.replace(/^\^|\$$/g, "");
  return /[()[\]\\*+?|]/.test(path) ? null : path;
}
var slashed = (path) => `/${path}`.replace(/\/{2,}/g, "/");

// src/runtimes/python/init/routes/imports.ts
import { posix as posix5 } from "node:path";
var from = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n(]+))/gm;
var plain2 = /^[ \t]*import[ \t]+([\w.]+)(?:[ \t]+as[ \t]+(\w+))?[ \t]*$/gm;
function createImports(sources) {
  const files = new Map(sources.map((source) => [source.file, source]));
  const known3 = /* @__PURE__ */ new Map();
  function fileOf(module, folder) {
    const path = module.replaceAll(".", "/");
    const names = [path === "" ? "__init__.py" : `${path}.py`, posix5.join(path, "__init__.py")];
    if (folder !== null)
      return names.map((name) => posix5.join(folder, name)).find((file) => files.has(file)) ?? null;
    const endings = names.map((name) => `/${name}`);
    return [...files.keys()].find((file) => endings.some((ending) => `/${file}`.endsWith(ending))) ?? null;
  }
  function importsOf(file) {
    const told = known3.get(file);
    if (told !== void 0) return told;
    const found = /* @__PURE__ */ new Map();
    for (const one of importedIn(files.get(file)?.text ?? "")) {
      const folder = one.dots === 0 ? null : folderAbove(file, one.dots);
      const target = referenceOf(one, folder);
      if (target !== null) found.set(one.alias, target);
    }
    known3.set(file, found);
    return found;
  }
  function referenceOf({ module, name }, folder) {
    const inner = fileOf([module, name ?? ""].filter((step) => step !== "").join("."), folder);
    if (inner !== null) return { file: inner, name: null };
    const outer = name === null ? null : fileOf(module, folder);
    return outer === null ? null : { file: outer, name };
  }
  function resolved(file, expression, depth = 5) {
    const imported = importsOf(file);
    const steps = expression.split(".");
    for (let length = steps.length; length > 0; length--) {
      const target = imported.get(steps.slice(0, length).join("."));
      if (target === void 0) continue;
      const rest = [...target.name === null ? [] : [target.name], ...steps.slice(length)].join(".");
      if (rest === "") return target;
      return depth === 0 || target.file === file ? { ...target, name: rest } : resolved(target.file, rest, depth - 1);
    }
    return { file, name: expression };
  }
  return { fileOf: (module) => fileOf(module, null), resolved };
}
function importedIn(text) {
  const names = [...text.matchAll(from)].flatMap(
    ([, dots = "", module = "", listed2, line = ""]) => (listed2 ?? line).replace(/#[^\n]*/g, "").split(",").flatMap((part) => {
      const [, name, alias = name] = /^\s*(\w+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
      return name === void 0 || alias === void 0 ? [] : [{ dots: dots.length, module, name, alias }];
    })
  );
  const modules = [...text.matchAll(plain2)].map(([, module = "", alias = module]) => ({
    dots: 0,
    module,
    name: null,
    alias
  }));
  return [...names, ...modules];
}
var folderAbove = (file, dots) => dots === 1 ? posix5.dirname(file) : folderAbove(posix5.dirname(file), dots - 1);

// src/runtimes/python/init/routes/routers.ts
var router = /(\w+)\s*(?::[^=\n]+)?=\s*(?:\w+\.)?(?:APIRouter|APIBlueprint|Blueprint|Router|Quart|Flask|FastAPI)\(([^)]*)\)/g;
var included = /\b(?:(\w+)\.)?(?:include_router|register_blueprint|blueprint|register_module|mount)\(\s*(?:(["'][^"']*["'])\s*,\s*)?((?:\w+\.)*\w+)([^)]*)\)/g;
function createRouters(sources, imports2, constants) {
  const own = /* @__PURE__ */ new Map();
  const mounts = createMounts(joined);
  const keyOf = (file, name) => {
    const target = imports2.resolved(file, name);
    return `${target.file}:${target.name ?? "router"}`;
  };
  for (const { file, text } of sources) {
    for (const [, name = "", given = ""] of text.matchAll(router))
      own.set(`${file}:${name}`, prefixIn(given, constants));
    for (const [, by = "", path, name = "", given = ""] of text.matchAll(included)) {
      const key = keyOf(file, name);
      const prefix = path === void 0 ? prefixIn(given, constants) : path.slice(1, -1);
      mounts.add(key, { by: keyOf(file, by), prefix });
    }
  }
  return (file, name) => [
    ...new Set(mounts.pathsOf(keyOf(file, name), (key) => own.get(key) ?? ""))
  ];
}

// src/runtimes/python/init/routes/routes.ts
var decorated = /@(?:(\w+)\.)?(get|post|put|patch|delete|route|api_route)\(\s*(?:path\s*=\s*)?(?:f?["']([^"'\n]*)["']|((?:\w+\.)*[A-Z]\w*)|(?=\)))([^)]*)\)/g;
var listed = /\b(?:web\.(get|post|put|patch|delete)|add_(get|post|put|patch|delete)|(?:Route|add_route|add_api_route|add_url_rule|add_view))\(\s*(?:["'][\w.-]+["']\s*,\s*)?r?["'](\/[^"'\n]*)["']([^)\n]*)/g;
var handled = /\(\s*r?["'](\/[\w\-./]*)["']\s*,\s*(?:\w+\.)*\w*(?:Handler|Resource)\b/g;
var controller = /^class \w+\((?:\w+\.)*\w*Controller\)[^\n]*\n((?:[ \t][^\n]*\n?|\n)*)/gm;
function pythonRoutes(files) {
  const sources = files.map(({ file, text }) => ({ file, text: withoutComments(text) }));
  const constants = constantsOf(sources);
  const imports2 = createImports(sources);
  const prefixesOf = createRouters(sources, imports2, constants);
  const routes = sources.flatMap(({ file, text }) => {
    const within = controllersIn(text, constants);
    const found = [...text.matchAll(decorated)].flatMap(
      ({ index, 1: owner = "", 2: verb = "", 3: literal2, 4: reference, 5: rest = "" }) => {
        const path = literal2 ?? constants.get(reference?.split(".").at(-1) ?? "");
        if (path === void 0 && reference !== void 0) return [];
        const around = owner === "" ? [within(index)] : prefixesOf(file, owner);
        return around.flatMap(
          (prefix) => methodsOf(verb, rest).map((method) => ({ method, path: reached(prefix, path ?? "") }))
        );
      }
    );
    const tables = [...text.matchAll(listed)].flatMap(
      ([, one, two, path = "", rest = ""]) => methodsOf(one ?? two ?? "route", rest).map((method) => ({ method, path: joined("", path) }))
    );
    const handlers = [...text.matchAll(handled)].map(([, path = ""]) => ({ method: "GET", path }));
    return [...found, ...tables, ...handlers];
  });
  return [...routes, ...djangoRoutes(sources, imports2)];
}
function controllersIn(text, constants) {
  const regions = [...text.matchAll(controller)].map(({ 0: whole2, 1: body = "", index }) => ({
    from: index,
    to: index + whole2.length,
    prefix: prefixIn(/^\s+path\s*=[^\n]*/m.exec(body)?.[0] ?? "", constants)
  }));
  return (index) => regions.find(({ from: from2, to }) => from2 < index && index < to)?.prefix ?? "";
}
function reached(prefix, path) {
  const whole2 = joined(prefix, path);
  return path.endsWith("/") && whole2 !== "/" ? `${whole2}/` : whole2;
}
function methodsOf(verb, rest) {
  if (verb !== "route" && verb !== "api_route") return [verb.toUpperCase()];
  const list = /methods?\s*=\s*(?:[[({]([^\])}]*)|(["']\w+["']))/.exec(rest);
  return list === null ? ["GET"] : [...(list[1] ?? list[2] ?? "").matchAll(/["'](\w+)["']/g)].map(([, name = ""]) => name.toUpperCase());
}
var withoutComments = (text) => text.replace(/^[ \t]*#.*$/gm, "");

// src/runtimes/python/init/tests.ts
var isTest = /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests)\.py$/;
function testsOf(tree, installation) {
  const tests = tree.files.filter((file) => isTest.test(file));
  const [first] = tests;
  if (first === void 0) return null;
  const texts = tests.map((file) => tree.read(file) ?? "");
  const isListed = needs(tree, "pytest");
  const isPytest = isListed || usesPytest(tree, texts);
  const isDjangos = tree.files.includes("manage.py") && texts.some((text) => /\bdjango\.test\b/.test(text));
  if (!isPytest && (isDjangos || !texts.some((text) => /\bunittest\b/.test(text)))) return null;
  const { python, setup, shares, warnings, withMore } = installation;
  const test = isPytest ? `${python} -m pytest` : `${python} -m unittest discover`;
  const more = tests.length > 1 ? ` and ${tests.length - 1} more` : "";
  return {
    kind: "tests",
    setup: isPytest && !isListed ? withMore(["pytest"]) : setup,
    test,
    shares,
    seen: [`tests in ${first}${more}, run by \`${test}\``],
    warnings
  };
}
var usesPytest = (tree, texts) => texts.some((text) => /^\s*(?:import|from) pytest\b/m.test(text)) || tree.files.some(
  (file) => /^(?:pytest\.ini|(?:.*\/)?conftest\.py)$/.test(file) || /^(?:tox\.ini|setup\.cfg|noxfile\.py)$/.test(file) && /\bpytest\b/.test(tree.read(file) ?? "")
) || // Plain functions with plain assertions are found by nothing else.
texts.some((text) => /^(?:async )?def test_/m.test(text)) && !texts.some((text) => /\bunittest\b/.test(text));

// src/runtimes/python/init/recognise.ts
function recognise(tree, around) {
  const sources = servedSources(tree);
  const installation = installationOf(tree, around);
  const tests = testsOf(tree, installation);
  return [
    ...serversOf(tree, sources, installation),
    ...workersOf(tree, installation),
    ...tests === null ? [] : [tests]
  ];
}
var most2 = 5;
function serversOf(tree, sources, installation) {
  const ways = [
    ...declaredServers(tree, sources),
    ...djangoOf(tree, sources),
    ...applicationsOf(tree, sources),
    ...scriptsOf(tree, sources)
  ].map((started) => ({ started, local: "", start: commandOf(started, installation) }));
  const different = ways.filter((one, at2) => ways.findIndex(({ start }) => start === one.start) === at2).slice(0, most2);
  const local = localBroker(tree, sources);
  const told = local === "" ? [] : different.slice(0, 2);
  const all = [...different, ...told.map((one) => ({ ...one, local, start: `${local} ${one.start}` }))];
  const routes = pythonRoutes(sources);
  const tables = migration(tree);
  return all.map(({ local: before, started: { declaredIn, ports = [], what }, start }) => ({
    kind: "server",
    setup: tables === null ? installation.setup : `${installation.setup} && ${before}${before === "" ? "" : " "}${installation.python} ${tables}`,
    program: "",
    start,
    subcommands: [],
    ports,
    exchanges: [],
    routes,
    shares: installation.shares,
    seen: [
      `${what} server, started by \`${start}\`${declaredIn === void 0 ? "" : `, as ${declaredIn} does`}`
    ],
    warnings: installation.warnings
  }));
}
function commandOf({ command, variables = "", words }, { python }) {
  const program = command === void 0 ? python : python.replace(/python$/, command);
  return [variables, program, words].filter((part) => part !== "").join(" ").trim();
}

// src/runtimes/python/init/onboarding.ts
var setupPython = "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0";
var onboarding = {
  manifests: [
    "pyproject.toml",
    "requirements.txt",
    "manage.py",
    "setup.py",
    "Pipfile",
    "requirements-dev.txt",
    "requirements/base.txt",
    "requirements/dev.txt",
    "requirements/local.txt",
    "requirements/production.txt",
    "tox.ini",
    "pytest.ini"
  ],
  standalone: ["main.py", "app.py", "server.py"],
  foreign: [".venv", "venv", "site-packages", "dist", "build"],
  looksFor: {
    server: "a server of FastAPI, Starlette, Litestar, Flask, Django, aiohttp or asyncio",
    worker: "a worker of Celery",
    tests: "tests of pytest or unittest"
  },
  recognise,
  workflowSteps
};
function workflowSteps(tree, projects) {
  const candidates = [...projects.map(({ folder }) => folder), ""].map(
    (folder) => folder === "" ? ".python-version" : `${folder}/.python-version`
  );
  const file = candidates.find((path) => tree.files.includes(path));
  const version = file === void 0 ? '    python-version: "3.13" # the project names none' : `    python-version-file: ${file} # the version that the project names`;
  const managers2 = ["uv", "poetry", "pdm", "pipenv"].filter(
    (name) => projects.some(({ setup }) => setup?.split(" ").includes(name))
  );
  return [
    `- uses: ${setupPython}`,
    "  with:",
    version,
    ...managers2.map((name) => `- run: pipx install ${name} # what installs the lock file`)
  ];
}
export {
  onboarding
};
