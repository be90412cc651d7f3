import { runService } from '@muster/runtime'
import { readConfig } from './config.ts'
import { startFeedPoller } from './start.ts'

await runService('feed-poller', readConfig, startFeedPoller)
