// The words for the phase plane: where the run is, how far from the equilibrium, and what a step does to that distance.
import { briefText } from '../../writing/numbers.ts';
import { inCharacters } from '../../writing/exponents.ts';
import { cycleOf, gameOf, growthOf, nameOfGrowth, pathOf } from './orbit.ts';
import type { Trace } from '../trace.ts';

/** Within rounding a factor of 1: the distance stays. */
const same = 1e-9;

export function sayPhase(trace: Trace): string {
  const path = pathOf(trace);
  const [start, now] = [path[0], path.at(-1)];
  const game = gameOf(trace.experiment);
  const growth = game && growthOf(game);
  const cycle = game && cycleOf(game);
  const effect = (factor: number) =>
    Math.abs(factor - 1) < same ? 'neither grows nor shrinks' : factor > 1 ? 'grows' : 'shrinks';
  const where =
    start && now
      ? `At step ${trace.measurements.at(-1)?.step ?? 0} the run is at θ = ${briefText(now[0])}, ψ = ${briefText(now[1])}, ${briefText(Math.hypot(...now))} from the equilibrium; it began ${briefText(Math.hypot(...start))} from it.`
      : 'No state has been measured yet.';
  const theory = growth
    ? ` One step has the eigenvalues ${inCharacters(nameOfGrowth(growth)).replace(' a step', '')}: near the equilibrium the distance ${effect(growth.factor)}.`
    : '';
  const circle = cycle === undefined ? '' : ` The dashed circle has the radius √(2h) = ${briefText(cycle)}.`;
  return where + theory + circle;
}
