import type { Static } from 'typebox'
import type { Problem, ProblemKind } from './problem.ts'

type Members = Pick<Static<typeof Problem.schema>, 'errors' | 'failures'>

/** A request that cannot be answered as wanted; the error handler tells the client in these words. */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  readonly kind: ProblemKind
  readonly members: Members

  constructor(kind: ProblemKind, detail: string, members: Members = {}) {
    super(detail)
    this.kind = kind
    this.members = members
  }
}
