import { countries } from 'countries-list'

const names = new Set(Object.values(countries).map(({ name }) => name.toLowerCase()))
const capitals = new Set(
  Object.values(countries)
    .map(({ capital }) => capital.toLowerCase())
    .filter((capital) => !names.has(capital)),
)

/** Whether a name is that of a capital, and not of its country too as Singapore is. */
export function isCapital(name: string): boolean {
  return capitals.has(name.toLowerCase())
}
