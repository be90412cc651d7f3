import { v5 as uuidV5 } from 'uuid'

const MUSTER_NAMESPACE = '6f1d3c1e-2a54-5b0c-9d8e-3b7a1f0c5e42'

/** A UUID (version 5) that depends on its parts alone: the same work done twice gets the same id. */
export function deterministicId(kind: string, ...parts: (string | number)[]): string {
  return uuidV5(JSON.stringify([kind, ...parts]), MUSTER_NAMESPACE)
}
