import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/cli/shell-word.ts
function shellWord(value) {
  return /^[\w./:=@%+,-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

export {
  shellWord
};
