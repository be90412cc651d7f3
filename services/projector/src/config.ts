import {
  healthSettings,
  outboundAllow,
  parseEnvironment,
  serviceSettings,
  text,
  type Values,
} from '@muster/runtime'
import * as v from 'valibot'

const settings = {
  ...serviceSettings,
  ...healthSettings,
  OUTBOUND_ALLOW: v.optional(outboundAllow, ''),
  DELIVERY_PAUSES: v.optional(
    text({
      pattern: /^\d{1,6}(,\d{1,6})*$/,
      wanted: 'the seconds before each further attempt at a delivery, below a million, as in 5,300,1800',
    }),
    // The last attempt comes some 28 hours after the first, as the Standard Webhooks scheme recommends:
    // long enough for a night's outage to be noticed and mended.
    '5,300,1800,7200,18000,36000,36000',
  ),
}

export type Config = Values<typeof settings>

/** Reads the configuration of the projector. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(settings, environment)
