// Works and lets go of everything: the other side of most comparisons.
import { serve } from './harness.mjs'

serve(() => Array.from({ length: 10 }, () => 'x'.repeat(1000)).join())
