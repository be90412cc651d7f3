import { findClaim } from '@muster/claims'
import type { Api, Context } from '../api.ts'
import { notFound } from '../problems/not-found.ts'
import { Claim } from '../schemas/claim.ts'
import { input } from '../schemas/input.ts'
import { id } from '../schemas/scalars.ts'
import { showClaims } from '../show-claims.ts'

const schema = {
  operationId: 'getClaim',
  tags: ['claims'],
  summary: 'Get a claim',
  description:
    'A claim with the words that it points at. A withdrawn claim is still here, with `withdrawnAt`.',
  params: input({ id: id('Id of the claim.') }),
  response: { 200: Claim.ref },
}

/** GET /v1/claims/{id} */
export function getClaim(app: Api, { pool }: Context): void {
  app.get(
    '/v1/claims/:id',
    { config: { scope: 'read', problems: ['not-found'] }, schema },
    async ({ params }) => {
      const claim = await findClaim(pool, params.id)
      const [shown] = await showClaims(pool, claim ? [claim] : [])
      if (!shown) throw notFound('claim', params.id)
      return shown
    },
  )
}
