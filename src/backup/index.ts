export { backupName, createBackup, type BackupOptions, type BackupSource } from './create.ts'
