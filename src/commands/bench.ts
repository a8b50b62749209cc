// `npm run bench`: times the training step in Node and in a browser, ours beside plain TensorFlow.js, bare loops and the products alone; with
// `--pages` instead, on the built site, the time from press to claim of every demo.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { bundle } from '../bench/bundle.ts';
import type { Place } from '../bench/contenders.ts';
import { runBench, type PageResult } from '../bench/allRaces.ts';
import { waitForClaims, type Waited } from '../bench/pressToClaim.ts';
import { table, waits, type Measured } from '../bench/report.ts';
import { backends } from '../vocabulary/backend.ts';
import { findBrowser } from './ground.mjs';

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: '.cache/bench.json' },
    turns: { type: 'string', default: '7' },
    ms: { type: 'string', default: '150' },
    /** The machine's own GPU instead of WebGL in software. */
    gpu: { type: 'boolean', default: false },
    /** From press to claim on the built site, instead of steps. */
    pages: { type: 'boolean', default: false },
    /** Only this demo's page. */
    demo: { type: 'string' },
    /** Only this backend, for pages. */
    backend: { type: 'string' },
    tries: { type: 'string', default: '1' },
  },
});
const turns = positive('turns', options.turns);
const ms = positive('ms', options.ms);
const tries = positive('tries', options.tries);

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a whole number above 0, not "${text}".`);
}

function located(where: string, { rows }: PageResult): Measured[] {
  return rows.map((row) => ({ where, ...row }));
}

/** WebGL in software; the page itself is put together without it, as a page with a GPU is. */
const software = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  '--disable-accelerated-2d-canvas',
];
const hardware = ['--ignore-gpu-blocklist', '--enable-gpu'];

async function withBrowser<T>(deed: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = await findBrowser();
  const args = ['--no-sandbox', '--no-first-run', ...(options.gpu ? hardware : software)];
  const browser = await chromium.launch({ args, executablePath });
  try {
    return await deed(browser);
  } finally {
    await browser.close();
  }
}

function inBrowser(places: readonly Place[]): Promise<{ version: string; results: PageResult[] }> {
  return withBrowser(async (browser) => {
    const content = await bundle(fileURLToPath(new URL('../bench/allRaces.ts', import.meta.url)));
    const results: PageResult[] = [];
    for (const place of places) {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      await page.addScriptTag({ content, type: 'module' });
      await page.waitForFunction(() => 'runBench' in globalThis);
      console.error(`Measuring ${place} in the browser …`);
      results.push(
        await page.evaluate(
          ([name, howOften, howLong]) =>
            (globalThis as unknown as { runBench: typeof runBench }).runBench(name, howOften, howLong),
          [place, turns, ms] as const,
        ),
      );
      await page.close();
    }
    return { version: browser.version(), results };
  });
}

const processor = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;

async function write(measured: object): Promise<string> {
  const out = resolve(options.out);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, `${JSON.stringify({ processor, ...measured }, null, 2)}\n`);
  return out;
}

async function timeSteps(): Promise<void> {
  console.error('Measuring in Node …');
  const inNode = located(`Node ${process.versions.node}, CPU`, await runBench('cpu in Node', turns, ms));
  const { version, results } = await inBrowser(['cpu', 'webgl']);
  const inPage = results.flatMap((result) =>
    located(`Chromium ${version.split('.')[0] ?? version}, ${result.backend.renderer ?? 'CPU'}`, result),
  );
  const rows = [...inNode, ...inPage];
  const out = await write({ turns, msPerTurn: ms, rows });
  console.log(
    `${table(rows)}\n\nMeasured on ${processor}; medians of ${turns} turns taken in rotation. Written to ${out}.`,
  );
}

async function timePages(): Promise<void> {
  const folder = new URL('../../content/demos/', import.meta.url);
  const ids = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  const demos = ids.sort().filter((id) => options.demo === undefined || id === options.demo);
  if (demos.length === 0) throw new Error(`--demo takes one of ${ids.join(', ')}, not "${options.demo ?? ''}".`);
  const on = backends.filter((backend) => options.backend === undefined || backend === options.backend);
  if (on.length === 0)
    throw new Error(`--backend takes one of ${backends.join(', ')}, not "${options.backend ?? ''}".`);
  const pages: Waited[] = [];
  await withBrowser((browser) =>
    waitForClaims(browser, demos, on, tries, (waited) => {
      console.error(`${waited.demo}, ${waited.backend}: ${waited.states.at(-1) ?? ''}`);
      pages.push(waited);
    }),
  );
  const out = await write({ tries, pages });
  console.log(`${waits(pages)}\n\nMeasured on ${processor}; medians of ${tries}. Written to ${out}.`);
}

await (options.pages ? timePages() : timeSteps());
