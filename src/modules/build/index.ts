export { buildOrder } from './order.ts'
