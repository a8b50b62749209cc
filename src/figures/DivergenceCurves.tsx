// What each generator loss follows when D is optimal: the price g(r) of getting r = q/p times the right density, per unit of p.
import { followed } from '../gan/theory/divergences.ts';
import { Plot, Curve, Label, type LineStyle } from './Plot.tsx';
import { fixed } from '../writing/numbers.ts';
import { graphOf, plotArea } from './plotArea.ts';

type Name = keyof typeof followed;

/**
 * g with the multiple of r − 1 that makes g′(1) = 0. Such a multiple adds nothing to Σ p g(q/p), as both distributions sum to 1; with it g is
 * nowhere negative, and g(0) is the price of a small mode that is missed while the rest of p is matched.
 */
export function price(name: Name, ratio: number): number {
  // g′(1) = h(−log 1) = h(0); only the constant of h, which no gradient sees, is taken out.
  const slopes: Record<Name, number> = { saturating: 0, nonSaturating: 0, reverse: 0, maximumLikelihood: -1 };
  const g = followed[name].g;
  return (ratio === 0 ? atZero[name] : g(ratio)) - slopes[name] * (ratio - 1);
}

/** g(0) as the limit of each formula; r log r goes to 0. */
const atZero: Record<Name, number> = {
  saturating: Math.LN2,
  nonSaturating: 1 - Math.LN2,
  reverse: 1,
  maximumLikelihood: Infinity,
};

interface Row {
  readonly name: Name;
  readonly loss: string;
  readonly line: LineStyle;
  /** g(0) in closed form. */
  readonly missed: string;
  /** What g grows like for large r. */
  readonly spurious: string;
}

const rows: readonly Row[] = [
  { name: 'saturating', loss: 'saturating', line: 'dashed', missed: 'log 2 = ', spurious: 'r log 2' },
  { name: 'nonSaturating', loss: 'non-saturating', line: 'solid', missed: '1 − log 2 = ', spurious: 'r log r' },
  { name: 'reverse', loss: 'sum of both', line: 'solid', missed: '', spurious: 'r log r' },
  { name: 'maximumLikelihood', loss: 'max. likelihood', line: 'dotted', missed: '', spurious: 'r' },
];

const furthest = 4;
const area = plotArea(
  {
    x: { from: 0, to: furthest, ticks: [0, 1, 2, 3, 4], name: 'r = q/p: how many times the right density' },
    y: { from: 0, to: 2.5, ticks: [0, 0.5, 1, 1.5, 2, 2.5], name: 'g(r), the price per unit of p' },
  },
  400,
  310,
  { top: 26, right: 84, bottom: 42, left: 34 },
);

/** p in the colour of real data, q in that of generated data. */
const coloured = (formula: string) =>
  formula.split(/\b([pq])\b/).map((part, i) => {
    if (i % 2 === 0) return part;
    return (
      <tspan key={i} class={part === 'p' ? 'real' : 'generated'}>
        {part}
      </tspan>
    );
  });

export function DivergenceCurves() {
  const { x, y, axes, right } = area;
  return (
    <div class="figure-row">
      <Plot
        id="divergence-curves"
        title="The price of a wrong density under each generator loss"
        description={
          'All four curves touch 0 at r = 1. At r = 0, a missed part of the data, the price is 0.307 for the non-saturating loss, 0.693 for the ' +
          'saturating one, 1 for their sum and infinite for maximum likelihood. For large r the saturating price grows most slowly.'
        }
        area={area}
        labels={
          <>
            {rows.map(({ name }) => (
              <Label key={name} x={right + 5} y={y(Math.min(price(name, furthest), axes.y.to) + nudge[name])}>
                {coloured(followed[name].name)}
              </Label>
            ))}
            {rows
              .map(({ name }) => [name, price(name, 0)] as const)
              .filter(([, at]) => Number.isFinite(at))
              .map(([name, at]) => (
                <g key={name}>
                  <circle cx={x(0)} cy={y(at)} r="4.5" class="plot-stop" />
                  <Label x={x(0.62)} y={y(at) + 4}>
                    {fixed(at, 3)}
                  </Label>
                  <line x1={x(0) + 7} x2={x(0.62) - 3} y1={y(at)} y2={y(at)} class="plot-leader" />
                </g>
              ))}
          </>
        }
      >
        {rows.map(({ name, line }) => (
          <Curve
            key={name}
            line={line}
            quiet={name === 'reverse'}
            path={graphOf(area, (r) => price(name, r), name === 'maximumLikelihood' ? 0.001 : 0, furthest, 400)}
          />
        ))}
      </Plot>
      <div class="table-scroll" tabIndex={0} role="region" aria-label="The four prices in numbers">
        <table class="figure-table">
          <thead>
            <tr>
              <th scope="col">Loss of G</th>
              <th scope="col">Missed, g(0)</th>
              <th scope="col">g(4)</th>
              <th scope="col">Grows like</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, loss, missed, spurious }) => (
              <tr key={name}>
                <th scope="row">{loss}</th>
                <td>
                  {missed}
                  {fixed(price(name, 0), 3)}
                </td>
                <td>{fixed(price(name, 4), 3)}</td>
                <td>{spurious}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Two curves end close together: their labels step apart, in units of g. */
const nudge: Record<Name, number> = {
  saturating: -0.03,
  nonSaturating: -0.14,
  reverse: -0.06,
  maximumLikelihood: 0.06,
};
