import type { Quantity } from '../quantities/read-quantity.ts'

/** The greatest power of ten within a quantity, up to a million. */
export function magnitudeOf({ low, high }: Pick<Quantity, 'low' | 'high'>): string {
  const number = low ?? high ?? 1
  return names[Math.min(names.length - 1, Math.floor(Math.log10(Math.max(1, number))))] as string
}

const names = ['1', '10', '100', '1000', '10000', '100000', '1000000']
