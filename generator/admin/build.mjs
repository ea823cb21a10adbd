// Bundles the form: `node build.mjs FOLDER`. What it needs lies in the folder, and nowhere else.

import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.resolve(process.argv[2]);
const sveltia = path.join(here, 'node_modules', '@sveltia', 'cms', 'npm');

// Colours for two hundred programming languages, and maps: no card has a field for them.
const nothing = {
  name: 'nothing',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^(@shikijs\/(langs|themes)|leaflet|terra-draw)/ }, () => ({
      path: 'nothing',
      namespace: 'nothing',
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default [];' }));
  },
};

// Sveltia has its fonts with it, and asks another site for them all the same.
const ELSEWHERE = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)[^)]*\.woff2/g;
const own = await readdir(path.join(sveltia, 'assets'));
const fonts = {
  name: 'fonts',
  setup: (bundler) => {
    bundler.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path: file }) => {
      const contents = (await readFile(file, 'utf8')).replace(ELSEWHERE, (address, name) => {
        const found = own.find((font) => font.startsWith(name) && font.endsWith('.woff2'));
        if (!found) throw new Error(`no font of its own for ${address}`);
        return `assets/${found}`;
      });
      if (contents.includes('cdn.jsdelivr.net')) throw new Error('a font is asked of another site');
      return { contents };
    });
  },
};

// What Sveltia's Swedish lacks, and what it says in words that editors do not use.
const ownWords = JSON.parse(await readFile(path.join(here, 'words.json'), 'utf8'));
const words = {
  name: 'words',
  setup: (bundler) => {
    bundler.onLoad({ filter: /locales[\\/](sv|en-GB)\.json$/ }, async ({ path: file }) => {
      const theirs = JSON.parse(await readFile(file, 'utf8'));
      const contents = JSON.stringify(merged(theirs, ownWords[path.basename(file, '.json')]));
      return { contents, loader: 'json' };
    });
  },
};
const merged = (theirs, ours) =>
  typeof ours === 'string'
    ? ours
    : Object.entries(ours).reduce((all, [key, own]) => ({ ...all, [key]: merged(all[key] ?? {}, own) }), theirs);

await mkdir(output, { recursive: true });
await build({
  absWorkingDir: here,
  // The reading and writing of cards can be tried alone.
  entryPoints: ['start.js', 'card.js'],
  outdir: output,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'eof',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.json': 'json' },
  plugins: [nothing, fonts, words],
  logLevel: 'error',
});
// Sveltia looks for its fonts and workers beside the script that asks.
await cp(path.join(sveltia, 'assets'), path.join(output, 'assets'), {
  recursive: true,
  filter: (file) => !file.endsWith('.map'),
});
// What a configuration must be: for the tests, and not published.
await cp(path.join(sveltia, '..', 'schema', 'sveltia-cms.json'), path.join(output, 'schema.json'));
