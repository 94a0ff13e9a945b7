export { backupWhenDue } from './backup.daily.ts'
export { backupName, createBackup, writeBackup, type BackupSource } from './create.ts'
export { restoreBackup } from './restore.ts'
