import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  base_exports
} from "./chunk-4ABVIYLM.mjs";
import {
  isDebugging,
  writeDebug
} from "./chunk-5MIBD2VL.mjs";
import {
  inertLine
} from "./chunk-TAZMSTTI.mjs";

// node_modules/yocto-spinner/index.js
import process2 from "node:process";
import { stripVTControlCharacters } from "node:util";
var isUnicodeSupported = process2.platform !== "win32" || Boolean(process2.env.WT_SESSION) || process2.env.TERM_PROGRAM === "vscode";
var isInteractive = (stream) => Boolean(
  stream.isTTY && process2.env.TERM !== "dumb" && !("CI" in process2.env)
);
var infoSymbol = base_exports.blue(isUnicodeSupported ? "\u2139" : "i");
var successSymbol = base_exports.green(isUnicodeSupported ? "\u2714" : "\u221A");
var warningSymbol = base_exports.yellow(isUnicodeSupported ? "\u26A0" : "\u203C");
var errorSymbol = base_exports.red(isUnicodeSupported ? "\u2716" : "\xD7");
var defaultSpinner = {
  frames: isUnicodeSupported ? [
    "\u280B",
    "\u2819",
    "\u2839",
    "\u2838",
    "\u283C",
    "\u2834",
    "\u2826",
    "\u2827",
    "\u2807",
    "\u280F"
  ] : [
    "-",
    "\\",
    "|",
    "/"
  ],
  interval: 80
};
var SYNCHRONIZED_OUTPUT_ENABLE = "\x1B[?2026h";
var SYNCHRONIZED_OUTPUT_DISABLE = "\x1B[?2026l";
var oscSequenceRegex = /][\s\S]*?(?:|\\)/g;
var activeHooksPerStream = /* @__PURE__ */ new Set();
var YoctoSpinner = class {
  #frames;
  #interval;
  #currentFrame = -1;
  #timer;
  #handleSignals;
  #text;
  #stream;
  #color;
  #lines = 0;
  #exitHandlerBound;
  #isInteractive;
  #lastSpinnerFrameTime = 0;
  #isSpinning = false;
  #hookedStreams = /* @__PURE__ */ new Map();
  #isInternalWrite = false;
  #isDeferringRender = false;
  constructor(options = {}) {
    const spinner = options.spinner ?? defaultSpinner;
    if (!Array.isArray(spinner.frames) || spinner.frames.length === 0 || spinner.frames.some((frame) => typeof frame !== "string")) {
      throw new Error("The `spinner.frames` option must be a non-empty array of strings");
    }
    if (spinner.interval !== void 0 && !(Number.isInteger(spinner.interval) && spinner.interval > 0)) {
      throw new Error("The `spinner.interval` option must be a positive integer");
    }
    this.#frames = spinner.frames;
    this.#interval = spinner.interval ?? defaultSpinner.interval;
    this.#handleSignals = options.handleSignals ?? true;
    this.#text = options.text ?? "";
    this.#stream = options.stream ?? process2.stderr;
    this.#color = options.color ?? "cyan";
    this.#isInteractive = isInteractive(this.#stream);
    this.#exitHandlerBound = this.#exitHandler.bind(this);
  }
  #internalWrite(action) {
    this.#isInternalWrite = true;
    try {
      return action();
    } finally {
      this.#isInternalWrite = false;
    }
  }
  #stringifyChunk(chunk, encoding) {
    if (chunk === void 0 || chunk === null) {
      return "";
    }
    if (typeof chunk === "string") {
      return chunk;
    }
    if (Buffer.isBuffer(chunk) || ArrayBuffer.isView(chunk)) {
      const normalizedEncoding = typeof encoding === "string" && encoding !== "" && encoding !== "buffer" ? encoding : "utf8";
      return Buffer.from(chunk).toString(normalizedEncoding);
    }
    return String(chunk);
  }
  #withSynchronizedOutput(action) {
    if (!this.#isInteractive) {
      return action();
    }
    try {
      this.#write(SYNCHRONIZED_OUTPUT_ENABLE);
      return action();
    } finally {
      this.#write(SYNCHRONIZED_OUTPUT_DISABLE);
    }
  }
  #hookStream(stream) {
    if (!stream || this.#hookedStreams.has(stream) || typeof stream.write !== "function") {
      return;
    }
    if (activeHooksPerStream.has(stream)) {
      return;
    }
    const originalWrite = stream.write;
    const hookedWrite = (...writeArguments) => this.#hookedWrite(stream, originalWrite, writeArguments);
    this.#hookedStreams.set(stream, { originalWrite, hookedWrite });
    activeHooksPerStream.add(stream);
    stream.write = hookedWrite;
  }
  #installHook() {
    if (!this.#isInteractive || this.#hookedStreams.size > 0) {
      return;
    }
    const streamsToHook = /* @__PURE__ */ new Set([this.#stream]);
    if (this.#stream === process2.stdout || this.#stream === process2.stderr) {
      if (isInteractive(process2.stdout)) {
        streamsToHook.add(process2.stdout);
      }
      if (isInteractive(process2.stderr)) {
        streamsToHook.add(process2.stderr);
      }
    }
    for (const stream of streamsToHook) {
      this.#hookStream(stream);
    }
  }
  #uninstallHook() {
    for (const [stream, hookInfo] of this.#hookedStreams) {
      if (stream.write === hookInfo.hookedWrite) {
        stream.write = hookInfo.originalWrite;
      }
      activeHooksPerStream.delete(stream);
    }
    this.#hookedStreams.clear();
  }
  #hookedWrite(stream, originalWrite, writeArguments) {
    const [chunk, encoding, callback] = writeArguments;
    let resolvedEncoding = encoding;
    let resolvedCallback = callback;
    if (typeof resolvedEncoding === "function") {
      resolvedCallback = resolvedEncoding;
      resolvedEncoding = void 0;
    }
    if (this.#isInternalWrite || !this.isSpinning) {
      return originalWrite.call(stream, chunk, resolvedEncoding, resolvedCallback);
    }
    if (this.#lines > 0) {
      this.clear();
    }
    const chunkString = this.#stringifyChunk(chunk, resolvedEncoding);
    const chunkTerminatesLine = chunkString.at(-1) === "\n";
    const writeResult = originalWrite.call(stream, chunk, resolvedEncoding, resolvedCallback);
    if (chunkTerminatesLine) {
      this.#isDeferringRender = false;
    } else if (chunkString !== "") {
      this.#isDeferringRender = true;
    }
    if (this.isSpinning && !this.#isDeferringRender) {
      this.#render();
    }
    return writeResult;
  }
  start(text) {
    if (text) {
      this.#text = text;
    }
    if (this.isSpinning) {
      return this;
    }
    this.#isSpinning = true;
    this.#hideCursor();
    this.#installHook();
    this.#render();
    this.#subscribeToProcessEvents();
    if (this.#isInteractive) {
      this.#timer = setInterval(() => {
        this.#render();
      }, this.#interval);
    }
    return this;
  }
  stop(finalText) {
    if (!this.isSpinning) {
      return this;
    }
    const shouldWriteNewline = this.#isDeferringRender;
    this.#isSpinning = false;
    if (this.#timer) {
      clearInterval(this.#timer);
      this.#timer = void 0;
    }
    this.#isDeferringRender = false;
    this.#uninstallHook();
    this.#showCursor();
    this.clear();
    this.#unsubscribeFromProcessEvents();
    if (finalText) {
      const prefix = shouldWriteNewline ? "\n" : "";
      this.#stream.write(`${prefix}${finalText}
`);
    }
    return this;
  }
  #symbolStop(symbol, text) {
    return this.stop(`${symbol} ${text ?? this.#text}`);
  }
  success(text) {
    return this.#symbolStop(successSymbol, text);
  }
  error(text) {
    return this.#symbolStop(errorSymbol, text);
  }
  warning(text) {
    return this.#symbolStop(warningSymbol, text);
  }
  info(text) {
    return this.#symbolStop(infoSymbol, text);
  }
  get isSpinning() {
    return this.#isSpinning;
  }
  get text() {
    return this.#text;
  }
  set text(value) {
    this.#text = value ?? "";
    this.#render();
  }
  get color() {
    return this.#color;
  }
  set color(value) {
    this.#color = value;
    this.#render();
  }
  clear() {
    if (!this.#isInteractive) {
      return this;
    }
    if (this.#lines === 0) {
      return this;
    }
    this.#internalWrite(() => {
      this.#stream.cursorTo(0);
      for (let index = 0; index < this.#lines; index++) {
        if (index > 0) {
          this.#stream.moveCursor(0, -1);
        }
        this.#stream.clearLine(1);
      }
    });
    this.#lines = 0;
    return this;
  }
  #render() {
    if (this.#isDeferringRender) {
      return;
    }
    const useSynchronizedOutput = this.#isInteractive;
    const now = Date.now();
    if (this.#currentFrame === -1 || now - this.#lastSpinnerFrameTime >= this.#interval) {
      this.#currentFrame = ++this.#currentFrame % this.#frames.length;
      this.#lastSpinnerFrameTime = now;
    }
    const applyColor = base_exports[this.#color] ?? base_exports.cyan;
    const frame = this.#frames[this.#currentFrame];
    let string = `${applyColor(frame)} ${this.#text}`;
    if (!this.#isInteractive) {
      string += "\n";
    }
    if (useSynchronizedOutput) {
      this.#withSynchronizedOutput(() => {
        this.clear();
        this.#write(string);
      });
    } else {
      this.#write(string);
    }
    if (this.#isInteractive) {
      this.#lines = this.#lineCount(string);
    }
  }
  #write(text) {
    this.#internalWrite(() => {
      this.#stream.write(text);
    });
  }
  #lineCount(text) {
    const width = this.#stream.columns || 80;
    const lines2 = stripVTControlCharacters(text.replaceAll(oscSequenceRegex, "")).split("\n");
    let lineCount = 0;
    for (const line of lines2) {
      lineCount += Math.max(1, Math.ceil(line.length / width));
    }
    return lineCount;
  }
  #hideCursor() {
    if (this.#isInteractive) {
      this.#write("\x1B[?25l");
    }
  }
  #showCursor() {
    if (this.#isInteractive) {
      this.#write("\x1B[?25h");
    }
  }
  #subscribeToProcessEvents() {
    if (!this.#handleSignals) {
      return;
    }
    process2.once("SIGINT", this.#exitHandlerBound);
    process2.once("SIGTERM", this.#exitHandlerBound);
  }
  #unsubscribeFromProcessEvents() {
    if (!this.#handleSignals) {
      return;
    }
    process2.off("SIGINT", this.#exitHandlerBound);
    process2.off("SIGTERM", this.#exitHandlerBound);
  }
  #exitHandler(signal) {
    if (this.isSpinning) {
      this.stop();
    }
    const exitCode = signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 1;
    process2.exit(exitCode);
  }
};
function yoctoSpinner(options) {
  return new YoctoSpinner(options);
}

// src/cli/terminal/progress.ts
function createProgress(stream, ci) {
  if (!isDebugging(process.env)) return stream.isTTY && !ci ? livingLine(stream) : lines(stream, ci);
  writeDebug((line) => stream.write(`${ci ? inertLine(line) : line}
`));
  return lines(stream, ci);
}
function lines(stream, ci) {
  let last = "";
  const told = (text) => ci ? inertLine(text) : text;
  const write = (line) => stream.write(`${line}
`);
  return {
    step: (text) => {
      if (text !== last) write(told(text));
      last = text;
    },
    detail: (title, text) => {
      write(ci ? `::group::${told(title)}` : title);
      for (const line of text) write(ci ? told(line) : `  ${line}`);
      if (ci) write("::endgroup::");
    },
    end: () => {
    }
  };
}
function livingLine(stream) {
  const spinner = yoctoSpinner({ stream, handleSignals: false });
  const pace = createPace(() => performance.now());
  let told = () => "";
  const show = () => {
    spinner.text = told();
  };
  const every = setInterval(show, 1e3);
  every.unref();
  return {
    step: (text, at) => {
      const left = pace(at);
      told = () => `${text} \xB7 ${left()}`;
      show();
      spinner.start();
    },
    detail: (title, text) => {
      spinner.clear();
      stream.write(`${title}
${text.map((line) => `  ${line}
`).join("")}`);
    },
    end: () => {
      clearInterval(every);
      spinner.stop();
    }
  };
}
function createPace(now) {
  const began = now();
  let first = null;
  let last = 0;
  const endOf = ({ done, of }) => {
    if (first === null || done < last) first = { at: now(), done };
    last = done;
    const made = done - first.done;
    return made < 1 ? null : now() + (now() - first.at) / made * (of - done);
  };
  return (at) => {
    const end = at === void 0 ? null : endOf(at);
    return () => {
      const elapsed = minutes(now() - began);
      return end === null ? elapsed : `${elapsed}, about ${minutes(Math.max(0, end - now()))} left in this trial`;
    };
  };
}
function minutes(milliseconds) {
  const seconds = Math.round(milliseconds / 1e3);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export {
  createProgress
};
