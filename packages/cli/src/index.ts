export { readSamples } from './read-samples.ts'
export type { Sample } from './sample.ts'
export { type SampleFeed, startSampleFeed } from './sample-feed.ts'
export { type Stack, type StackOptions, type StackStart, startStack } from './start-stack.ts'
