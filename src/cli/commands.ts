import { backupCommand, restore } from './backup.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { completion } from './completion.ts'
import { currencyList, currencySet } from './currency.ts'
import { exportCommand, importCommand, migrateCommand } from './data.ts'
import { groupAdd, groupCreate, groupDelete, groupList, groupRemove, groupRoles, groupShow } from './group.ts'
import { pluginActivate, pluginDeactivate, pluginInstall, pluginList, pluginNew, pluginRemove } from './plugin.ts'
import { printLabelCommand, printReportCommand } from './print.ts'
import { userResetLink } from './reset-link.ts'
import { serve } from './serve.ts'
import { settingGet, settingList, settingReset, settingSet } from './setting.ts'
import { userFactors, userSessions } from './sign-in.ts'
import { tokenCreate, tokenList, tokenRevoke } from './token.ts'
import {
  userActivate,
  userChange,
  userCreate,
  userDeactivate,
  userDelete,
  userGroups,
  userList,
  userPassword,
  userShow
} from './user.ts'
import { webInstall, webRemove, webStatus } from './web.ts'
import { dictionary } from '#db/dictionary.ts'

/** Every command by its name, in the order in which the help lists them. */
export const COMMANDS: Record<string, Command> = dictionary({
  serve,
  migrate: migrateCommand,
  import: importCommand,
  export: exportCommand,
  backup: backupCommand,
  restore,
  check,
  'user create': userCreate,
  'user list': userList,
  'user show': userShow,
  'user change': userChange,
  'user password': userPassword,
  'user reset-link': userResetLink,
  'user groups': userGroups,
  'user factors': userFactors,
  'user sessions': userSessions,
  'user activate': userActivate,
  'user deactivate': userDeactivate,
  'user delete': userDelete,
  'group create': groupCreate,
  'group list': groupList,
  'group show': groupShow,
  'group roles': groupRoles,
  'group add': groupAdd,
  'group remove': groupRemove,
  'group delete': groupDelete,
  'token create': tokenCreate,
  'token list': tokenList,
  'token revoke': tokenRevoke,
  'setting list': settingList,
  'setting get': settingGet,
  'setting set': settingSet,
  'setting reset': settingReset,
  'currency set': currencySet,
  'currency list': currencyList,
  'print label': printLabelCommand,
  'print report': printReportCommand,
  'plugin list': pluginList,
  'plugin new': pluginNew,
  'plugin install': pluginInstall,
  'plugin activate': pluginActivate,
  'plugin deactivate': pluginDeactivate,
  'plugin remove': pluginRemove,
  'web install': webInstall,
  'web status': webStatus,
  'web remove': webRemove,
  completion
})
