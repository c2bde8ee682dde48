import assert from 'node:assert/strict'
import { test } from 'node:test'

let used = 0
test('has a quota', () => assert.ok(++used <= 4))

let calls = 0
test('fails once', () => assert.notEqual(++calls, 3))

test('watches', () => setInterval(() => {}, 1e6))
