import { tellFailure } from './github/job/failure.ts'
import { runStep } from './github/step.ts'

process.exit(await runStep(process.env).catch(tellFailure))
