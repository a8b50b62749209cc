// The view "bars": each sample's own term of D's cross-entropy, −log D(x) for real and −log(1 − D(x)) for generated ones, and both means.
import { brief } from '../../writing/numbers.ts';
import { softplus } from '../../vocabulary/logistic.ts';
import type { Frame } from '../../vocabulary/frame.ts';
import { axisBelow, axisLeft, linear, type Scale } from '../drawing/axes.ts';
import { logitAt } from '../drawing/fieldOnLine.ts';
import { drawHead } from './samplesHead.ts';
import { writeOnPaper } from '../drawing/lettering.ts';
import { cutMark } from '../drawing/marks.ts';
import type { Box, Pen, Size } from '../drawing/pen.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

/** Bars of each kind: so many that they can still be told apart. */
const bars = { wide: 72, narrow: 40 } as const;
/** The axis ends at the first of these that holds every bar; what is longer than the last is cut off, with a mark. */
const tops = [0.5, 1, 2, 3, 4] as const;

/** log(1 + eˡ), without overflow. */

export interface Terms {
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
  const mean = (terms: number[]) => terms.reduce((sum, term) => sum + term, 0) / terms.length;
  return { real: ofReal, fake: ofFake, meanReal: mean(ofReal), meanFake: mean(ofFake) };
}

/** Draws the bars of real samples upwards, those of generated ones downwards; `title` tells a run from another one beside it. */
export function drawBars(pen: Pen, trace: Trace, { width, height }: Size, theme: Theme, title?: string): void {
  const terms = trace.frame && termsOf(trace.frame);
  const sum = terms ? brief(terms.meanReal + terms.meanFake) : '';
  const parts = terms ? ` = ${brief(terms.meanReal)} + ${brief(terms.meanFake)}` : '';
  const head = drawHead(
    pen,
    { ...trace, measurements: [] },
    [
      { kind: 'title', text: title ?? 'Each sample’s term of D’s loss' },
      { kind: 'note', text: terms ? `on average ${sum}${parts}` : '' },
    ],
    width,
    theme,
  );
  const box: Box = { left: 34, top: head + 4, right: width - 8, bottom: height - 24 };
  const { frame } = trace;
  if (!frame?.field || !terms) return;
  const count = width >= 560 ? bars.wide : bars.narrow;
  const shown = [...terms.real.slice(0, count), ...terms.fake.slice(0, count)].filter(Number.isFinite);
  const most = shown.reduce((a, b) => Math.max(a, b), 0);
  const top = tops.find((value) => most <= value) ?? tops[4];
  const x = linear([frame.field.from, frame.field.to], [box.left, box.right]);
  const y = linear([-top, top], [box.bottom, box.top]);
  const ticks = [-top, -top / 2, 0, top / 2, top].map((tick) => [tick, String(Math.abs(tick))] as const);
  axisLeft(pen, y, box, ticks, theme);
  drawHalf(pen, frame.real.subarray(0, count), terms.real, [x, y], 1, theme.real);
  drawHalf(pen, frame.fake.subarray(0, count), terms.fake, [x, y], -1, theme.generated);
  pen.fillStyle = theme.ruleStrong;
  pen.fillRect(box.left, Math.round(y(0)), box.right - box.left, 1);
  drawMean(
    pen,
    `mean −log D(x) = ${brief(terms.meanReal)}`,
    y(Math.min(terms.meanReal, top)),
    -5,
    box,
    theme.real,
    theme,
  );
  const ofFake = `mean −log(1 − D(x)) = ${brief(terms.meanFake)}`;
  drawMean(pen, ofFake, y(-Math.min(terms.meanFake, top)), 14, box, theme.generated, theme);
  axisBelow(pen, x, box, 'x', theme);
}

function drawHalf(
  pen: Pen,
  samples: Float32Array,
  terms: readonly number[],
  [x, y]: readonly [Scale, Scale],
  side: 1 | -1,
  colour: string,
): void {
  const edge = y.domain()[1] ?? 0;
  samples.forEach((sample, i) => {
    const at = x(sample);
    const term = terms[i] ?? NaN;
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
function drawMean(pen: Pen, name: string, y: number, off: number, box: Box, colour: string, theme: Theme): void {
  if (!Number.isFinite(y)) return;
  pen.save();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.setLineDash([7, 3]);
  pen.beginPath();
  pen.moveTo(box.left, y);
  pen.lineTo(box.right, y);
  pen.stroke();
  pen.restore();
  pen.fillStyle = colour;
  const baseline = Math.min(Math.max(y + off, box.top + 10), box.bottom - 4);
  writeOnPaper(pen, name, box.right - 2, baseline, theme, { size: 12, weight: 'strong', align: 'right' });
}
