// Builds the search index over the finished site, as an Astro integration.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind brings ready-made interfaces along; the site has its own, so these stay out of what is published. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\.(js|css)$/;

/** Formulas are found as text, once: KaTeX's drawing and the TeX source would repeat every symbol. */
const repeated = ['.katex-html', 'annotation', '.sidenote-mark'];

/** Adds `pagefind/` to the built site. Pages without an element marked `data-pagefind-body` are left out. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { index, errors } = await createIndex({ excludeSelectors: repeated });
        if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: site });
        const made = await index.getFiles();
        const faults = [...added.errors, ...made.errors];
        if (faults.length > 0) throw new Error(`The search index could not be made: ${faults.join('; ')}`);
        for (const { path, content } of made.files) {
          if (unused.test(path)) continue;
          const target = join(site, 'pagefind', path);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, content);
        }
        await close();
        logger.info(`search index made; pages looked at: ${added.page_count}`);
      },
    },
  };
}
