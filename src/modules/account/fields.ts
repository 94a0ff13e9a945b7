import { isMailAddress } from '#framework/mail/mailer.ts'
import { optionalText, requiredText, type ReadField } from '#modules/auth/index.ts'

/** The longest address, in characters. */
const LONGEST = 254

const checked =
  (read: ReadField<string>): ReadField<string> =>
  (given, complain) => {
    const text = read(given, complain)?.toLowerCase()
    if (text !== undefined && text !== '' && text.length <= LONGEST && !isMailAddress(text))
      complain('invalid', 'Enter a valid email address.')
    return text
  }

/** An address that must be there, in small letters. */
export const requiredAddress = checked(requiredText({ most: LONGEST }))

/** An address that may be missing, in small letters. */
export const optionalAddress = checked(optionalText({ most: LONGEST }))
