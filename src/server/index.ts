import type { BackupSource } from '#framework/backup/index.ts'
import type { JobRunner } from '#framework/jobs/runner.ts'
import type { Mailer } from '#framework/mail/mailer.ts'
import { featureFlag, featureFlags, license, versionText } from './about.ts'
import { serveBackup } from './backup.ts'
import { errorReport } from './error-report.ts'
import { health } from './health.ts'
import { info, version } from './info.ts'
import { metrics } from './metrics/index.ts'
import type { Figures } from './metrics/figures.ts'
import { endTrace } from './observability.ts'
import type { Config } from './config.ts'
import { configurationOperations } from './variables.ts'
import { schema } from './schema.ts'
import { taskOperations } from './tasks.ts'

/**
 * The server module: what this server is, its contract, what went wrong, and a copy of everything.
 *
 * @param config where the database and the uploaded files are, who may read figures, and how many processes answer
 * @param figures gives those of all processes
 * @param mailer sends mail, where there is a mail server
 * @param jobs does what waits in the queue
 */
export const serverOperations = (
  config: BackupSource['config'] & { pluginInstall: boolean } & Partial<
      Pick<Config, 'metricsAllow' | 'variables' | 'workers'>
    >,
  figures: () => Promise<Figures[]>,
  mailer: Mailer,
  jobs: Pick<JobRunner, 'handlerOf'>
) => ({
  root_retrieve: info(mailer.isConfigured, config.workers ?? 1, config.pluginInstall),
  version_retrieve: version,
  version_text_list: versionText,
  license_retrieve: license,
  flags_list: featureFlags,
  flags_retrieve: featureFlag,
  system_health_retrieve: health(config),
  schema_retrieve: schema,
  system_backup_retrieve: serveBackup(config),
  system_internal_observability_end_create: endTrace,
  system_metrics_retrieve: metrics(config.metricsAllow ?? [], figures),
  ...configurationOperations(config.variables ?? []),
  ...taskOperations(jobs),
  ...errorReport.operations
})
