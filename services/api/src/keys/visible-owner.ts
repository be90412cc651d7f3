import type { ApiKey } from '@muster/access'

/** Whose subscriptions a key sees: its own, or everybody's (null) when it holds `operate`. */
export function visibleOwner({ id, scopes }: ApiKey): string | null {
  return scopes.includes('operate') ? null : id
}
