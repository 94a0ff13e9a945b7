export { Machines, type LabelPrinter } from './driving.ts'
