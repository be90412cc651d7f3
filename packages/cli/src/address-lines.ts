import path from 'node:path'
import type { Stack } from './start-stack.ts'

/** Says where everything is and how to stop it, a line each. */
export function addressLines(
  { apiUrl, operatorKey }: Pick<Stack, 'apiUrl' | 'operatorKey'>,
  home: string,
): string[] {
  const keyFile = path.join(home, 'operator-key')
  return [
    `  API            ${apiUrl}`,
    `  API reference  ${apiUrl}/docs`,
    `  Job board      ${apiUrl}/ops/queues`,
    `  Operator key   ${operatorKey}`,
    `                 (kept in ${keyFile})`,
    `  Logs           ${path.join(home, 'logs')}`,
    `  Try            curl -H "authorization: Bearer $(cat ${keyFile})" ${apiUrl}/v1/estimates`,
    '',
    '  Ctrl-C stops everything; the data stays.',
  ]
}
