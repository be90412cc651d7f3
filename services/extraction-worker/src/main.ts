import { runService } from '@muster/runtime'
import { readConfig } from './config.ts'
import { startExtractionWorker } from './start.ts'

await runService('extraction-worker', readConfig, startExtractionWorker)
