import { runService } from '@muster/runtime'
import { readConfig } from './config.ts'
import { startApi } from './start.ts'

await runService('api', readConfig, startApi)
