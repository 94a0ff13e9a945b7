export { notify, type Recipients } from './notify.ts'
export { orderMessage } from './orders.ts'
