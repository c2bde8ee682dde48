// Prints the context that keeps-context.cjs began, after two awaits, and how many stacks its own formatter has written.
let written = 0
Error.prepareStackTrace = (error) => {
  written++
  return `mine: ${error.message}`
}
process.stdin.on('data', async () => {
  setInterval(() => {}, 1e8)
  await null
  await new Promise((resolve) => setTimeout(resolve, 1))
  console.log(`${globalThis.context?.getStore()} ${written} ${new Error('x').stack}`)
})
console.log('ready')
