import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  closeFolder,
  isLiving,
  isOurs,
  openFolder,
  ownPrefix,
  ownerOf,
  ownsWorktreesOf,
  sweep,
  temporary
} from "./chunk-JJW35CA7.mjs";
import {
  refusedCode,
  tools
} from "./chunk-DSLFNXAD.mjs";
import {
  createSiteTable
} from "./chunk-UKAJ636F.mjs";
import {
  failsLater
} from "./chunk-MGD4LKXX.mjs";
import {
  askGit,
  git
} from "./chunk-HJVQHNAO.mjs";
import {
  timeLimits
} from "./chunk-HHKBPYBW.mjs";
import {
  actionVariables,
  maskSecrets
} from "./chunk-YHPBO3HY.mjs";
import {
  debug
} from "./chunk-5MIBD2VL.mjs";
import {
  didYouMean
} from "./chunk-W3PZ6JO2.mjs";
import {
  ConfigError,
  FormatError,
  InconclusiveError,
  UserError,
  diskFull
} from "./chunk-EEIPMXOZ.mjs";
import {
  __callDispose,
  __commonJS,
  __toESM,
  __using
} from "./chunk-MUV4FIWC.mjs";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts2 = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts2.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts2.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts2;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants2 = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants2;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts2 = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts2.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts2.push(value);
      return parts2;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants2.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants2.globChars(opts.windows);
      const EXTGLOB_CHARS = constants2.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count++;
        }
        if (count % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest2;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest2 = remaining()) && /^\.[^\\/.]+$/.test(rest2)) {
            const expression = parse(rest2, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest2, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest2 ? QMARK.repeat(rest2.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest2 ? QMARK.repeat(rest2.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest2 ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest3 = prev.value.slice(idx + 2);
                const posix2 = POSIX_REGEX_SOURCE[rest3];
                if (posix2) {
                  prev.value = pre + posix2;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest2 = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest2)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest2[0] && rest2[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest2.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest2 = rest2.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest2 === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest2[0] === "/") {
            const end2 = rest2[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end2})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest2[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants2.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants2 = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix2 = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored2 = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored2 = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix: posix2 });
        const result = { glob, state, regex, posix: posix2, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored2(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch2.test = (input, regex, options, { glob, posix: posix2 } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix2 ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix2);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob, options, posix2 = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix2 }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed2 = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed2.output = parse.fastpaths(input, options);
      }
      if (!parsed2.output) {
        parsed2 = parse(input, options);
      }
      return picomatch2.compileRe(parsed2, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants2;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// src/checkout/worktree/worktree.ts
import { lstat as lstat3, readFile } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/checkout/worktree/copy.ts
import { cp as cp2, lstat as lstat2, realpath as realpath2, rm as rm2 } from "node:fs/promises";
import { join as join2, sep as sep2 } from "node:path";

// src/checkout/worktree/driver.ts
import { cp, lstat, mkdir, readdir, realpath, rm } from "node:fs/promises";
import { dirname, join, posix, sep } from "node:path";
async function requireDriver(head, driver) {
  for (const path of driver) {
    if (!await holds(head, path)) throw await missing(head, "driver", path);
  }
}
async function copyDriver(head, base, driver) {
  await requireDriver(head, driver);
  for (const path of driver) {
    const target = join(base.directory, path);
    await makeParents(base.directory, path);
    await rm(target, { recursive: true, force: true });
    await cp(join(head.directory, path), target, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true
    });
  }
}
async function missing(head, key, path) {
  const parent = posix.dirname(path);
  const siblings = await readdir(join(head.directory, parent)).catch(() => []);
  const names = siblings.map((name) => posix.join(parent, name));
  return new ConfigError(
    `\`${key}\`: head ${head.sha.slice(0, 7)} has no ${path}${didYouMean(path, names)}`,
    "Correct the path, which is taken from the root of the repository, or commit it: ignored files are not a part of it."
  );
}
async function holds({ directory }, path) {
  const [root, parent] = await Promise.all([
    realpath(directory),
    realpath(join(directory, dirname(path))).catch(() => null)
  ]);
  if (parent === null || parent !== root && !parent.startsWith(root + sep)) return false;
  return await lstat(join(directory, path)).then(
    () => true,
    () => false
  );
}
async function makeParents(root, path) {
  let folder = root;
  for (const name of posix.dirname(path).split("/").filter((part) => part !== ".")) {
    folder = join(folder, name);
    const stats = await lstat(folder).catch(() => null);
    if (stats !== null && !stats.isDirectory()) await rm(folder, { force: true });
    await mkdir(folder, { recursive: true });
  }
}

// src/checkout/worktree/copy.ts
async function copyFromCheckout(repository, revisions, copied) {
  for (const path of copied) {
    await requireOwn(repository, path);
    for (const revision of revisions) await put(join2(repository.root, path), revision.directory, path);
  }
}
async function requireOwn(repository, path) {
  const root = await realpath2(repository.root);
  const real = await realpath2(join2(root, path)).catch(() => null);
  if (real === null) {
    throw refused(
      `${path} is not in the checkout ${root}`,
      "Make it before leakdiff runs, in a step of the workflow for instance, or correct the path."
    );
  }
  if (!real.startsWith(root + sep2))
    throw refused(`${path} leads out of the checkout`, "Copy only what lies in it.");
  if (await tracked(repository, path)) {
    throw refused(
      `${path} is tracked by git, so each side has its own`,
      "Name it in `driver` when both sides should have that of head; `copy` is for what git ignores."
    );
  }
}
async function tracked(repository, path) {
  const listed = await git(repository, ["ls-files", "-z", "--", `:(literal)${path}`]);
  return listed !== "" && await askGit(repository, ["check-ignore", "--quiet", path]) === null;
}
async function put(source, root, path) {
  const target = join2(root, path);
  await makeParents(root, path);
  const stands = await lstat2(target).catch(() => null);
  if (stands?.isSymbolicLink()) await rm2(target);
  await cp2(source, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}
var refused = (problem, remedy) => new ConfigError(`\`copy\`: ${problem}`, remedy);

// src/checkout/worktree/worktree.ts
async function checkOut(repository, commits, options) {
  const common = await git(repository, ["rev-parse", "--path-format=absolute", "--git-common-dir"]);
  for (const problem of sweep(common)) options.warn?.(problem);
  const folder = await openFolder();
  const release2 = async () => {
    const problem = await closeFolder(folder);
    if (problem !== null) options.warn?.(problem);
  };
  try {
    ownsWorktreesOf(folder, common);
    return { ...await fill(folder, repository, commits, options), folder, [Symbol.asyncDispose]: release2 };
  } catch (error) {
    await release2();
    throw error;
  }
}
async function fill(folder, repository, commits, { workloads }) {
  const driver = [...new Set(workloads.flatMap((workload) => workload.driver))];
  const head = await addWorktree(repository, folder, "head", commits.head);
  await requireDirectories(head, workloads);
  await requireDriver(head, driver);
  const base = commits.base === null ? null : await addWorktree(repository, folder, "base", commits.base);
  if (base !== null) await copyDriver(head, base, driver);
  const copied = [...new Set(workloads.flatMap((workload) => workload.copy ?? []))];
  await copyFromCheckout(repository, base === null ? [head] : [base, head], copied);
  return {
    base,
    head,
    notes: [...await submodules(head), ...await lfsPointers(head), ...await sparse(head)]
  };
}
async function addWorktree(repository, folder, side, commit) {
  const directory = join3(folder, side);
  await git(repository, ["worktree", "add", "--quiet", "--detach", directory, commit.sha]);
  return { ...commit, side, directory, checkout: repository.root };
}
async function requireDirectories(head, workloads) {
  for (const { directory } of workloads) {
    if (!await containsDirectory(head, directory)) throw await missing(head, "directory", directory);
  }
}
async function containsDirectory(revision, directory) {
  const tree = directory === "." ? "" : directory;
  const worktree = { root: revision.directory, trusted: true };
  return await askGit(worktree, ["cat-file", "-t", `${revision.sha}:${tree}`], [128]) === "tree";
}
async function submodules(head) {
  const stats = await lstat3(join3(head.directory, ".gitmodules")).catch(() => null);
  if (stats === null) return [];
  const text = "The repository has submodules; they are empty in both revisions unless `setup` fetches them.";
  return [{ code: "submodules", text }];
}
var isPointer = /^version https:\/\/git-lfs\.github\.com\/spec\//;
async function lfsPointers(head) {
  const attributes = await readFile(join3(head.directory, ".gitattributes"), "utf8").catch(() => "");
  if (!/\bfilter=lfs\b/.test(attributes)) return [];
  const worktree = { root: head.directory, trusted: true };
  const listed = await git(worktree, ["ls-files", "-z", "--", ":(attr:filter=lfs)"]);
  const [first] = listed.split("\0").filter((path) => path !== "");
  if (first === void 0) return [];
  const text = await readFile(join3(head.directory, first), "latin1").catch(() => "");
  if (!isPointer.test(text)) return [];
  const said = `Files of Git LFS are pointers in both revisions, \`${first}\` for one: install git-lfs and fetch them (actions/checkout with lfs: true) when the workload reads them.`;
  return [{ code: "lfs-pointers", text: said }];
}
async function sparse(head) {
  const worktree = { root: head.directory, trusted: true };
  if (await askGit(worktree, ["config", "--bool", "core.sparseCheckout"], [1]) !== "true") return [];
  const listed = await git(worktree, ["ls-files", "-z", "-t"]);
  const left = listed.split("\0").filter((line) => line.startsWith("S ")).length;
  if (left === 0) return [];
  const files = left === 1 ? "1 file of head is" : `${left} files of head are`;
  const text = `The checkout is sparse: ${files} in neither revision. Leave \`sparse-checkout\` of actions/checkout out, or name in it all that the workload needs.`;
  return [{ code: "sparse-checkout", text }];
}

// src/measure/process/orphans.ts
import { readdirSync as readdirSync2 } from "node:fs";
import { mkdtemp, rm as rm3 } from "node:fs/promises";
import { join as join4 } from "node:path";

// src/measure/process/processes.ts
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
function assertMeasurable(platform = process.platform) {
  if (platform !== "linux") {
    throw new UserError(
      `Measuring needs Linux: processes are read from /proc, which ${platform} does not have.`,
      "Run it on a Linux runner (`runs-on: ubuntu-latest`) or in a Linux container; `leakdiff diff` and `leakdiff report` work here."
    );
  }
  if (readFields("self") === null) {
    throw new UserError(
      "/proc cannot be read, and processes are measured from it.",
      "Mount /proc in this container."
    );
  }
}
function startShell(command, directory, environment) {
  return spawn("bash", ["-eo", "pipefail", "-c", command], {
    cwd: directory,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"]
  });
}
function findProcesses(selection) {
  const living2 = listLiving();
  const found = new Set(living2.filter((p) => carries(p.pid, selection)).map((p) => p.pid));
  const sessions = new Set(living2.filter((p) => found.has(p.pid)).map((p) => p.session));
  sessions.delete(readFields("self")?.session ?? -1);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const p of living2) if (sessions.has(p.session) || found.has(p.parent)) found.add(p.pid);
  }
  return living2.filter((p) => found.has(p.pid)).flatMap((p) => readProcess(p.pid) ?? []);
}
async function endProcesses(selection, grace) {
  const terminated = /* @__PURE__ */ new Map();
  const began = performance.now();
  for (; ; ) {
    const elapsed = performance.now() - began;
    const found = new Map(findProcesses(selection).map((p) => [p.pid, p]));
    for (const one of terminated.values()) if (isAlive(one)) found.set(one.pid, one);
    if (found.size === 0 || elapsed > grace + 5e3) return [...found.keys()];
    for (const [pid, one] of found) {
      if (elapsed >= grace) kill(pid, "SIGKILL");
      else if (!terminated.has(pid)) kill(pid, "SIGTERM");
      terminated.set(pid, one);
    }
    await sleep(20);
  }
}
function abandonedTrials() {
  const own = readLink("/proc/self/ns/pid");
  const trials = listLiving().flatMap(({ pid }) => {
    if (readLink(`/proc/${pid}/ns/pid`) !== own) return [];
    const environment = readEnvironment(pid);
    const folders = environment?.get("LEAKDIFF_DIR")?.split("/") ?? [];
    const owner = folders.map((name) => ownerOf("work", name)).find((pid2) => pid2 !== null) ?? null;
    return owner === null || isLiving(owner) ? [] : environment?.get("LEAKDIFF_TRIAL") ?? [];
  });
  return [...new Set(trials)].filter((trial) => trial !== process.env.LEAKDIFF_TRIAL);
}
function killProcesses(selection) {
  for (const { pid } of findProcesses(selection)) kill(pid, "SIGKILL");
}
function readProcess(pid) {
  const fields = readFields(pid);
  const line = fields && readText(`/proc/${pid}/cmdline`);
  if (!fields || line === null) return null;
  const words = line.replace(/\0+$/, "").split("\0");
  return { ...fields, arguments: words[0] === "" ? [] : words };
}
function isAlive(info) {
  return readFields(info.pid)?.startTime === info.startTime;
}
function environmentText(pid) {
  const own = readText(`/proc/${pid}/environ`);
  if (own || !/\) Z /.test(readText(`/proc/${pid}/stat`) ?? "")) return own ?? "";
  const texts = threadsOf(pid).map((thread) => readText(`/proc/${pid}/task/${thread}/environ`));
  return texts.find(Boolean) ?? "";
}
function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}
function readEnvironment(pid) {
  const text = readText(`/proc/${pid}/environ`);
  if (text === null) return null;
  const entries2 = text.split("\0").filter((e) => e.includes("="));
  return new Map(entries2.map((e) => [e.slice(0, e.indexOf("=")), e.slice(e.indexOf("=") + 1)]));
}
function carries(pid, { trial, command }) {
  const environment = environmentText(pid);
  if (!environment.includes(trial)) return false;
  const entries2 = environment.split("\0");
  return entries2.includes(`LEAKDIFF_TRIAL=${trial}`) && (!command || entries2.includes(`LEAKDIFF_COMMAND=${command}`));
}
function listLiving() {
  return readdirSync("/proc").flatMap((name) => /^\d+$/.test(name) ? readFields(name) ?? [] : []);
}
function readFields(pid) {
  const text = readText(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ended2 = fields[0] === "X" || fields[0] === "Z" && Number(fields[17]) <= 1;
  const [parent, session, startTime] = [Number(fields[1]), Number(fields[3]), Number(fields[19])];
  return ended2 ? null : { pid: Number.parseInt(text, 10), parent, session, startTime };
}
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
function readLink(path) {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
  }
}

// src/measure/process/orphans.ts
async function clearOrphans(log) {
  if (process.platform !== "linux") return;
  const trials = abandonedTrials();
  for (const trial of trials) await endProcesses({ trial }, timeLimits.grace);
  if (trials.length > 0) log.detail("Ended the processes that a killed run of leakdiff had left.", []);
  const folders = readdirSync2(temporary("short")).filter(isAbandoned);
  await Promise.all(
    folders.map((name) => rm3(join4(temporary("short"), name), { recursive: true, force: true }))
  );
}
function openSockets() {
  return mkdtemp(join4(temporary("short"), ownPrefix("sockets")));
}
function isAbandoned(name) {
  const owner = ownerOf("sockets", name);
  return owner !== null && !isLiving(owner) && isOurs(join4(temporary("short"), name));
}

// src/measure/process/commands.ts
import { once } from "node:events";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { setTimeout as sleep3 } from "node:timers/promises";

// src/measure/process/causes.ts
var told = [
  [
    /address already in use|EADDRINUSE/i,
    {
      words: ", and says that an address is already in use",
      remedy: "Have it listen on $PORT, a free port that all commands of a trial are told."
    }
  ],
  [
    /no space left on device|ENOSPC|disk quota exceeded|EDQUOT/i,
    { words: ", and says that the disk is full", remedy: "Free some space, or have it write less." }
  ],
  [
    /out ?of ?memory|cannot allocate memory|ENOMEM/i,
    {
      words: ", and says that memory ran out",
      remedy: "Raise its memory limit, or lower `rounds` and `operations`: what a leak fills within a trial cannot be measured."
    }
  ]
];
function notFound(how, output, shown) {
  const name = /(?:^|[\s:])([\w./+-]+): (?:(?:command )?not found|No such file or directory)/.exec(
    output
  )?.[1];
  if (!/\bexit 127\b/.test(how) || name === void 0) return null;
  const isOurs2 = shown.split(/[^\w./+-]+/).includes(name);
  return {
    words: `, and says that ${isOurs2 ? `\`${name}\`` : "a command"} was not found`,
    remedy: `Install ${isOurs2 ? `\`${name}\`` : "it"} where it is run.`
  };
}
var killed = {
  words: ", which is how the kernel ends a program when memory runs out",
  remedy: "Give the machine more memory, or lower `rounds` and `operations`: what a leak fills within a trial cannot be measured."
};
function causeOf(how, output, shown = "") {
  const [, said] = told.find(([pattern]) => pattern.test(output)) ?? [];
  return said ?? notFound(how, output, shown) ?? (/SIGKILL/.test(how) ? killed : null);
}

// src/measure/process/output.ts
var keptCharacters = 64 * 1024;
var keptLines = 40;
var lineLength = 400;
function createOutputTail() {
  let kept = "";
  const take = (chunk) => {
    kept = (kept + chunk).slice(-keptCharacters);
  };
  return {
    watch: (stream) => {
      stream.setEncoding("utf8");
      stream.on("data", take);
      stream.on("error", () => {
      });
    },
    lines: () => lastLines(kept),
    text: () => kept
  };
}
function lastLines(text) {
  const lines = text.replace(/\s+$/, "").split(/\r?\n/).slice(-keptLines);
  const cut = lines.map((line) => line.length > lineLength ? `${line.slice(0, lineLength)} \u2026` : line);
  return cut.length === 1 && cut[0] === "" ? [] : cut;
}

// src/measure/process/waiting.ts
import { setTimeout as sleep2 } from "node:timers/promises";
function clockUntil(signal) {
  return { now: () => performance.now(), pause: (milliseconds) => pause(milliseconds, signal) };
}
async function pause(milliseconds, signal) {
  throwIfAborted(signal);
  try {
    await sleep2(milliseconds, void 0, { signal });
  } catch (error) {
    throwIfAborted(signal);
    throw error;
  }
}
function abortReason(signal) {
  if (signal.reason instanceof UserError) return signal.reason;
  return new InconclusiveError("interrupted", "The run was interrupted.", "Run it again.");
}
function throwIfAborted(signal) {
  if (signal.aborted) throw abortReason(signal);
}
async function within(work, bounds) {
  const stop = new AbortController();
  const limit = pause(bounds.milliseconds, AbortSignal.any([bounds.signal, stop.signal])).then(() => {
    throw bounds.late();
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    stop.abort();
    limit.catch(() => {
    });
    work.catch(() => {
    });
  }
}
function formatDuration(milliseconds) {
  if (milliseconds % 6e4 === 0 && milliseconds > 0) return `${milliseconds / 6e4}m`;
  return milliseconds % 1e3 === 0 ? `${milliseconds / 1e3}s` : `${milliseconds}ms`;
}

// src/measure/process/commands.ts
var CommandError = class extends InconclusiveError {
  name = "CommandError";
  output;
  constructor(code, problem, remedy, output) {
    super(code, problem, remedy);
    this.output = output;
  }
};
function startCommand(command) {
  if (!existsSync(command.directory)) {
    throw new InconclusiveError(
      "no-directory",
      `\`${command.name}\` cannot run: there is no directory ${command.directory}.`,
      "Correct `directory`, or add the directory to this revision."
    );
  }
  const child = startShell(command.text, command.directory, command.environment);
  debug("command", () => `${command.name}: pid ${child.pid} in ${command.directory}`);
  const output = createOutputTail();
  const streams = [child.stdout, child.stderr].flatMap((stream) => stream ?? []);
  for (const stream of streams) output.watch(stream);
  const release2 = () => {
    for (const stream of streams) stream.destroy();
    child.unref();
  };
  const ended2 = commandEnd(child);
  void ended2.then(({ how }) => debug("command", () => `${command.name}: pid ${child.pid} ended with ${how}`));
  return { pid: child.pid ?? null, output, ended: ended2, release: release2 };
}
async function runCommand(command, timeout2, signal) {
  throwIfAborted(signal);
  const running = startCommand(command);
  try {
    const late2 = () => commandFailure(command, `timed out after ${formatDuration(timeout2)}`, running.output);
    const end2 = await within(running.ended, { milliseconds: timeout2, signal, late: late2 });
    if (!end2.ok) throw commandFailure(command, `ended with ${end2.how}`, running.output);
  } catch (error) {
    await endCommand(command);
    throw error;
  } finally {
    running.release();
  }
}
async function endCommand({ name, environment }) {
  await endProcesses({ trial: environment.LEAKDIFF_TRIAL ?? "", command: name }, 1e3);
}
function commandFailure({ name, shown, environment }, reason, output) {
  const hung = reason.startsWith("timed out");
  const where = `${environment.LEAKDIFF_SIDE}${name === "round" || name === "snapshot" ? `, ${roundName(environment)}` : ""}`;
  const cause = causeOf(reason, output.text(), shown);
  const byHand = "Run it by hand in this revision, and correct it until it ends with exit 0.";
  const advice2 = hung ? `Make it end by itself, or raise \`timeout: { ${name === "snapshot" ? "round" : name}: \u2026 }\`.` : cause?.remedy ?? byHand;
  const remedy = `Its last lines are in the log. ${advice2}`;
  const problem = `\`${name}\` ${reason}${cause?.words ?? ""} (${where})${quoted(shown)}`;
  return new CommandError(hung ? `${name}-hung` : `${name}-failed`, problem, remedy, output.lines());
}
function roundName(environment) {
  return environment.LEAKDIFF_ROUND === "0" ? "in warm-up" : `round ${environment.LEAKDIFF_ROUND}`;
}
function quoted(shown) {
  if (shown === void 0) return "";
  const line = shown.trim().replace(/\s*\n\s*/g, "; ");
  return `: \`${line.length > 160 ? `${line.slice(0, 160)}\u2026` : line}\``;
}
async function commandEnd(child) {
  const closed = once(child, "close").catch(() => {
  });
  try {
    const [code, signal] = await once(child, "exit");
    await Promise.race([closed, sleep3(200)]);
    return { ok: code === 0, how: signal ? `signal ${signal}` : `exit ${code}${signalName(code ?? 0)}` };
  } catch (error) {
    return { ok: false, how: error instanceof Error ? error.message : String(error) };
  }
}
function signalName(code) {
  const name = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  return name ? ` (${name})` : "";
}

// src/measure/process/missing-file.ts
import { existsSync as existsSync2 } from "node:fs";
import { join as join5, relative } from "node:path";
function missingFile(output, command) {
  const { checkout } = command.revision;
  if (checkout === void 0) return null;
  const named2 = output.slice(-100).flatMap((line) => pathsIn(line, command.revision.directory));
  const inside = [...new Set(named2)].slice(0, 500).flatMap((path) => [join5(command.directory, path), path]);
  const lacking = inside.find(
    (path) => !path.startsWith("..") && existsSync2(join5(checkout, path)) && !existsSync2(join5(command.revision.directory, path))
  );
  return lacking === void 0 ? null : advice(topmost(lacking, command.revision.directory), command);
}
function pathsIn(line, root) {
  const words = line.match(/[\w@.+~/-]+/g) ?? [];
  const files = words.map((word) => word.startsWith(root) ? relative(root, word) : word.replace(/[.:]+$/, "")).filter((word) => /[./]/.test(word) && !word.startsWith("/") && /\w/.test(word));
  const missing2 = tools.missingPackage(line);
  return missing2 === null ? files : [missing2, ...files];
}
function topmost(path, root) {
  const steps = path.split("/");
  const missing2 = steps.findIndex((_, i) => !existsSync2(join5(root, ...steps.slice(0, i + 1))));
  return steps.slice(0, missing2 + 1).join("/");
}
function advice(path, { headDirectory, revision }) {
  if (revision.side === "base" && existsSync2(join5(headDirectory, path)))
    return `\`${path}\` is in head and not in base: name it in \`driver\` if it belongs to the workload.`;
  return `\`${path}\` is in your checkout and not in this revision, which holds only what is committed: let \`setup\` make it, or name it in \`copy\`.`;
}

// src/measure/failure.ts
function reasonOf(error, log, command = null) {
  if (error instanceof CommandError) log.detail(error.message, error.output);
  if (error instanceof UserError) {
    const code = error instanceof InconclusiveError ? error.code : "not-measured";
    const missed = error instanceof CommandError && command !== null ? missingFile(error.output, command) : null;
    return { code, text: maskSecrets(error.message), remedy: maskSecrets(missed ?? error.remedy) };
  }
  const full = diskFull(error);
  if (full === null) throw error;
  return { code: full.code, text: maskSecrets(full.message), remedy: full.remedy };
}
var commandContextOf = ({
  headDirectory,
  revision,
  workload
}) => ({
  headDirectory,
  revision,
  directory: workload.directory
});

// src/trial/host.ts
import { availableParallelism, release } from "node:os";
function hostOf() {
  const { ImageOS, ImageVersion } = process.env;
  const image = ImageOS ? `${ImageOS}-${ImageVersion}` : `${process.platform}-${process.arch}-${release()}`;
  return { cpus: availableParallelism(), image };
}

// src/measure/rounds/repeat.ts
var theProgram = "";
function createRepeats(fixed, known = /* @__PURE__ */ new Map()) {
  const decided2 = new Map(known);
  let most2 = Number.POSITIVE_INFINITY;
  const of = (name) => fixed ?? decided2.get(name) ?? null;
  const limited = (name) => {
    const times = of(name);
    return times === null || fixed !== null ? times : Math.min(times, most2);
  };
  const decide = (name, times) => void (decided2.has(name) || decided2.set(name, times));
  return {
    of,
    decide,
    limit: (times) => {
      most2 = times;
    },
    confirming: { of: limited, decide }
  };
}
var enoughWork = 150;
var mostRepeats = 16;
function repeated(runOnce, { name, repeats, warmup, now = () => performance.now() }) {
  let calls = 0;
  const again = async (round, times) => {
    for (let time = 0; time < times; time++) await runOnce(round);
  };
  const decide = async (round) => {
    const began = now();
    await runOnce(round);
    const times = Math.max(1, Math.min(mostRepeats, Math.floor(enoughWork / (now() - began))));
    try {
      await again(round, times - 1);
      repeats.decide(name, times);
    } catch (error) {
      if (!(error instanceof InconclusiveError) || error.code !== "round-failed") throw error;
      repeats.decide(name, 1);
    }
  };
  return async (round) => {
    calls++;
    if (calls < warmup) return await runOnce(round);
    if (warmup === 0 && repeats.of(name) === null) repeats.decide(name, 1);
    const times = repeats.of(name);
    return times === null ? await decide(round) : await again(round, times);
  };
}

// src/measure/rounds/elder.ts
function elderOf({ first, idled, last, negligible, read }) {
  const gained = [...last].flatMap(([key, value]) => {
    const gain = value - (first.get(key) ?? 0);
    return gain > negligible(key) ? [{ key, gain }] : [];
  });
  return {
    idled,
    kept: async () => {
      const now = gained.length === 0 ? null : await read().catch(() => null);
      if (now === null) return /* @__PURE__ */ new Map();
      return new Map(
        gained.map(({ key, gain }) => [key, ((now.get(key) ?? 0) - (first.get(key) ?? 0)) / gain])
      );
    }
  };
}
var leastKept = 0.9;
async function keepsAll(elder, grown2) {
  const kept = await elder.kept();
  return [...grown2].every((key) => (kept.get(key) ?? 0) >= leastKept);
}
var atWork = 1.2;
async function wasAtWork(elder) {
  return [...(await elder.kept()).values()].some((share) => share > atWork);
}

// src/measure/rounds/settle.ts
var firstPause = 10;
var longestPause = 100;
async function settle({
  read,
  levels,
  previous,
  quiet,
  limit,
  clock
}) {
  const began = clock.now();
  let quietSince = began;
  let calm = true;
  let reading = await read();
  for (let pause2 = firstPause; ; pause2 = Math.min(pause2 * 2, longestPause)) {
    if (previous && isNotAbove(levels(reading), previous)) return { reading, settled: true };
    if (clock.now() - began >= limit) return { reading, settled: false };
    const toQuiet = quiet - (clock.now() - quietSince);
    await clock.pause(toQuiet > 0 ? Math.min(pause2, toQuiet) : pause2);
    const before = levels(reading);
    reading = await read();
    const now = levels(reading);
    if (hasFallen(before, now)) {
      quietSince = clock.now();
      calm = false;
    }
    if (agree(before, now) && clock.now() - quietSince >= quiet) return { reading, settled: true, calm };
  }
}
function isNotAbove(now, previous) {
  return [...now].every(([key, value]) => value <= (previous.get(key) ?? -1));
}
function hasFallen(before, now) {
  return [...before].some(([key, value]) => (now.get(key) ?? 0) < value);
}
function agree(before, now) {
  return before.size === now.size && [...now].every(([key, value]) => before.get(key) === value);
}
var calmRounds = 4;
var calmed = 5;
function createCalm() {
  let rounds = 0;
  return {
    quiet: (quiet) => rounds >= calmRounds ? quiet / calmed : quiet,
    seen: (calm) => {
      rounds = calm ? rounds + 1 : Number.NEGATIVE_INFINITY;
    }
  };
}

// src/measure/rounds/idle.ts
var idleRounds = 3;
function idleTime(request) {
  const { first, last, negligible, rounds, milliseconds } = request;
  const grew = [...last].some(([key, value]) => value - (first.get(key) ?? 0) > negligible(key));
  return grew ? idleRounds * milliseconds / rounds : 0;
}

// src/measure/forms/test-plan.ts
import { relative as relative2 } from "node:path";
var measuredWhole = 10;
function leaveQuiet(left, roles, undecided) {
  const names = [...new Set(roles.map(unnumbered))];
  const accused = new Set([...undecided].map(unnumbered));
  if (!names.some((name) => accused.has(name))) return;
  for (const name of names) if (!accused.has(name)) left.set(name, "quiet");
}
var unnumbered = (name) => name.replace(/ \(\d+\)$/, "");
async function leftFor(asked) {
  const { plan, process: process2 } = asked;
  if (plan === void 0) return null;
  if (!plan.decides) return plan.left.get(process2.name) ?? null;
  const left = await decided(asked, plan);
  if (left !== null) plan.left.set(process2.name, left);
  return left;
}
async function decided(asked, plan) {
  const { elapsed, measured } = asked;
  if (measured >= measuredWhole && await isUnreached(asked, plan)) return "unreached";
  return measured > 0 && plan.limit !== null && elapsed > plan.limit ? "late" : null;
}
async function isUnreached({ directory, process: process2, tests }, { changed }) {
  if (changed.length === 0 || process2.files === void 0 || tests.reaches === void 0) return false;
  const here = changed.map((path) => relative2(directory, path));
  return !tests.reaches(await process2.files(), here);
}
function leftNotes(left, all) {
  return ["late", "unreached", "quiet"].flatMap((why) => {
    const these = left.filter((one) => one.why === why);
    return these.length === 0 ? [] : [noteOf[why](these, all)];
  });
}
var mostNamed = 3;
function named(left) {
  const names = left.slice(0, mostNamed).map(({ name }) => name);
  const more = left.length > mostNamed ? ` and ${left.length - mostNamed} more` : "";
  return `${names.join(", ")}${more}`;
}
var lateNote = (left, all) => ({
  code: "tests-left",
  text: `\`time-limit\` left no time to measure ${left.length} of ${all} test files or packages: ${named(left)}. They ran once.`,
  subject: `${left.length} of ${all} test files, for want of time`,
  paths: left.flatMap(({ place }) => place ?? [])
});
var unreachedNote = (left, all) => ({
  code: "tests-left",
  text: `${left.length} of ${all} test files load nothing that was changed, ran once and were not measured: ${named(left)}.`,
  subject: `${left.length} of ${all} test files, which load nothing that was changed`
});
var quietNote = (left, all) => ({
  code: "tests-quiet",
  text: `${left.length} of ${all} test files or packages pass by the first trial, and were not measured again in those that confirm it.`
});
var noteOf = {
  late: lateNote,
  unreached: unreachedNote,
  quiet: quietNote
};

// src/measure/forms/files.ts
import { mkdir as mkdir2, writeFile } from "node:fs/promises";
import { join as join10 } from "node:path";

// src/measure/profiles/find-files.ts
var import_picomatch = __toESM(require_picomatch2(), 1);
import { readdir as readdir2, stat } from "node:fs/promises";
import { isAbsolute, join as join6 } from "node:path";

// src/configure/expand.ts
var reference = /\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\})/g;
function expand(text, env) {
  return text.replace(reference, (_, bare, braced) => {
    const name = bare ?? braced ?? "";
    const value = env[name];
    if (value !== void 0) return value;
    throw new ConfigError(
      `The configuration uses $${name}, which is not set${didYouMean(name, Object.keys(env))}`,
      `Set ${name} in the environment of leakdiff, or write its value.`
    );
  });
}

// src/measure/profiles/find-files.ts
async function findFiles(glob, directory, environment) {
  const { folder, pattern } = parts(glob);
  const expanded = expand(folder, environment);
  const root = isAbsolute(expanded) ? expanded : join6(directory, expanded);
  const matches = (0, import_picomatch.default)(expand(pattern, environment), { dot: true });
  const names = (await entries(root, /\/|\*\*/.test(pattern))).filter((name) => matches(name));
  const found = await Promise.all(names.map((name) => fileAt(join6(root, name), name)));
  return found.flatMap((file) => file ?? []);
}
function parts(glob) {
  const steps = glob.replace(/^(?:\.\/)+/, "").split("/");
  const first = steps.findIndex((step2) => /[*?[\](){}!+@]/.test(step2.replace(/\$\{\w+\}/g, "")));
  const at = first < 0 ? steps.length - 1 : first;
  const folder = steps.slice(0, at).join("/");
  return { folder: folder === "" && glob.startsWith("/") ? "/" : folder, pattern: steps.slice(at).join("/") };
}
async function entries(root, recursive) {
  try {
    return await readdir2(root, { recursive });
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
async function fileAt(path, name) {
  try {
    const found = await stat(path, { bigint: true });
    return found.isFile() ? { path, name, writtenAt: found.mtimeNs } : null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}
var isAbsent = (error) => ["ENOENT", "ENOTDIR"].includes(error.code ?? "");

// src/measure/profiles/order-files.ts
function orderFiles(key, files) {
  const numbered = new Set(files.map(({ name }) => name.replace(/\d+/g, "#"))).size === 1 && files.length > 1;
  const compare = numbered ? byNumbers : byTime;
  const ordered2 = files.toSorted(compare);
  for (const [index, file] of ordered2.slice(1).entries()) {
    const before = ordered2[index] ?? file;
    if (compare(before, file) === 0) throw unordered(key, before, file, tie);
    if (byTime(before, file) > 0) throw unordered(key, before, file, contradiction);
  }
  return { files: ordered2, by: numbered ? "number" : "time" };
}
function byNumbers(a, b) {
  const others = numbersOf(b);
  for (const [index, number] of numbersOf(a).entries()) {
    const other = others[index] ?? number;
    if (number !== other) return number < other ? -1 : 1;
  }
  return 0;
}
var numbersOf = ({ name }) => (name.match(/\d+/g) ?? []).map(BigInt);
var byTime = (a, b) => a.writtenAt === b.writtenAt ? 0 : a.writtenAt < b.writtenAt ? -1 : 1;
var tie = "have the same place in the order";
var contradiction = "were written in the other order than the numbers in their names say";
function unordered(key, a, b, why) {
  return new InconclusiveError(
    "files-order",
    `The files of \`files.${key}\` cannot be put in order: ${a.name} and ${b.name} ${why}.`,
    "Number the files in the order in which they are written (mem-1.pprof, mem-2.pprof), and keep their times when they are copied (`cp -p`)."
  );
}

// src/measure/profiles/written.ts
import { readFile as readFile2 } from "node:fs/promises";
var writtenKinds = [
  { key: "heap", quantity: "heap-bytes", what: "heap profile" },
  { key: "tasks", quantity: "tasks", what: "profile of tasks" }
];
var writtenQuantities = (files) => writtenKinds.filter(({ key }) => files[key] !== null).map(({ quantity }) => quantity);
async function readWritten(runtime, kind, file) {
  const bytes = await readFile2(file.path);
  if (bytes.length === 0) throw notOne(runtime, kind, file, "it is empty");
  try {
    const profile = runtime.parse(profileName(kind), bytes).find((p) => p.quantity === kind.quantity);
    if (profile === void 0) throw notOne(runtime, kind, file, "it counts something else");
    const total = profile.total ?? profile.samples.reduce((sum2, { value }) => sum2 + value, 0);
    return { file, bytes, total };
  } catch (error) {
    if (error instanceof FormatError) throw notOne(runtime, kind, file, error.message, error);
    throw error;
  }
}
var profileName = ({ key }) => `${key}.profile`;
function assertReadable(runtime) {
  if (runtime.ownProfiles !== void 0) return;
  throw new ConfigError(
    `\`files\` has no meaning for ${runtime.name}: its programs are measured without files of their own.`,
    "Leave out `files`, and tell of each round with POST $LEAKDIFF_URL/round."
  );
}
function notOne({ ownProfiles }, { key, what }, { name }, why, cause) {
  return new InconclusiveError(
    "files-not-a-profile",
    `\`run\` wrote ${name}, which \`files.${key}\` names, and which is not a complete ${what}: ${why.replace(/\.$/, "")}.`,
    ownProfiles?.howTo.files ?? "",
    { ...cause && { cause } }
  );
}

// src/measure/forms/form.ts
import { join as join9 } from "node:path";

// src/measure/roles/roles.ts
import { existsSync as existsSync3 } from "node:fs";
import { basename, isAbsolute as isAbsolute2, join as join7, relative as relative3, resolve } from "node:path";
var nameLimit = 200;
var wrappers = /* @__PURE__ */ new Set([
  "bash",
  "sh",
  "dash",
  "ash",
  "zsh",
  "busybox",
  "make",
  "gmake",
  "env",
  "time",
  "timeout",
  "nice",
  "sudo",
  "tini",
  "dumb-init",
  "docker",
  "docker-compose"
]);
function isWrapper({ arguments: words }) {
  const program = basename(words[0]?.split(" ")[0] ?? "").replace(/^-/, "");
  if (program === "" || wrappers.has(program)) return true;
  const rest2 = words.slice(1);
  return tools.wraps(
    program,
    rest2.find((word) => !word.startsWith("-")),
    rest2
  );
}
function roleName(words, context) {
  const own = words.length === 1 ? (words[0] ?? "").split(" ") : words;
  const [program = "", ...rest2] = own.map((word) => maskSecrets(word.replace(/\s+/g, " ").trim()));
  const hidden = rest2.map((word, index) => secretFlag.test(rest2[index - 1] ?? "") ? "*" : word);
  const name = [programName(program, context), ...hidden.map((word) => published(word, context))].join(" ");
  return name.length > nameLimit ? `${name.slice(0, nameLimit)}\u2026` : name;
}
var secretFlag = /^--?[\w-]*(password|passwd|secret|token|credential|api-?key)[\w-]*$/i;
var secretValue = /^(--?[\w-]*(?:password|passwd|secret|token|credential|api-?key)[\w-]*=).*/i;
function programName(program, context) {
  const inside = insidePath(program, context);
  if (inside !== null) return inside;
  return isAbsolute2(program) ? basename(program) : program.replace(/^(\.\/)+/, "");
}
function published(word, context) {
  const known = new Set((context.shown ?? []).flatMap((text) => text.split(/[\s"'`=;|&<>()]+/)));
  const isKnown = (text) => known.has(text) || harmless.test(argumentName(text, context));
  const mayTell = (text) => isKnown(text) || isFile(text, context) || context.unpublished !== true && !looksSecret(text);
  const told3 = (text) => mayTell(text) ? argumentName(text, context) : "*";
  const [, flag = "", value] = /^(--?[\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
  if (flag === "") return told3(word);
  const name = /^--\w|^-\w$/.test(flag) || known.has(flag) || mayTell(flag.slice(1)) ? flag : "-*";
  return value === void 0 ? name : argumentName(`${name}=${told3(value)}`, context);
}
var looksSecret = (text) => text.split(/[^A-Za-z0-9_]+/).some(
  (run) => run.length >= 10 && /\d/.test(run) && /[A-Za-z]/.test(run) || run.length >= 16 && /[a-z]/.test(run) && /[A-Z]{2}|[a-z][A-Z][a-z]?[A-Z]/.test(run)
);
var harmless = /^(?:[*\d.:,/[\]]|localhost|https?:\/\/(?=localhost|127\.|\[))*$/;
function isFile(word, context) {
  if (insidePath(word, context) !== null) return true;
  const inside = !isAbsolute2(word) && !word.split("/").includes("..") && word.length < 1e3;
  return inside && [context.directory, ...context.roots].some((root) => existsSync3(join7(root, word)));
}
function argumentName(word, context) {
  return word.replace(secretValue, "$1*").replace(/\/\/[^/@\s]+@/g, "//*@").replace(absolutePath, (path) => insidePath(path, context) ?? "*").replace(/^(\.\/)+(?=.)/, "").replace(randomId, "*").replace(
    /\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w.])\d+(?:\.\d+)*(?:[a-zA-Z]{1,3})?(?![\w.])/g,
    (number) => /^\d{1,3}(\.\d{1,3}){3}$/.test(number) ? number : "*"
  ).replace(pathList, "*");
}
var absolutePath = /(?<=^|[=,"'(@ ]|[^/]:)\/(?!\/)[^\s=,:"')]*/g;
var pathList = /(?<![^:=])(?:\*|(?!\/\/)[^\s:=,]*\/[^\s:=,]*)(?::(?:\*|(?!\/\/)[^\s:=,]*\/[^\s:=,]*))+(?![^:])/g;
var randomId = /\b(?=[0-9a-f-]*\d)(?=[0-9-]*[a-f])[0-9a-f]{8}(?:-?[0-9a-f]{4,12}){1,5}\b/gi;
function insidePath(path, { directory, roots }) {
  if (!isAbsolute2(path)) return null;
  for (const root of [directory, ...roots]) {
    const inside = relative3(root, resolve(path));
    if (!inside.startsWith("..") && !isAbsolute2(inside)) return inside || ".";
  }
  return null;
}
function nameProcesses(processes, context) {
  const byPid = new Map(processes.map((p) => [p.pid, p]));
  const named2 = /* @__PURE__ */ new Map();
  const nameOf2 = (info) => {
    if (!info) return null;
    if (isWrapper(info)) return nameOf2(byPid.get(info.parent));
    const known = named2.get(info.pid);
    if (known) return known;
    const parent = nameOf2(byPid.get(info.parent));
    const one = { key: processKey(info), name: roleName(info.arguments, context), parent };
    named2.set(info.pid, one);
    return one;
  };
  for (const info of processes) nameOf2(info);
  return named2;
}
var processKey = ({ pid, startTime }) => `${pid}@${startTime}`;
function poolNames(members) {
  const lineage = (m) => m.parent ? `${m.name} (child of ${lineage(m.parent)})` : m.name;
  const parentsOf = /* @__PURE__ */ new Map();
  for (const m of members) {
    const parent = m.parent ? lineage(m.parent) : "";
    parentsOf.set(m.name, (parentsOf.get(m.name) ?? /* @__PURE__ */ new Set()).add(parent));
  }
  const shared = (m) => (parentsOf.get(m.name)?.size ?? 0) > 1;
  return new Map(members.map((m) => [m.key, shared(m) ? lineage(m) : m.name]));
}

// src/measure/lifecycle.ts
function startProgram({ trial, workload, start, stop, onEnd, phase }) {
  const running = startCommand(start);
  const gone = new AbortController();
  const state = { ending: false };
  const failureOf = (ended3) => {
    if (onEnd) return onEnd(ended3, running.output.lines());
    const answers = workload.profiles.length > 0 || snapshotOf(workload) !== null;
    const daemon = ended3.ok && (answers || stop !== null || livesOn(trial));
    return daemon ? null : programEnded(start, `${ended3.how} ${phase()}`, running);
  };
  running.ended.then((ended3) => {
    const failure = state.ending ? null : failureOf(ended3);
    if (failure !== null) gone.abort(failure);
  });
  const end2 = async () => {
    state.ending = true;
    try {
      if (stop) await runCommand(stop, workload.timeout.stop, new AbortController().signal);
    } finally {
      await endProcesses({ trial }, timeLimits.grace);
      running.release();
    }
  };
  const { ended: ended2 } = running;
  return { gone: gone.signal, ended: ended2, output: running.output.lines, text: running.output.text, end: end2 };
}
var snapshotOf = (workload) => workload.form === "server" ? workload.snapshot ?? null : null;
function livesOn(trial) {
  return findProcesses({ trial, command: "start" }).some((p) => !isWrapper(p));
}
function programEnded(start, how, { output }) {
  const cause = causeOf(how, output.text());
  const problem = `The program ended by itself with ${how}${cause?.words ?? ""}${quoted(start.shown)}`;
  const remedy = `${cause?.remedy ?? "`start` has to stay in the foreground, or leave a daemon behind, until the last round."} Its last lines are in the log.`;
  return new CommandError("program-ended", problem, remedy, output.lines());
}

// src/measure/roles/discovery.ts
import { readdirSync as readdirSync4 } from "node:fs";
import { connect } from "node:net";
import { join as join8 } from "node:path";

// src/measure/process/debug-probe.ts
function debugProbe(name, probe) {
  const told3 = async (what, answer, shown) => {
    const began = performance.now();
    const took = () => `${Math.round(performance.now() - began)} ms`;
    try {
      const value = await answer;
      debug("probe", () => `${name}: ${what} \u2192 ${shown(value)} (${took()})`);
      return value;
    } catch (error) {
      debug("probe", () => `${name}: ${what} failed after ${took()}: ${String(error)}`);
      throw error;
    }
  };
  const { countHeap } = probe;
  return {
    ...probe,
    get pid() {
      return probe.pid;
    },
    collect: (atRest) => told3("collect", probe.collect(atRest), () => "done"),
    count: () => told3("count", probe.count(), totalsText),
    ...countHeap && {
      countHeap: () => told3("count of the heap", countHeap.call(probe), totalsText)
    },
    snapshot: (directory, request) => told3(
      `snapshot of round ${request.round}`,
      probe.snapshot(directory, request),
      (paths) => paths.join(", ")
    ),
    close: () => told3("close", probe.close(), () => "done")
  };
}
var totalsText = (totals) => totals.map(({ quantity, value }) => `${quantity} ${value}`).join(", ");

// src/measure/process/usage.ts
import { readdirSync as readdirSync3 } from "node:fs";
function readUsage(pid, ownSockets) {
  const status = readText(`/proc/${pid}/status`);
  const files = countFiles(pid, ownSockets);
  const rss = residentBytes(status ?? "");
  const threads = /^Threads:\s+(\d+)/m.exec(status ?? "");
  if (rss === null || !threads || !files) return null;
  return { rssBytes: rss, threads: Number(threads[1]), files };
}
function residentBytes(status) {
  const kilobytes = (name) => {
    const [, value] = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status) ?? [];
    return value === void 0 ? null : Number(value);
  };
  const anonymous = kilobytes("RssAnon");
  const resident = anonymous === null ? kilobytes("VmRSS") : anonymous + (kilobytes("RssShmem") ?? 0);
  return resident === null ? null : (resident + (kilobytes("VmSwap") ?? 0)) * 1024;
}
var ticksOfSecond = 100;
function secondsIn(stat2) {
  const fields = stat2?.slice(stat2.lastIndexOf(")") + 2).split(" ");
  const [user, system, ofUser, ofSystem] = [11, 12, 13, 14].map(
    (field) => Number(fields?.[field]) / ticksOfSecond
  );
  const seconds = { own: user + system, children: ofUser + ofSystem };
  return Number.isFinite(seconds.own + seconds.children) ? seconds : null;
}
function secondsOfProcess(pid) {
  const { own = 0, children = 0 } = secondsIn(readText(`/proc/${pid}/stat`)) ?? {};
  return own + children;
}
function listenersOf(processes) {
  const told3 = /* @__PURE__ */ new Map();
  for (const { pid } of processes) {
    const own = new Set(openLinks(pid)?.map(socketInode));
    for (const { address, inode, port } of [...listening(pid, "tcp"), ...listening(pid, "tcp6")])
      if (own.has(inode) && !told3.has(port)) told3.set(port, { pid, port, host: hostOf2(address) });
  }
  return [...told3.values()];
}
var listenersOn = (port, processes) => processes.filter((process2) => listenersOf([process2]).some((listener2) => listener2.port === port));
function listening(pid, table) {
  const lines = (readText(`/proc/${pid}/net/${table}`) ?? "").split("\n").slice(1);
  return lines.map((line) => line.trim().split(/\s+/)).flatMap((fields) => {
    const [address = "", port = ""] = fields[1]?.split(":") ?? [];
    const inode = fields[9];
    return fields[3] !== "0A" || inode === void 0 ? [] : [{ address, port: Number.parseInt(port, 16), inode }];
  });
}
var hostOf2 = (address) => address === "00000000000000000000000001000000" ? "[::1]" : "127.0.0.1";
function countFiles(pid, ownSockets) {
  const links = openLinks(pid);
  if (!links) return null;
  const own = boundBelow(pid, ownSockets);
  const counts = /* @__PURE__ */ new Map();
  for (const link of links) {
    const inode = socketInode(link);
    if (inode && own.has(inode)) continue;
    counts.set(kindOf(link), (counts.get(kindOf(link)) ?? 0) + 1);
  }
  return counts;
}
function boundBelow(pid, directory) {
  const rows = (readText(`/proc/${pid}/net/unix`) ?? "").split("\n").map((line) => line.split(/\s+/));
  return new Set(rows.flatMap((r) => r[7]?.startsWith(`${directory}/`) && r[6] ? [r[6]] : []));
}
function openLinks(pid) {
  try {
    return readdirSync3(`/proc/${pid}/fd`).flatMap((fd) => readLink(`/proc/${pid}/fd/${fd}`) ?? []);
  } catch {
    return null;
  }
}
function kindOf(link) {
  if (link.startsWith("/memfd:")) return "memfd";
  if (link.startsWith("/dev/")) return "device";
  if (link.startsWith("/")) return link.endsWith(" (deleted)") ? "deleted file" : "file";
  return /^anon_inode:\[?(\w+)/.exec(link)?.[1] ?? /^\w+/.exec(link)?.[0] ?? "other";
}
function socketInode(link) {
  return /^socket:\[(\d+)\]$/.exec(link)?.[1];
}

// src/measure/roles/endpoint-name.ts
function endpointName({ profiles, shown }, endpoint) {
  if (endpoint.name !== null) return endpoint.name;
  if (shown?.profiles !== void 0) return endpoint.url;
  return profiles.length === 1 ? "profiles" : `profiles ${profiles.indexOf(endpoint) + 1}`;
}

// src/measure/roles/discovery.ts
function createDiscovery(request) {
  const sockets = createSocketProbes(request);
  const endpoints = createEndpointProbes(request);
  const containers = createContainerProbes(request);
  const parents = /* @__PURE__ */ new Map();
  const tell = createTeller();
  let started = null;
  const take = async () => {
    await sockets.look();
    const found = withProcesses(
      findProcesses({ trial: request.trial, command: request.command }),
      sockets.pids()
    );
    const named2 = nameProcesses(found, request.context);
    const processes = found.flatMap((info) => {
      const fresh = isWrapper(info) ? void 0 : named2.get(info.pid);
      if (!fresh) return [];
      if (!parents.has(fresh.key)) parents.set(fresh.key, fresh.parent);
      return [{ info, named: { ...fresh, parent: parents.get(fresh.key) ?? null } }];
    });
    if (!processes.some((p) => p.named.key === started)) started = firstStarted(processes);
    const answering = [
      ...await endpoints.look(processes.map((p) => p.info)),
      ...ownProbe(request, processes.find((p) => p.named.key === started)?.info.pid ?? null)
    ];
    const members = processes.map((p) => ({
      named: p.named,
      process: p.info,
      started: p.named.key === started,
      probes: [
        ...sockets.of(p.info.pid),
        ...answering.flatMap((e) => e.pid === p.info.pid ? [e.probe] : [])
      ],
      shared: null
    }));
    const distant = answering.filter((e) => !processes.some((p) => p.info.pid === e.pid)).map(distantMember);
    const all = [...members, ...distant, ...await containers.look()];
    tell(all);
    return request.workload.measure === "started" ? members.filter((m) => m.started) : all;
  };
  const close = async () => {
    await Promise.allSettled(
      [...sockets.all(), ...endpoints.all(), ...containers.all()].map((probe) => probe.close())
    );
  };
  return { take, close };
}
function createTeller() {
  const told3 = /* @__PURE__ */ new Map();
  return (members) => {
    for (const { named: named2, probes, process: process2, started } of members) {
      if (told3.get(named2.key) === probes.length) continue;
      told3.set(named2.key, probes.length);
      const what = `${named2.name}${started ? ", the started one" : ""}, ${probes.length} probes`;
      debug("process", () => `${process2 === null ? "not seen here" : `pid ${process2.pid}`}: ${what}`);
    }
  };
}
function withProcesses(found, pids) {
  const missing2 = pids.filter((pid) => !found.some((p) => p.pid === pid));
  return [...found, ...missing2.flatMap((pid) => readProcess(pid) ?? [])];
}
function firstStarted(processes) {
  const top = processes.filter((p) => p.named.parent === null);
  top.sort((a, b) => a.info.startTime - b.info.startTime || a.info.pid - b.info.pid);
  return top[0]?.named.key ?? null;
}
var distantMember = ({ name, probe }) => unseen(name, [probe], null);
function unseen(name, probes, shared) {
  return { named: { key: name, name, parent: null }, process: null, started: false, probes, shared };
}
function createSocketProbes({ sockets, runtime }) {
  const known = /* @__PURE__ */ new Map();
  const forget = async (file) => {
    const probe = known.get(file)?.probe;
    known.delete(file);
    await probe?.close().catch(() => {
    });
  };
  const meet = async (file) => {
    const pid = runtime.socketPid(file);
    const owner = pid === null || known.has(file) ? null : readProcess(pid);
    if (!owner) return;
    const probe = await runtime.connect({ kind: "socket", path: join8(sockets, file) }).catch(() => null);
    if (probe) known.set(file, { owner, probe: debugProbe(file, probe) });
  };
  const ofProcess = (pid) => [...known].filter(([, s]) => s.owner.pid === pid && isAlive(s.owner));
  const hasEnded3 = async (file, { owner }) => {
    if (!isAlive(owner)) return true;
    return ofProcess(owner.pid).length > 1 && !await listens(join8(sockets, file));
  };
  const look = async () => {
    for (const [file, probe] of [...known]) if (await hasEnded3(file, probe)) await forget(file);
    await Promise.all(readdirSync4(sockets).map(meet));
  };
  return {
    look,
    of: (pid) => ofProcess(pid).map(([, s]) => s.probe),
    pids: () => [...new Set([...known.values()].map((s) => s.owner.pid))],
    all: () => [...known.values()].map((s) => s.probe)
  };
}
function listens(path) {
  return new Promise((resolve2) => {
    const socket = connect(path);
    socket.on("connect", () => resolve2(true));
    socket.on("error", () => resolve2(false));
    socket.on("connect", () => socket.destroy());
  });
}
function createEndpointProbes({ workload, runtime, environment }) {
  const known = /* @__PURE__ */ new Map();
  const look = async (processes) => {
    const found = [];
    for (const endpoint of workload.profiles) {
      const url = expand(endpoint.url, environment);
      const probe = known.get(url) ?? debugProbe(url, await runtime.connect({ kind: "url", url }));
      known.set(url, probe);
      const pid = probe.pid ?? listener(url, processes);
      found.push({ name: endpointName(workload, endpoint), pid, probe });
    }
    return found;
  };
  return { look, all: () => [...known.values()] };
}
function ownProbe({ own }, pid) {
  return own === void 0 ? [] : [{ name: "snapshot", pid, probe: own }];
}
function listener(url, processes) {
  const { port, protocol } = new URL(url);
  const listeners = listenersOn(Number(port || (protocol === "https:" ? 443 : 80)), processes);
  return [...listeners].sort((a, b) => a.startTime - b.startTime)[0]?.pid ?? null;
}
function createContainerProbes({ sockets, runtime }) {
  const known = /* @__PURE__ */ new Map();
  const meet = async (path) => {
    const probe = known.get(path) ?? await runtime.connect({ kind: "socket", path }).catch(() => null);
    if (probe) known.set(path, probe);
    return probe;
  };
  const look = async () => {
    const folders = readdirSync4(sockets, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const members = await Promise.all(
      folders.map(async ({ name }) => {
        const folder = join8(sockets, name);
        const files = readdirSync4(folder).filter((file) => runtime.socketPid(file) !== null);
        const probes = await Promise.all(files.map((file) => meet(join8(folder, file))));
        const answering = probes.flatMap((probe) => probe ?? []);
        return answering.length === 0 ? [] : [unseen(name, answering, folder)];
      })
    );
    return members.flat();
  };
  return { look, all: () => [...known.values()] };
}

// src/measure/rounds/threads.ts
function createThreads(tell) {
  const left = /* @__PURE__ */ new Set();
  const counted = /* @__PURE__ */ new Set();
  const told3 = /* @__PURE__ */ new Set();
  return {
    isLeftOut: (probe) => left.has(probe),
    mayBeLeftOut: (probe) => probe.thread === true && !counted.has(probe),
    leaveOut: (probe, of) => {
      left.add(probe);
      if (told3.has(of)) return;
      told3.add(of);
      tell({
        code: "thread-left-out",
        text: `A worker thread of \`${of}\` gave no answer for ${timeLimits.thread / 1e3}s, blocked or busy, and is left out: what it keeps is not measured.`
      });
    },
    counted: (probes) => {
      for (const probe of probes) if (!left.has(probe)) counted.add(probe);
    }
  };
}

// src/measure/forms/form.ts
function programCommand({ sandbox, request }, name, text, more = {}) {
  const { diagnosticEnv, runEnv } = request.instrumentation;
  const diagnostic = request.goal === void 0 ? void 0 : diagnosticEnv?.(sandbox.sockets, request.goal);
  const instrumentation = diagnostic ?? runEnv(request.stage, sandbox.sockets);
  const start = sandbox.command(name, text, { instrumentation: { ...instrumentation, ...more } });
  return { start, instrumentation };
}
async function withProgram(making, { start, onEnd, phase }, makeRounds2) {
  const { sandbox, request } = making;
  const { workload } = request;
  const stop = workload.stop === null ? null : sandbox.command("stop", workload.stop);
  const lifecycle = {
    trial: sandbox.trial,
    runtime: request.runtime,
    workload,
    start,
    stop,
    phase,
    ...onEnd && { onEnd }
  };
  step(request, start.name);
  const program = startProgram(lifecycle);
  try {
    await makeRounds2(program, lifecycle);
  } finally {
    await endProgram(program, making);
  }
}
async function endProgram(program, { notes, request }) {
  step(request, "stop");
  try {
    await program.end();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push({ code: "stop-failed", text: reasonOf(error, request.log).text });
  }
}
function discoveryOf({ sandbox, request }, { name, environment }, own) {
  const { headDirectory, revision, runtime, workload } = request;
  const directory = join9(revision.directory, workload.directory);
  return createDiscovery({
    trial: sandbox.trial,
    command: name === "test" || name === "run" ? name : "start",
    sockets: sandbox.sockets,
    runtime,
    workload,
    environment,
    context: {
      directory,
      roots: [revision.directory, headDirectory],
      shown: Object.values(workload.shown ?? {}),
      unpublished: workload.shown !== void 0 && workload.shown[name] === void 0
    },
    ...own && { own }
  });
}
function roundsOf(making, signal) {
  const { sandbox, onObservation, request } = making;
  const { rounds, runtime, stage, workload } = request;
  return {
    runtime,
    rounds,
    warmup: workload.warmup,
    settle: workload.settle,
    drains: stage === "confirm",
    diagnostic: request.goal !== void 0,
    onObservation,
    onIdle: null,
    onDrain: () => {
      step(request, "drain");
      making.onRest?.();
    },
    patience: {
      milliseconds: workload.timeout.round,
      signal,
      threads: createThreads((note) => making.notes.push(note))
    },
    clock: clockUntil(signal),
    sockets: sandbox.sockets,
    profiles: sandbox.profiles
  };
}
var diagnosing = { holders: "diagnosing who holds it", openers: "diagnosing who opens it" };
function step({ log, goal, number, revision }, text, at) {
  const trial = goal === void 0 ? `trial ${number}` : diagnosing[goal];
  log.step(`${revision.side}, ${trial}: ${text}`, at);
}
function roundStep(request, round, of = "") {
  const { rounds, workload } = request;
  const after = round > rounds ? "one more round, for who holds it" : `round ${round} of ${rounds}`;
  const text = round === 0 ? "warm-up round" : after;
  const done = round === 0 ? 0 : workload.warmup + Math.min(round, rounds + 1) - 1;
  step(request, `${of}${text}`, { done, of: workload.warmup + rounds });
}

// src/measure/forms/files.ts
async function readWrittenFiles(making, workload, globs) {
  const { sandbox, notes, onObservation, request } = making;
  assertReadable(request.runtime);
  const { start } = programCommand(making, "run", workload.run);
  const kinds2 = writtenKinds.flatMap((kind) => {
    const glob = globs[kind.key];
    return glob === null ? [] : [{ kind, glob }];
  });
  const find = () => Promise.all(kinds2.map(({ glob }) => findFiles(glob, start.directory, start.environment)));
  const before = new Set((await find()).flat().map(identity));
  const began = Date.now();
  await runToItsEnd(making, workload, start);
  const found = (await find()).map((files) => files.filter((file) => !before.has(identity(file))));
  const series = kinds2.map(({ glob, kind }, index) => ordered(kind, glob, found[index] ?? []));
  assertEven(kinds2, series);
  step(request, `${series[0]?.files.length ?? 0} snapshots`);
  notes.push(...series.map((one, index) => orderNote(kinds2[index]?.kind.what ?? "", one)), notDrained);
  for (const round of (series[0]?.files ?? []).keys()) {
    const seen = await Promise.all(
      kinds2.map(async ({ kind }, index) => {
        const file = series[index]?.files[round];
        if (file === void 0) throw new Error("series of different lengths");
        return { kind, profile: await readWritten(request.runtime, kind, file) };
      })
    );
    onObservation(await observed(join10(sandbox.profiles, String(round + 1)), round + 1, began, seen));
  }
}
var identity = ({ path, writtenAt }) => `${writtenAt} ${path}`;
async function runToItsEnd(making, workload, start) {
  const { request } = making;
  const { ready, round } = workload.timeout;
  const limit = ready + round * request.rounds;
  const onEnd = (end2, output) => end2.ok ? null : failed(end2, output);
  await withProgram(making, { start, onEnd, phase: () => "while it ran" }, async (program) => {
    const late2 = () => new CommandError(
      "run-hung",
      `\`run\` did not end within ${formatDuration(limit)}.`,
      "Have it end once its last profile is written, or raise `timeout: { round: \u2026 }`, of which it has one for each of $LEAKDIFF_ROUNDS.",
      program.output()
    );
    const signal = AbortSignal.any([request.signal, program.gone]);
    const end2 = await within(program.ended, { milliseconds: limit, signal, late: late2 });
    if (!end2.ok) throw failed(end2, program.output());
  });
}
var failed = ({ how }, output) => new CommandError(
  "run-failed",
  `\`run\` ended with ${how}.`,
  "Its last lines are in the log. Correct it until it ends with exit 0.",
  output
);
function ordered({ key, what }, glob, files) {
  if (files.length > 1) return orderFiles(key, files);
  const [only] = files;
  throw new InconclusiveError(
    "files-missing",
    only === void 0 ? `\`run\` succeeded, but wrote no file that \`files: { ${key}: ${glob} }\` matches.` : `\`run\` wrote one ${what}, ${only.name}: growth needs at least two.`,
    "Globs are taken from the directory in which `run` is started; what was there before, unchanged, does not count."
  );
}
function assertEven(kinds2, series) {
  const counts = series.map(({ files }) => files.length);
  if (new Set(counts).size === 1) return;
  const told3 = kinds2.map(({ kind }, index) => `${counts[index]} of \`files.${kind.key}\``).join(" and ");
  throw new InconclusiveError(
    "files-uneven",
    `\`run\` wrote ${told3}: there must be one of each at every moment.`,
    "Write both at each moment, or leave out of `files` what is not to be judged."
  );
}
var orderNote = (what, { by, files }) => ({
  code: "files-order",
  text: `${files.length} files, each a ${what}, in the order of ${by === "number" ? "the numbers in their names" : "their writing"}: ${files[0]?.name} first, ${files.at(-1)?.name} last.`
});
var notDrained = {
  code: "files-not-drained",
  text: "Profiles that the workload writes itself show what lived then: leakdiff could not wait for what would have ended by itself a moment later."
};
var silent = {
  pid: null,
  collect: async () => {
  },
  count: async () => [],
  snapshot: async () => [],
  close: async () => {
  }
};
var member = {
  named: { key: "run", name: "run", parent: null },
  process: null,
  started: true,
  probes: [silent],
  shared: null
};
async function observed(place, round, began, seen) {
  await mkdir2(place, { recursive: true });
  const paths = await Promise.all(
    seen.map(async ({ kind, profile }) => {
      const path = join10(place, profileName(kind));
      await writeFile(path, profile.bytes);
      return path;
    })
  );
  const writtenAt = Math.max(...seen.map(({ profile }) => Number(profile.file.writtenAt / 1000000n)));
  return {
    moment: "round",
    round,
    elapsed: Math.max(0, writtenAt - began),
    settled: true,
    reading: [
      {
        member,
        totals: new Map(seen.map(({ kind, profile }) => [kind.quantity, profile.total])),
        files: /* @__PURE__ */ new Map()
      }
    ],
    files: /* @__PURE__ */ new Map([[member.named.key, [paths]]])
  };
}

// src/measure/profiles/own-snapshot.ts
import { copyFile, readFile as readFile3, rm as rm4 } from "node:fs/promises";
import { join as join11 } from "node:path";
var kinds = [
  { variable: "LEAKDIFF_HEAP", quantity: "heap-bytes", what: "heap profile", file: "heap.profile" },
  { variable: "LEAKDIFF_TASKS", quantity: "tasks", what: "profile of tasks", file: "tasks.profile" }
];
function quantitiesOf(snapshot) {
  return kindsOf(snapshot).map((kind) => kind.quantity);
}
function kindsOf(snapshot) {
  const named2 = kinds.filter(({ variable }) => new RegExp(`\\b${variable}\\b`).test(snapshot));
  return named2.length > 0 ? named2 : kinds;
}
function createOwnSnapshot(request) {
  const { command, directory, runtime, signal, workload } = request;
  const { ownProfiles } = runtime;
  if (ownProfiles === void 0)
    throw new ConfigError(
      `\`snapshot\` has no meaning for ${runtime.name}: its programs are measured without a command of their own.`,
      "Leave out `snapshot`."
    );
  const reader = {
    parse: runtime.parse,
    snapshot: workload.snapshot,
    howTo: ownProfiles.howTo.snapshot
  };
  const wanted = kindsOf(workload.snapshot).map((kind) => ({ ...kind, path: join11(directory, kind.file) }));
  const variables = Object.fromEntries(kinds.map((kind) => [kind.variable, join11(directory, kind.file)]));
  const take = async () => {
    await Promise.all(Object.values(variables).map((path) => rm4(path, { force: true })));
    await runCommand(command(variables), workload.timeout.round, signal);
    return Promise.all(wanted.map((kind) => readTotal(reader, kind)));
  };
  return {
    pid: null,
    // What can be freed is for the command to free: nothing else reaches the program.
    collect: async () => {
    },
    count: take,
    snapshot: (place) => Promise.all(
      wanted.map(async ({ path, file }) => {
        const copy = join11(place, file);
        await copyFile(path, copy);
        return copy;
      })
    ),
    close: async () => {
    }
  };
}
async function readTotal(reader, kind) {
  const { snapshot } = reader;
  const bytes = await readFile3(kind.path).catch((error) => {
    if (error.code === "ENOENT") throw unusable(snapshot, kind, "wrote no", "is there");
    throw error;
  });
  if (bytes.length === 0) throw unusable(snapshot, kind, "left an empty", "is written whole");
  const profile = parsed(reader, kind, bytes).find((p) => p.quantity === kind.quantity);
  if (profile === void 0)
    throw notOne2(reader, kind, new FormatError("not-this-format", "It counts something else.", ""));
  return {
    quantity: kind.quantity,
    value: profile.total ?? profile.samples.reduce((sum2, { value }) => sum2 + value, 0)
  };
}
function parsed(reader, kind, bytes) {
  try {
    return reader.parse(kind.file, bytes);
  } catch (error) {
    if (error instanceof FormatError) throw notOne2(reader, kind, error);
    throw error;
  }
}
function unusable(snapshot, kind, problem, until2) {
  return new InconclusiveError(
    "snapshot-missing",
    `\`snapshot\` succeeded, but ${problem} $${kind.variable}${quoted(snapshot)}`,
    `Have it write a ${kind.what} to $${kind.variable}, and end only once the file ${until2}.`
  );
}
function notOne2({ howTo }, kind, cause) {
  return new InconclusiveError(
    "snapshot-not-a-profile",
    `\`snapshot\` wrote a $${kind.variable} that is not a ${kind.what}: ${cause.message}`,
    howTo,
    { cause }
  );
}
var mayPass = (error) => error instanceof CommandError || error instanceof InconclusiveError && error.code.startsWith("snapshot-");

// src/measure/ready/check.ts
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { connect as connect2 } from "node:net";
function readyCheck(ready, environment, output) {
  switch (ready.kind) {
    case "probe":
      return null;
    case "url": {
      const url = expand(ready.url, environment);
      if (!URL.canParse(url))
        throw new ConfigError("`ready` is not a URL", "Correct `ready`, or the variables in it.");
      return () => checkUrl(new URL(url));
    }
    case "port": {
      const address = expand(ready.address, environment);
      const colon = address.lastIndexOf(":");
      const host = address.slice(0, colon).replace(/^\[|\]$/g, "");
      return () => checkPort(host, Number(address.slice(colon + 1)));
    }
    case "output": {
      const pattern = new RegExp(ready.pattern, ready.flags);
      return async () => pattern.test(output()) ? null : "no line of its output matched";
    }
  }
}
function readyPort(ready, environment) {
  if (ready.kind !== "url" && ready.kind !== "port") return null;
  const address = expand(ready.kind === "url" ? ready.url : `tcp://${ready.address}`, environment);
  if (!URL.canParse(address)) return null;
  const { hostname, port, protocol } = new URL(address);
  if (!/^(?:localhost|127(?:\.\d+){3}|\[::1?\]|0\.0\.0\.0)$/.test(hostname)) return null;
  return Number(port || (protocol === "https:" ? 443 : 80));
}
function checkUrl(url) {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve2) => {
    const sent = request(url, { agent: false, headers: { connection: "close" }, rejectUnauthorized: false });
    sent.setTimeout(
      timeLimits.readyAttempt,
      () => sent.destroy(new Error(`no answer within ${timeLimits.readyAttempt / 1e3}s`))
    );
    sent.on("error", (error) => resolve2(problemOf(error)));
    sent.on("response", (response) => {
      const status = response.statusCode ?? 0;
      response.destroy();
      resolve2(status < 500 ? null : `status ${status}`);
    });
    sent.end();
  });
}
var problemOf = (error) => error.code ?? error.message;
function checkPort(host, port) {
  return new Promise((resolve2) => {
    const socket = connect2({ host, port, timeout: timeLimits.readyAttempt });
    const end2 = (problem) => {
      socket.destroy();
      resolve2(problem);
    };
    socket.on("connect", () => end2(null));
    socket.on("timeout", () => end2("no answer"));
    socket.on("error", (error) => end2(problemOf(error)));
  });
}

// src/measure/ready/final.ts
var finalCodes = { elsewhere: "listens-elsewhere", keptOut: "probe-kept-out" };
var isFinal = (code) => Object.values(finalCodes).includes(code);

// src/measure/ready/elsewhere.ts
function unlessElsewhere(check, { called, now, own, port, ports }) {
  let since = null;
  return async () => {
    const answer = await check();
    const others = answer === "ECONNREFUSED" ? ports() : [];
    if (others.length === 0 || others.includes(port)) since = null;
    else since ??= now();
    if (since !== null && now() - since >= timeLimits.elsewhere) throw listensElsewhere(called, others, own);
    return answer;
  };
}
function listensElsewhere(...asked) {
  const { message, remedy } = wrongPort(...asked);
  return new InconclusiveError(finalCodes.elsewhere, message, remedy);
}
function wrongPort(called, others, own) {
  const told3 = others.toSorted((a, b) => a - b).slice(0, 5);
  const [first] = told3;
  const message = `\`start\` listens on ${told3.map((one) => String(one) === own ? "$PORT" : one).join(", ")}, not on ${called}, where \`ready\` looks.`;
  if (told3.some((one) => String(one) === own)) return { message, remedy: "Set `ready: 127.0.0.1:$PORT`." };
  const many = told3.length === 1 ? "" : ", or another of these ports";
  return {
    message,
    remedy: `Read PORT from the environment, or set \`ready: 127.0.0.1:${first}\`${many}. If it opens that port much later, let \`ready\` be a /regex/ on its output.`
  };
}
function programCheck(ready, {
  environment,
  output,
  trial
}) {
  const check = readyCheck(ready, environment, output);
  const port = readyPort(ready, environment);
  if (check === null || port === null) return check;
  const called = portCalled(port, environment);
  return unlessElsewhere(check, {
    port,
    called,
    own: environment.PORT,
    ports: () => portsOf(trial),
    now: () => performance.now()
  });
}
var portsOf = (trial) => listenersOf(findProcesses({ trial })).map(({ port }) => port);
var portCalled = (port, { PORT }) => PORT === String(port) ? `$PORT (${port})` : String(port);

// src/measure/ready/never-ready.ts
function neverReady(lifecycle, answer, program) {
  const { start, trial, workload } = lifecycle;
  const told3 = whyNotReady(workload.ready, answer, {
    environment: start.environment,
    ports: portsOf(trial)
  });
  return new CommandError(
    "not-ready",
    `The program was not ready within ${formatDuration(workload.timeout.ready)}${told3.why}`,
    `${told3.remedy} Its last lines are in the log.`,
    program.output()
  );
}
function whyNotReady(ready, answer, {
  environment,
  ports
}) {
  const port = readyPort(ready, environment);
  const longer = "or give the program longer: `timeout: { ready: \u2026 }`.";
  const last = `: \`ready\` last found ${answer}.`;
  if (ready.kind === "output") return { why: `: ${answer}.`, remedy: matching(ports, longer) };
  if (port === null || ports.includes(port))
    return { why: last, remedy: `Find out why \`ready\` gets this answer, ${longer}` };
  const called = portCalled(port, environment);
  if (ports.length === 0)
    return { why: last, remedy: `It listens on no port: have it listen on ${called}, ${longer}` };
  const { message, remedy } = wrongPort(called, ports, environment.PORT);
  return { why: `: ${message}`, remedy };
}
function matching(ports, longer) {
  const [port] = ports;
  const listening2 = port === void 0 ? "" : ` set \`ready: 127.0.0.1:${port}\`, where it listens,`;
  return `Have \`start\` print a line that \`ready\` matches,${listening2} ${longer}`;
}

// src/measure/ready/no-probe.ts
import { basename as basename2 } from "node:path";

// src/measure/process/environment.ts
var isWithheld = (name) => name.startsWith("LEAKDIFF_") || actionVariables.test(name);
function commandEnvironment(user, variables, command) {
  const inherited = Object.entries(user).flatMap(
    ([k, v]) => v === void 0 || isWithheld(k) ? [] : [[k, v]]
  );
  const environment = {
    ...Object.fromEntries(inherited),
    LEAKDIFF_TRIAL: variables.trial,
    LEAKDIFF_COMMAND: command.name,
    LEAKDIFF_SIDE: variables.side,
    LEAKDIFF_ROUND: String(command.round),
    LEAKDIFF_ROUNDS: String(variables.rounds),
    LEAKDIFF_DIR: variables.directory,
    LEAKDIFF_HEAD: variables.head,
    PORT: String(variables.port)
  };
  for (const [name, value] of Object.entries(command.instrumentation ?? {})) {
    environment[name] = appended(name, environment[name], value);
  }
  return environment;
}
function appended(name, users, ours) {
  const list = tools.lists[name];
  if (list === void 0 || !users?.trim()) return ours;
  return (list.oursFirst ? [ours, users] : [users, ours]).join(list.separator);
}
function replacedVariables(actual, instrumentation) {
  return Object.entries(instrumentation).flatMap(([name, value]) => {
    const found = actual.get(name);
    const kept = name in tools.lists ? found?.includes(value) : found === value;
    return kept ? [] : [name];
  });
}

// src/measure/ready/no-probe.ts
function noEndpoint(answer, { runtime }, program) {
  const taken = runtime.ownProfiles === void 0 ? "" : `; \`profiles\` takes ${runtime.ownProfiles.endpoint}`;
  const remedy = `Open the URL by hand while the program runs${taken}.`;
  return new CommandError(
    "no-probe",
    `The endpoint in \`profiles\` gave no figures: ${answer}`,
    remedy,
    program.output()
  );
}
function noProbe({ runtime, start, trial }, instrumentation, program) {
  const processes = findProcesses({ trial, command: start.name }).filter((p) => !isWrapper(p));
  const replaced = processes.flatMap(
    (p) => replacedVariables(readEnvironment(p.pid) ?? /* @__PURE__ */ new Map(), instrumentation)
  );
  const closed = processes.map((p) => runtime.unreachable?.(p.arguments, p.pid) ?? null).find((one) => one !== null);
  const names = [...new Set(replaced)].join(", ");
  const running = findProcesses({ trial });
  const kept = closed ?? keptOut(names, running.length) ?? (processes.length === 0 ? onlyTools(running) : null);
  if (kept)
    return new CommandError(
      finalCodes.keptOut,
      `No probe answers in the program: ${kept.why}.`,
      kept.remedy,
      program.output()
    );
  const why = `it was not built by \`setup\` or \`${start.name}\` of this workload, or has another runtime`;
  const others = runtime.ownProfiles === void 0 ? "and check `runtime`" : "check `runtime`, or give its own pprof endpoint in `profiles`";
  const remedy = `Build it in \`setup\` or \`${start.name}\` with no prebuilt binary, ${others}.`;
  return new CommandError("no-probe", `No probe answers in the program: ${why}.`, remedy, program.output());
}
function onlyTools(running) {
  const names = [...new Set(running.map((p) => basename2(p.arguments[0] ?? "")))].filter((name) => name !== "");
  return {
    why: `nothing runs there but ${names.map((name) => `\`${name}\``).join(" and ")}, as a shell or a build tool does that starts other programs`,
    remedy: "Have `start` run the program in a process of its own: what runs within a build tool cannot be told from it."
  };
}
function keptOut(names, found) {
  if (names)
    return {
      why: `its environment does not hold what leakdiff set in ${names}`,
      remedy: `Where the program is started, keep what is in ${names}, and append to it.`
    };
  if (found === 0)
    return {
      why: "its environment was cleared, as by `env -i`",
      remedy: "Start the program with the environment that `start` was given, and only add to that."
    };
  return null;
}

// src/measure/ready/wait.ts
async function waitUntilReady(program, discovery, lifecycle, instrumentation, signal) {
  const { workload } = lifecycle;
  const deadline = performance.now() + workload.timeout.ready;
  const check = programCheck(workload.ready, {
    ...lifecycle.start,
    trial: lifecycle.trial,
    output: program.text
  });
  if (check) await until(check, deadline, signal, (answer) => neverReady(lifecycle, answer, program));
  if (workload.snapshot !== void 0)
    return await waitForSnapshot(
      discovery,
      signal,
      check ? performance.now() + timeLimits.firstSnapshot : deadline
    );
  const own = workload.profiles.length > 0;
  const patience = check && !own ? performance.now() + timeLimits.probeOfReady : deadline;
  await waitForProbe(program, discovery, lifecycle, instrumentation, signal, Math.min(patience, deadline));
}
async function waitForSnapshot(discovery, signal, deadline) {
  for (; ; ) {
    try {
      if (await probeAnswers(await discovery.take()) === null) return;
    } catch (error) {
      throwIfAborted(signal);
      if (!mayPass(error) || performance.now() > deadline) throw error;
    }
    await pause(100, signal);
  }
}
async function waitForProbe(program, discovery, lifecycle, instrumentation, signal, deadline) {
  const extended = Math.max(deadline, performance.now() + 1e3);
  await until(
    async () => probeAnswers(await discovery.take()),
    extended,
    signal,
    (answer) => lifecycle.workload.profiles.length > 0 ? noEndpoint(answer, lifecycle, program) : noProbe(lifecycle, instrumentation, program)
  );
}
async function until(check, deadline, signal, late2) {
  let answer = "nothing";
  for (let wait = 20; ; wait = Math.min(wait * 1.5, 250)) {
    const milliseconds = deadline - performance.now();
    if (milliseconds <= 0) throw late2(answer);
    const found = await within(attempt(check), { milliseconds, signal, late: () => late2(answer) });
    if (found === null) return;
    answer = found;
    await pause(Math.min(wait, milliseconds), signal);
  }
}
async function attempt(check) {
  try {
    return await check();
  } catch (error) {
    const final = error instanceof ConfigError || error instanceof InconclusiveError && (error.code === refusedCode || isFinal(error.code));
    if (!final && (error instanceof UserError || isSystemError(error))) return error.message;
    throw error;
  }
}
var isSystemError = (error) => error instanceof Error && typeof error.code === "string";
async function probeAnswers(members) {
  const probes = members.flatMap((m) => m.probes);
  const [first] = probes;
  if (!first) return "no probe";
  const own = probes.filter(({ thread }) => thread !== true);
  await Promise.all((own.length > 0 ? own : [first]).map((probe) => probe.count()));
  return null;
}

// src/measure/rounds/observe.ts
import { chmod, mkdir as mkdir3 } from "node:fs/promises";
import { basename as basename3, join as join12 } from "node:path";

// src/measure/roles/liveness.ts
var snapshotsToCount = 2;
function createLivenessCheck() {
  const answers = /* @__PURE__ */ new Map();
  return (reading, when) => {
    const probed = reading.map((r) => r.member).filter((m) => m.probes.length > 0);
    for (const [key, { name, started, count }] of answers) {
      if (probed.some((m) => m.named.key === key)) continue;
      const replaced = !started && reading.some(({ member: member2 }) => member2.named.name === name);
      if (!replaced && (started || count >= snapshotsToCount)) throw ended(name, started, when);
      answers.delete(key);
    }
    for (const { named: named2, started } of probed) {
      answers.set(named2.key, { name: named2.name, started, count: (answers.get(named2.key)?.count ?? 0) + 1 });
    }
  };
}
function ended(name, started, when) {
  return new InconclusiveError(
    started ? "program-ended" : "role-vanished",
    `\`${name}\` ended by itself ${when}.`,
    started ? "Its last lines are in the log. The program has to live until the last round." : "Have it live until the last round, or measure the started process alone: `measure: started`."
  );
}

// src/measure/rounds/drain.ts
var firstPause2 = 250;
var longestPause2 = 2e3;
var shortestDrain = 5500;
var noise = 0.02;
async function drain(draining) {
  const { read, levels, limit, clock, idled = 0 } = draining;
  const began = clock.now();
  const stands = stoodFor(draining);
  let reading = await read();
  const enough2 = async (before) => {
    if (hasDropped(draining, before, levels(reading))) return false;
    const rested = idled + clock.now() - began >= shortestDrain;
    return rested || await stands.forAll(grown(draining, levels(reading)).keys());
  };
  if (draining.before !== void 0 && await enough2(draining.before)) return { reading, settled: true };
  for (let pause2 = firstPause2; grown(draining, levels(reading)).size > 0; pause2 = Math.min(pause2 * 2, longestPause2)) {
    const left = limit - (clock.now() - began);
    if (left <= 0) return { reading, settled: false };
    const before = levels(reading);
    const own = shortestDrain - idled - (clock.now() - began);
    const toShortest = stands.remaining(own);
    await clock.pause(Math.min(pause2, left, toShortest > 0 ? Math.max(firstPause2, toShortest) : left));
    reading = await read();
    if (await enough2(before)) break;
  }
  return { reading, settled: true };
}
function stoodFor({ elder }) {
  let asked = false;
  return {
    /** Milliseconds until the shortest drain is over, `own` without it. */
    remaining: (own) => elder === void 0 || asked ? own : Math.min(own, shortestDrain - elder.idled()),
    /** Asked once, when it has been idle for long enough. */
    forAll: async (keys) => {
      if (elder === void 0 || asked || elder.idled() < shortestDrain) return false;
      asked = true;
      return await keepsAll(elder, keys);
    }
  };
}
function grown({ first, negligible }, now) {
  const growth = [...now].map(([key, value]) => [key, value - (first.get(key) ?? 0)]);
  return new Map(growth.filter(([key, value]) => value > negligible(key)));
}
function hasDropped(draining, before, now) {
  return [...grown(draining, before)].some(([key, growth]) => {
    const drop = (before.get(key) ?? 0) - (now.get(key) ?? 0);
    return drop > noise * growth;
  });
}

// src/measure/rounds/reading.ts
import { setTimeout as sleep4 } from "node:timers/promises";
async function collectAll(members, patience, atRest) {
  const done = await Promise.all(members.map((m) => ask(m, patience, (probe) => probe.collect(atRest))));
  return members.filter((_, index) => done[index] !== null);
}
async function withHeap(reading, patience) {
  const counted = await Promise.all(
    reading.map(async (one) => {
      const counts = await ask(one.member, patience, async (probe) => await probe.countHeap?.() ?? []);
      return counts === null ? [] : [{ ...one, totals: new Map([...one.totals, ...summed(counts.flat())]) }];
    })
  );
  return counted.flat();
}
async function readAll(members, sockets, patience) {
  const readings = await Promise.all(members.map((m) => readMember(m, sockets, patience)));
  return readings.flatMap((r) => r ?? []);
}
async function readMember(member2, sockets, patience) {
  const counts = await ask(member2, patience, (probe) => probe.count());
  if (counts === null) return null;
  const totals = summed(counts.flat());
  if (member2.process === null) return { member: member2, totals, files: /* @__PURE__ */ new Map() };
  const usage = readUsage(member2.process.pid, sockets);
  if (usage === null || !isAlive(member2.process)) return null;
  totals.set("rss-bytes", usage.rssBytes);
  totals.set("threads", usage.threads);
  totals.set("files", sum(usage.files.values()));
  return { member: member2, totals, files: usage.files };
}
function summed(totals) {
  const sums = /* @__PURE__ */ new Map();
  for (const { quantity, value } of totals) sums.set(quantity, (sums.get(quantity) ?? 0) + value);
  return sums;
}
async function snapshotAll(members, patience, request) {
  const { directory, ...asked } = request;
  const taken = await Promise.all(
    members.map(async (member2) => {
      const files = await ask(
        member2,
        patience,
        async (probe, index) => probe.snapshot(await directory(member2, index), asked)
      );
      return files === null || member2.probes.length === 0 ? [] : [[member2.named.key, files]];
    })
  );
  return new Map(taken.flat());
}
function levelsOf(reading, watched) {
  const levels = /* @__PURE__ */ new Map();
  for (const { member: member2, totals } of reading) {
    for (const quantity of watched) {
      const value = totals.get(quantity);
      const key = levelKey(quantity, member2.named.name);
      if (value !== void 0) levels.set(key, (levels.get(key) ?? 0) + value);
    }
  }
  return levels;
}
var levelKey = (quantity, name) => `${quantity} ${name}`;
async function ask(member2, patience, question) {
  const { threads } = patience;
  const late2 = () => new Error(`no answer within ${patience.milliseconds / 1e3}s`);
  const one = async (probe, index) => {
    if (threads.isLeftOut(probe)) return [];
    if (!threads.mayBeLeftOut(probe)) return [await within(question(probe, index), { ...patience, late: late2 })];
    const milliseconds = Math.min(timeLimits.thread, patience.milliseconds);
    const blocked = new Error();
    try {
      return [await within(question(probe, index), { ...patience, milliseconds, late: () => blocked })];
    } catch (error) {
      if (error !== blocked) throw error;
      threads.leaveOut(probe, member2.named.name);
      return [];
    }
  };
  try {
    return (await Promise.all(member2.probes.map(one))).flat();
  } catch (error) {
    if (patience.signal.aborted) throw error;
    if (await hasEnded(member2)) return null;
    throw noSnapshot(member2, error);
  }
}
function noSnapshot({ named: named2 }, cause) {
  if (cause instanceof InconclusiveError) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  const full = diskFull(cause);
  if (full !== null) return full;
  return new InconclusiveError(
    "no-snapshot",
    `The probe in ${named2.name} gave no figures: ${why}`,
    "Check that the program still answers at that moment; a program that is stopped, or blocked for long, cannot be measured.",
    { cause }
  );
}
async function hasEnded({ process: process2 }) {
  for (let tries = 0; process2 && tries < 50; tries++) {
    if (!isAlive(process2)) return true;
    await sleep4(10);
  }
  return false;
}
function sum(values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

// src/measure/rounds/observe.ts
var settledBy = ["tasks", "files"];
var drainedBy = [
  "tasks",
  "files",
  "heap-bytes",
  "heap-objects",
  "external-bytes",
  "classes",
  "instances"
];
var drainLevels = (reading) => levelsOf(reading, drainedBy);
function createObserver(request) {
  const { calm = createCalm(), patience, profiles } = request;
  const checkLiveness = createLivenessCheck();
  let previous = null;
  let count = 0;
  return async (moment, round, began, drained) => {
    throwIfAborted(patience.signal);
    const quiet = calm.quiet(request.settle.quiet);
    const seen = await (drained ? readDrained(request, drained) : readSettled(request, previous, { quiet, atRest: moment === "idled" }));
    const { reading, settled } = seen;
    if (seen.calm !== void 0) calm.seen(seen.calm);
    previous = levelsOf(reading, settledBy);
    const place = join12(profiles, folderName(++count, moment, round));
    const files = await snapshotAll(
      reading.map((r) => r.member),
      patience,
      {
        directory: (member2, probe) => makeDirectory(place, member2, probe),
        round,
        dump: moment === "drained" || request.diagnostic === true && round === 1,
        ...request.diagnostic === true ? graphAt(moment, round) : {}
      }
    );
    const answered = reading.filter(({ member: member2 }) => member2.probes.length === 0 || files.has(member2.named.key));
    if (moment === "round") patience.threads.counted(answered.flatMap(({ member: member2 }) => member2.probes));
    checkLiveness(
      answered,
      moment === "round" || moment === "warm-up" ? roundText(round) : "after the last round"
    );
    return {
      moment,
      round,
      elapsed: Math.round(performance.now() - began),
      settled,
      reading: answered,
      files
    };
  };
}
var folderName = (count, moment, round) => `${String(count).padStart(2, "0")}-${moment}${moment === "round" ? `-${round}` : ""}`;
function graphAt(moment, round) {
  if (moment === "drained") return { graph: "write" };
  return moment === "round" && round === 1 ? { graph: "mark" } : {};
}
async function readSettled(request, previous, { quiet, atRest }) {
  const { discovery, clock, patience, sockets } = request;
  const members = await collectAll(await discovery.take(), patience, atRest);
  const settled = await settle({
    read: async () => told2("settle", await readAll(members, sockets, patience)),
    levels: (reading) => levelsOf(reading, settledBy),
    previous,
    limit: request.settle.limit,
    quiet,
    clock
  });
  if (request.diagnostic === true) return settled;
  return { ...settled, reading: await withHeap(settled.reading, patience) };
}
async function readAtOnce({
  discovery,
  patience,
  sockets
}) {
  const members = await collectAll(await discovery.take(), patience, true);
  return told2("drain", await withHeap(await readAll(members, sockets, patience), patience));
}
function readDrained(request, { before, first, idled }) {
  return drain({
    read: () => readAtOnce(request),
    levels: drainLevels,
    first,
    idled,
    before,
    elder: request.elder,
    negligible: negligibleIn(request),
    limit: request.settle.limit,
    clock: request.clock
  });
}
function told2(phase, reading) {
  debug("settle", () => `${phase}: ${[...drainLevels(reading)].map((level) => level.join(" ")).join(", ")}`);
  return reading;
}
function negligibleIn({
  rounds,
  runtime
}) {
  const floors = runtime.floors;
  return (key) => (floors[key.slice(0, key.indexOf(" "))] ?? 0) * rounds;
}
async function makeDirectory(place, { named: named2, shared }, probe) {
  const own = `${named2.key.replace(/[^\w@]+/g, "-")}-${probe}`;
  const directory = shared === null ? join12(place, own) : join12(shared, `${basename3(place)}-${probe}`);
  await mkdir3(directory, { recursive: true });
  if (shared !== null) await chmod(directory, 511);
  return directory;
}
var roundText = (round) => round === 0 ? "in warm-up" : `in round ${round}`;

// src/measure/rounds/living.ts
import { join as join13 } from "node:path";
var most = 32;
var enough = 1e3;
function livingOf(request, { lastEnded, ...levels }) {
  return {
    elder: elderOf({
      ...levels,
      negligible: negligibleIn(request),
      read: async () => drainLevels(await readAtOnce(request)),
      idled: () => performance.now() - lastEnded
    }),
    seconds: async () => (await request.discovery.take()).reduce(
      (sum2, { process: process2 }) => sum2 + (process2 === null ? 0 : secondsOfProcess(process2.pid)),
      0
    ),
    driveOn: async (least) => {
      const observe = createObserver({
        ...request,
        diagnostic: true,
        profiles: join13(request.profiles, "afterwards")
      });
      const began = performance.now();
      const marked = await observe("round", 1, began);
      const until2 = performance.now() + enough;
      for (let round = 1; round <= least || round <= most && performance.now() < until2; round++)
        await request.runRound(request.rounds + round);
      return [marked, await observe("drained", request.rounds, began)];
    }
  };
}

// src/measure/rounds/rounds.ts
async function runRounds(request) {
  const { warmup, rounds, onObservation } = request;
  const observe = createObserver(request);
  const began = performance.now();
  let first = /* @__PURE__ */ new Map();
  let last = /* @__PURE__ */ new Map();
  let firstEnded = began;
  if (warmup === 0) onObservation(await observe("warm-up", 0, began));
  for (let repetition = 1; repetition <= warmup + rounds; repetition++) {
    const round = Math.max(0, repetition - warmup);
    await request.runRound(round);
    const observation = await observe(round === 0 ? "warm-up" : "round", round, began);
    onObservation(observation);
    if (round > 0 && request.enough?.(round) === true) return;
    last = drainLevels(observation.reading);
    if (round !== 1) continue;
    first = last;
    firstEnded = performance.now();
  }
  const lastEnded = performance.now();
  if (request.diagnostic === true) onObservation(await observe("drained", rounds, began));
  else if (request.drains) await rest(request, observe, { began, first, last, firstEnded });
  await request.afterwards?.(livingOf(request, { first, last, lastEnded }));
}
async function rest(request, observe, { began, first, firstEnded, last }) {
  const { onObservation, rounds } = request;
  const milliseconds = performance.now() - firstEnded;
  const idle = idleTime({ first, last, negligible: negligibleIn(request), rounds: rounds - 1, milliseconds });
  const rested = performance.now();
  let before;
  if (idle > 0 && request.onIdle !== null) {
    request.onIdle();
    await request.clock.pause(idle);
    const idled = await observe("idled", rounds, began);
    before = drainLevels(idled.reading);
    onObservation(idled);
  }
  request.onDrain();
  onObservation(await observe("drained", rounds, began, { first, idled: performance.now() - rested, before }));
}
function assertAnswered(observations, rounds) {
  const answered = observations.filter((o) => o.moment === "round" && o.files.size > 0);
  if (answered.length === rounds) return;
  throw new InconclusiveError(
    "no-snapshot",
    `Only ${answered.length} of ${rounds} rounds gave a snapshot.`,
    "Look in the log for processes that ended, and have the measured program live until the last round."
  );
}

// src/measure/forms/round-calls.ts
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
async function openRoundCalls() {
  const path = `/${randomUUID()}`;
  const state = {
    waiting: null,
    early: null,
    pending: false,
    over: false
  };
  const server = createServer((request, response) => {
    request.resume();
    const refusal2 = refusalOf(request, `${path}/round`, state);
    if (refusal2 !== null) return reply(response, ...refusal2);
    state.pending = true;
    const call = {
      answer: (round, left) => {
        state.pending = false;
        reply(response, 200, { round, left });
      }
    };
    if (state.waiting === null) state.early = call;
    else state.waiting(call);
    state.waiting = null;
  });
  server.requestTimeout = 0;
  await new Promise((resolve2, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve2);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    next: () => new Promise((resolve2) => {
      if (state.early === null) state.waiting = resolve2;
      else resolve2(state.early);
      state.early = null;
    }),
    close: () => {
      state.over = true;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve2) => server.close(resolve2));
    }
  };
}
function refusalOf({ method, url }, path, { over, pending }) {
  if (url !== path) return [404, { error: "call POST $LEAKDIFF_URL/round" }];
  if (method !== "POST") return [405, { error: "call POST $LEAKDIFF_URL/round" }];
  if (over) return [410, { error: "no round is left" }];
  return pending ? [409, { error: "the round before this one is still being measured" }] : null;
}
function reply(response, status, body) {
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(`${JSON.stringify(body)}
`);
}

// src/measure/forms/run.ts
async function makeOwnRounds(making, workload) {
  var _stack = [];
  try {
    const { request } = making;
    const total = workload.warmup + request.rounds;
    const state = { made: 0, total, call: null, over: false };
    const calls = __using(_stack, await openRoundCalls(), true);
    const { start, instrumentation } = programCommand(making, "run", workload.run, { LEAKDIFF_URL: calls.url });
    const phase = () => roundText(Math.max(0, state.made + 1 - workload.warmup));
    const onEnd = (end2, output) => state.over ? null : endedEarly(state, end2, output);
    await withProgram(making, { start, onEnd, phase }, async (program, lifecycle) => {
      const until2 = AbortSignal.any([request.signal, program.gone]);
      const discovery = discoveryOf(making, start);
      try {
        await runRounds({
          ...roundsOf(making, until2),
          discovery,
          runRound: async (round) => {
            roundStep(request, round);
            const first = state.made === 0;
            const limit = workload.timeout.round + (first ? workload.timeout.ready : 0);
            await nextCall(state, calls, program, { limit, signal: until2 });
            if (first)
              await waitForProbe(
                program,
                discovery,
                lifecycle,
                instrumentation,
                until2,
                performance.now() + 1e3
              );
          }
        });
        await discovery.close();
        await letEnd(state, calls, program, workload.timeout.stop, request.signal);
      } finally {
        await discovery.close();
      }
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function nextCall(state, calls, program, { limit, signal }) {
  const late2 = () => new CommandError(
    "run-hung",
    `\`run\` made ${state.made} of ${state.total} rounds, and told of no further one within ${formatDuration(limit)}.`,
    "Have it call POST $LEAKDIFF_URL/round after each round, or raise `timeout: { round: \u2026 }`. Its last lines are in the log.",
    program.output()
  );
  const next = calls.next();
  state.call?.answer(state.made, state.total - state.made);
  state.call = await within(next, { milliseconds: limit, signal, late: late2 });
  state.made++;
}
async function letEnd(state, calls, program, milliseconds, signal) {
  state.over = true;
  calls.close();
  state.call?.answer(state.made, 0);
  const lasting = { ok: true, how: "still running" };
  const late2 = new Error("late");
  const end2 = await within(program.ended, { milliseconds, signal, late: () => late2 }).catch((error) => {
    if (error === late2) return lasting;
    throw error;
  });
  if (!end2.ok)
    throw new CommandError(
      "run-failed",
      `\`run\` made all of its ${state.total} rounds, and then failed: it ended with ${end2.how}.`,
      "Its last lines are in the log. Correct it until it ends with exit 0.",
      program.output()
    );
}
function endedEarly({ made, total }, { ok, how }, output) {
  const problem = `\`run\` ended early${ok ? "" : ` with ${how}`}: it made ${made} of ${total} rounds.`;
  if (!ok) return new CommandError("run-failed", problem, "Its last lines are in the log.", output);
  return new InconclusiveError(
    "too-few-rounds",
    problem,
    "Have it make $LEAKDIFF_ROUNDS rounds and call POST $LEAKDIFF_URL/round after each, until the answer is 410."
  );
}

// src/measure/forms/server.ts
import { mkdir as mkdir4 } from "node:fs/promises";
import { join as join14 } from "node:path";
import { setTimeout as sleep5 } from "node:timers/promises";
async function makeServerRounds(making, workload) {
  const { request } = making;
  const state = { phase: "at start", round: 0 };
  const { start, instrumentation } = programCommand(making, "start", workload.start);
  await withProgram(making, { start, phase: () => state.phase }, async (program, lifecycle) => {
    const until2 = AbortSignal.any([request.signal, program.gone]);
    const discovery = discoveryOf(making, start, await ownProbe2(making, workload, () => state.round, until2));
    try {
      await waitUntilReady(program, discovery, { ...lifecycle, workload }, instrumentation, until2);
      await runRounds({
        ...roundsOf(making, until2),
        discovery,
        enough: making.enough,
        afterwards: making.afterwards,
        elder: request.elder,
        ...request.calm && { calm: request.calm },
        onIdle: () => {
          step(request, "while idle");
          making.onRest?.();
        },
        runRound: repeated(
          (round) => {
            state.phase = roundText(round);
            state.round = round;
            return runRound(making, workload, program, round, until2);
          },
          { name: theProgram, repeats: request.repeats, warmup: workload.warmup }
        )
      });
    } catch (error) {
      throw await causeOf2(program, error);
    } finally {
      await discovery.close();
    }
  });
}
async function causeOf2(program, error) {
  const dies = error instanceof InconclusiveError && error.code === "program-ended";
  if (dies || error instanceof CommandError) await sleep5(200);
  return program.gone.aborted ? program.gone.reason : error;
}
async function runRound({ sandbox, request }, { round: text, timeout: timeout2 }, program, round, signal) {
  roundStep(request, round);
  try {
    await runCommand(sandbox.command("round", text, { round }), timeout2.round, signal);
  } catch (error) {
    throw await causeOf2(program, error);
  }
}
async function ownProbe2({ sandbox, request }, { snapshot, ...workload }, round, signal) {
  if (snapshot === void 0) return void 0;
  const directory = join14(sandbox.profiles, "own");
  await mkdir4(directory);
  return createOwnSnapshot({
    workload: { ...workload, snapshot },
    runtime: request.runtime,
    directory,
    command: (variables) => sandbox.command("snapshot", snapshot, { round: round(), instrumentation: variables }),
    signal
  });
}

// src/measure/forms/test.ts
import { readdirSync as readdirSync6 } from "node:fs";
import { join as join17 } from "node:path";

// src/measure/forms/test-session.ts
import { join as join16 } from "node:path";

// src/measure/forms/left-out.ts
import { existsSync as existsSync4, readdirSync as readdirSync5, readFileSync as readFileSync2, statSync } from "node:fs";
import { join as join15, relative as relative4 } from "node:path";
var LeftOut = class extends Error {
  name = "LeftOut";
  note;
  constructor(note) {
    super(note?.text ?? "");
    this.note = note;
  }
};
var testName = (failed2) => failed2 === "" ? "A test" : `\`${failed2}\``;
var often = {
  second: "passes once and not twice",
  later: "passes at first, and fails in later repetitions"
};
function notRepeatable(session, failed2, time = "second") {
  const { name } = session;
  const place = placeOf(session);
  return new LeftOut({
    code: time === "later" ? failsLater : "not-repeatable",
    text: `${testName(failed2)} of ${name} ${often[time]} in one process: the tests of ${name} are not repeatable, and left out.`,
    subject: `all of ${name}`,
    ...place !== null && { paths: [place] }
  });
}
var mostNamed2 = 5;
function leftOutNote(session) {
  const { leftOut, name } = session;
  if (leftOut.length === 0) return [];
  const named2 = leftOut.slice(0, mostNamed2).map((test) => `\`${test}\``);
  const more = leftOut.length > mostNamed2 ? ` and ${leftOut.length - mostNamed2} more` : "";
  const tests = `${named2.join(", ")}${more} of ${name}`;
  const note = {
    code: "not-repeatable",
    text: `${tests} ${leftOut.length === 1 ? "passes" : "pass"} once and not twice in one process: left out, the other tests of ${name} are judged.`,
    subject: tests,
    paths: filesWith(session, leftOut)
  };
  return [note];
}
function failLaterNotes(session) {
  const { failLater, name } = session;
  return failLater.map((test) => ({
    code: failsLater,
    text: `\`${test}\` of ${name} ${often.later} in one process: left out, the other tests of ${name} are judged.`,
    subject: `\`${test}\` of ${name}`,
    paths: filesWith(session, [test])
  }));
}
function placeOf(session) {
  const file = fileOf(session);
  if (file !== null) return file;
  const { cwd, making } = session;
  const { revision } = making.request;
  const folder = cwd === null ? ".." : relative4(revision.directory, cwd);
  return folder.startsWith("..") ? null : `${folder}/`;
}
function fileOf({ making, process: process2 }) {
  const { revision, workload } = making.request;
  const file = join15(revision.directory, workload.directory, process2.name);
  const isFile2 = existsSync4(file) && statSync(file).isFile();
  return isFile2 ? relative4(revision.directory, file) : null;
}
var largest = 2 ** 20;
function filesWith(session, leftOut) {
  const { cwd, making } = session;
  const file = fileOf(session);
  if (file !== null) return [file];
  const names = leftOut.flatMap((test) => /^\w+/.exec(test)?.[0] ?? []);
  if (cwd === null || names.length === 0) return [];
  const word = new RegExp(`\\b(?:${names.join("|")})\\b`);
  try {
    const paths = readdirSync5(cwd).map((entry) => join15(cwd, entry));
    const holding = paths.filter((path) => isText(path) && word.test(readFileSync2(path, "utf8")));
    return holding.map((path) => relative4(making.request.revision.directory, path));
  } catch {
    return [];
  }
}
function isText(path) {
  const entry = statSync(path);
  return entry.isFile() && entry.size < largest;
}

// src/measure/forms/test-process.ts
async function runTests(session, round) {
  const { making, name, process: process2, program } = session;
  const { signal, workload } = making.request;
  const milliseconds = workload.timeout.round;
  const late2 = () => new CommandError(
    "test-hung",
    `The tests of ${name} did not end within ${formatDuration(milliseconds)} (${roundText(round)}).`,
    "Its last lines are in the log. Select fewer tests, or raise `timeout: { round: \u2026 }`.",
    program.output()
  );
  try {
    return await within(process2.round(), { milliseconds, signal, late: late2 });
  } catch (error) {
    if (error instanceof CommandError || signal.aborted) throw error;
    await hasEnded2(session);
    const failed2 = making.request.runtime.tests?.crashed?.(program.text()) ?? "";
    if (session.repetition === 2) throw notRepeatable(session, failed2);
    throw new CommandError(
      "test-crashed",
      `The process with the tests of ${name} ended by itself ${roundText(round)}${failed2 === "" ? "" : `, in ${failed2}`}.`,
      "Its last lines are in the log. Run the tests by hand in this revision, and correct them until they pass.",
      program.output()
    );
  }
}
async function hasEnded2({ info, making, program }) {
  const { runtime, signal } = making.request;
  const crashed = runtime.tests?.crashed;
  for (let tries = 0; tries < 60; tries++) {
    if ((info === null || !isAlive(info)) && crashed?.(program.text()) !== "") return;
    await pause(50, signal);
  }
}
async function end({ info, making, process: process2 }) {
  const { runtime, signal, workload } = making.request;
  if (signal.aborted || info === null || !isAlive(info)) return;
  await process2.end().catch(() => {
  });
  await process2.close();
  if (process2.goesOn === true) return;
  const deadline = performance.now() + workload.timeout.stop;
  const tearDown = runtime.tests?.tearDown ?? "the command";
  while (isAlive(info) && !signal.aborted) {
    if (performance.now() > deadline)
      throw new InconclusiveError(
        "test-hung",
        `The tests of ${process2.name} did not end within ${formatDuration(workload.timeout.stop)} after their last round.`,
        `Look at what ${tearDown} does after the tests, or raise \`timeout: { stop: \u2026 }\`.`
      );
    await pause(20, signal);
  }
}

// src/measure/forms/test-session.ts
async function measureSession(making, program, process2, earlier) {
  const { request } = making;
  const again = earlier.filter((s) => s.name === process2.name).length;
  const name = again === 0 ? process2.name : `${process2.name} (${again + 1})`;
  const info = process2.pid === null ? null : readProcess(process2.pid);
  const observations = [];
  const session = {
    making,
    program,
    process: process2,
    info,
    name,
    repetition: 0,
    cwd: readLink(`/proc/${process2.pid}/cwd`),
    leftOut: [],
    failLater: [],
    attempts: 0,
    measured: earlier.filter(({ outcome }) => outcome === "measured").length
  };
  const profiles = join16(making.sandbox.profiles, `tests-${earlier.length + 1}`);
  try {
    await untilNoneFails(async () => {
      observations.length = 0;
      await runRounds({
        ...roundsOf({ ...making, onObservation: (seen) => observations.push(seen) }, request.signal),
        profiles,
        discovery: discoveryOfOne({ name, info, process: process2 }),
        runRound: repeated((round) => repeat(session, round), {
          name,
          repeats: request.repeats,
          warmup: request.workload.warmup
        })
      });
    });
    const notes = [...leftOutNote(session), ...failLaterNotes(session)];
    return { name: process2.name, outcome: "measured", observations, notes };
  } catch (error) {
    if (error instanceof LeftUnmeasured) {
      const left = { name, why: error.why, place: placeOf(session) };
      return { name: process2.name, outcome: "left", observations: [], notes: [], left };
    }
    if (!(error instanceof LeftOut)) throw error;
    const outcome = error.note === null ? "no-test" : "not-repeatable";
    const notes = error.note === null ? [] : [error.note];
    return { name: process2.name, outcome, observations: [], notes };
  } finally {
    await end(session);
  }
}
var Anew = class extends Error {
  name = "Anew";
};
async function untilNoneFails(measure) {
  for (; ; ) {
    try {
      return await measure();
    } catch (error) {
      if (!(error instanceof Anew)) throw error;
    }
  }
}
function discoveryOfOne({
  name,
  info,
  process: process2
}) {
  const named2 = { key: name, name, parent: null };
  const member2 = { named: named2, process: info, started: true, probes: [process2], shared: null };
  return { take: async () => [member2], close: async () => {
  } };
}
async function repeat(session, round) {
  const { making, name, program } = session;
  session.repetition++;
  roundStep(making.request, round, `${name}: `);
  const { executed, failed: failed2, failing = [] } = await runTests(session, round);
  if (executed === 0 && failed2 === null) throw noneLeft(session);
  if (failed2 === null) return session.repetition === 1 ? await assertPlanned(session) : void 0;
  if (session.repetition === 2) return await without(session, round, { failed: failed2, failing });
  if (session.repetition > 2) return await anew(session, round, failed2);
  throw new CommandError(
    "test-failed",
    `${testName(failed2)} of ${name} fails ${roundText(round)}.`,
    "Its last lines are in the log. Run the tests by hand in this revision, and correct them until they pass.",
    program.output()
  );
}
function noneLeft(session) {
  const [first, later] = [session.leftOut[0], session.failLater[0]];
  if (first !== void 0) return notRepeatable(session, first);
  return later === void 0 ? new LeftOut(null) : notRepeatable(session, later, "later");
}
var LeftUnmeasured = class extends Error {
  name = "LeftUnmeasured";
  why;
  constructor(why) {
    super(why);
    this.why = why;
  }
};
async function assertPlanned({ making, measured, process: process2 }) {
  const { plan, runtime, workload } = making.request;
  if (runtime.tests === void 0) return;
  const elapsed = performance.now() - making.began;
  const { directory } = workload;
  const left = await leftFor({ plan, tests: runtime.tests, process: process2, directory, measured, elapsed });
  if (left !== null) throw new LeftUnmeasured(left);
}
var mostAttempts = 5;
async function without(session, round, { failed: failed2, failing }) {
  const { process: process2 } = session;
  if (process2.leaveOut === void 0 || failing.length === 0 || session.attempts++ >= mostAttempts)
    throw notRepeatable(session, failed2);
  await process2.leaveOut();
  session.leftOut.push(...failing);
  session.repetition--;
  await repeat(session, round);
}
async function anew(session, round, first) {
  const { process: process2 } = session;
  const { failed: failed2, failing = [] } = await runTests(session, round);
  if (session.attempts++ >= mostAttempts) throw notRepeatable(session, first, "later");
  if (failed2 === null) throw new Anew();
  if (process2.leaveOut === void 0 || failing.length === 0) throw notRepeatable(session, failed2, "later");
  await process2.leaveOut();
  session.failLater.push(...failing);
  throw new Anew();
}

// src/measure/forms/test.ts
async function makeTestRounds(making, workload) {
  const { request } = making;
  const { tests, name } = request.runtime;
  if (tests === void 0)
    throw new ConfigError(
      `leakdiff cannot repeat tests of ${name}.`,
      "Measure a program instead (`start` and `round`), or have the workload make its rounds itself (`run`)."
    );
  const { start } = programCommand(making, "test", tests.command(workload.test));
  const sessions = [];
  const onEnd = () => null;
  await withProgram(making, { start, onEnd, phase: () => "in its tests" }, async (program) => {
    try {
      for await (const path of testProcesses(making, program)) {
        sessions.push(await measureSession(making, program, await tests.connect(path), sessions));
      }
    } finally {
      for (const seen of mergeObservations(sessions.map((s) => s.observations))) making.onObservation(seen);
    }
    await assertAllRan(program, tests, sessions);
  });
  for (const { notes } of sessions) making.notes.push(...notes);
  const left = sessions.flatMap((session) => session.left ?? []);
  making.notes.push(...leftNotes(left, sessions.length));
  assertMeasured(sessions, tests);
}
async function* testProcesses({ sandbox, request }, program) {
  const { signal, workload } = request;
  const known = /* @__PURE__ */ new Set();
  const limit = workload.timeout.setup;
  const state = { over: false };
  program.ended.then(() => {
    state.over = true;
  });
  for (let since = performance.now(); ; await pause(50, signal)) {
    const { over } = state;
    const fresh = readdirSync6(sandbox.sockets).find(
      (name) => !known.has(name) && request.runtime.socketPid(name) !== null
    );
    if (fresh !== void 0 && !over) {
      known.add(fresh);
      yield join17(sandbox.sockets, fresh);
      since = performance.now();
    } else if (over) return;
    if (performance.now() - since > limit) throw silentTests(program, limit);
  }
}
function silentTests(program, limit) {
  return new CommandError(
    "test-hung",
    `\`test\` ran for ${formatDuration(limit)} without reaching any test.`,
    "Its last lines are in the log. Build in `setup` what takes long, or raise `timeout: { setup: \u2026 }`.",
    program.output()
  );
}
async function assertAllRan(program, tests, sessions) {
  const { ok, how } = await program.ended;
  const runner = tests.refused?.(program.text()) ?? null;
  if (runner !== null) throw refusal(runner, tests);
  if (ok) return;
  const failures = tests.failures(program.text());
  const unmeasured = failures.filter((name) => !sessions.some((s) => s.name === name));
  if (unmeasured.length === 0 && failures.length > 0) return;
  const which = unmeasured.length > 0 ? ` Not measured: ${unmeasured.slice(0, 5).join(", ")}.` : "";
  throw new CommandError(
    "test-failed",
    `\`test\` ended with ${how}.${which}`,
    "Its last lines are in the log. Run it by hand in this revision, and correct it until it ends with exit 0.",
    program.output()
  );
}
var refusal = (runner, { repeats }) => new InconclusiveError(
  "test-runner",
  `Tests of ${runner} cannot be repeated in one process.`,
  `Measure the program instead (\`start\` and \`round\`), or a script that makes its rounds itself (\`run\`). leakdiff repeats tests of ${repeats}.`
);
function assertMeasured(sessions, { repeats }) {
  if (sessions.some((s) => s.outcome === "measured")) return;
  const [unrepeatable] = sessions.filter((s) => s.outcome === "not-repeatable");
  const [note] = unrepeatable?.notes ?? [];
  if (note !== void 0)
    throw new InconclusiveError(
      "not-repeatable",
      `No tests could be repeated in one process. ${note.text}`,
      "Have tests leave the process as they found it (no registering twice, no fixed state), or select others."
    );
  const correct = "Correct its pattern or its packages; tests that are skipped measure nothing.";
  if (sessions.length > 0) throw new InconclusiveError("no-test", "`test` executed no test.", correct);
  throw new InconclusiveError(
    "no-test",
    `\`test\` ended, and no test was seen that leakdiff repeats: of ${repeats}.`,
    `${correct} Whatever starts the tests has to hand its environment on to them.`
  );
}
function mergeObservations(series) {
  const longest = Math.max(0, ...series.map((s) => s.length));
  return Array.from({ length: longest }, (_, index) => index).flatMap((index) => {
    const [first, ...others] = series.flatMap((s) => s[index] ?? []);
    return first === void 0 ? [] : [others.reduce(both, first)];
  });
}
var both = (a, b) => ({
  ...a,
  elapsed: a.elapsed + b.elapsed,
  settled: a.settled && b.settled,
  reading: [...a.reading, ...b.reading],
  files: new Map([...a.files, ...b.files])
});

// src/measure/forms/make-rounds.ts
async function makeRounds(making) {
  const { workload } = making.request;
  if (workload.form === "server") return makeServerRounds(making, workload);
  if (workload.form === "run" && workload.files !== void 0)
    return readWrittenFiles(making, workload, workload.files);
  if (workload.form === "run") return makeOwnRounds(making, workload);
  return makeTestRounds(making, workload);
}

// src/measure/profiles/fold.ts
import { readFile as readFile4 } from "node:fs/promises";
import { basename as basename4 } from "node:path";
var living = (profile) => !profile.quantity.startsWith("alloc-");
async function foldProfiles(runtime, locate, observations, assigned, required = ["tasks", "heap-bytes"]) {
  const table = createSiteTable(runtime, locate, observations.length);
  const folding = { runtime, table, observations, failures: /* @__PURE__ */ new Map(), periods: [], required };
  for (const [key, role] of assigned.roleOf) await foldMember(folding, key, role);
  foldFiles(folding, assigned);
  return {
    ...table.result(),
    period: Math.max(0, ...folding.periods),
    failures: [...folding.failures.values()]
  };
}
async function foldMember(folding, key, role) {
  const { observations } = folding;
  const present = observations.flatMap((o, index) => o.files.has(key) ? [index] : []);
  const periods = /* @__PURE__ */ new Set();
  for (const index of present) {
    const isLast = index === present.at(-1);
    for (const paths of observations[index]?.files.get(key) ?? []) {
      const profiles = await readProfiles(folding, paths);
      for (const period of checkedPeriods(folding, profiles)) periods.add(period);
      for (const profile of valued(profiles)) foldProfile(folding, { role, index, present }, profile);
      if (isLast) describeTasks(folding, role, profiles);
    }
  }
  if (periods.size > 1) fail(folding, changedPeriod([...periods]));
  folding.periods.push(...periods);
}
function foldProfile(folding, where, { quantity, samples }) {
  const { role, index, present } = where;
  for (const { attributes, stack, value } of samples) {
    if (isIgnored(folding.runtime, quantity, stack)) continue;
    const born = attributes?.born;
    if (born === void 0) folding.table.add({ role, quantity, stack }, value, [index]);
    else if (index === present.at(-1)) {
      const lived = present.filter((i) => bornBy(folding.observations[i], born));
      folding.table.add({ role, quantity, stack }, value, lived);
    }
  }
}
function bornBy(observation, born) {
  return observation?.moment === "idled" || observation?.moment === "drained" || born <= (observation?.round ?? -1);
}
function isIgnored(runtime, quantity, stack) {
  return runtime.ignoreRules.some(
    (r) => (r.quantity === "any" || r.quantity === quantity) && r.matches(stack)
  );
}
function valued(profiles) {
  const tasks = profiles.filter((p) => p.quantity === "tasks");
  const plain = tasks.find((p) => p.samples.every((s) => !s.attributes?.state && !s.attributes?.createdBy));
  const chosen = plain ?? tasks[0];
  return profiles.filter((p) => living(p) && (p.quantity !== "tasks" || p === chosen));
}
function describeTasks({ table, runtime }, role, profiles) {
  const described = profiles.filter((p) => p.quantity === "tasks").findLast(tellsState);
  for (const { stack, value, attributes } of described?.samples ?? []) {
    if (!attributes || isIgnored(runtime, "tasks", stack)) continue;
    table.describe({ role, quantity: "tasks", stack }, value, attributes);
  }
}
var tellsState = (profile) => profile.samples.some((s) => s.attributes?.state !== void 0 || s.attributes?.createdBy !== void 0);
async function readProfiles(folding, paths) {
  const profiles = await Promise.all(
    paths.map(async (path) => {
      try {
        return folding.runtime.parse(basename4(path), await readFile4(path));
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        const text = `A profile of the measured program cannot be read: ${error.message}`;
        fail(folding, { code: "profile-broken", text, remedy: error.remedy });
        return [];
      }
    })
  );
  return profiles.flat();
}
function checkedPeriods(folding, profiles) {
  const { floors } = folding.runtime;
  for (const quantity of folding.required) {
    if (floors[quantity] === void 0 || profiles.some((p) => p.quantity === quantity)) continue;
    const text = `A snapshot holds no profile of ${quantity}.`;
    fail(folding, {
      code: quantity === "tasks" ? "no-task-profile" : "no-heap-profile",
      text,
      remedy: unreadable
    });
  }
  return profiles.flatMap(({ exact, period, quantity }) => {
    if (quantity !== "heap-bytes") return [];
    if (exact) return [0];
    if (period !== void 0 && period > 0) return [period];
    const text = "A heap profile does not tell its sampling period.";
    fail(folding, { code: "period-unknown", text, remedy: unreadable });
    return [];
  });
}
var unreadable = "Check whether the program sets up profiling itself; leave that to leakdiff, or to the runtime.";
function changedPeriod(periods) {
  return {
    code: "period-changed",
    text: `The program changed its heap sampling period within the trial: ${periods.join(", ")} bytes.`,
    remedy: "Have it set the period once, before the first allocation, or not at all."
  };
}
function foldFiles({ observations, table }, assigned) {
  for (const [index, { reading }] of observations.entries()) {
    for (const { member: member2, files } of reading) {
      const role = assigned.roleOf.get(member2.named.key);
      if (role === void 0) continue;
      for (const [kind, count] of files) {
        table.add({ role, quantity: "files", stack: [{ function: kind, file: "", line: 0 }] }, count, [index]);
      }
    }
  }
}
function fail({ failures }, reason) {
  failures.set(`${reason.code} ${reason.text}`, reason);
}

// src/measure/roles/assign.ts
function assignRoles(observations) {
  const all = [...appearances(observations).values()];
  const sure = all.filter((a) => a.answers >= snapshotsToCount);
  const end2 = observations.at(-1);
  const newest = all.filter((a) => !sure.includes(a) && a.last === end2 && sure.some((s) => samePool(s, a)));
  const rest2 = all.filter((a) => !sure.includes(a) && !newest.includes(a));
  const passing = passingPools(rest2, all, observations);
  const counted = [...sure, ...newest, ...passing];
  const names = poolNames(counted.map((a) => a.named));
  const roleNames = [...new Set(counted.map((a) => nameOf(names, a)))];
  const roleOf = new Map(counted.map((a) => [a.named.key, roleNames.indexOf(nameOf(names, a))]));
  const roles = roleNames.map((name, index) => {
    const players = counted.filter((a) => nameOf(names, a) === name);
    const processes = Math.max(...observations.map((o) => playing(o, roleOf, index).length));
    const seen = players.some((a) => a.probed) ? "probe" : "proc";
    const renewed = players.some((a) => passing.includes(a)) || seen === "probe" && isRenewed(players, observations);
    const role = { name, started: players.some((a) => a.started), seen, processes };
    return renewed ? { ...role, renewed: true } : role;
  });
  const gone = all.filter((a) => !counted.includes(a));
  return {
    roles,
    roleOf,
    notes: [
      ...shortLived(gone),
      ...procOnly(roles),
      ...renewals(roles),
      ...late(roles, roleOf, observations)
    ]
  };
}
function appearances(observations) {
  const found = /* @__PURE__ */ new Map();
  for (const observation of observations) {
    for (const { member: member2 } of observation.reading) {
      const { named: named2, started, probes } = member2;
      const known = found.get(named2.key);
      found.set(named2.key, {
        named: named2,
        started,
        probed: probes.length > 0 || known?.probed === true,
        answers: (known?.answers ?? 0) + 1,
        first: known?.first ?? observation,
        last: observation
      });
    }
  }
  return found;
}
var samePool = (a, b) => a.named.name === b.named.name && a.named.parent?.key === b.named.parent?.key;
function passingPools(gone, all, observations) {
  const probed = new Set(all.filter((a) => a.probed).map((a) => a.named.name));
  const rounds = observations.filter((o) => o.moment === "round");
  return gone.filter((a) => {
    const seen = gone.filter((b) => samePool(a, b)).map((b) => b.last);
    const there = rounds.filter((o) => seen.includes(o)).length;
    return probed.has(a.named.name) && there > 1 && 2 * there >= rounds.length;
  });
}
var nameOf = (names, { named: named2 }) => names.get(named2.key) ?? named2.name;
function playing(o, roleOf, role) {
  return o.reading.map((r) => r.member).filter((m) => roleOf.get(m.named.key) === role);
}
function shortLived(gone) {
  const counts = /* @__PURE__ */ new Map();
  for (const { named: named2 } of gone) counts.set(named2.name, (counts.get(named2.name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({
    code: "short-lived",
    text: `${count === 1 ? "A process" : `${count} processes`} of \`${name}\` came and went, and ${count === 1 ? "is" : "are"} not counted.`
  }));
}
function procOnly(roles) {
  return roles.filter((role) => role.seen === "proc").map(({ name }) => ({
    code: "proc-only",
    text: `\`${name}\` has no probe: its memory, threads and open files are seen from /proc alone.`
  }));
}
function isRenewed(players, observations) {
  const at = (o) => observations.indexOf(o);
  const first = observations.findIndex((o) => o.moment === "round");
  const last = observations.findLastIndex((o) => o.moment === "round");
  const came = players.some((a) => at(a.first) > first);
  const end2 = came ? observations.length - 1 : last;
  return players.some((a) => at(a.last) >= first && at(a.last) < end2);
}
function renewals(roles) {
  return roles.filter((role) => role.renewed).map(({ name }) => ({
    code: "pool-renewed",
    text: `Workers of the pool \`${name}\` were renewed during the trial: what the old ones held is gone with them, so the pool is not judged.`
  }));
}
function late(roles, roleOf, observations) {
  const rounds = observations.filter((o) => o.moment === "round");
  return roles.flatMap(({ name, seen }, index) => {
    const there = rounds.filter((o) => playing(o, roleOf, index).length > 0).length;
    if (seen === "proc" || there === rounds.length) return [];
    const text = `\`${name}\` ran in only ${there} of ${rounds.length} rounds, so its totals are not judged. With more warm-up rounds it may run before the first measured one.`;
    return [{ code: "role-incomplete", text }];
  });
}

// src/measure/sandbox.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { rmSync } from "node:fs";
import { cp as cp3, mkdir as mkdir5, mkdtemp as mkdtemp2, rm as rm5 } from "node:fs/promises";
import { join as join18 } from "node:path";

// node_modules/get-port/index.js
import net from "node:net";
import os from "node:os";
var Locked = class extends Error {
  constructor(port) {
    super(`${port} is locked`);
  }
};
var lockedPorts = {
  old: /* @__PURE__ */ new Set(),
  young: /* @__PURE__ */ new Set()
};
var releaseOldLockedPortsIntervalMs = 1e3 * 15;
var reservedPorts = /* @__PURE__ */ new Set();
var minPort = 1024;
var maxPort = 65535;
var timeout;
var getLocalHosts = () => {
  const interfaces = os.networkInterfaces();
  const results = /* @__PURE__ */ new Set([void 0, "0.0.0.0"]);
  for (const _interface of Object.values(interfaces)) {
    for (const config of _interface) {
      results.add(config.address);
    }
  }
  return results;
};
var checkAvailablePort = (options) => new Promise((resolve2, reject) => {
  const server = net.createServer();
  server.unref();
  server.on("error", reject);
  server.listen(options, () => {
    const { port } = server.address();
    server.close(() => {
      resolve2(port);
    });
  });
});
var getAvailablePort = async (options, hosts) => {
  if (options.host || options.port === 0) {
    return checkAvailablePort(options);
  }
  for (const host of hosts) {
    try {
      await checkAvailablePort({ port: options.port, host });
    } catch (error) {
      if (!["EADDRNOTAVAIL", "EINVAL"].includes(error.code)) {
        throw error;
      }
    }
  }
  return options.port;
};
var isLockedPort = (port) => lockedPorts.old.has(port) || lockedPorts.young.has(port) || reservedPorts.has(port);
var portCheckSequence = function* (ports) {
  if (ports) {
    yield* ports;
  }
  yield 0;
};
async function getPorts(options) {
  let ports;
  let exclude = /* @__PURE__ */ new Set();
  if (options) {
    if (options.port) {
      ports = typeof options.port === "number" ? [options.port] : options.port;
    }
    if (options.exclude) {
      const excludeIterable = options.exclude;
      if (typeof excludeIterable[Symbol.iterator] !== "function") {
        throw new TypeError("The `exclude` option must be an iterable.");
      }
      for (const element of excludeIterable) {
        if (typeof element !== "number") {
          throw new TypeError("Each item in the `exclude` option must be a number corresponding to the port you want excluded.");
        }
        if (!Number.isSafeInteger(element)) {
          throw new TypeError(`Number ${element} in the exclude option is not a safe integer and can't be used`);
        }
      }
      exclude = new Set(excludeIterable);
    }
  }
  const { reserve, ...netOptions } = options ?? {};
  if (timeout === void 0) {
    timeout = setTimeout(() => {
      timeout = void 0;
      lockedPorts.old = lockedPorts.young;
      lockedPorts.young = /* @__PURE__ */ new Set();
    }, releaseOldLockedPortsIntervalMs);
    if (timeout.unref) {
      timeout.unref();
    }
  }
  const hosts = getLocalHosts();
  for (const port of portCheckSequence(ports)) {
    try {
      if (exclude.has(port)) {
        continue;
      }
      let availablePort = await getAvailablePort({ ...netOptions, port }, hosts);
      while (isLockedPort(availablePort)) {
        if (port !== 0) {
          throw new Locked(port);
        }
        availablePort = await getAvailablePort({ ...netOptions, port }, hosts);
      }
      if (reserve) {
        reservedPorts.add(availablePort);
      } else {
        lockedPorts.young.add(availablePort);
      }
      return availablePort;
    } catch (error) {
      if (!["EADDRINUSE", "EACCES"].includes(error.code) && !(error instanceof Locked)) {
        throw error;
      }
    }
  }
  throw new Error("No available ports found");
}
function portNumbers(from, to) {
  if (!Number.isInteger(from) || !Number.isInteger(to)) {
    throw new TypeError("`from` and `to` must be integer numbers");
  }
  if (from < minPort || from > maxPort) {
    throw new RangeError(`'from' must be between ${minPort} and ${maxPort}`);
  }
  if (to < minPort || to > maxPort) {
    throw new RangeError(`'to' must be between ${minPort} and ${maxPort}`);
  }
  if (from > to) {
    throw new RangeError("`to` must be greater than or equal to `from`");
  }
  const generator = function* (from2, to2) {
    for (let port = from2; port <= to2; port++) {
      yield port;
    }
  };
  return generator(from, to);
}

// src/measure/sandbox.ts
var shownText = ({ shown }, name) => shown?.[name] === void 0 ? {} : { shown: shown[name] };
var firstPort = 2e4;
var lastPort = 32e3;
async function openSandbox(request) {
  assertMeasurable();
  const { workload, revision, headDirectory } = request;
  const trial = randomUUID2();
  const sockets = await openSockets();
  const folder = await mkdtemp2(join18(request.scratch, "trial-"));
  const [directory, profiles] = [join18(folder, "scratch"), join18(folder, "profiles")];
  await Promise.all([mkdir5(directory), mkdir5(profiles)]);
  const variables = {
    trial,
    side: revision.side,
    rounds: workload.warmup + request.rounds,
    directory,
    head: headDirectory,
    port: await freePort()
  };
  const leave = () => {
    killProcesses({ trial });
    rmSync(sockets, { recursive: true, force: true });
  };
  process.once("exit", leave);
  return {
    trial,
    sockets,
    profiles,
    command: (name, text, { round = 0, instrumentation = {} } = {}) => ({
      name,
      text,
      ...shownText(workload, name),
      directory: join18(isDrivers(name) ? headDirectory : revision.directory, workload.directory),
      environment: commandEnvironment(process.env, variables, { name, round, instrumentation })
    }),
    [Symbol.asyncDispose]: async () => {
      await endProcesses({ trial }, timeLimits.grace);
      process.off("exit", leave);
      if (request.keep !== void 0) await cp3(profiles, request.keep, { recursive: true });
      await Promise.all(
        [sockets, folder].map((path) => rm5(path, { recursive: true, force: true, maxRetries: 3 }))
      );
    }
  };
}
var isDrivers = (name) => name === "round" || name === "snapshot";
function freePort() {
  const from = firstPort + Math.floor(Math.random() * (lastPort - firstPort));
  return getPorts({ port: portNumbers(from, lastPort + 700) });
}

// src/measure/trial-request.ts
import { join as join19 } from "node:path";
function locator({
  revision,
  runtime,
  workload
}) {
  return runtime.locator({
    root: revision.directory,
    directory: join19(revision.directory, workload.directory)
  });
}

// src/measure/run-trial.ts
async function measureTrial(request) {
  var _stack = [];
  try {
    const began = performance.now();
    const taken = { began, observations: [], failures: [], notes: [] };
    const { observations, failures, notes } = taken;
    const finished = { trial: null, notes: 0 };
    const sandbox = __using(_stack, await openSandbox(request), true);
    try {
      let rounds = request.rounds;
      const enough2 = (round) => {
        const { clears, onFirst } = request;
        if (round === onFirst?.rounds) onFirst.tell(withoutSites(request, observations));
        if (round !== clears?.rounds || !clears.isClear(withoutSites(request, observations))) return false;
        rounds = round;
        return true;
      };
      await makeRounds({
        request,
        sandbox,
        began,
        notes,
        enough: enough2,
        onObservation: (seen) => observations.push(seen),
        onRest: () => request.onRest?.(withoutSites(request, observations)),
        afterwards: async (living2) => {
          if (request.afterwards === void 0) return;
          const trial2 = await asTrial(request, taken);
          Object.assign(finished, { trial: trial2, notes: notes.length });
          await request.afterwards(trial2, living2);
        }
      });
      if (!("files" in request.workload)) assertAnswered(observations, rounds);
    } catch (error) {
      failures.push(reasonOf(error, request.log, commandContextOf(request)));
    }
    const { trial } = finished;
    if (trial === null || failures.length > 0) return await asTrial(request, taken);
    const later = notes.slice(finished.notes);
    return { ...trial, notes: [...trial.notes, ...later], seconds: secondsSince(began) };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var secondsSince = (began) => (performance.now() - began) / 1e3;
async function asTrial(request, { began, failures, notes, observations }) {
  const seen = request.signal.aborted ? [] : observations.filter((o) => o.moment !== "warm-up");
  const assigned = assignRoles(observations);
  for (const role of assigned.roles) debug("role", () => JSON.stringify(role));
  const folded = await foldProfiles(
    request.runtime,
    await locator(request),
    seen,
    assigned,
    ownOf(request) ?? request.runtime.profiled?.(request.stage)
  );
  return {
    ...identity2(request),
    roles: assigned.roles.map((role) => withRepeat(request, role)),
    frames: folded.frames,
    sites: folded.sites,
    period: folded.period,
    ...snapshots(seen, assigned, folded),
    failures: [...failures, ...folded.failures],
    notes: [...assigned.notes, ...notes, ...profileNotes(request, folded)],
    seconds: secondsSince(began)
  };
}
function withoutSites(request, observations) {
  const assigned = assignRoles(observations);
  const seen = observations.filter((o) => o.moment !== "warm-up");
  const nothing = { frames: [], sites: [], period: 0, values: [], dropped: 0, failures: [] };
  return {
    ...identity2(request),
    ...nothing,
    roles: assigned.roles.map((role) => withRepeat(request, role)),
    ...snapshots(seen, assigned, nothing),
    failures: [],
    notes: [],
    seconds: 0
  };
}
function withRepeat({ repeats, workload }, role) {
  const times = repeats.of(workload.form === "test" ? role.name : theProgram) ?? 1;
  return times > 1 && workload.form !== "run" ? { ...role, repeat: times } : role;
}
function ownOf({ workload }) {
  if (workload.form === "run" && workload.files !== void 0) return writtenQuantities(workload.files);
  const snapshot = workload.form === "server" ? workload.snapshot : void 0;
  return snapshot === void 0 ? void 0 : quantitiesOf(snapshot);
}
function identity2(request) {
  const { number, revision, runtime, stage, versions, workload, workloadHash } = request;
  const { how, sha, side } = revision;
  return {
    workload: workload.name,
    workloadHash,
    side,
    number,
    stage,
    sha,
    how,
    runtime: runtime.name,
    versions,
    host: hostOf()
  };
}
function snapshots(seen, assigned, folded) {
  const all = seen.map((observation, index) => snapshotOf2(observation, assigned, folded.values[index] ?? []));
  const at = (moment) => all.filter((_, index) => seen[index]?.moment === moment);
  const [idled] = at("idled");
  return {
    rounds: at("round"),
    ...idled === void 0 ? {} : { idled },
    drained: at("drained")[0] ?? null
  };
}
function snapshotOf2({ elapsed, reading, settled }, assigned, sites) {
  const totals = /* @__PURE__ */ new Map();
  for (const { member: member2, totals: figures } of reading) {
    const role = assigned.roleOf.get(member2.named.key);
    if (role === void 0) continue;
    for (const [quantity, value] of figures) {
      const key = `${role} ${quantity}`;
      totals.set(key, { role, quantity, value: value + (totals.get(key)?.value ?? 0) });
    }
  }
  return { elapsed, settled, totals: [...totals.values()], sites };
}
function profileNotes(request, { dropped, period }) {
  const { profiles } = request.workload;
  const coarse = request.runtime.ownProfiles?.coarse;
  const own = ownOf(request);
  const notes = [];
  if (coarse && (profiles.length > 0 || own !== void 0) && period >= coarse.period) {
    const totals = own === void 0 ? "totals are exact" : "a leak of tasks is seen whole";
    const text = `The program samples its heap every ${period} bytes: ${totals}, but where small growth comes from is less certain. ${coarse.remedy}`;
    notes.push({ code: "coarse-sampling", text });
  }
  const missing2 = (what, variable) => "files" in request.workload ? `\`files\` names no ${what}` : `\`snapshot\` writes no ${variable}`;
  if (own?.includes("tasks") === false)
    notes.push({
      code: "snapshot-partial",
      text: `No tasks are judged: ${missing2("tasks", "$LEAKDIFF_TASKS")}.`
    });
  if (own?.includes("heap-bytes") === false)
    notes.push({
      code: "snapshot-partial",
      text: `No heap is judged: ${missing2("heap", "$LEAKDIFF_HEAP")}.`
    });
  if (dropped > 0) notes.push({ code: "sites-dropped", text: `The ${dropped} smallest sites were left out.` });
  return notes;
}

// src/measure/setup.ts
async function runSetup(request) {
  const { workload, revision, instrumentation, log, signal } = request;
  const sandbox = await openSandbox(request);
  if (workload.setup === null) return sandbox;
  log.step(`${revision.side}: setup`);
  try {
    const command = sandbox.command("setup", workload.setup, { instrumentation: instrumentation.buildEnv });
    await runCommand(command, workload.timeout.setup, signal);
    return sandbox;
  } catch (error) {
    await sandbox[Symbol.asyncDispose]();
    if (!(error instanceof CommandError)) throw error;
    const { headDirectory } = request;
    const missed = missingFile(error.output, { revision, headDirectory, directory: workload.directory });
    throw missed === null ? error : new CommandError(error.code, error.message, missed, error.output);
  }
}

export {
  require_picomatch2 as require_picomatch,
  copyFromCheckout,
  checkOut,
  containsDirectory,
  findProcesses,
  readText,
  clearOrphans,
  pause,
  within,
  CommandError,
  startCommand,
  reasonOf,
  commandContextOf,
  hostOf,
  secondsIn,
  listenersOf,
  isFinal,
  wasAtWork,
  createCalm,
  idleRounds,
  theProgram,
  createRepeats,
  mostRepeats,
  leaveQuiet,
  makeRounds,
  assignRoles,
  openSandbox,
  locator,
  measureTrial,
  runSetup
};
