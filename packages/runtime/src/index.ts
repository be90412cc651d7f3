export { deterministicId } from './deterministic-id.ts'
export { freePort } from './free-port.ts'
export { type HealthAlarms, type HealthServer, startHealthServer } from './health-server.ts'
export {
  BadRedirectError,
  BodyCutOffError,
  BodyTooLargeError,
  RefusedAddressError,
  UnreadableBodyError,
} from './http/errors.ts'
export { createHttpClient, type HttpClient, type HttpRedirect, type HttpReply } from './http/http-client.ts'
export { createNetworkAllowance, type NetworkAllowance } from './http/network-allowance.ts'
export { inTime } from './in-time.ts'
export { createLogger, type Logger } from './logger.ts'
export { ConfigurationError, parseEnvironment, type Settings, type Values } from './parse-environment.ts'
export { type Repeater, type Rest, repeat } from './repeat.ts'
export { type RunningService, runService } from './run-service.ts'
export { choice, healthSettings, integer, outboundAllow, serviceSettings, text } from './settings.ts'
