export { backupWhenDue } from './backup.daily.ts'
export { backupName, createBackup, writeBackup, type BackupOptions, type BackupSource } from './create.ts'
export { finishRestore } from './unfinished.ts'
export { restoreBackup, type Restored } from './restore.ts'
