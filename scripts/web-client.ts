// Builds the stand-in for the official web client in the layout of a release: hashed files, and what the manifest of
// Vite would say of them.
import { build } from 'esbuild'
import { basename, join, relative } from 'node:path'
import { COMPATIBLE_WITH } from '#framework/version.ts'
import { zip, type ZipEntry } from '../test/support/zip.ts'
import { root } from './support.ts'

const SOURCES = 'test/web/client'

/** The archive of a release. */
export async function standInClient(): Promise<Buffer> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`${SOURCES}/main.js`, `${SOURCES}/mobile.js`],
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    outdir: 'web',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    metafile: true,
    write: false
  })
  const fileOf = (name: string) => {
    const [path] = Object.entries(metafile.outputs).find(
      ([, { entryPoint }]) => entryPoint && basename(entryPoint) === name
    )!
    return relative('web', path)
  }
  const manifest = {
    'index.html': { file: fileOf('main.js'), isEntry: true, dynamicImports: ['desktop', 'mobile'] },
    desktop: { file: fileOf('view.js'), isDynamicEntry: true },
    mobile: { file: fileOf('mobile.js'), isDynamicEntry: true }
  }
  const files: ZipEntry[] = outputFiles.map(({ path, contents }) => ({
    path: relative(join(root, 'web'), path),
    content: Buffer.from(contents)
  }))
  return zip([
    ...files,
    { path: '.vite/manifest.json', content: JSON.stringify(manifest) },
    { path: '.vite/tag.txt', content: COMPATIBLE_WITH },
    { path: '.vite/dependencies.json', content: '[]' }
  ])
}
