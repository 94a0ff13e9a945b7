import type { Handlers } from '#contract/types.ts'
import type { JobRunner } from '#framework/jobs/runner.ts'
import type { Materials } from '#framework/module.ts'
import { operationsOf } from '#modules/registry.ts'
import type { Config } from './config.ts'
import { serverOperations } from './index.ts'
import type { Figures } from './metrics/figures.ts'

/** What the server's own operations are built from, beside what modules get. */
interface OwnMaterials {
  config: Partial<Pick<Config, 'metricsAllow' | 'variables' | 'workers'>>
  /** Gives the figures of all processes. */
  figures: () => Promise<Figures[]>
  /** Does what waits in the queue. */
  jobs: JobRunner
}

/**
 * What is served. What the contract has and nothing serves does not compile, nor does what the contract does not have
 * (`operationsOf` of the registry, for modules).
 */
export const handlers = (materials: Materials, { config, figures, jobs }: OwnMaterials) =>
  ({
    ...serverOperations({ ...materials.config, ...config }, figures, materials.mailer, jobs),
    ...operationsOf(materials)
  }) satisfies Handlers
