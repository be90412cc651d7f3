import { type TProperties, Type } from 'typebox'

/**
 * The fields that a query or body may have and no others. Those with a default need not be sent: the validator
 * fills them in, so that handlers always see them.
 */
export function input<P extends TProperties>(properties: P) {
  const schema = Type.Object(properties, { additionalProperties: false })
  const isWanted = (name: string) => !('default' in (properties[name] ?? {}))
  const required = [schema.required ?? []].flat().map(String).filter(isWanted)
  return Object.assign(schema, { required })
}
