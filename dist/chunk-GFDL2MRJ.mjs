import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/github/within.ts
async function within(milliseconds, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export {
  within
};
