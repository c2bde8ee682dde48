import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// node_modules/pretty-bytes/index.js
var BYTE_UNITS = [
  "B",
  "kB",
  "MB",
  "GB",
  "TB",
  "PB",
  "EB",
  "ZB",
  "YB"
];
var BIBYTE_UNITS = [
  "B",
  "KiB",
  "MiB",
  "GiB",
  "TiB",
  "PiB",
  "EiB",
  "ZiB",
  "YiB"
];
var BIT_UNITS = [
  "b",
  "kbit",
  "Mbit",
  "Gbit",
  "Tbit",
  "Pbit",
  "Ebit",
  "Zbit",
  "Ybit"
];
var BIBIT_UNITS = [
  "b",
  "kibit",
  "Mibit",
  "Gibit",
  "Tibit",
  "Pibit",
  "Eibit",
  "Zibit",
  "Yibit"
];
var UNIT_SETS = [BYTE_UNITS, BIBYTE_UNITS, BIT_UNITS, BIBIT_UNITS];
var toDecimalString = (number) => {
  if (number >= 1e-6 && number < 1e21) {
    return String(number);
  }
  const [mantissa, exponentString] = number.toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const pointPosition = Number(exponentString) + 1;
  const isPositive = pointPosition > 0;
  const padded = isPositive ? digits.padEnd(pointPosition, "0") : "0".repeat(1 - pointPosition) + digits;
  const integerPart = padded.slice(0, isPositive ? pointPosition : 1);
  const fractionPart = padded.slice(isPositive ? pointPosition : 1).replace(/0+$/, "");
  return fractionPart ? `${integerPart}.${fractionPart}` : integerPart;
};
var toLocaleString = (number, locale, options) => {
  if (typeof locale === "string" || Array.isArray(locale) || locale === true) {
    const locales = locale === true ? void 0 : locale;
    if (options !== void 0) {
      return number.toLocaleString(locales, options);
    }
    const text = toDecimalString(number);
    const pointIndex = text.indexOf(".");
    const maximumFractionDigits = pointIndex === -1 ? 0 : text.length - pointIndex - 1;
    if (maximumFractionDigits > 100) {
      return text;
    }
    return number.toLocaleString(locales, { maximumFractionDigits });
  }
  if (options === void 0) {
    return toDecimalString(number);
  }
  return number.toLocaleString("en-US", { ...options, useGrouping: false });
};
var log10 = (numberOrBigInt) => {
  if (typeof numberOrBigInt === "number") {
    return Math.log10(numberOrBigInt);
  }
  const string = numberOrBigInt.toString(10);
  return string.length + Math.log10(`0.${string.slice(0, 15)}`);
};
var log = (numberOrBigInt) => {
  if (typeof numberOrBigInt === "number") {
    return Math.log(numberOrBigInt);
  }
  return log10(numberOrBigInt) * Math.log(10);
};
var divide = (numberOrBigInt, base, exponent) => {
  const divisor = base ** exponent;
  if (typeof numberOrBigInt === "number" || numberOrBigInt <= Number.MAX_SAFE_INTEGER) {
    return Number(numberOrBigInt) / divisor;
  }
  const bigintDivisor = BigInt(base) ** BigInt(exponent);
  const integerPart = numberOrBigInt / bigintDivisor;
  const remainder = numberOrBigInt % bigintDivisor;
  return Number(integerPart) + Number(remainder) / divisor;
};
var toUnrepresentableString = (number, base, exponent, localeOptions) => {
  const scale = BigInt(base) ** BigInt(exponent);
  const whole2 = number / scale;
  if (localeOptions === void 0) {
    return whole2.toString();
  }
  const minimumFractionDigits = localeOptions.minimumFractionDigits ?? 0;
  const maximumFractionDigits = Math.max(localeOptions.maximumFractionDigits ?? 3, minimumFractionDigits);
  const truncated = (number % scale * 10n ** BigInt(maximumFractionDigits) / scale).toString().padStart(maximumFractionDigits, "0");
  const fraction = truncated.replace(/0+$/, "").padEnd(minimumFractionDigits, "0");
  return fraction ? `${whole2}.${fraction}` : whole2.toString();
};
var signOf = (number, signed) => {
  if (number < 0) {
    return "-";
  }
  if (!signed) {
    return "";
  }
  return number === 0 || number === 0n ? " " : "+";
};
var assertFixedWidth = (fixedWidth) => {
  if (fixedWidth !== void 0 && (typeof fixedWidth !== "number" || !Number.isSafeInteger(fixedWidth) || fixedWidth < 0)) {
    throw new TypeError(`Expected fixedWidth to be a non-negative integer, got ${typeof fixedWidth}: ${fixedWidth}`);
  }
};
var assertFractionDigits = (name, value) => {
  if (value !== void 0 && (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 100)) {
    throw new TypeError(`Expected ${name} to be an integer between 0 and 100, got ${typeof value}: ${value}`);
  }
};
var buildLocaleOptions = (options) => {
  const { minimumFractionDigits, maximumFractionDigits } = options;
  if (minimumFractionDigits === void 0 && maximumFractionDigits === void 0) {
    return void 0;
  }
  assertFractionDigits("minimumFractionDigits", minimumFractionDigits);
  assertFractionDigits("maximumFractionDigits", maximumFractionDigits);
  if (minimumFractionDigits > maximumFractionDigits) {
    throw new RangeError(`Expected minimumFractionDigits (${minimumFractionDigits}) to not be greater than maximumFractionDigits (${maximumFractionDigits})`);
  }
  return {
    ...minimumFractionDigits !== void 0 && { minimumFractionDigits },
    ...maximumFractionDigits !== void 0 && { maximumFractionDigits },
    roundingMode: "trunc"
  };
};
function prettyBytes(number, options) {
  if (typeof number !== "bigint" && !Number.isFinite(number)) {
    throw new TypeError(`Expected a finite number, got ${typeof number}: ${number}`);
  }
  options = {
    bits: false,
    binary: false,
    space: true,
    nonBreakingSpace: false,
    ...options
  };
  assertFixedWidth(options.fixedWidth);
  const localeOptions = buildLocaleOptions(options);
  const UNITS = UNIT_SETS[(options.bits ? 2 : 0) + (options.binary ? 1 : 0)];
  const separator = options.space ? options.nonBreakingSpace ? "\xA0" : " " : "";
  if (Object.is(number, -0)) {
    number = 0;
  }
  const prefix = signOf(number, options.signed);
  if (number < 0) {
    number = -number;
  }
  const base = options.binary ? 1024 : 1e3;
  let exponent = 0;
  if (number >= 1) {
    exponent = Math.min(Math.floor(options.binary ? log(number) / Math.log(base) : log10(number) / 3), UNITS.length - 1);
  }
  const scaled = divide(number, base, exponent);
  let numberString;
  if (Number.isFinite(scaled)) {
    number = scaled;
    if (number < 1 && exponent > 0) {
      number *= base;
      exponent -= 1;
    }
    if (!localeOptions) {
      const minimumPrecision = Math.max(3, Math.floor(number).toString().length);
      number = Number(number.toPrecision(minimumPrecision));
      if (number >= base && exponent < UNITS.length - 1) {
        number /= base;
        exponent += 1;
      }
    }
    numberString = toLocaleString(number, options.locale, localeOptions);
  } else {
    numberString = toUnrepresentableString(number, base, exponent, localeOptions);
  }
  const result = prefix + numberString + separator + UNITS[exponent];
  return result.padStart(options.fixedWidth ?? 0);
}

// src/report/narrative/numbers.ts
var minus = (text) => text.replace(/^-/, "\u2212");
var whole = new Intl.NumberFormat("en-US");
var rounded = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
function count(value) {
  const settled = Math.abs(value) < 5e-4 ? 0 : value;
  return minus((Number.isInteger(settled) ? whole : rounded).format(settled));
}
function bytes(value) {
  return Math.abs(value) < 0.05 ? "0" : minus(prettyBytes(value));
}
function noiseOf(value, low, high) {
  const half = (high - low) / 2;
  return half > Math.abs(value) * 5e-3 ? half : 0;
}
function stepOf(noise) {
  const place = 10 ** Math.floor(Math.log10(noise));
  return noise / place < 2 ? place / 10 : place;
}
var inSteps = (value, step) => Number((Math.round(value / step) * step).toPrecision(12));
function supported(value, noise) {
  if (!(noise > 0) || value === 0 || !Number.isFinite(noise)) return value;
  const twoDigits = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return inSteps(value, Math.min(stepOf(noise), twoDigits));
}
function shareOf(figure, many) {
  if (many === 1 || figure === 0) return figure / many;
  const [mantissa = ""] = Math.abs(figure).toPrecision(12).split("e");
  const digits = mantissa.replace(".", "").replace(/^0+/, "").replace(/0+$/, "").length;
  return Number((figure / many).toPrecision(Math.max(2, digits)));
}
var leastNoise = 0.05;
function plusMinus(value, noise, figure) {
  if (!(noise > 0) || !Number.isFinite(noise) || value === 0 && noise < leastNoise) return "";
  const shown = figure(inSteps(noise, stepOf(noise)));
  return shown === "0" ? "" : ` \xB1\xA0${shown}`;
}
function rate(value) {
  const size = Math.abs(value);
  const near = (a, b, share) => Math.abs(a - b) <= share * b;
  if (size >= 0.9) {
    const whole2 = Math.round(size);
    if (near(size, whole2, 0.06)) return { times: whole2, every: 1, exact: near(size, whole2, 5e-4) };
    return { times: Number(size.toPrecision(2)), every: 1, exact: false };
  }
  const every = size === 0 ? 1 : Math.round(1 / size);
  return { times: 1, every, exact: near(1 / size, every, 5e-4) };
}
function percent(share) {
  if (share > 0 && share < 0.01) return "under 1\xA0%";
  return `${Math.round(share * 100)}\xA0%`;
}
function duration(seconds) {
  if (seconds < 10) return `${Number(seconds.toPrecision(2))} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

// src/report/narrative/words.ts
var unknownTasks = { one: "task", many: "tasks", stack: "running" };
function called(amount, { taskName }, kind) {
  const noun = kind === void 0 || / (?:that|of|on) /.test(kind) ? null : kind.replace(/^an? /, "");
  return noun === null ? amount : amount.replace(`1 ${taskName.one}`, `1 ${noun}`);
}
var nouns = {
  "heap-bytes": { name: "live heap", one: null, many: "" },
  "external-bytes": { name: "memory outside the heap", one: null, many: " outside the heap" },
  "rss-bytes": { name: "resident memory", one: null, many: " of resident memory" },
  "heap-objects": { name: "live objects", one: "live object", many: "live objects" },
  classes: { name: "loaded classes", one: "loaded class", many: "loaded classes" },
  instances: { name: "objects of types that grow in every round", one: "live object", many: "live objects" },
  "class-bytes": { name: "memory of classes", one: null, many: " of memory of classes" },
  files: { name: "open files", one: "open file", many: "open files" },
  threads: { name: "threads", one: "thread", many: "threads" }
};
function wordsFor({
  operations,
  tasks = unknownTasks
}) {
  const { stack: taskStack, ...task } = tasks;
  const nounOf = (quantity) => {
    if (quantity === "tasks") return { name: task.many, ...task };
    if (Object.hasOwn(nouns, quantity))
      return nouns[quantity] ?? { name: quantity, one: quantity, many: quantity };
    return { name: quantity, one: quantity.endsWith("-bytes") ? null : quantity, many: ` ${quantity}` };
  };
  const figure = (value, quantity) => nounOf(quantity).one === null ? bytes(value) : count(value);
  return {
    name: (quantity) => nounOf(quantity).name,
    figure,
    amount: (value, quantity) => {
      const { one, many } = nounOf(quantity);
      if (one === null) return `${bytes(value)}${many}`;
      return `${count(value)} ${count(value) === "1" ? one : many.trim()}`;
    },
    taskName: task,
    taskStack,
    each: operations === 1 ? "round" : "operation"
  };
}

export {
  count,
  bytes,
  noiseOf,
  supported,
  shareOf,
  plusMinus,
  rate,
  percent,
  duration,
  called,
  wordsFor
};
