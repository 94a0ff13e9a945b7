// What pages may load from elsewhere, where a setting allows it: nothing of the machine, nothing of the house.
import t from 'tap'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fetchOutside } from '#framework/pdf/outside.ts'
import { isPublicAddress } from '#framework/public-address.ts'

t.test('addresses of the machine, of the house and of no place are not public', async (t) => {
  for (const address of `127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1
    255.255.255.255 ::1 :: fe80::1 fc00::1 fd12::1 ::ffff:127.0.0.1 ::ffff:7f00:1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1 ff02::1 x`.split(
    /\s+/
  ))
    t.notOk(isPublicAddress(address), address)
  for (const address of ['1.1.1.1', '93.184.215.14', '172.32.0.1', '2606:4700::1111'])
    t.ok(isPublicAddress(address), address)
})

t.test('what is not public is not asked, by whatever name', async (t) => {
  const asked: string[] = []
  const house = createServer((request, response) => {
    asked.push(request.url!)
    response.end('secret')
  })
  await new Promise<void>((resolve) => house.listen(0, resolve))
  t.teardown(() => house.close())
  const { port } = house.address() as AddressInfo
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f000001', '2130706433', '127.1', '[::ffff:127.0.0.1]'])
    t.equal(await fetchOutside(`http://${host}:${port}/${host}`), undefined, host)
  for (const url of ['file:///etc/hostname', 'ftp://1.1.1.1/x', 'gopher://1.1.1.1/x'])
    t.equal(await fetchOutside(url), undefined)
  t.strictSame(asked, [])
})
