// A service as containers of dependencies keep it: made once, and reached through what wraps it.
class Order {
  constructor(id) {
    this.id = id
    this.rows = Array.from({ length: 100 }, (_, i) => i + 0.5)
  }
}
class Orders {
  recent = new Map()
}
class Wrapper {
  constructor(instance) {
    this.instance = instance
  }
}
const wrappers = new Map([['Orders', new Wrapper(new Orders())]])
process.stdin.on('data', () => {
  const { recent } = wrappers.get('Orders').instance
  for (let i = 0; i < 200; i++) recent.set(`canary-${recent.size}`, new Order(`secret-${recent.size}`))
  console.log('done')
})
console.log('ready')
