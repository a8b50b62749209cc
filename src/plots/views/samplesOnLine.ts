// Samples on a line: both densities, D(x) and D*(x) between 0 and 1 over D's field, and every sample as a mark below.
import { certain } from '../../certain.ts';
import type { Frame } from '../../vocabulary/frame.ts';
import { sigmoid } from '../../vocabulary/logistic.ts';
import { axisBelow, axisLeft, linear, referenceLine, type Axes, type Scale } from '../drawing/axes.ts';
import { curve } from '../drawing/curve.ts';
import { density, type Density } from '../drawing/density.ts';
import { drawStripes, pointsOf } from '../drawing/fieldOnLine.ts';
import type { LegendEntry } from '../drawing/legend.ts';
import { brief } from '../../writing/numbers.ts';
import { writeOnPaper } from '../drawing/lettering.ts';
import { circles, cutMark, diamonds } from '../drawing/marks.ts';
import { inside, type Box, type Point, type Surface } from '../drawing/surface.ts';
import type { Trace } from '../trace.ts';
import { drawPushes, pushEntry, pushesOf } from './pushes.ts';
import { drawHead } from './samplesHead.ts';

/** Marks of each kind below the picture: enough to see where they lie, few enough to be told apart. */
const marks = 160;
/** A density may stand this many times as high as the data's before it is cut off at the top. */
const highest = 4;
/** Samples that carry arrows stand in lanes, so that one arrow does not lie on the next. */
const [pushed, lanes, laneHeight] = [24, 4, 8];
const marksHeight = 22;

/** Draws a run whose samples are numbers; `title` tells it from another one beside it. */
export function drawLine(surface: Surface, trace: Trace, frame: Frame, title?: string): void {
  const { pen, theme, size } = surface;
  const { field, real, fake, pull } = frame;
  const head = drawHead(surface, title, entriesOf(frame), trace);
  const below = marksHeight + (pull ? lanes * laneHeight + 4 : 0);
  const box = { left: 34, top: head + 4, right: size.width - 8, bottom: size.height - 22 - below };
  if (!field) return;
  const x = linear([field.from, field.to], [box.left, box.right]);
  const probability = linear([0, 1], [box.bottom, box.top]);
  drawStripes(surface, field, x, box);
  axisLeft(surface, probability, box, [
    [0, '0'],
    [1, '1'],
  ]);
  axisLeft(surface, probability, { ...box, right: box.left }, [[0.5, '½']]);
  referenceLine(surface, probability(0.5), box);
  const [ofReal, ofFake] = [density(real, field.from, field.to), density(fake, field.from, field.to)];
  const top = 1.1 * Math.max(ofReal.peak, Math.min(ofFake.peak, highest * ofReal.peak), 1e-9);
  const heights = linear([0, top], [box.bottom, box.top]);
  inside(surface, { ...box, bottom: box.bottom + 1 }, () => {
    drawHill(surface, ofReal, { x, y: heights }, theme.real);
    drawHill(surface, ofFake, { x, y: heights }, theme.generated);
    const drawScores = (logits: Float32Array, line: 'solid' | 'dotted') => {
      const stroke = { colour: theme.ink, width: 1.75, line };
      curve(pen, pointsOf(field), Array.from(logits, sigmoid), { x, y: probability }, stroke);
    };
    if (field.optimal) drawScores(field.optimal, 'dotted');
    drawScores(field.logits, 'solid');
  });
  if (ofFake.peak > top) drawCut(surface, ofFake, top, x, box);
  drawMarks(surface, real, fake, x, box);
  drawPushed(surface, frame, x, { ...box, top: box.bottom + marksHeight, bottom: box.bottom + below });
  axisBelow(surface, x, { ...box, bottom: box.bottom + below }, 'x');
}

const entriesOf = (frame: Frame): LegendEntry[] => [
  { sign: 'real', text: 'real' },
  { sign: 'generated', text: 'generated' },
  { sign: 'discriminator', text: 'D(x)' },
  ...(frame.field?.optimal ? [{ sign: 'optimal', text: 'D*(x)' } as const] : []),
  ...pushEntry(frame, 'line'),
];

/** A density as a filled hill with its outline. */
function drawHill({ pen }: Surface, { x, y, peak }: Density, axes: Pick<Axes, 'x' | 'y'>, colour: string): void {
  if (peak === 0) return;
  const [from, to] = [certain(x[0], 'the first point of a density'), certain(x.at(-1), 'the last point of a density')];
  pen.save();
  pen.fillStyle = colour;
  pen.globalAlpha = 0.3;
  pen.beginPath();
  pen.moveTo(axes.x(from), axes.y(0));
  x.forEach((at, i) => pen.lineTo(axes.x(at), axes.y(y[i] as number)));
  pen.lineTo(axes.x(to), axes.y(0));
  pen.closePath();
  pen.fill();
  pen.restore();
  curve(pen, x, y, axes, { colour, width: 1.75, line: 'solid' });
}

/** Where the generated density is cut off, an arrowhead says so, and how many times as high as the picture its peak is. */
function drawCut(surface: Surface, { x, y, peak }: Density, top: number, scale: Scale, box: Box): void {
  const colour = surface.theme.generated;
  const at = scale(certain(x[y.indexOf(peak)], 'the point of the peak'));
  cutMark(surface.pen, at, box.top + 1, 'up', colour);
  const left = at > (box.left + box.right) / 2;
  const times = peak / top;
  const text = `${times < 10 ? times.toFixed(1) : brief(Math.round(times))} × as high`;
  const align = left ? 'right' : 'left';
  writeOnPaper(surface, text, [left ? at - 10 : at + 10, box.top + 12], colour, { size: 12, align });
}

/** Two rows of marks under the picture: circles for real samples, diamonds for generated ones. */
function drawMarks(surface: Surface, real: Float32Array, fake: Float32Array, x: Scale, box: Box): void {
  const { pen, theme } = surface;
  const row = (samples: Float32Array, y: number) =>
    Array.from(samples.subarray(0, marks), (value): Point => [x(value), y]);
  const below = { left: box.left - 4, right: box.right + 4, top: box.bottom, bottom: box.bottom + marksHeight };
  inside(surface, below, () => {
    pen.globalAlpha = 0.55;
    pen.fillStyle = theme.real;
    circles(pen, row(real, box.bottom + 7), 2.2);
    pen.fillStyle = theme.generated;
    diamonds(pen, row(fake, box.bottom + 16), 2.2);
  });
}

/** Some generated samples once more, each with the arrow of its push, in lanes from left to right. */
function drawPushed(surface: Surface, frame: Frame, x: Scale, box: Box): void {
  const { pen, theme } = surface;
  const some = pushesOf(frame)
    .slice(0, pushed)
    .map((push, i) => ({ push, at: x(certain(frame.fake[i], 'the sample that is pushed')) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
  if (some.length === 0) return;
  const starts = some.map(({ at }, i): Point => [at, box.top + 4 + (i % lanes) * laneHeight]);
  const pushes = some.map(({ push }) => push);
  inside(surface, { ...box, left: box.left - 4, right: box.right + 4 }, () => {
    drawPushes(pen, starts, pushes, 'line', theme.generated);
    pen.fillStyle = theme.generated;
    diamonds(pen, starts, 2.2);
  });
}
