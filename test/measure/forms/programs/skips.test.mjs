import { test } from 'node:test'

test.skip('not here', () => {})
