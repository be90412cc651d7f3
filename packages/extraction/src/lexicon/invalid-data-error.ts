/** A data file does not keep to its schema. */
export class InvalidDataError extends Error {
  override name = 'InvalidDataError'
}
