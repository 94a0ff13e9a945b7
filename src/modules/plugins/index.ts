export { OTHER_PLUGINS } from './builtin.ts'
export { addPluginRows, pluginFlag, pluginStates, type PluginState } from './state.ts'
