// The build: where the site will live, what authors may write, what is made after the pages.
// Languages are folders of our own routes; Astro's i18n routing is left out, since its prefix rules turn pages without a
// language (/demos/<id>/) into 404.
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { simdKernels } from './src/gan/kernels/module/plugin.ts';
import { searchIndex } from './src/search/buildIndex.ts';
import { proofreading } from './src/proofreading/integration.ts';
import { maths, rehypePlugins, remarkPlugins } from './src/maths/markdown.ts';
import { remarkPlaces } from './src/proofreading/remarkPlaces.ts';

const base = process.env.BASE ?? '/';

export default defineConfig({
  site: process.env.SITE ?? 'https://saddlepoint.example',
  base,
  trailingSlash: 'always',
  integrations: [
    mdx(),
    preact(),
    // `/` only leads on to the first language.
    sitemap({ filter: (page) => new URL(page).pathname.replace(/\/$/, '') !== base.replace(/\/$/, '') }),
    maths(),
    searchIndex(),
    proofreading(),
  ],
  vite: {
    // The engine's worker loads its backend on demand: only modules can.
    worker: { format: 'es', plugins: () => [simdKernels()] },
    plugins: [simdKernels()],
    // `astro dev` finds what the worker needs only when it runs, and then reloads the page under it.
    optimizeDeps: {
      include: [
        '@tensorflow/tfjs-core',
        '@tensorflow/tfjs-core/dist/register_all_gradients.js',
        '@tensorflow/tfjs-backend-cpu',
        '@tensorflow/tfjs-backend-webgl',
        'pure-rand/distribution/uniformFloat64',
        'pure-rand/generator/xoroshiro128plus',
        'zod',
      ],
    },
  },
  markdown: {
    syntaxHighlight: false,
    processor: unified({ remarkPlugins: [...remarkPlugins, remarkPlaces], rehypePlugins }),
  },
});
