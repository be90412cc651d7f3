/** The connection that kept other rebuilds out was lost, and another began. */
export class RebuildLostError extends Error {
  override name = 'RebuildLostError'
  constructor() {
    super(
      'another rebuild began meanwhile, because the connection that kept it out was lost; wait for that one',
    )
  }
}
