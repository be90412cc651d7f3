export { type DashboardOptions, dashboard } from './dashboard.ts'
export type { OperatorKey, Operators } from './operators.ts'
