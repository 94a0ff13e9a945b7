// Which addresses lead to machines of the internet, and not to this one or to its neighbours.
import { isIP } from 'node:net'
import { isWithin } from '#contract/networks.ts'

/** IPv4 addresses that are no public ones (IANA's registry of special-purpose addresses, RFC 6890). */
const SPECIAL_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4'
]
/** The IPv6 addresses that are given to machines of the internet, and those among them that mean something else. */
const [GLOBAL_6, SPECIAL_6] = [['2000::/3'], ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']]

const isSpecial4 = isWithin(SPECIAL_4)
const isGlobal6 = isWithin(GLOBAL_6)
const isSpecial6 = isWithin(SPECIAL_6)

/** Whether an address is one of the internet. IPv4 within IPv6 is not: whoever means it can say so. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) === 4 ? !isSpecial4(address) : isGlobal6(address) && !isSpecial6(address)
