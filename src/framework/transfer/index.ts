export { TransferError } from './errors.ts'
export { importRecords } from './import.ts'
export { exportRecords } from './export.ts'
