// Two laws of a label, P and Q, under two sliders: entropy, cross-entropy and what lies between them.
import { useState } from 'preact/hooks';
import { entropy, kullbackLeibler } from '../gan/theory/information.ts';
import { certain } from '../certain.ts';
import { Plot, Label } from './Plot.tsx';
import { fixed } from '../writing/numbers.ts';
import { graphOf, plotArea, type PlotArea } from './plotArea.ts';
import { useHydrated } from '../controls/hydrated.ts';
import { Slider } from '../controls/Slider.tsx';

/** H(P, Q) = −Σ P log Q in nats; infinite where Q rules out what P allows. */
export const crossEntropy = (p: readonly number[], q: readonly number[]): number =>
  -p.reduce((sum, pi, i) => sum + (pi === 0 ? 0 : pi * Math.log(certain(q[i], 'a probability of Q'))), 0);

const coin = (one: number): readonly [number, number] => [one, 1 - one];

const bars = plotArea(
  {
    x: {
      from: 0,
      to: 2,
      ticks: [
        [0.5, 'y = 1, real'],
        [1.5, 'y = 0, generated'],
      ],
      name: 'label',
    },
    y: { from: 0, to: 1, ticks: [0, [0.25, '0.25'], 0.5, 0.75, 1], name: 'probability' },
  },
  360,
  270,
  { top: 26, right: 8, bottom: 42, left: 36 },
);
const costs = plotArea(
  {
    x: { from: 0, to: 1, ticks: [0, [0.25, '0.25'], 0.5, 0.75, 1], name: 'Q(y = 1), the prediction' },
    y: { from: 0, to: 2.5, ticks: [0, 0.5, 1, 1.5, 2, 2.5], name: 'nats' },
  },
  360,
  270,
  { top: 26, right: 12, bottom: 42, left: 32 },
);

/** The probabilities of y = 1 that the figure shows at first, and without JavaScript. */
export interface Opening {
  /** Between 0 and 1. */
  labels?: number;
  /** Between 0.01 and 0.99. */
  prediction?: number;
}

export default function CrossEntropy({ labels = 0.8, prediction = 0.4 }: Opening) {
  const [one, setOne] = useState(labels);
  const [guess, setGuess] = useState(prediction);
  const hydrated = useHydrated();
  const [p, q] = [coin(one), coin(guess)];
  const [own, cross, gap] = [entropy(p), crossEntropy(p, q), kullbackLeibler(p, q)];
  const said =
    `H(P) = ${fixed(own, 3)}, KL(P‖Q) = ${fixed(gap, 3)}, and their sum is H(P, Q) = ${fixed(cross, 3)} nats. ` +
    (gap < 5e-4
      ? 'The prediction equals the law of the label: nothing is left to learn, and the cost that remains is the entropy.'
      : guess > one
        ? 'The prediction says 1 too often.'
        : 'The prediction says 1 too seldom.');
  return (
    <div class="figure-interactive">
      <div class="figure-controls needs-script">
        <Slider
          name="P(y = 1), the labels"
          spoken="P of y equals 1, the labels"
          value={one}
          from={0}
          to={1}
          step={0.01}
          text={fixed(one, 2)}
          disabled={!hydrated}
          onInput={setOne}
        />
        <Slider
          name="Q(y = 1), the prediction"
          spoken="Q of y equals 1, the prediction"
          value={guess}
          from={0.01}
          to={0.99}
          step={0.01}
          text={fixed(guess, 2)}
          disabled={!hydrated}
          onInput={setGuess}
        />
      </div>
      <div class="figure-row">
        <Plot
          id="cross-entropy-laws"
          title="The law of the label and its prediction"
          description={`P gives y = 1 the probability ${fixed(one, 2)}, Q gives it ${fixed(guess, 2)}.`}
          area={bars}
          labels={
            <>
              <Label x={bars.x(0.27)} y={bars.top - 6} anchor="middle">
                P
              </Label>
              <Label x={bars.x(0.73)} y={bars.top - 6} anchor="middle">
                Q
              </Label>
              <Label x={bars.x(1.27)} y={bars.top - 6} anchor="middle">
                P
              </Label>
              <Label x={bars.x(1.73)} y={bars.top - 6} anchor="middle">
                Q
              </Label>
            </>
          }
        >
          {([0, 1] as const).map((i) => (
            <g key={i} class={i === 0 ? 'plot-real' : 'plot-generated'}>
              <Bar area={bars} from={i + 0.1} to={i + 0.44} value={p[i]} outline={false} />
              <Bar area={bars} from={i + 0.56} to={i + 0.9} value={q[i]} outline={true} />
            </g>
          ))}
        </Plot>
        <Costs one={one} guess={guess} own={own} cross={cross} />
      </div>
      <p class="figure-says" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

interface BarProps {
  area: PlotArea;
  from: number;
  to: number;
  value: number;
  outline: boolean;
}

function Bar({ area: { x, y }, from, to, value, outline }: BarProps) {
  const inset = outline ? 1 : 0;
  return (
    <rect
      x={x(from) + inset}
      y={y(value) + inset}
      width={x(to) - x(from) - 2 * inset}
      height={Math.max(y(0) - y(value) - inset, 0)}
      class={outline ? 'plot-outline' : 'plot-filled'}
    />
  );
}

/** The cross-entropy over Q for this P: it touches the entropy at Q = P, and the height above it is the divergence. */
function Costs({ one, guess, own, cross }: { one: number; guess: number; own: number; cross: number }) {
  const { x, y, left, right, axes } = costs;
  const top = Math.min(cross, axes.y.to);
  // The curve lies lower towards P: the labels of the stem stand on the other side, where there is room.
  const side = guess < one ? (guess > 0.16 ? 'end' : 'start') : guess < 0.84 ? 'start' : 'end';
  const beside = x(guess) + (side === 'end' ? -8 : 8);
  return (
    <Plot
      id="cross-entropy-costs"
      title="Cross-entropy over the prediction"
      description={
        `For labels with P(y = 1) = ${fixed(one, 2)} the cross-entropy is least, ${fixed(own, 3)}, where the prediction is the same. ` +
        `At Q(y = 1) = ${fixed(guess, 2)} it is ${fixed(cross, 3)}.`
      }
      area={costs}
      labels={
        <>
          {own > 0.2 && (
            <Label x={beside} y={y(own / 2) + 4} anchor={side}>
              H(P)
            </Label>
          )}
          {top - own > 0.2 && (
            <Label x={beside} y={y((own + top) / 2) + 4} anchor={side}>
              KL
            </Label>
          )}
          <Label x={right} y={costs.top - 10} anchor="end" strong>
            {`H(P) + KL = ${fixed(own, 3)} + ${fixed(cross - own, 3)} = ${fixed(cross, 3)}`}
          </Label>
        </>
      }
    >
      <path d={graphOf(costs, (guess) => crossEntropy(coin(one), coin(guess)), 0.002, 0.998, 200)} class="plot-ink" />
      <line x1={left} x2={right} y1={y(own)} y2={y(own)} class="plot-floor" />
      <line x1={x(guess)} x2={x(guess)} y1={y(0)} y2={y(own)} class="plot-stem plot-stem-quiet" />
      <line x1={x(guess)} x2={x(guess)} y1={y(own)} y2={y(top)} class="plot-stem" />
      <circle cx={x(guess)} cy={y(top)} r="5" class="plot-dot" />
    </Plot>
  );
}
