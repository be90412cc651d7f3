/** Things to undo, the last one first. */
export type Cleanup = {
  add: (undo: () => Promise<void>) => void
  run: () => Promise<void>
}

/** Collects what has to be undone at the end; a failure is handed to `onError` and stops none of the others. */
export function createCleanup(onError: (error: unknown) => void): Cleanup {
  const tasks: (() => Promise<void>)[] = []
  return {
    add: (undo) => void tasks.push(undo),
    async run() {
      for (let undo = tasks.pop(); undo !== undefined; undo = tasks.pop()) await undo().catch(onError)
    },
  }
}
