import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Token } from '../text/token.ts'
import { noWord } from '../text/word-ids.ts'
import { addWordCue, type Cues, cueKind } from './cues.ts'
import { wordAt } from './word-at.ts'

const kinds = {
  sentence: cueKind('sentence'),
  sentencePair: cueKind('sentence pair'),
}

/** All words of a sentence, and each with the one before it: "so far", "in May" and "on Monday" tell from anywhere. */
export function cuesOfSentence(tokens: readonly Token[], { sentence }: SentenceReading): Cues {
  const cues: Cues = []
  let before = noWord
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const word = wordAt(tokens, sentence, at)
    addWordCue(cues, kinds.sentence, word)
    if (at > sentence.from) addWordCue(cues, kinds.sentencePair, before, word)
    before = word
  }
  return cues
}
