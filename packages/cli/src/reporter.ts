import pc from 'picocolors'

/** What the person at the terminal sees. */
export type Reporter = {
  /** A step is done. */
  done: (text: string) => void
  note: (text: string) => void
  warn: (text: string) => void
  fail: (text: string) => void
  /** Replaces the last progress on a terminal; a line of its own elsewhere. */
  progress: (text: string) => void
  /** Text as it is. */
  print: (text: string) => void
}

type Output = { write: (text: string) => unknown; isTTY?: boolean }

// Goes back and clears the line.
const START_OF_LINE = '\r\x1b[2K'

/** Writes plain lines, in colour only on a terminal. */
export function createReporter(output: Output): Reporter {
  const isTerminal = output.isTTY === true
  const colors = pc.createColors(isTerminal && pc.isColorSupported)
  let lastProgress = ''
  let isOpen = false
  return {
    done: (text) => line(`  ${colors.green('✓')} ${text}`),
    note: (text) => line(`  ${colors.dim('·')} ${text}`),
    warn: (text) => line(`  ${colors.yellow('!')} ${text}`),
    fail: (text) => line(`  ${colors.red('✗')} ${text}`),
    print: (text) => line(text),
    progress(text) {
      if (text === lastProgress) return
      lastProgress = text
      if (!isTerminal) return line(`    ${text}`)
      output.write(`${START_OF_LINE}    ${text}`)
      isOpen = true
    },
  }

  function line(text: string): void {
    output.write(`${isOpen ? START_OF_LINE : ''}${text}\n`)
    isOpen = false
  }
}
