export { LOOKUPS } from './lookups.ts'
