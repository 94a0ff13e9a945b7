export { OccupiedError, TransferError } from './errors.ts'
export { faultSentence } from './faults.ts'
export { importRecords, type ImportOptions, type ImportReport } from './import.ts'
export { exportRecords } from './export.ts'
