/** Whether an actor is a state: its id is an ISO 3166-1 code in capitals, where those of groups and organisations are slugs. */
export function isState(id: string): boolean {
  const first = id.charCodeAt(0)
  return first >= 65 && first <= 90
}
