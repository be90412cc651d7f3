// Out here, for it would be compiled at each call.
const others = /[^\p{L}\p{N}]+/gu

/** A stable lower-case name: "Tikhoretsk" and "Tikhoretsk " are `tikhoretsk`. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(others, '-')
    .replace(/^-+|-+$/g, '')
}
