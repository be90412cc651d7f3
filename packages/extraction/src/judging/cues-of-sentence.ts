import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Token } from '../text/token.ts'
import { addCue, type Cues } from './cues.ts'
import { wordAt } from './word-at.ts'

/** Adds all words of a sentence and each with the one before it: "so far", "in May" and "on Monday" tell from anywhere. */
export function addSentence(cues: Cues, tokens: readonly Token[], { sentence }: SentenceReading): void {
  let before = ''
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const word = wordAt(tokens, sentence, at)
    addCue(cues, 'sentence', word)
    if (at > sentence.from) addCue(cues, 'sentence pair', before, word)
    before = word
  }
}
