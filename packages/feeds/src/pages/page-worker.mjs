// Node 20 reads no TypeScript by itself, and hands the loader of the main thread on to no other.
import { register } from 'tsx/esm/api'

register()
await import('./page-worker.ts')
