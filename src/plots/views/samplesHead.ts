// The head of a picture of samples: the legend, and how large the generator's gradient is under either objective.
import { dashes } from '../drawing/curve.ts';
import { baseline, drawLegend, lineHeight, type LegendEntry } from '../drawing/legend.ts';
import { brief } from '../../writing/numbers.ts';
import { widthOf, write } from '../drawing/lettering.ts';
import type { Pen } from '../drawing/pen.ts';
import type { Surface } from '../drawing/surface.ts';
import type { Trace } from '../trace.ts';
import { gradientsOf, ownGradient } from './gradients.ts';

/** From this width on, the legend and the gradient bars stand side by side. */
const wide = 560;
/** Room for the bars beside the legend. */
const barsWidth = 430;
const edge = 8;

/**
 * Draws the head over a picture and returns its height, in CSS pixels.
 * @param trace the run whose gradients stand in it, if they are measured
 */
export function drawHead(
  surface: Surface,
  title: string | undefined,
  signs: readonly LegendEntry[],
  trace?: Trace,
): number {
  const { width } = surface.size;
  const side = width >= wide;
  const bars = trace && barsOf(trace);
  const entries = title === undefined ? signs : [{ sign: 'title', text: title } as const, ...signs];
  const lines = drawLegend(surface, entries, edge, width - 2 * edge - (side && bars ? barsWidth : 0));
  if (!bars) return lineHeight * lines + 10;
  drawGradientBars(surface, bars, side ? 0 : (lines + 0.3) * lineHeight, side);
  return lineHeight * (side ? Math.max(lines, 2) : lines + 2.3) + 10;
}

interface GradientBar {
  label: string;
  norm: number;
  /** Whether this gradient moves the run: its bar is filled, the other one an outline. */
  used: boolean;
  dashed: boolean;
}

function barsOf(trace: Trace): GradientBar[] | undefined {
  const norms = gradientsOf(trace);
  const own = ownGradient(trace);
  return (
    norms && [
      {
        label: 'G’s gradient, saturating',
        norm: norms.saturating,
        used: own === 'saturatingGradient',
        dashed: true,
      },
      { label: 'non-saturating', norm: norms.nonSaturating, used: own === 'nonSaturatingGradient', dashed: false },
    ]
  );
}

/** Both norms of G's gradient as bars on one linear scale, so that a saturating gradient is seen to be nothing beside the other. */
function drawGradientBars(surface: Surface, bars: readonly GradientBar[], top: number, side: boolean): void {
  const { pen, theme, size } = surface;
  const longest = Math.max(...bars.map(({ norm }) => norm).filter(Number.isFinite), 1e-30);
  const labelWidth = Math.max(...bars.map(({ label }) => widthOf(surface, label, { weight: 'strong' })));
  const numberWidth = widthOf(surface, '8.88 × 10^−88');
  const right = size.width - edge;
  const room = side ? 150 : Math.max(40, right - edge - labelWidth - numberWidth - 20);
  const start = side ? right - room - numberWidth - 12 : edge + labelWidth + 10;
  bars.forEach(({ label, norm, used, dashed }, i) => {
    const y = top + baseline + i * lineHeight;
    const [colour, weight] = used ? ([theme.ink, 'strong'] as const) : ([theme.inkSoft, 'normal'] as const);
    write(surface, label, [start - 10, y], colour, { weight, align: 'right' });
    write(surface, brief(norm), [start + room + 10, y], colour, { weight });
    const length = Math.max(Number.isFinite(norm) ? (room * norm) / longest : 0, 1);
    pen.fillStyle = theme.generated;
    pen.strokeStyle = theme.generated;
    pen.lineWidth = 1;
    if (used) pen.fillRect(start, y - 9, length, 9);
    else outline(pen, start, y - 9, length, dashed);
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
