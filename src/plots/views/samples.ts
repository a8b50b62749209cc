// The view "samples": where the data and the generator's samples lie, and what D thinks of every value; drawings as they are.
import type { Frame } from '../../vocabulary/frame.ts';
import { sigmoid } from '../../vocabulary/logistic.ts';
import { logitAt } from '../drawing/fieldOnLine.ts';
import { briefText } from '../../writing/numbers.ts';
import { mean, momentsOf } from '../meanAndSpread.ts';
import { arrowOf, pushesOf } from './pushes.ts';
import { drawDrawings, sayDrawings } from './samplesAsDrawings.ts';
import { drawPlane } from './samplesInPlane.ts';
import { drawLine } from './samplesOnLine.ts';
import { nothing, sayWhen, type RunView } from './view.ts';

export const samples: RunView = {
  draw(surface, trace, title) {
    const { frame } = trace;
    if (!frame) return;
    const draw = frame.dimension === 1 ? drawLine : frame.dimension === 2 ? drawPlane : drawDrawings;
    draw(surface, trace, frame, title);
  },

  say({ frame }) {
    if (!frame) return nothing;
    const { dimension, real, fake } = frame;
    if (dimension > 2) return `${sayWhen(frame)} ${sayDrawings(frame)}`;
    const where = `Generated samples lie ${around(fake, dimension)}, real data ${around(real, dimension)}.`;
    return [sayWhen(frame), where, judged(frame), pushed(frame)].filter((sentence) => sentence !== '').join(' ');
  },
};

function around(values: Float32Array, dimension: number): string {
  const axes = Array.from({ length: dimension }, (_, axis) => momentsOf(values, dimension, axis));
  const middle = axes.map(({ mean }) => briefText(mean)).join(', ');
  const sd = axes.map(({ sd }) => briefText(sd)).join(', ');
  return dimension === 1
    ? `around ${middle} (standard deviation ${sd})`
    : `around (${middle}), standard deviations ${sd}`;
}

/** What D gives, and where D* is known how far D is from it. */
function judged({ dimension, field, real, fake }: Frame): string {
  if (dimension !== 1 || !field) return '';
  const score = (samples: Float32Array) => briefText(mean(samples, (x) => sigmoid(logitAt(field, x))));
  const given = `D gives ${score(fake)} to generated samples on average and ${score(real)} to real ones.`;
  if (!field.optimal) return given;
  const best = { ...field, logits: field.optimal };
  const gaps = [real, fake].map((samples) =>
    mean(samples, (x) => Math.abs(sigmoid(logitAt(field, x)) - sigmoid(logitAt(best, x)))),
  );
  return `${given} D(x) is ${briefText(mean(gaps))} away from D*(x) on average.`;
}

function pushed(frame: Frame): string {
  const pushes = pushesOf(frame);
  if (pushes.length === 0) return '';
  const size = briefText(mean(pushes, (push) => Math.hypot(...push)));
  const unseen = pushes.filter((push) => !arrowOf(push, frame.dimension === 1 ? 'line' : 'plane')).length;
  const gone = unseen === 0 ? '' : ` ${unseen} of ${pushes.length} are too small to be seen as arrows.`;
  return `The generator’s objective pushes a sample by ${size} on average.${gone}`;
}
