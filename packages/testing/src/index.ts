export { eventually } from './eventually.ts'
export { freshDatabase } from './fresh-database.ts'
export { quiet } from './quiet.ts'
export { type Receiver, startReceiver } from './receiver.ts'
