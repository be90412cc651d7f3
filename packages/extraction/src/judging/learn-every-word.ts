import { openWords } from '../text/word-ids.ts'
import { forgetEntries } from '../text/word-kinds.ts'
import { openCues } from './cue-ids.ts'

/** From now on there are cues of every word, also of those that no judge knows: judges are fitted to all. */
export function learnEveryWord(): void {
  openWords()
  openCues()
  forgetEntries()
}
