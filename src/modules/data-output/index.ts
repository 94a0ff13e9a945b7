export { exporting } from './exporting.ts'
export { dataOutputs, endUnfinished, finished, type DataOutputs } from './data-outputs.ts'
