import { askingSettings } from '@muster/feeds'
import {
  healthSettings,
  integer,
  parseEnvironment,
  serviceSettings,
  text,
  type Values,
} from '@muster/runtime'
import * as v from 'valibot'

const settings = {
  ...serviceSettings,
  ...healthSettings,
  ...askingSettings,
  POLL_CONCURRENCY: v.optional(
    integer({ min: 1, max: 1000, wanted: 'how many feeds are polled at once, a number from 1 to 1000' }),
    // Of 22 feeds a second, as 20,000 in a quarter of an hour are, one in twenty may take its whole 20 seconds.
    '32',
  ),
  POLL_SPACING_MS: v.optional(
    integer({
      min: 0,
      max: 60_000,
      wanted: 'the pause between two requests to a domain, from 0 to 60000 ms',
    }),
    '2000',
  ),
  PUBLIC_URL: v.optional(
    text({
      pattern: /^https?:\/\/[^\s?#]+$/,
      wanted:
        'where hubs reach the API from outside, as in https://muster.example; without it no hub is asked',
    }),
  ),
  OPERATOR_WEBHOOK: v.optional(
    text({
      pattern: /^https?:\/\/\S+$/,
      wanted: 'where to tell of feeds in trouble, as in https://ops.example/hook',
    }),
  ),
  OPERATOR_WEBHOOK_SECRET: v.optional(
    text({
      pattern: /^whsec_[\w+/=]{24,}$/,
      wanted: 'whsec_ and a key in base64, which signs that',
      secret: true,
    }),
  ),
}

export type Config = Values<typeof settings>

/** Reads the configuration of the feed poller. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(settings, environment)
