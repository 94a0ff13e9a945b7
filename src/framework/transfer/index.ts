export { TransferError } from './errors.ts'
export { importRecords, type ImportOptions, type ImportReport } from './import.ts'
export { exportRecords, type ExportOptions } from './export.ts'
