import { once } from 'node:events'
import { connect } from 'node:net'
import { supplier } from './supplier.js'

/** Asks the supplier whether there is any left. */
export async function order() {
  const { port } = await supplier
  const socket = connect(port, '127.0.0.1')
  const [answer] = await once(socket, 'data')
  return answer.length > 0
}
