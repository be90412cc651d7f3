import type { FastifySchemaValidationError } from 'fastify'
import { formats } from '../schemas/formats.ts'
import { HttpProblem } from './http-problem.ts'

const MOST_ERRORS = 20

/** The problem of a request that breaks its schema, naming each field that is wrong. */
export function validationProblem(
  failures: FastifySchemaValidationError[],
  part: 'body' | 'querystring' | 'params' | 'headers' | undefined,
): HttpProblem {
  const errors = failures.slice(0, MOST_ERRORS).map((failure) => {
    const path = failure.instancePath + (nameIn(failure) ? `/${nameIn(failure)}` : '')
    const place = part === 'body' ? { pointer: `#${path}` } : { parameter: path.slice(1) }
    return { ...place, detail: explain(failure) }
  })
  const fields = errors.map(({ detail, ...place }) => `${Object.values(place)[0] || part} ${detail}`)
  return new HttpProblem('validation', fields.join('; '), { errors })
}

/** The field that is missing or too much: Ajv puts it beside the path of the object around it. */
function nameIn({ params }: FastifySchemaValidationError): string | undefined {
  const name = params.missingProperty ?? params.additionalProperty
  return typeof name === 'string' ? name : undefined
}

function explain({ keyword, params, message }: FastifySchemaValidationError): string {
  switch (keyword) {
    case 'required':
      return 'is missing'
    case 'additionalProperties':
      return 'is not known here'
    case 'enum':
      return `must be one of ${(params.allowedValues as string[]).join(', ')}`
    case 'format':
      return `must be ${formats[params.format as keyof typeof formats]?.wanted ?? `a ${params.format}`}`
    default:
      return message ?? 'is not as wanted'
  }
}
