export { formTargets, ProviderError, readProviders, type Provider } from './providers.ts'
export { Providers } from './service.ts'
