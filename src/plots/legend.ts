// The head of a picture of samples: what its marks mean, and how large the generator's gradient is under either objective.
import type { Metric } from '../gan/experiment.ts';
import { dashes } from './curve.ts';
import { inWords, labelSize, widthOf, write } from './lettering.ts';
import { circles, diamonds } from './marks.ts';
import type { Box, Pen } from './pen.ts';
import type { Theme } from './theme.ts';
import type { Trace } from './trace.ts';

/** From this width on, the key and the gradient bars stand side by side. */
const wide = 560;
const lineHeight = 17;
/** From the top to the first line's letters, raised exponents included. */
const baseline = 14;

export const sideBySide = (width: number): boolean => width >= wide;

/** The height of the head, in CSS pixels, for a picture of this width. */
export function headHeight(width: number, trace: Trace): number {
  const bars = gradientsOf(trace) ? 2 : 0;
  return lineHeight * (sideBySide(width) ? Math.max(2, bars) : 1 + bars + (bars > 0 ? 0.3 : 0)) + 10;
}

/** The key: a circle for real data, a diamond for generated data, a line for D. */
export function drawKey(pen: Pen, box: Box, title: string | undefined, theme: Theme, withLine: boolean): void {
  let y = box.top + baseline;
  let x = box.left;
  if (title !== undefined) {
    pen.fillStyle = theme.ink;
    const width = write(pen, title, x, y, theme, { weight: 'strong' });
    if (sideBySide(box.right - box.left)) y += lineHeight;
    else x += width + 14;
  }
  pen.fillStyle = theme.real;
  circles(pen, [[x + 4, y - 4]], 3.4);
  x += 12 + write(pen, 'real', x + 12, y, theme) + 14;
  pen.fillStyle = theme.generated;
  diamonds(pen, [[x + 4, y - 4]], 3.4);
  x += 12 + write(pen, 'generated', x + 12, y, theme) + 14;
  if (!withLine) return;
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.75;
  pen.beginPath();
  pen.moveTo(x, y - 4);
  pen.lineTo(x + 16, y - 4);
  pen.stroke();
  pen.fillStyle = theme.ink;
  write(pen, 'D(x)', x + 22, y, theme);
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
export function drawGradientBars(pen: Pen, box: Box, trace: Trace, theme: Theme): void {
  const norms = gradientsOf(trace);
  if (!norms) return;
  const values = [norms.saturating, norms.nonSaturating];
  const longest = Math.max(...values.filter(Number.isFinite), 1e-30);
  const side = sideBySide(box.right - box.left);
  const names = ['G’s gradient, saturating', 'non-saturating'];
  const nameWidth = Math.max(...names.map((name) => widthOf(pen, name, theme, labelSize, 'strong')));
  const numberWidth = widthOf(pen, '8.88 × 10^−88', theme);
  const room = side ? 150 : Math.max(40, box.right - box.left - nameWidth - numberWidth - 20);
  const start = side ? box.right - room - numberWidth - 12 : box.left + nameWidth + 10;
  const first = box.top + baseline + (side ? 0 : lineHeight * 1.3);
  rows.forEach(({ metric, dashed }, i) => {
    const value = values[i] ?? NaN;
    const y = first + i * lineHeight;
    const shown = (metric === 'saturatingGradient') === (trace.objective === 'saturating');
    pen.fillStyle = shown ? theme.ink : theme.inkSoft;
    const weight = shown ? 'strong' : 'normal';
    write(pen, names[i] ?? '', start - 10, y, theme, { weight, align: 'right' });
    write(pen, inWords(value), start + room + 10, y, theme, { weight });
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
