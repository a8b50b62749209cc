// The view "bars": each sample's own term of D's cross-entropy, −log D(x) for real and −log(1 − D(x)) for generated ones, and both means.
import { certain } from '../../certain.ts';
import type { Frame } from '../../vocabulary/frame.ts';
import { softplus } from '../../vocabulary/logistic.ts';
import { axisBelow, axisLeft, linear, type Axes } from '../drawing/axes.ts';
import { logitAt } from '../drawing/fieldOnLine.ts';
import { brief, briefText } from '../../writing/numbers.ts';
import { writeOnPaper } from '../drawing/lettering.ts';
import { cutMark } from '../drawing/marks.ts';
import type { Pen } from '../drawing/pen.ts';
import type { Surface } from '../drawing/surface.ts';
import { mean } from '../meanAndSpread.ts';
import { drawHead } from './samplesHead.ts';
import { nothing, sayWhen, type RunView } from './view.ts';

/** Bars of each kind: so many that they can still be told apart. */
const most = { wide: 72, narrow: 40 } as const;
/** The axis ends at the first of these that holds every bar; what is longer than the last is cut off, with a mark. */
const tops = [0.5, 1, 2, 3, 4] as const;

interface Terms {
  /** −log D(x) of each real sample. */
  real: number[];
  /** −log(1 − D(x)) of each generated sample. */
  fake: number[];
  meanReal: number;
  meanFake: number;
}

/** What each of a frame's samples adds to D's loss, from D's field; undefined where there is none on a line. */
export function termsOf({ dimension, field, real, fake }: Frame): Terms | undefined {
  if (!field || dimension !== 1) return undefined;
  const ofReal = Array.from(real, (x) => softplus(-logitAt(field, x)));
  const ofFake = Array.from(fake, (x) => softplus(logitAt(field, x)));
  return { real: ofReal, fake: ofFake, meanReal: mean(ofReal), meanFake: mean(ofFake) };
}

const longestOf = (terms: readonly number[]): number => terms.reduce((a, b) => Math.max(a, b), 0);

export const bars: RunView = {
  /** Draws the bars of real samples upwards, those of generated ones downwards. */
  draw(surface, { frame }, title = 'Each sample’s term of D’s loss') {
    const { pen, theme, size } = surface;
    const terms = frame && termsOf(frame);
    const [real, fake] = terms ? [brief(terms.meanReal), brief(terms.meanFake)] : [];
    const sum = terms ? `on average ${brief(terms.meanReal + terms.meanFake)} = ${real} + ${fake}` : '';
    const head = drawHead(surface, title, [{ sign: 'note', text: sum }]);
    if (!frame?.field || !terms) return;
    const box = { left: 34, top: head + 4, right: size.width - 8, bottom: size.height - 24 };
    const count = size.width >= 560 ? most.wide : most.narrow;
    const shown = [...terms.real.slice(0, count), ...terms.fake.slice(0, count)].filter(Number.isFinite);
    const longest = longestOf(shown);
    const top = tops.find((value) => longest <= value) ?? tops[4];
    const x = linear([frame.field.from, frame.field.to], [box.left, box.right]);
    const y = linear([-top, top], [box.bottom, box.top]);
    const axes = { x, y, box };
    const ticks = [-top, -top / 2, 0, top / 2, top].map((tick) => [tick, String(Math.abs(tick))] as const);
    axisLeft(surface, y, box, ticks);
    drawSide(pen, frame.real.subarray(0, count), terms.real, axes, 1, theme.real);
    drawSide(pen, frame.fake.subarray(0, count), terms.fake, axes, -1, theme.generated);
    pen.fillStyle = theme.ruleStrong;
    pen.fillRect(box.left, Math.round(y(0)), box.right - box.left, 1);
    drawMean(surface, `mean −log D(x) = ${real}`, y(Math.min(terms.meanReal, top)), -5, axes, theme.real);
    const below = y(-Math.min(terms.meanFake, top));
    drawMean(surface, `mean −log(1 − D(x)) = ${fake}`, below, 14, axes, theme.generated);
    axisBelow(surface, x, box, 'x');
  },

  say({ frame }) {
    if (!frame) return nothing;
    const terms = termsOf(frame);
    if (!terms) return `${sayWhen(frame)} There is no field of D on a line.`;
    const { meanReal, meanFake } = terms;
    const [real, fake] = [briefText(longestOf(terms.real)), briefText(longestOf(terms.fake))];
    return (
      `${sayWhen(frame)} The mean of −log D(x) over real samples is ${briefText(meanReal)}, that of −log(1 − D(x)) over generated ones ${briefText(meanFake)}: ` +
      `together ${briefText(meanReal + meanFake)} (2 log 2 = 1.39 when undecided). The longest bars are ${real} and ${fake}.`
    );
  },
};

/** The bars of samples of one kind, up or down from 0. */
function drawSide(
  pen: Pen,
  samples: Float32Array,
  terms: readonly number[],
  { x, y }: Axes,
  side: 1 | -1,
  colour: string,
): void {
  const edge = certain(y.domain()[1], 'the end of the axis');
  samples.forEach((sample, i) => {
    const at = x(sample);
    const term = terms[i] as number;
    if (!Number.isFinite(at) || Number.isNaN(term)) return;
    const end = y(side * Math.min(term, edge));
    pen.save();
    pen.fillStyle = colour;
    pen.globalAlpha = 0.75;
    pen.fillRect(at - 1, Math.min(y(0), end), 2, Math.abs(end - y(0)));
    pen.restore();
    if (term > edge) cutMark(pen, at, end, side > 0 ? 'up' : 'down', colour);
  });
}

/** A line across at a mean, with its name. */
function drawMean(surface: Surface, name: string, y: number, off: number, { box }: Axes, colour: string): void {
  if (!Number.isFinite(y)) return;
  const { pen } = surface;
  pen.save();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.setLineDash([7, 3]);
  pen.beginPath();
  pen.moveTo(box.left, y);
  pen.lineTo(box.right, y);
  pen.stroke();
  pen.restore();
  const baseline = Math.min(Math.max(y + off, box.top + 10), box.bottom - 4);
  writeOnPaper(surface, name, [box.right - 2, baseline], colour, { size: 12, weight: 'strong', align: 'right' });
}
