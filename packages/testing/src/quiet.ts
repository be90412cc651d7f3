import { createLogger } from '@muster/runtime'

/** Says nothing unless LOG_LEVEL asks for it. */
export const quiet = createLogger('test', process.env.LOG_LEVEL ?? 'silent')
