// The recorded run of each demo: made once by a process of its own, then read from .cache until something it depends on changes.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Demo } from '../vocabulary/demo.ts';
import type { Measurement } from '../vocabulary/frame.ts';
import type { Recording } from './recording.ts';
import { keyOf, sources, textsOf } from './sources.ts';

// The build bundles this module elsewhere: places are told from where the command runs, the repository's root.
const root = process.cwd();
const cache = join(root, '.cache');

interface Recorded {
  recording: Recording;
  /** All that was measured, at full precision, by variant: too much for a page. */
  measurements: Record<string, Measurement[]>;
  /** Where its pictures lie. */
  folder: string;
}

const known = new Map<string, Promise<Recorded>>();

/**
 * The recorded run of a demo, trained now if there is none yet.
 * @param file the demo's file, from the repository's root
 * @throws Error that names the demo's file if the run diverges or does not keep a claim
 */
export function recordingOf(id: string, file: string, demo: Demo): Promise<Recorded> {
  const trainingKey = keyOf([JSON.stringify(demo), ...textsOf(root, sources.training)]);
  const key = keyOf([trainingKey, ...textsOf(root, sources.drawing)]);
  const name = `${id}@${key}`;
  const made = known.get(name) ?? make(id, resolve(root, file), trainingKey, key);
  known.set(name, made);
  return made;
}

async function make(id: string, file: string, trainingKey: string, key: string): Promise<Recorded> {
  const folder = join(cache, 'recordings', `${id}@${key}`);
  const training = join(cache, 'trainings', `${id}@${trainingKey}.bin`);
  if (!existsSync(folder)) {
    await inTurn(() => command([join(root, 'src/recordings/record.ts'), file, folder, training, key]));
    forgetOthers('recordings', id, folder);
    forgetOthers('trainings', id, training);
  }
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return {
    recording: read('recording.json') as Recording,
    measurements: read('measurements.json') as Recorded['measurements'],
    folder,
  };
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs at most as many tasks at once as there are processors. */
async function inTurn(task: () => Promise<void>): Promise<void> {
  if (running >= availableParallelism()) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    await task();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function command(args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = execFile(process.execPath, args, { cwd: root }, (error, _, said) => {
      if (error) failed(new Error(said.trim() || `${args.join(' ')} ended with ${String(error.code ?? error.signal)}`));
      else done();
    });
    child.stdout?.pipe(process.stdout, { end: false });
  });
}

function forgetOthers(kind: string, id: string, own: string): void {
  const folder = join(cache, kind);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith(`${id}@`) && path !== own) rmSync(path, { recursive: true, force: true });
  }
}
