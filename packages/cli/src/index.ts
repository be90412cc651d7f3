export { type SampleFeed, startSampleFeed } from './sample-feed.ts'
