// The view "scores": what D gives to real and to generated samples on average, over steps, with ½ where it is undecided.
import { briefText } from '../../writing/numbers.ts';
import { newest } from '../trace.ts';
import { drawOverSteps, measured, ofEachRun } from './overSteps.ts';
import type { StepsView } from './view.ts';

export const scores: StepsView = {
  draw: (surface, traces) =>
    drawOverSteps(surface, traces, {
      title: 'What D gives on average',
      series: ofEachRun(traces, (trace, line) => {
        const { real, generated } = surface.theme;
        const look = { line, width: 1.75, strong: true };
        return [
          measured(trace, 'realScore', { ...look, label: 'D(x)', colour: real }),
          measured(trace, 'fakeScore', { ...look, label: 'D(G(z))', colour: generated }),
        ];
      }),
      axis: {
        kind: 'fixed',
        from: 0,
        to: 1,
        ticks: [
          [0, '0'],
          [0.25, '¼'],
          [0.5, '½'],
          [0.75, '¾'],
          [1, '1'],
        ],
      },
      references: [{ value: 0.5, name: '' }],
    }),

  say(trace) {
    const [real, fake] = [newest(trace, 'realScore'), newest(trace, 'fakeScore')];
    if (!real || !fake) return 'What D gives on average has not been measured yet.';
    return `At step ${real.step} D gives ${briefText(real.value)} to real and ${briefText(fake.value)} to generated samples on average (½ when undecided).`;
  },
};
