import AjvCompiler from '@fastify/ajv-compiler'

const buildCompiler = AjvCompiler()

/**
 * Builds what checks requests. Queries and paths are text from which numbers are read; a body tells text from
 * numbers itself, so that 5 is no name.
 */
export const buildValidator: typeof buildCompiler = (schemas, options = {}) => {
  const reading = buildCompiler(schemas, options)
  const customOptions = { ...options.customOptions, coerceTypes: false }
  const exact = buildCompiler(schemas, { ...options, customOptions } as typeof options)
  // The types call it a schema; it is one part of a route, with its schema inside.
  return (part) => (typeof part === 'object' && part.httpPart === 'body' ? exact : reading)(part)
}
