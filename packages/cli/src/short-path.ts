import path from 'node:path'

/** Writes a path as seen from the working directory, or whole when it lies outside. */
export function shortPath(file: string): string {
  const relative = path.relative('.', file)
  return relative.startsWith('..') ? file : relative
}
