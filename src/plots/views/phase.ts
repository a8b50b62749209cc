// The view "phase": the Dirac-GAN's path in the plane of θ and ψ, over the field that moves it, with the equilibrium in the middle.
import { certain } from '../../certain.ts';
import { diracField, type DiracGame, type State } from '../../gan/theory/dirac.ts';
import { axisBelow, axisLeft, linear, linearTicks, roundedUp, type Axes } from '../drawing/axes.ts';
import { dashes } from '../drawing/curve.ts';
import { inCharacters } from '../../writing/exponents.ts';
import { brief, briefText } from '../../writing/numbers.ts';
import { labelSize, write, writeOnPaper } from '../drawing/lettering.ts';
import { arrow, disc } from '../drawing/marks.ts';
import { inside, type Surface } from '../drawing/surface.ts';
import { cycleOf, gameOf, growthOf, nameOfGrowth, pathOf } from './diracFacts.ts';
import type { RunView } from './view.ts';

/** Arrows of the field along each side. */
const arrows = 13;
/** Within rounding a factor of 1: the distance stays. */
const same = 1e-9;

/** Half the side of the square that holds the path and the limit cycle. */
export const halfSide = (path: readonly State[], cycle = 0): number =>
  roundedUp(1.1 * path.reduce((most, state) => Math.max(most, Math.hypot(...state)), cycle || 0.1));

export const phase: RunView = {
  draw(surface, trace, title = 'Phase plane of θ (generator) and ψ (discriminator)') {
    const { theme, size } = surface;
    const top = 48;
    write(surface, title, [8, 14], theme.ink, { weight: 'strong' });
    const game = gameOf(trace.experiment);
    const growth = game && growthOf(game);
    if (growth) write(surface, nameOfGrowth(growth), [8, 32], theme.inkSoft);
    const side = Math.max(1, Math.min(size.width - 50, size.height - top - 26));
    const left = Math.round((size.width - side + 34) / 2) - 4;
    const box = { left, top, right: left + side, bottom: top + side };
    const path = pathOf(trace);
    const cycle = game && cycleOf(game);
    const half = halfSide(path, cycle);
    const x = linear([-half, half], [box.left, box.right]);
    const y = linear([-half, half], [box.bottom, box.top]);
    const axes = { x, y, box };
    axisBelow(surface, x, box, 'θ');
    axisLeft(surface, y, { ...box, right: box.left }, linearTicks(y, 5));
    write(surface, 'ψ', [box.left - 7, box.top + 18], theme.inkSoft, { size: labelSize - 1, align: 'right' });
    inside(surface, box, () => {
      if (game) drawField(surface, game, half, axes);
      drawCross(surface, axes);
      drawPath(surface, path, axes);
      if (cycle !== undefined) drawCycle(surface, cycle, axes);
    });
  },

  say(trace) {
    const path = pathOf(trace);
    const [start, now] = [path[0], path.at(-1)];
    const game = gameOf(trace.experiment);
    const growth = game && growthOf(game);
    const cycle = game && cycleOf(game);
    const effect = (factor: number) =>
      Math.abs(factor - 1) < same ? 'neither grows nor shrinks' : factor > 1 ? 'grows' : 'shrinks';
    const step = () => certain(trace.measurements.at(-1), 'the newest measurement').step;
    const where =
      start && now
        ? `At step ${step()} the run is at θ = ${briefText(now[0])}, ψ = ${briefText(now[1])}, ${briefText(Math.hypot(...now))} from the equilibrium; it began ${briefText(Math.hypot(...start))} from it.`
        : 'No state has been measured yet.';
    const theory = growth
      ? ` One step has the eigenvalues ${inCharacters(nameOfGrowth(growth)).replace(' a step', '')}: near the equilibrium the distance ${effect(growth.factor)}.`
      : '';
    const circle = cycle === undefined ? '' : ` The dashed circle has the radius √(2h) = ${briefText(cycle)}.`;
    return where + theory + circle;
  },
};

/** The field's directions, faint; an arrow's length goes with the root of the speed, so that slow states still show one. */
function drawField({ pen, theme }: Surface, game: DiracGame, half: number, { x, y, box }: Axes): void {
  const at = (i: number) => -half + (2 * half * (i + 0.5)) / arrows;
  const field = Array.from({ length: arrows * arrows }, (_, i) => {
    const state: State = [at(i % arrows), at(Math.floor(i / arrows))];
    const velocity = diracField(game, state);
    return { state, velocity, speed: Math.hypot(...velocity) };
  });
  const fastest = field.reduce((most, { speed }) => Math.max(most, speed), 0);
  const longest = (0.8 * (box.right - box.left)) / arrows;
  pen.globalAlpha = 0.55;
  for (const { state, velocity, speed } of field) {
    const length = longest * Math.sqrt(speed / fastest);
    if (!(length > 1)) continue;
    const [dx, dy] = [(velocity[0] / speed) * length, (-velocity[1] / speed) * length];
    arrow(pen, [x(state[0]) - dx / 2, y(state[1]) - dy / 2], [dx, dy], theme.ruleStrong);
  }
  pen.globalAlpha = 1;
}

function drawCycle(surface: Surface, radius: number, { x, y }: Axes): void {
  const { pen, theme } = surface;
  pen.save();
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1;
  pen.setLineDash(dashes.dashed);
  pen.beginPath();
  pen.arc(x(0), y(0), x(radius) - x(0), 0, 2 * Math.PI);
  pen.stroke();
  pen.restore();
  const label = `√(2h) = ${brief(radius)}`;
  writeOnPaper(surface, label, [x(0), y(-radius / 2) + 4], theme.ink, { size: labelSize - 1, align: 'center' });
}

/** The equilibrium. */
function drawCross({ pen, theme }: Surface, { x, y }: Axes): void {
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x(0) - 6, y(0));
  pen.lineTo(x(0) + 6, y(0));
  pen.moveTo(x(0), y(0) - 6);
  pen.lineTo(x(0), y(0) + 6);
  pen.stroke();
}

/** The path from an open circle, where it began, to a full one, where it is now. */
function drawPath(surface: Surface, path: readonly State[], { x, y, box }: Axes): void {
  const { pen, theme } = surface;
  const points = path.map(([theta, psi]) => [x(theta), y(psi)] as const);
  const [start, now] = [points[0], points.at(-1)];
  if (!start || !now) return;
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.25;
  pen.lineJoin = 'round';
  pen.beginPath();
  points.forEach((point, i) => (i === 0 ? pen.moveTo(...point) : pen.lineTo(...point)));
  pen.stroke();
  pen.lineWidth = 1.5;
  disc(pen, start, 4.5, theme.paper);
  pen.stroke();
  const left = start[0] > box.right - 44;
  const lettering = { size: labelSize - 1, align: left ? 'right' : 'left' } as const;
  writeOnPaper(surface, 'start', [start[0] + (left ? -8 : 8), start[1] + 4], theme.inkSoft, lettering);
  disc(pen, now, 4.5, theme.ink);
  pen.stroke();
}
