export { type Evaluation, evaluate } from './evaluate.ts'
export { GoldFileError, readGold } from './gold.ts'
export { report } from './report.ts'
