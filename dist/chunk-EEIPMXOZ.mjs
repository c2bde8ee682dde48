import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/errors.ts
var UserError = class extends Error {
  remedy;
  constructor(problem, remedy, options) {
    super(problem, options);
    this.name = "UserError";
    this.remedy = remedy;
  }
};
var ConfigError = class extends UserError {
  name = "ConfigError";
};
var InconclusiveError = class extends UserError {
  code;
  constructor(code, problem, remedy, options) {
    super(problem, remedy, options);
    this.name = "InconclusiveError";
    this.code = code;
  }
};
var FormatError = class extends UserError {
  kind;
  constructor(kind, problem, remedy, options) {
    super(problem, remedy, options);
    this.name = "FormatError";
    this.kind = kind;
  }
};
function diskFull(error) {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? error.code : null;
  const said = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.exec(error.message);
  if (code !== "ENOSPC" && code !== "EDQUOT" && said === null) return null;
  const remedy = "Free some space, or have the workload write less.";
  return new InconclusiveError("disk-full", `The disk is full: ${error.message}`, remedy, { cause: error });
}
function notPermitted(error) {
  if (!(error instanceof Error) || error instanceof UserError) return null;
  const code = "code" in error ? String(error.code) : "";
  if (!["EACCES", "EPERM", "EROFS"].includes(code)) return null;
  const remedy = "Give leakdiff a folder for temporary files that it may write to (TMPDIR), and a checkout that it may read.";
  return new UserError(`The system refused access: ${error.message}`, remedy, { cause: error });
}
var exitStatus = { pass: 0, fail: 1, usage: 2, inconclusive: 3, bug: 4 };
function reasonOfThrown(error) {
  const told = diskFull(error) ?? notPermitted(error) ?? error;
  if (told instanceof UserError) {
    const code = told instanceof InconclusiveError ? told.code : "not-measured";
    return { code, text: told.message, remedy: told.remedy };
  }
  return {
    code: "bug",
    text: "leakdiff itself failed.",
    remedy: "Please report it with the lines in the log."
  };
}
function firstIssue({
  issues
}, otherwise) {
  const { message, path } = issues[0] ?? { message: otherwise, path: [] };
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
function describeError(error) {
  if (error instanceof UserError) return `${error.message}
  ${error.remedy}`;
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  return `This is a bug in leakdiff, not in your project. Please report it with the lines below.
${detail}`;
}

export {
  UserError,
  ConfigError,
  InconclusiveError,
  FormatError,
  diskFull,
  notPermitted,
  exitStatus,
  reasonOfThrown,
  firstIssue,
  describeError
};
