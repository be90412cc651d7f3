export { freshDatabase } from '@muster/testing'
