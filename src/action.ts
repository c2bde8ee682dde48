import { startScrubbed } from './github/scrub.ts'

startScrubbed(process.env)
const { tellFailure } = await import('./github/job/failure.ts')
const { runStep } = await import('./github/step.ts')
process.exit(await runStep(process.env).catch(tellFailure))
