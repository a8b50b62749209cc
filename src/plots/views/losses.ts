// The view "losses": both players' losses over steps, with the values they have where D is undecided.
import { factsOf, type KnownValue } from '../../vocabulary/objectives.ts';
import { briefText } from '../../writing/numbers.ts';
import type { Trace } from '../trace.ts';
import { drawOverSteps, ofEachRun } from './overSteps.ts';
import type { StepsView } from './view.ts';

/** The references of all the runs, each value once, from the greatest down. */
export function referencesOf(traces: readonly Trace[]): KnownValue[] {
  const all = traces.flatMap(({ experiment: { objective } }) => {
    const { discriminator, generator } = factsOf(objective).equilibrium;
    return generator ? [discriminator, generator] : [discriminator];
  });
  const once = all.filter(({ value }, i) => all.findIndex((other) => other.value === value) === i);
  return once.sort((a, b) => b.value - a.value);
}

export const losses: StepsView = {
  draw: (surface, traces) =>
    drawOverSteps(surface, traces, {
      title: 'Losses',
      series: ofEachRun(traces, ({ losses: { step, discriminator, generator } }, line) => {
        const look = { line, width: 1.25, strong: true, steps: step };
        return [
          { ...look, label: 'discriminator', values: discriminator, colour: surface.theme.ink },
          { ...look, label: 'generator', values: generator, colour: surface.theme.generated },
        ];
      }),
      // The name of the lowest known value stands below its line.
      axis: { kind: 'linear', room: { above: 0.06, below: 0.18 } },
      references: referencesOf(traces),
    }),

  say({ losses, experiment }) {
    const last = losses.step.at(-1);
    if (last === undefined) return 'No loss yet.';
    const known = factsOf(experiment.objective).equilibrium;
    const value = (loss = NaN, reference?: KnownValue) =>
      briefText(loss) + (reference ? ` (${nameOfReference(reference)} when undecided)` : '');
    return `At step ${last} the discriminator’s loss is ${value(losses.discriminator.at(-1), known.discriminator)}, the generator’s ${value(losses.generator.at(-1), known.generator)}.`;
  },
};

const nameOfReference = ({ name, value }: KnownValue): string =>
  name.includes('log') ? `${name} = ${briefText(value)}` : name;
