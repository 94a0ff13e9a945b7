export { addPluginRows, pluginFlag, pluginStates, type PluginState } from './state.ts'
