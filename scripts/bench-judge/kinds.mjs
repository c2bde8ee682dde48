import { families } from './noise.mjs'

/** Programs whose noise is of one family, and those that grow on both sides. */
export const growing = [
  ...Object.keys(families).map((family) => ({ family, behaviour: 'nothing' })),
  ...['levelling', 'doubling', 'bounded doubling', 'leak'].map((behaviour) => ({
    family: 'seen',
    behaviour,
  })),
]
export const nameOf = ({ behaviour, family }) =>
  behaviour === 'nothing' ? family : `${behaviour}, both sides`
