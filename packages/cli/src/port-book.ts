import { readFile, rename, writeFile } from 'node:fs/promises'

/** The ports of earlier starts, so that addresses stay as they were. */
export type PortBook = {
  find: (name: string) => number | undefined
  keep: (name: string, port: number) => Promise<void>
}

/** Opens the ports kept in `file`; one that is missing or damaged counts as empty. */
export async function openPortBook(file: string): Promise<PortBook> {
  const ports = await readPorts(file)
  return {
    find: (name) => ports[name],
    async keep(name, port) {
      ports[name] = port
      await writeFile(`${file}.draft`, `${JSON.stringify(ports)}\n`)
      await rename(`${file}.draft`, file)
    },
  }
}

async function readPorts(file: string): Promise<Record<string, number>> {
  try {
    const found = Object.entries(JSON.parse(await readFile(file, 'utf8')) as object)
    return Object.fromEntries(found.filter(([, port]) => Number.isInteger(port) && port > 0 && port < 65_536))
  } catch {
    return {}
  }
}
