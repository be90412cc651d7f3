import { healthSettings, outboundAllow, parseEnvironment, serviceSettings } from '@muster/runtime'
import { type Static, Type } from 'typebox'

const schema = Type.Object({
  ...serviceSettings,
  ...healthSettings,
  OUTBOUND_ALLOW: outboundAllow,
  DELIVERY_PAUSES: Type.String({
    default: '5,300,1800,7200,18000,36000,36000',
    pattern: '^\\d+(,\\d+)*$',
    description: 'the seconds before each further attempt at a delivery, as in 5,300,1800',
  }),
})

export type Config = Static<typeof schema>

/** Reads the configuration of the projector. Throws ConfigurationError. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => parseEnvironment(schema, environment)
