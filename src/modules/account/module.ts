import type { Module } from '#framework/module.ts'
import { areaOf, serveArea } from '#modules/auth/index.ts'
import { addressOperations } from './address-operations.ts'
import { linkMail, loginLink } from './login-link.ts'
import { passwordReset, resetMail } from './password-reset.ts'
import { resetLink } from './reset-link.ts'
import { accountService } from './service.ts'
import { accountPart } from './sign-in-part.ts'
import { signup } from './signup.ts'
import { ACCOUNT_TRANSFER } from './transfer.ts'
import { verification } from './verification.ts'

/** What people do with their accounts by mail: addresses, signing up, forgotten passwords, links to sign in. */
export const accountModule = {
  name: 'account',
  transfer: ACCOUNT_TRANSFER,
  signIn: (materials) => accountPart(accountService(materials)),
  jobs: (materials) => {
    const service = accountService(materials)
    return [resetMail(service), linkMail(service)]
  },
  operations: (materials) => {
    const service = accountService(materials)
    const area = areaOf(materials)
    return {
      ...serveArea(area, {
        ...addressOperations(service),
        ...verification(service),
        ...passwordReset(service),
        ...signup(service)
      }),
      ...loginLink(service, area, materials.rates),
      ...resetLink(service)
    }
  }
} satisfies Module
