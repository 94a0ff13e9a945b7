export { exporting } from './exporting.ts'
export { dataOutputs, endUnfinished, type DataOutputs } from './data-outputs.ts'
