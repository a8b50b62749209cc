// `npm run bench`: times the training step in Node and in a browser, ours beside plain TensorFlow.js, bare loops and the products alone.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { bundle } from '../bench/bundle.ts';
import type { Place } from '../bench/contenders.ts';
import { runBench, type PageResult } from '../bench/inPage.ts';
import { table, type Measured } from '../bench/report.ts';
import { findBrowser } from './ground.mjs';

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: '.cache/bench.json' },
    turns: { type: 'string', default: '9' },
    ms: { type: 'string', default: '150' },
    /** The machine's own GPU instead of WebGL in software. */
    gpu: { type: 'boolean', default: false },
  },
});
const turns = positive('turns', options.turns);
const ms = positive('ms', options.ms);

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a whole number above 0, not "${text}".`);
}

function located(where: string, { rows }: PageResult): Measured[] {
  return rows.map((row) => ({ where, ...row }));
}

async function inBrowser(places: readonly Place[]): Promise<{ version: string; results: PageResult[] }> {
  const executablePath = await findBrowser();
  const software = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  const hardware = ['--ignore-gpu-blocklist', '--enable-gpu'];
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--no-first-run', ...(options.gpu ? hardware : software)],
    executablePath,
  });
  try {
    const content = await bundle(fileURLToPath(new URL('../bench/inPage.ts', import.meta.url)));
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
  } finally {
    await browser.close();
  }
}

console.error('Measuring in Node …');
const inNode = located(`Node ${process.versions.node}, CPU`, await runBench('cpu in Node', turns, ms));
const { version, results } = await inBrowser(['cpu', 'webgl']);
const inPage = results.flatMap((result) =>
  located(`Chromium ${version.split('.')[0] ?? version}, ${result.backend.renderer ?? 'CPU'}`, result),
);
const rows = [...inNode, ...inPage];
const out = resolve(options.out);
await mkdir(dirname(out), { recursive: true });
const processor = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;
await writeFile(out, `${JSON.stringify({ processor, turns, msPerTurn: ms, rows }, null, 2)}\n`);
console.log(
  `${table(rows)}\n\nMeasured on ${processor}; medians of ${turns} turns taken in rotation. Written to ${out}.`,
);
