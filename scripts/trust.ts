import { fuzz } from '../test/trust/fuzz/fuzz.ts'
const [engine, user, requests, largest, from = '0'] = process.argv.slice(2)
const r = await fuzz({ engine: engine as any, user: user as any, seed: 1, requests: Number(requests), from: Number(from), largest: Number(largest) })
console.log(r.sent, r.statuses, 'silence', r.silence, r.slowest)
for (const f of r.findings.sort((a, b) => b.count - a.count)) console.log('\n##', f.count, f.key, '\n', f.text, '\n', f.curl.slice(0,1500))
