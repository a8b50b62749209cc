// The words for pictures of samples: where they lie, what D gives to them, how they are pushed, what each adds to D's loss.
import type { Frame } from '../../vocabulary/frame.ts';
import { arrowOf } from '../drawing/arrows.ts';
import { termsOf } from './bars.ts';
import { logitAt } from '../drawing/fieldOnLine.ts';
import { briefText } from '../../writing/numbers.ts';
import type { Trace } from '../trace.ts';

const nothing = 'Nothing has been drawn yet.';

const whenOf = ({ step, warmup }: Frame): string =>
  warmup ? `Warm-up, D alone, step ${warmup.done} of ${warmup.of}.` : `Step ${step}.`;

export function saySamples({ frame }: Trace): string {
  if (!frame) return nothing;
  const { dimension, real, fake } = frame;
  if (dimension > 2) return `${whenOf(frame)} ${drawings(frame)}`;
  const where = `Generated samples lie ${place(fake, dimension)}, real data ${place(real, dimension)}.`;
  return [whenOf(frame), where, judged(frame), pushed(frame)].filter((sentence) => sentence !== '').join(' ');
}

function place(values: Float32Array, dimension: number): string {
  const axes = Array.from({ length: dimension }, (_, axis) => spread(values, dimension, axis));
  const middle = axes.map(({ mean }) => briefText(mean)).join(', ');
  const sd = axes.map(({ sd }) => briefText(sd)).join(', ');
  return dimension === 1
    ? `around ${middle} (standard deviation ${sd})`
    : `around (${middle}), standard deviations ${sd}`;
}

/** What D gives, and where D* is known how far D is from it. */
function judged({ dimension, field, real, fake }: Frame): string {
  if (dimension !== 1 || !field) return '';
  const probability = (logit: number) => 1 / (1 + Math.exp(-logit));
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const score = (samples: Float32Array) => briefText(mean(Array.from(samples, (x) => probability(logitAt(field, x)))));
  const given = `D gives ${score(fake)} to generated samples on average and ${score(real)} to real ones.`;
  if (!field.optimal) return given;
  const best = { ...field, logits: field.optimal };
  const gaps = [real, fake].map((samples) =>
    mean(Array.from(samples, (x) => Math.abs(probability(logitAt(field, x)) - probability(logitAt(best, x))))),
  );
  return `${given} D(x) is ${briefText(mean(gaps))} away from D*(x) on average.`;
}

function pushed({ dimension, pull }: Frame): string {
  if (!pull || pull.length === 0) return '';
  const pushes = Array.from({ length: Math.floor(pull.length / dimension) }, (_, i): [number, number] => [
    pull[i * dimension] ?? NaN,
    dimension > 1 ? (pull[i * dimension + 1] ?? NaN) : 0,
  ]);
  const mean = pushes.reduce((sum, push) => sum + Math.hypot(...push), 0) / pushes.length;
  const unseen = pushes.filter((push) => !arrowOf(push, dimension === 1 ? 'line' : 'plane')).length;
  const gone = unseen === 0 ? '' : ` ${unseen} of ${pushes.length} are too small to be seen as arrows.`;
  return `The generator’s objective pushes a sample by ${briefText(mean)} on average.${gone}`;
}

/** Drawings in words: how dark they are, and how much they differ, beside the real ones. */
function drawings({ dimension, real, fake }: Frame): string {
  const side = Math.round(Math.sqrt(dimension));
  const count = (values: Float32Array) => Math.floor(values.length / dimension);
  const ink = (values: Float32Array) => briefText((100 * (spread(values, 1, 0).mean + 1)) / 2);
  const variety = (values: Float32Array) => {
    const pixels = Array.from({ length: dimension }, (_, pixel) => spread(values, dimension, pixel).sd);
    return briefText(pixels.reduce((sum, sd) => sum + sd, 0) / dimension);
  };
  return (
    `${count(fake)} generated drawings of ${side} × ${side} pixels below a row of real ones. Generated ones carry ${ink(fake)} % ink on average, ` +
    `real ones ${ink(real)} %; from drawing to drawing a pixel varies with a standard deviation of ${variety(fake)}, in real ones of ${variety(real)}.`
  );
}

export function sayBars({ frame }: Trace): string {
  if (!frame) return nothing;
  const terms = termsOf(frame);
  if (!terms) return `${whenOf(frame)} There is no field of D on a line.`;
  const { meanReal, meanFake } = terms;
  const most = (values: readonly number[]) => briefText(values.reduce((a, b) => Math.max(a, b), 0));
  return (
    `${whenOf(frame)} The mean of −log D(x) over real samples is ${briefText(meanReal)}, that of −log(1 − D(x)) over generated ones ${briefText(meanFake)}: ` +
    `together ${briefText(meanReal + meanFake)} (2 log 2 = 1.39 when undecided). The longest bars are ${most(terms.real)} and ${most(terms.fake)}.`
  );
}

function spread(values: Float32Array, dimension: number, axis: number): { mean: number; sd: number } {
  const own = values.filter((value, i) => i % dimension === axis && Number.isFinite(value));
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return { mean, sd: Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length) };
}
