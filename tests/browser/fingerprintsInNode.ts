// Runs in Node: the fingerprints of every demo, as JSON. Takes the number of steps.
import { readdirSync } from 'node:fs';
import type { Demo } from '../../src/vocabulary/demo.ts';
import { fingerprints } from './fingerprints.ts';

const folder = new URL('../../content/demos/', import.meta.url);
const demos: Record<string, Demo> = {};
for (const file of readdirSync(folder).sort()) {
  const { default: demo } = (await import(new URL(file, folder).href)) as { default: Demo };
  demos[file.replace(/\.ts$/, '')] = demo;
}
console.log(JSON.stringify(await fingerprints(demos, Number(process.argv[2]))));
