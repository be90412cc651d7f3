import {
  BadRedirectError,
  BodyCutOffError,
  BodyTooLargeError,
  RefusedAddressError,
  UnreadableBodyError,
} from '@muster/runtime'
import { RobotsRefusalError } from '../pages/robots-refusal-error.ts'

/** How likely a failure is to pass by itself: a hard one needs somebody, a temporary one only time. */
export type FailureClass = 'hard' | 'soft' | 'temporary'

/** A 429 or 503 of an address, and until when it wants no request, where it says so. */
export type Pause = { status: number; retryAt: Date | null; url: string }

/** Why nothing came: the name of the reason, its class, and a line for people; `pause` where that was asked for. */
export type Failure = { reason: string; class: FailureClass; detail: string; pause?: Pause }

const TEMPORARY_STATUSES = [408, 425, 502, 504]

/** Whether a request ended before the server answered at all, which an outage on our side would explain. */
export const isUnreached = ({ reason }: Failure): boolean =>
  ['unknown-host', 'unreachable', 'timeout'].includes(reason)

/** The failure that a status is. */
export function failureOfStatus(status: number): Failure {
  const softer = TEMPORARY_STATUSES.includes(status) ? 'temporary' : 'soft'
  const isHard = status < 500 && softer === 'soft'
  return { reason: `http-${status}`, class: isHard ? 'hard' : softer, detail: `HTTP ${status}` }
}

/** The failure that an error of a request is. */
export function failureOfError(error: unknown): Failure {
  if (error instanceof RobotsRefusalError) return error.failure
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const [reason, kind] = reasonOf(error, name, message)
  return { reason, class: kind, detail: `${reason}: ${message || name}` }
}

function reasonOf(error: unknown, name: string, message: string): [string, FailureClass] {
  if (error instanceof RefusedAddressError) return ['refused-address', 'hard']
  if (error instanceof BadRedirectError) return ['bad-redirect', 'hard']
  if (error instanceof BodyTooLargeError) return ['too-large', 'hard']
  if (error instanceof UnreadableBodyError) return ['unreadable-body', 'soft']
  if (error instanceof BodyCutOffError) return ['cut-off', 'temporary']
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (code === 'ENOTFOUND') return ['unknown-host', 'hard']
  if (/TIMEOUT|ETIMEDOUT/.test(code) || /timeout/i.test(name + message)) return ['timeout', 'soft']
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code))
    return ['bad-certificate', 'hard']
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return ['headers-too-large', 'hard']
  if (/^HPE_|HTTPParser/.test(code + name)) return ['not-http', 'soft']
  return ['unreachable', 'temporary']
}
