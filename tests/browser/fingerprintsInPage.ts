// Runs in a page: the fingerprints of every demo, and what the CPU path computes with.
import type { Demo } from '../../src/vocabulary/demo.ts';
import { useBackend } from '../../src/gan/backend.ts';
import { fingerprints } from './fingerprints.ts';

const modules = import.meta.glob<Demo>('../../content/demos/*.ts', { eager: true, import: 'default' });
const demos = Object.fromEntries(
  Object.entries(modules).map(([file, demo]) => [file.replace(/^.*\/|\.ts$/g, ''), demo]),
);

Object.assign(globalThis, {
  fingerprintsOfDemos: (steps: number) => fingerprints(demos, steps),
  arithmetic: () => useBackend('cpu'),
});
