import { serve } from './harness.mjs'
import { work } from './work.mjs'

serve(work)
