// ZIP archives, also such as no program would write.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  path: string
  content: Buffer | string
  /** What it claims to have unpacked; else what it has. */
  size?: number
  /** The content is packed already. */
  packed?: Buffer
  /** What a Unix file system says it is, such as 0o120777 for a link. */
  mode?: number
  crc?: number
  /** 1 for one that is encrypted. */
  flags?: number
}

const LARGEST = 0xff_ff_ff_ff

/** A size where four bytes are for it, and where they do not do, in an extra field. */
function sized(size: number): { field: number; extra: Buffer } {
  if (size < LARGEST) return { field: size, extra: Buffer.alloc(0) }
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(BigInt(size), 4)
  return { field: LARGEST, extra }
}

/** An archive of these, in this order. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { path, content, size, packed, mode = 0o100644, crc, flags = 0 } of entries) {
    const bytes = Buffer.from(content as string)
    const data = packed ?? deflateRawSync(bytes)
    const name = Buffer.from(path)
    const { field, extra } = sized(size ?? bytes.length)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(45, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc ?? crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(field, 18)
    common.writeUInt16LE(name.length, 22)
    common.writeUInt16LE(extra.length, 24)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, extra, data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((mode << 16) | 0) >>> 0, 6)
    rest.writeUInt32LE(at, 10)
    // Made by Unix, so that the mode counts.
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u001e\u0003'), common, rest, name, extra]))
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006'), end])
}

/** A release of a client with nothing in it but its layout. */
export const release = (version = '1.5.0', more: Record<string, string> = {}): ZipEntry[] => {
  const files: Record<string, string> = {
    '.vite/manifest.json': JSON.stringify({
      'index.html': {
        file: 'assets/index-aaaa.js',
        isEntry: true,
        css: ['assets/index-bbbb.css'],
        dynamicImports: ['src/views/DesktopAppView.tsx', 'src/views/MobileAppView.tsx']
      },
      'src/views/DesktopAppView.tsx': { file: 'assets/Desktop-cccc.js', isDynamicEntry: true },
      'src/views/MobileAppView.tsx': { file: 'assets/Mobile-dddd.js', isDynamicEntry: true }
    }),
    '.vite/tag.txt': `${version}\n`,
    '.vite/sha.txt': '0123456789abcdef0123456789abcdef01234567\n',
    '.vite/dependencies.json': JSON.stringify([
      { name: 'react', version: '19.0.0', license: 'MIT' },
      { name: 'axios', version: '1.9.0', license: 'MIT' },
      { name: 'dompurify', version: '3.2.0', license: 'Apache-2.0' }
    ]),
    'assets/index-aaaa.js': `document.getElementById('root').textContent = 'here'\n//${' '.repeat(2000)}`,
    'assets/index-bbbb.css': 'body { margin: 0 }\n',
    'assets/Desktop-cccc.js': 'export {}\n',
    'assets/Mobile-dddd.js': 'export {}\n',
    'index.html': '<!doctype html><title>not used</title>\n',
    ...more
  }
  return Object.entries(files).map(([path, content]) => ({ path, content }))
}
