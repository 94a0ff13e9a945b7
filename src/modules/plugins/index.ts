export { OTHER_PLUGINS } from './builtin.ts'
export { pluginFlag, pluginStates } from './state.ts'
