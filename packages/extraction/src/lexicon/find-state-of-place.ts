import iso from 'i18n-iso-countries/index.js'

/** The state of a place by its ISO 3166 code, as ISO 3166-1 alpha-3; null for towns. */
export function findStateOfPlace(id: string): string | null {
  return /^[A-Z]{2}(?:-|$)/.test(id) ? (iso.alpha2ToAlpha3(id.slice(0, 2)) ?? null) : null
}
