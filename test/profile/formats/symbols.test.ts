import { describe, expect, it } from 'vitest'
import { demangle } from '../../../src/profile/formats/symbols/demangle.ts'

const plain = (symbol: string) => demangle(symbol, { left: 1e6 })

describe('names that pprof makes readable', () => {
  // As github.com/ianlancetaylor/demangle with NoParams, NoEnclosingParams, NoTemplateParams has them,
  // which pprof uses.
  it.each([
    ['_ZN3foo3barEi', 'foo::bar'],
    ['_ZN3foo3bazILi3EEEvv', 'foo::baz'],
    ['_ZNSt6vectorIiSaIiEE9push_backERKi', 'std::vector::push_back'],
    ['_ZNK3foo3Bar4sizeEv', 'foo::Bar::size'],
    ['_ZN3foo3BarC1ERKS0_', 'foo::Bar::Bar'],
    ['_ZN3foo3BarD0Ev', 'foo::Bar::~Bar'],
    ['_ZN3foo12_GLOBAL__N_11fEv', 'foo::(anonymous namespace)::f'],
    ['_ZNSsC1EPKcRKSaIcE', 'std::basic_string::basic_string'],
    ['_ZZ4mainENKUliE_clEi', 'main::{lambda(int)#1}::operator()'],
    ['_ZlsRSoRK3Foo', 'operator<<'],
    ['_ZnwmRKSt9nothrow_t', 'operator new'],
    ['_ZNK3FoocvbEv', 'Foo::operator bool'],
    ['_ZTV3Foo', 'vtable for Foo'],
    ['_ZThn8_N3Foo3barEi', 'non-virtual thunk to Foo::bar(int)'],
    ['_ZN3foo3barEi.cold', 'foo::bar'],
    ['__ZN3foo3barEi', 'foo::bar'],
    ['_RNvCs1234_7mycrate3foo', 'mycrate::foo'],
    ['_RINvNtC3std3mem8align_ofjdE', 'std::mem::align_of::<>'],
    ['_RNCNvC7mycrate4main0', 'mycrate::main::{closure#0}'],
    ['_RNvMCs1_7mycrateNtB2_4Cart3add', '<mycrate::Cart>::add'],
    ['_ZN5alloc3vec12Vec$LT$T$GT$4push17h0123456789abcdefE', 'alloc::vec::Vec<T>::push'],
  ])('%s', (symbol, name) => {
    expect(plain(symbol)).toBe(name)
  })
})

it.each(['main.f', '_start', '_Z', '_ZN', '_R', '_RNv', '_ZN3fooE17h', '_ZNoE', '__libc_start_main'])(
  '%s stays',
  (name) => {
    expect(plain(name)).toBeNull()
  },
)

it('a short name that stands for an endless one stays as it is, at once', () => {
  const doubling = `_Z1fSt4pairIiiE${Array.from({ length: 60 }, (_, at) => `St4pairIS${at === 0 ? '' : (at - 1).toString(36).toUpperCase()}_S${at === 0 ? '' : (at - 1).toString(36).toUpperCase()}_E`).join('')}`
  expect(plain(doubling)?.length ?? 0).toBeLessThan(5000)
  expect(plain(`_ZTI${'P'.repeat(100_000)}i`)).toBeNull()
  const work = { left: 10 }
  expect(demangle('_ZN3foo3bazILi3EEEvv', work)).toBeNull()
})
