import type { Plugin } from '#framework/plugin.ts'

/** The kinds of machines that the server knows, as a plugin. */
export const MACHINES_PLUGIN: Plugin = {
  key: 'inventree-machines',
  name: 'InvenTreeMachines',
  humanName: 'InvenTree Machines',
  description: 'Built-in machine types for InvenTree',
  version: '1.0.0',
  mixins: ['machine'],
  mandatory: true
}
