// The view "phase": the Dirac-GAN's path in the plane of θ and ψ, over the field that moves it, with the equilibrium in the middle.
import { brief } from '../../writing/numbers.ts';
import { diracField, type DiracGame } from '../../gan/theory/dirac.ts';
import { axisBelow, axisLeft, linear, type Scale } from '../drawing/axes.ts';
import { dashes } from '../drawing/curve.ts';
import { arrow } from '../drawing/key.ts';
import { labelSize, write, writeOnPaper } from '../drawing/lettering.ts';
import { cycleOf, gameOf, growthOf, nameOfGrowth, pathOf, type Point } from './orbit.ts';
import type { Box, Pen, Size } from '../drawing/pen.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

/** Arrows of the field along each side. */
const arrows = 13;
/** Half the width of the plane that is shown: the first of these, times a power of ten, that holds everything. */
const rounds = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** Half the side of the square that holds the path and the limit cycle, rounded up so that it seldom changes. */
export function halfSide(path: readonly Point[], cycle = 0): number {
  const wanted = 1.1 * path.reduce((most, point) => Math.max(most, Math.hypot(...point)), cycle || 0.1);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return (rounds.find((round) => round * power >= wanted) ?? 10) * power;
}

/** Draws one run; `title` tells it from another one beside it. */
export function drawPhase(pen: Pen, trace: Trace, { width, height }: Size, theme: Theme, title?: string): void {
  const head = 48;
  pen.fillStyle = theme.ink;
  write(pen, title ?? 'Phase plane of θ (generator) and ψ (discriminator)', 8, 14, theme, { weight: 'strong' });
  const game = gameOf(trace.experiment);
  const growth = game && growthOf(game);
  pen.fillStyle = theme.inkSoft;
  if (growth) write(pen, nameOfGrowth(growth), 8, 32, theme);
  const side = Math.max(1, Math.min(width - 50, height - head - 26));
  const left = Math.round((width - side + 34) / 2) - 4;
  const box: Box = { left, top: head, right: left + side, bottom: head + side };
  const path = pathOf(trace);
  const cycle = game && cycleOf(game);
  const half = halfSide(path, cycle);
  const x = linear([-half, half], [box.left, box.right]);
  const y = linear([-half, half], [box.bottom, box.top]);
  const ticks = y.ticks(5).map((tick) => [tick, y.tickFormat(5)(tick).replace('-', '−')] as const);
  axisBelow(pen, x, box, 'θ', theme);
  axisLeft(pen, y, { ...box, right: box.left }, ticks, theme);
  pen.fillStyle = theme.inkSoft;
  write(pen, 'ψ', box.left - 7, box.top + 18, theme, { size: labelSize - 1, align: 'right' });
  pen.save();
  pen.beginPath();
  pen.rect(box.left, box.top, side, side);
  pen.clip();
  if (game) drawArrows(pen, game, half, [x, y], side, theme);
  drawCross(pen, x(0), y(0), theme);
  drawPath(pen, path, [x, y], box, theme);
  if (cycle !== undefined) drawCycle(pen, cycle, [x, y], theme);
  pen.restore();
}

/** The field's directions, faint; an arrow's length goes with the root of the speed, so that slow places still show one. */
function drawArrows(
  pen: Pen,
  game: DiracGame,
  half: number,
  [x, y]: readonly [Scale, Scale],
  side: number,
  theme: Theme,
): void {
  const at = (i: number) => -half + (2 * half * (i + 0.5)) / arrows;
  const grid = Array.from({ length: arrows * arrows }, (_, i): Point => [at(i % arrows), at(Math.floor(i / arrows))]);
  const field = grid.map((point) => diracField(game, point));
  const fastest = field.reduce((most, velocity) => Math.max(most, Math.hypot(...velocity)), 0);
  const longest = (0.8 * side) / arrows;
  pen.globalAlpha = 0.55;
  grid.forEach(([theta, psi], i) => {
    const [dTheta, dPsi] = field[i] ?? [0, 0];
    const speed = Math.hypot(dTheta, dPsi);
    const length = longest * Math.sqrt(speed / fastest);
    if (!(length > 1)) return;
    const [dx, dy] = [(dTheta / speed) * length, (-dPsi / speed) * length];
    arrow(pen, [x(theta) - dx / 2, y(psi) - dy / 2], [dx, dy], theme.ruleStrong);
  });
  pen.globalAlpha = 1;
}

function drawCycle(pen: Pen, radius: number, [x, y]: readonly [Scale, Scale], theme: Theme): void {
  pen.save();
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1;
  pen.setLineDash(dashes.dashed);
  pen.beginPath();
  pen.arc(x(0), y(0), x(radius) - x(0), 0, 2 * Math.PI);
  pen.stroke();
  pen.restore();
  pen.fillStyle = theme.ink;
  const name = `√(2h) = ${brief(radius)}`;
  writeOnPaper(pen, name, x(0), y(-radius / 2) + 4, theme, { size: labelSize - 1, align: 'center' });
}

function drawCross(pen: Pen, x: number, y: number, theme: Theme): void {
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x - 6, y);
  pen.lineTo(x + 6, y);
  pen.moveTo(x, y - 6);
  pen.lineTo(x, y + 6);
  pen.stroke();
}

/** The path from an open circle, where it began, to a full one, where it is now. */
function drawPath(pen: Pen, path: readonly Point[], [x, y]: readonly [Scale, Scale], box: Box, theme: Theme): void {
  const [start, now] = [path[0], path.at(-1)];
  if (!start || !now) return;
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.25;
  pen.lineJoin = 'round';
  pen.beginPath();
  path.forEach(([theta, psi], i) => (i === 0 ? pen.moveTo(x(theta), y(psi)) : pen.lineTo(x(theta), y(psi))));
  pen.stroke();
  circle(pen, x(start[0]), y(start[1]), 4.5, theme.ink, theme.paper);
  pen.fillStyle = theme.inkSoft;
  const right = x(start[0]) > box.right - 44;
  const align = right ? 'right' : 'left';
  writeOnPaper(pen, 'start', x(start[0]) + (right ? -8 : 8), y(start[1]) + 4, theme, { size: labelSize - 1, align });
  circle(pen, x(now[0]), y(now[1]), 4.5, theme.ink, theme.ink);
}

function circle(pen: Pen, x: number, y: number, radius: number, edge: string, inside: string): void {
  pen.fillStyle = inside;
  pen.strokeStyle = edge;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}
