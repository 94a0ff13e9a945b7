export { dataOutputs, endUnfinished, type DataOutputs } from './data-outputs.ts'
