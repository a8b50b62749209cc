// Says in words what a panel shows: the text that stands for its canvas.
import { gradientsOf } from './legend.ts';
import { inText } from './lettering.ts';
import type { Panel } from './panels.ts';
import type { Trace } from './trace.ts';

/** One to three sentences for each of the traces that the panel draws. */
export function describe(panel: Panel, traces: readonly Trace[]): string {
  const sentences = traces.map((trace) => {
    const said = say(panel, trace);
    return traces.length > 1 || panel.titled ? `${trace.label}: ${said}` : said;
  });
  return sentences.join(' ');
}

function say({ view }: Panel, trace: Trace): string {
  switch (view) {
    case 'samples':
      return samples(trace);
    case 'gradients':
      return gradients(trace);
    case 'losses':
      return losses(trace);
    default:
      return impossible(view);
  }
}

function samples(trace: Trace): string {
  const { frame } = trace;
  if (!frame) return 'Nothing has been drawn yet.';
  const { dimension, real, fake, step, warmup } = frame;
  const when = warmup ? `Warm-up, D alone, step ${warmup.done} of ${warmup.of}.` : `Step ${step}.`;
  const place = (values: Float32Array) => {
    const axes = Array.from({ length: dimension }, (_, axis) => spread(values, dimension, axis));
    const middle = axes.map(({ mean }) => inText(mean)).join(', ');
    const sd = axes.map(({ sd }) => inText(sd)).join(', ');
    return dimension === 1
      ? `around ${middle} (standard deviation ${sd})`
      : `around (${middle}), standard deviations ${sd}`;
  };
  const where = `Generated samples lie ${place(fake)}, real data ${place(real)}.`;
  if (dimension !== 1) return `${when} ${where}`;
  const d = `D gives ${inText(score(trace, fake))} to generated samples on average and ${inText(score(trace, real))} to real ones.`;
  return `${when} ${where} ${d}`;
}

function gradients(trace: Trace): string {
  const norms = gradientsOf(trace);
  if (!norms) return 'The generator’s gradient has not been measured yet.';
  const [own, other] =
    trace.objective === 'saturating'
      ? [
          `${inText(norms.saturating)} under the saturating objective in use`,
          `${inText(norms.nonSaturating)} under the non-saturating one`,
        ]
      : [
          `${inText(norms.nonSaturating)} under the objective in use`,
          `${inText(norms.saturating)} under the saturating one`,
        ];
  const switched = trace.switches.map(({ step, to }) => ` Changed to “${to}” at step ${step}.`).join('');
  return `At step ${norms.step} the norm of the generator’s gradient is ${own}, and would be ${other} at the same weights.${switched}`;
}

function losses({ losses: { step, discriminator, generator } }: Trace): string {
  const last = step.at(-1);
  if (last === undefined) return 'No loss yet.';
  const ofDiscriminator = inText(discriminator.at(-1) ?? NaN);
  return `At step ${last} the discriminator’s loss is ${ofDiscriminator} (2 log 2 = 1.39 when undecided), the generator’s ${inText(generator.at(-1) ?? NaN)}.`;
}

function spread(values: Float32Array, dimension: number, axis: number): { mean: number; sd: number } {
  const own = values.filter((value, i) => i % dimension === axis && Number.isFinite(value));
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return { mean, sd: Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length) };
}

/** D's mean value on samples of a line, between the points of its field. */
function score({ frame }: Trace, samples: Float32Array): number {
  if (!frame) return NaN;
  const { from, to, size, logits } = frame.field;
  const at = (value: number) => {
    const place = Math.min(Math.max(((value - from) / (to - from)) * (size - 1), 0), size - 1);
    const i = Math.min(Math.floor(place), size - 2);
    const logit = (logits[i] ?? NaN) * (1 - (place - i)) + (logits[i + 1] ?? NaN) * (place - i);
    return 1 / (1 + Math.exp(-logit));
  };
  return samples.reduce((sum, value) => sum + at(value), 0) / samples.length;
}

function impossible(view: never): never {
  throw new Error(`unknown view: ${String(view)}`);
}
