// The view "value": V(D, G) over steps beside what a perfect discriminator would reach, V(D*, G), with its least value −log 4.
import { briefText } from '../../writing/numbers.ts';
import { newest } from '../trace.ts';
import { drawOverSteps, measured, ofEachRun } from './overSteps.ts';
import type { StepsView } from './view.ts';

/** V(D*, G) where p = q (Goodfellow et al. 2014, arXiv:1406.2661, Theorem 1). */
const least = -2 * Math.LN2;

export const value: StepsView = {
  draw: (surface, traces) =>
    drawOverSteps(surface, traces, {
      title: 'Value of the game',
      series: ofEachRun(traces, (trace, line) => {
        const { ink, inkSoft } = surface.theme;
        const best = { label: 'V(D*, G)', line: 'dotted', colour: inkSoft, width: 2, strong: false } as const;
        return [
          measured(trace, 'optimalValue', best),
          measured(trace, 'value', { label: 'V(D, G)', line, colour: ink, width: 1.75, strong: true }),
        ];
      }),
      // A discriminator that is wrong and sure has a value without bound.
      axis: { kind: 'linear', room: { above: 0.08, below: 0.08 }, lowest: -4 },
      references: [
        { value: 0, name: '0: D tells all apart' },
        { value: least, name: '−log 4: p = q' },
      ],
      referenceRoom: 112,
    }),

  say(trace) {
    const [now, best] = [newest(trace, 'value'), newest(trace, 'optimalValue')];
    if (!now) return 'The value of the game has not been measured yet.';
    const beside = best
      ? `, where a perfect discriminator would reach V(D*, G) = ${briefText(best.value)}, ${briefText(best.value - now.value)} more`
      : '';
    return `At step ${now.step} the value of the game is V(D, G) = ${briefText(now.value)}${beside}. Where p = q the best is −log 4 = −1.39.`;
  },
};
