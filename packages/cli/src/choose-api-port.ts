import { choosePort } from './choose-port.ts'
import { LauncherError } from './launcher-error.ts'
import type { Reporter } from './reporter.ts'

const USUAL = 4_000

/**
 * The port of the API: the one that was asked for, or the usual one, which gives way to another when it is taken
 * and says so. Throws LauncherError when the one that was asked for is taken.
 */
export async function chooseApiPort(
  wanted: number | undefined,
  reporter: Pick<Reporter, 'warn'>,
): Promise<number> {
  const port = await choosePort(wanted ?? USUAL)
  if (wanted !== undefined && port !== wanted) {
    throw new LauncherError(`port ${wanted} is in use: free it, or ask for another with PORT`)
  }
  if (wanted === undefined && port !== USUAL)
    reporter.warn(`port ${USUAL} is in use, so the API takes ${port}`)
  return port
}
