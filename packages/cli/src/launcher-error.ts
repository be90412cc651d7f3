/** The system cannot be started for a reason that its operator can remove; the message says which. */
export class LauncherError extends Error {
  override name = 'LauncherError'
}
