import type { RouteOptions } from 'fastify'
import { Problem, type ProblemKind, problems, problemType } from './problems/problem.ts'

/**
 * Completes what the reference page says of a route: the scope that it wants and every problem that it can
 * answer with, by what it takes and what its `config` names.
 */
export function describeRoute(route: RouteOptions): void {
  const { schema, config } = route
  if (!schema || schema.hide) return
  const scope = config?.scope
  route.schema = {
    ...schema,
    ...(scope && {
      description: `${schema.description ?? ''}\n\nNeeds an API key with the scope \`${scope}\`.`.trim(),
      security: [{ apiKey: [scope] }],
    }),
    response: { ...(schema.response ?? {}), ...problemResponses(problemsOf(route)) },
  }
}

function problemsOf({ schema, config }: RouteOptions): ProblemKind[] {
  const takes = schema?.body || schema?.querystring || schema?.params
  return [
    ...(takes ? (['validation'] as const) : []),
    ...(schema?.body ? (['malformed-body', 'too-large', 'unsupported-media-type'] as const) : []),
    ...(config?.scope ? (['unauthorized', 'forbidden'] as const) : []),
    ...(config?.problems ?? []),
    'internal',
  ]
}

function problemResponses(kinds: ProblemKind[]): Record<number, object> {
  const statuses = [...new Set(kinds.map((kind) => problems[kind].status))]
  return Object.fromEntries(statuses.map((status) => [status, problemResponse(status, kinds)]))
}

function problemResponse(status: number, kinds: ProblemKind[]): object {
  const lines = kinds
    .filter((kind) => problems[kind].status === status)
    .map((kind) => `\`${problemType(kind)}\`: ${problems[kind].title}.`)
  const content = { 'application/problem+json': { schema: Problem.ref } }
  return { description: lines.join('\n\n'), content }
}
