import { EventEmitter } from 'node:events'

export const config = new EventEmitter().setMaxListeners(0)
export default []
