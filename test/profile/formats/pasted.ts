// Dumps as people have them: what tests of the reader and of whole comparisons both begin with.

/** The main goroutine. */
export const first = `goroutine 1 [chan receive, 2 minutes]:
main.main()
	/srv/app/main.go:20 +0x1d
`

/** One that stays; `elided` is what stands for frames between. */
export const leaked = (id: number, elided = '') => `goroutine ${id} [select]:
shop.(*Cart[...]).wait(0xc000012345, {0x1, 0x2})
	/srv/app/shop/cart.go:34 +0x1d
${elided}shop.Order(...)
	/srv/app/shop/order.go:12
created by shop.Serve in goroutine 1
	/srv/app/shop/serve.go:9 +0x65
`

/** Each line changed; what ends with a line break does so afterwards. */
export function eachLine(text: string, change: (line: string, at: number) => string): string {
  const end = text.endsWith('\n') ? '\n' : ''
  return (
    text
      .slice(0, text.length - end.length)
      .split('\n')
      .map(change)
      .join('\n') + end
  )
}
