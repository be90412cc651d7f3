import { runService } from '@muster/runtime'
import { readConfig } from './config.ts'
import { startProjector } from './start.ts'

await runService('projector', readConfig, startProjector)
