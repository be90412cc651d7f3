export { type Evaluation, evaluate } from './evaluate.ts'
export { type GoldArticle, GoldFileError, readGold } from './gold.ts'
export { matchClaims } from './match-claims.ts'
export { report } from './report.ts'
