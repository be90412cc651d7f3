import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ReceivedRequest = { headers: IncomingHttpHeaders; body: string }

export type Receiver = {
  url: string
  requests: ReceivedRequest[]
  answerWith(...statuses: number[]): void
  close(): Promise<void>
}

/** A webhook endpoint on a free loopback port that keeps what it got. The last status it was given stays. */
export async function startReceiver(): Promise<Receiver> {
  const requests: ReceivedRequest[] = []
  let statuses = [204]
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    requests.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    response.writeHead((statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests,
    answerWith(...next) {
      statuses = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
