// The head of a picture of samples: the key to its marks, and how large the generator's gradient is under either objective.
import { brief } from '../../writing/numbers.ts';
import type { Metric } from '../../vocabulary/metrics.ts';
import { dashes } from '../drawing/curve.ts';
import { baseline, drawKey, layKey, lineHeight, linesIn, type Sign } from '../drawing/key.ts';
import { labelSize, widthOf, write } from '../drawing/lettering.ts';
import type { Box, Pen } from '../drawing/pen.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

/** From this width on, the key and the gradient bars stand side by side. */
const wide = 560;
/** Room for the bars beside the key. */
const barsWidth = 430;
const edge = 8;

const sideBySide = (width: number): boolean => width >= wide;

/** Draws the head over a picture of this width and returns its height, in CSS pixels. */
export function drawHead(pen: Pen, trace: Trace, signs: readonly Sign[], width: number, theme: Theme): number {
  const bars = gradientsOf(trace) ? 2 : 0;
  const side = sideBySide(width);
  const room = width - 2 * edge - (side && bars > 0 ? barsWidth : 0);
  const placed = layKey(pen, signs, room, theme);
  drawKey(pen, placed, edge, 0, theme);
  const lines = linesIn(placed);
  const box: Box = { left: edge, right: width - edge, top: side ? 0 : lines * lineHeight, bottom: 0 };
  drawGradientBars(pen, box, trace, theme);
  return lineHeight * (side ? Math.max(lines, bars) : lines + bars + (bars > 0 ? 0.3 : 0)) + 10;
}

const rows: readonly { metric: Metric; dashed: boolean }[] = [
  { metric: 'saturatingGradient', dashed: true },
  { metric: 'nonSaturatingGradient', dashed: false },
];

/** The newest gradient norms of a run under both objectives, at the same weights. */
export function gradientsOf(trace: Trace): { step: number; saturating: number; nonSaturating: number } | undefined {
  const newest = trace.measurements.at(-1);
  const { saturatingGradient: saturating, nonSaturatingGradient: nonSaturating } = newest?.values ?? {};
  return newest && saturating !== undefined && nonSaturating !== undefined
    ? { step: newest.step, saturating, nonSaturating }
    : undefined;
}

/**
 * Both norms of G's gradient as bars on one linear scale, so that a saturating gradient is seen to be nothing beside the other.
 * The bar of the objective in use is filled, the other one an outline.
 */
function drawGradientBars(pen: Pen, box: Box, trace: Trace, theme: Theme): void {
  const norms = gradientsOf(trace);
  if (!norms) return;
  const values = [norms.saturating, norms.nonSaturating];
  const longest = Math.max(...values.filter(Number.isFinite), 1e-30);
  const side = sideBySide(box.right - box.left + 2 * edge);
  const names = ['G’s gradient, saturating', 'non-saturating'];
  const nameWidth = Math.max(...names.map((name) => widthOf(pen, name, theme, labelSize, 'strong')));
  const numberWidth = widthOf(pen, '8.88 × 10^−88', theme);
  const room = side ? 150 : Math.max(40, box.right - box.left - nameWidth - numberWidth - 20);
  const start = side ? box.right - room - numberWidth - 12 : box.left + nameWidth + 10;
  const first = box.top + baseline + (side ? 0 : lineHeight * 0.3);
  rows.forEach(({ metric, dashed }, i) => {
    const value = values[i] ?? NaN;
    const y = first + i * lineHeight;
    const shown = trace.experiment.objective === (metric === 'saturatingGradient' ? 'saturating' : 'nonSaturating');
    pen.fillStyle = shown ? theme.ink : theme.inkSoft;
    const weight = shown ? 'strong' : 'normal';
    write(pen, names[i] ?? '', start - 10, y, theme, { weight, align: 'right' });
    write(pen, brief(value), start + room + 10, y, theme, { weight });
    const length = Number.isFinite(value) ? (room * value) / longest : 0;
    pen.fillStyle = theme.generated;
    pen.strokeStyle = theme.generated;
    pen.lineWidth = 1;
    if (shown) pen.fillRect(start, y - 9, Math.max(length, 1), 9);
    else outline(pen, start, y - 9, Math.max(length, 1), dashed);
  });
}

function outline(pen: Pen, x: number, y: number, width: number, dashed: boolean): void {
  pen.save();
  if (dashed) pen.setLineDash(dashes.dashed.map((length) => length / 2));
  pen.beginPath();
  pen.rect(x + 0.5, y + 0.5, Math.max(width - 1, 0.5), 8);
  pen.stroke();
  pen.restore();
}
