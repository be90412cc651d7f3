import { HttpProblem } from './http-problem.ts'

/** The problem of something that is not there, or not there for this key. */
export function notFound(what: string, id: string): HttpProblem {
  return new HttpProblem('not-found', `there is no ${what} ${id}`)
}
