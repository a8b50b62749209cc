// The training loop that article 2 prints for TensorFlow.js is run as it is printed: it learns, and each half moves its own player alone.
import { useBackend } from '../../src/gan/backend.ts';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { tf } from '../../src/gan/tensorflow.ts';

beforeAll(() => useBackend('cpu'));

const article = readFileSync('content/articles/en/the-two-players.mdx', 'utf8');
const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(article)?.[1] ?? '';

const names = ['tf', 'G', 'D', 'n', 'latent', 'batches', 'optD', 'optG', 'weightsOfD', 'weightsOfG'] as const;
type Loop = (...given: unknown[]) => void;

/** The printed loop as a function of the names that it uses without defining them. */
async function printedLoop(): Promise<Loop> {
  const file = join(mkdtempSync(join(tmpdir(), 'loop-')), 'loop.mjs');
  writeFileSync(file, `export default function (${names.join(', ')}) {\n${block('js')}\n}\n`);
  return ((await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: Loop }).default;
}

const still = { minimize: () => null };

/** Samples z − 3 at first, data N(0, 1), a discriminator with one hidden layer. */
function players(steps: number) {
  let seed = 1;
  const normal = (shape: [number, number]) => tf.randomNormal(shape, 0, 1, 'float32', (seed += 1));
  const variable = (shape: [number, number], scale: number) => tf.tidy(() => tf.variable(tf.mul(normal(shape), scale)));
  const weightsOfD = [variable([1, 16], 1), variable([1, 16], 1), variable([16, 1], 0.25)] as const;
  const weightsOfG = [tf.variable(tf.tensor2d([[1]])), tf.variable(tf.tensor2d([[-3]]))] as const;
  const [a, b, c] = weightsOfD;
  const given = {
    tf: { ...tf, randomNormal: normal },
    G: (z: tf.Tensor2D) => tf.add(tf.matMul(z, weightsOfG[0]), weightsOfG[1]),
    D: (x: tf.Tensor2D) => tf.matMul(tf.relu(tf.add(tf.matMul(x, a), b)), c),
    n: 64,
    latent: 1,
    batches: Array.from({ length: steps }, () => normal([64, 1])),
    optD: tf.train.adam(0.02, 0, 0.99) as unknown,
    optG: tf.train.sgd(0.1) as unknown,
    weightsOfD,
    weightsOfG,
  };
  const values = (weights: readonly tf.Variable[]) => weights.map((weight) => Array.from(weight.dataSync()));
  return { given, values };
}

const run = async (given: ReturnType<typeof players>['given']) =>
  (await printedLoop())(...names.map((name) => given[name]));

test('it brings the samples to the data', async () => {
  const { given, values } = players(400);
  await run(given);
  expect(Math.abs(values(given.weightsOfG)[1]?.[0] ?? NaN)).toBeLessThan(0.5);
});

test.each(['D', 'G'] as const)('the move of %s changes nothing of the other player', async (player) => {
  const { given, values } = players(3);
  const before = { D: values(given.weightsOfD), G: values(given.weightsOfG) };
  await run({ ...given, ...(player === 'D' ? { optG: still } : { optD: still }) });
  const other = player === 'D' ? 'G' : 'D';
  const after = { D: values(given.weightsOfD), G: values(given.weightsOfG) };
  expect(after[other]).toEqual(before[other]);
  expect(after[player]).not.toEqual(before[player]);
});

test('the loop in PyTorch cuts the way back to G for D alone, and draws fresh latents for both', () => {
  const [ofD = '', ofG = ''] = block('python').split('# G moves');
  for (const half of [ofD, ofG]) expect(half).toContain('torch.randn(n, latent)');
  expect(ofD).toContain('.detach()');
  expect(ofG).not.toContain('.detach()');
});
