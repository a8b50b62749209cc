// The three costs of one generated sample, over the discriminator's opinion D and over its logit.
import { followed } from '../gan/theory/divergences.ts';
import { Plot, Curve, Label, type LineStyle } from './Plot.tsx';
import { graphOf, plotArea, type Axis } from './plotArea.ts';

interface Cost {
  readonly line: LineStyle;
  /** The cost at a logit. */
  readonly loss: (logit: number) => number;
}

const costs: Record<'saturating' | 'nonSaturating' | 'maximumLikelihood', Cost> = {
  saturating: { line: 'dashed', loss: followed.saturating.loss },
  nonSaturating: { line: 'solid', loss: followed.nonSaturating.loss },
  maximumLikelihood: { line: 'dotted', loss: followed.maximumLikelihood.loss },
};

/** The logit of a probability: log(D/(1 − D)). */
const logitOf = (probability: number) => Math.log(probability / (1 - probability));

const cost: Axis = { from: -6, to: 6, ticks: [-6, -4, -2, 0, 2, 4, 6], name: 'cost of the sample' };
const margins = { top: 26, right: 8, bottom: 42, left: 30 };
const overOpinion = plotArea(
  { x: { from: 0, to: 1, ticks: [0, [0.25, '0.25'], 0.5, 0.75, 1], name: 'D(G(z))' }, y: cost },
  360,
  300,
  margins,
);
const overLogit = plotArea(
  { x: { from: -8, to: 6, ticks: [-8, -6, -4, -2, 0, 2, 4, 6], name: 'logit of D(G(z))' }, y: cost },
  360,
  300,
  margins,
);

export function CostCurves() {
  const [a, b] = [overOpinion, overLogit];
  return (
    <div class="figure-row">
      <Plot
        id="cost-over-opinion"
        title="The generator’s three costs over D(G(z))"
        description={
          'At D = 0 the minimax cost log(1 − D) and the maximum-likelihood cost −D/(1 − D) are both 0 and nearly flat, ' +
          'while the non-saturating cost −log D falls from infinity. At D = 1 the first two fall without bound and the third is flat at 0.'
        }
        area={a}
        labels={
          <>
            <Label x={a.x(0.11)} y={a.y(2.62)}>
              −log D, non-saturating
            </Label>
            <Label x={a.x(0.02)} y={a.y(-1.2)}>
              log(1 − D), saturating
            </Label>
            <Label x={a.x(0.76)} y={a.y(-4.3)} anchor="end">
              −D/(1 − D), max. likelihood
            </Label>
          </>
        }
      >
        {Object.entries(costs).map(([name, { line, loss }]) => (
          <Curve key={name} line={line} path={graphOf(a, (d) => loss(logitOf(d)), 0.0005, 0.9995, 400)} />
        ))}
      </Plot>
      <Plot
        id="cost-over-logit"
        title="The same three costs over the logit"
        description={
          'Far to the left, where the discriminator rejects the sample, the non-saturating cost falls with slope −1 and the other two are flat at 0. ' +
          'Far to the right the non-saturating cost is flat, the minimax cost falls with slope −1 and the maximum-likelihood cost falls exponentially.'
        }
        area={b}
        labels={
          <>
            <Label x={b.x(-4.1)} y={b.y(4.4)}>
              non-saturating: slope −1
            </Label>
            <Label x={b.x(-7.8)} y={b.y(-1.2)}>
              the other two: flat
            </Label>
            <Label x={b.x(5.9)} y={b.y(0.4)} anchor="end">
              flat
            </Label>
            <Label x={b.x(5.9)} y={b.y(-3.2)} anchor="end">
              slope −1
            </Label>
            <Label x={b.x(1.3)} y={b.y(-4.3)} anchor="end">
              slope −exp(logit)
            </Label>
          </>
        }
      >
        {Object.entries(costs).map(([name, { line, loss }]) => (
          <Curve key={name} line={line} path={graphOf(b, loss, -8, 6, 200)} />
        ))}
      </Plot>
    </div>
  );
}
