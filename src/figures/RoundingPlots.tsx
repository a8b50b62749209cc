// The losses and the slopes over the logit on an axis of decades, with rows of their own for 0 and for what is no number.
import { computed, type Computed, type Form, type Precision } from '../gan/theory/rounding.ts';
import { Plot, Label, type LineStyle } from './Plot.tsx';
import { rounded } from '../writing/numbers.ts';
import { inCharacters } from '../writing/exponents.ts';
import { pathThrough, plotArea, coordinate, type PlotArea, type Point } from './plotArea.ts';
import { exactly } from './roundingWords.ts';

export const range = { from: -110, to: 20, step: 0.25 };
/** Places on the decades' axis that stand for results without a size, below and above all powers of ten shown. */
const [ofZero, ofNoNumber] = [-56, 9];

const axis = (name: string, unbounded: string) => ({
  x: { ...range, ticks: [-100, -80, -60, -40, -20, 0, 20], name: 'logit' },
  y: {
    from: -60,
    to: 13,
    ticks: [
      [ofNoNumber, unbounded],
      [0, '1'],
      [-10, '10^−10'],
      [-20, '10^−20'],
      [-30, '10^−30'],
      [-40, '10^−40'],
      [ofZero, '0'],
    ] as const,
    name,
  },
});
const margins = { top: 26, right: 8, bottom: 42, left: 44 };
const losses = plotArea(axis('size of the loss as computed', '∞'), 380, 300, margins);
const slopes = plotArea(axis('size of its slope as computed', 'NaN'), 380, 300, margins);

/** The height of a result on the decades' axis. */
function heightOf(value: number): number {
  if (!Number.isFinite(value)) return ofNoNumber;
  return value === 0 ? ofZero : Math.log10(Math.abs(value));
}

/** A curve over the logit, broken where the result changes between a size, 0 and no number. */
function curveOf(area: PlotArea, value: (logit: number) => number, step: number): string {
  const points: Point[] = [];
  let kind = NaN;
  for (let l = range.from; l <= range.to; l += step) {
    const height = heightOf(value(l));
    const now = height === ofZero || height === ofNoNumber ? height : 0;
    if (now !== kind && points.length > 0) points.push([NaN, NaN]);
    kind = now;
    points.push([l, height]);
  }
  return pathThrough(area, points);
}

interface Drawn {
  readonly name: keyof Computed;
  readonly line: LineStyle;
  readonly label: string;
  /** Where the label stands: logit and decade. */
  readonly at: Point;
}

const lossNames: readonly Drawn[] = [
  { name: 'nonSaturating', line: 'solid', label: 'non-saturating', at: [-108, -4] },
  { name: 'saturating', line: 'dashed', label: 'saturating', at: [-54, -33] },
];
const slopeNames: readonly Drawn[] = [
  { name: 'nonSaturatingSlope', line: 'solid', label: 'non-saturating', at: [-108, -5] },
  { name: 'saturatingSlope', line: 'dashed', label: 'saturating', at: [-54, -33] },
];

interface RoundingPlotProps extends Seen {
  id: string;
  area: PlotArea;
  about: 'losses' | 'slopes';
  of: readonly Drawn[];
}

/** The chosen state and what comes of it. */
interface Seen {
  logit: number;
  precision: Precision;
  form: Form;
  now: Computed;
  exact: Computed;
}

function RoundingPlot({ id, area, about, of, logit, precision, form, now, exact }: RoundingPlotProps) {
  const { x, y, top, bottom } = area;
  return (
    <Plot
      id={id}
      title={`The ${about} over the logit in ${precision}, ${form === 'logit' ? 'on the logit' : 'with probabilities'}`}
      description={
        `Sizes on a logarithmic axis, with rows of their own for 0 and for what is no number. Thin lines: exact. ` +
        of
          .map(
            ({ name, label }) =>
              `At ${rounded(logit, 5)}, ${label}: ${inCharacters(rounded(now[name], 3))}, exactly ${inCharacters(rounded(exact[name], 3))}.`,
          )
          .join(' ')
      }
      area={area}
      labels={of.map(({ label, at }) => (
        <Label key={label} x={x(at[0])} y={y(at[1])}>
          {label}
        </Label>
      ))}
    >
      {of.map(({ name }) => (
        <path key={name} d={curveOf(area, (l) => exactly(l)[name], 2)} class="plot-exact" />
      ))}
      <line x1={x(logit)} x2={x(logit)} y1={top} y2={bottom} class="plot-here" />
      {of.map(({ name, line }) => (
        <path
          key={name}
          d={curveOf(area, (l) => computed(l, precision, form)[name], 0.5)}
          class={`plot-curve plot-${line}`}
        />
      ))}
      {of.map(({ name }) => (
        <path key={name} d={diamond(x(logit), y(heightOf(now[name])))} class="plot-diamond" />
      ))}
    </Plot>
  );
}

const diamond = (x: number, y: number) => `M${coordinate(x)} ${coordinate(y - 6.5)}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`;

export const LossPlot = (seen: Seen) => (
  <RoundingPlot id="rounding-losses" area={losses} about="losses" of={lossNames} {...seen} />
);

export const SlopePlot = (seen: Seen) => (
  <RoundingPlot id="rounding-slopes" area={slopes} about="slopes" of={slopeNames} {...seen} />
);
