export { offerBundledTemplates } from './bundled.ts'
