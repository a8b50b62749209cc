// Distributions along curves of the plane, with normal noise around them: two moons and a spiral.
import { cos, sin } from '../sinCos.ts';
import type { Law, Mode } from './distribution.ts';
import { exp } from '../../vocabulary/expLog.ts';
import type { Stream } from '../random.ts';

/** One arc of a curve: its share of the data, and where the data lies for u uniform on [0, 1). */
interface Arc {
  readonly weight: number;
  readonly at: (u: number) => readonly [number, number];
}

/** Stretches that a whole curve is cut into, to count how much of it is covered. */
const MODES = 20;

/** Two half circles of radius 1 that reach into each other, centred on 0. */
export const moonsCurve: readonly Arc[] = [
  { weight: 0.5, at: (u) => [cos(Math.PI * u) - 0.5, sin(Math.PI * u) - 0.25] },
  { weight: 0.5, at: (u) => [0.5 - cos(Math.PI * u), 0.25 - sin(Math.PI * u)] },
];

/** Archimedes' spiral, 1.5 long from its centre to its end; the square root spreads the data almost evenly along it. Moved so that its mean is 0. */
export function spiralCurve(turns: number): readonly Arc[] {
  const a = 2 * Math.PI * turns;
  // The mean of √u (cos a√u, sin a√u) over u, by parts.
  const x = 2 * (sin(a) / a + (2 * cos(a)) / (a * a) - (2 * sin(a)) / (a * a * a));
  const y = 2 * (-cos(a) / a + (2 * sin(a)) / (a * a) + (2 * cos(a) - 2) / (a * a * a));
  const at = (u: number): [number, number] => {
    const r = Math.sqrt(u);
    return [1.5 * (r * cos(a * r) - x), 1.5 * (r * sin(a * r) - y)];
  };
  return [{ weight: 1, at }];
}

/** A point of the curve plus N(0, sd² I). Its density is the average normal along the curve, by the midpoint rule. */
export function curve(arcs: readonly Arc[], sd: number): Law {
  const nodes = arcs.map((arc) => ({ arc, points: midpoints(arc, sd) }));
  const fill = (target: Float32Array, stream: Stream): void => {
    for (let i = 0; i + 1 < target.length; i += 2) {
      const arc = arcs[arcs.length === 1 ? 0 : stream.integer(arcs.length)] as Arc;
      const [x, y] = arc.at(stream.uniform());
      target[i] = x + sd * stream.normal();
      target[i + 1] = y + sd * stream.normal();
    }
  };
  const all = nodes.flatMap(({ points }) => points.flat());
  return {
    extent: [Math.min(...all) - 4 * sd, Math.max(...all) + 4 * sd],
    fill,
    density: (points) => {
      const density = new Float32Array(points.length / 2);
      for (const { arc, points: centres } of nodes) {
        const height = arc.weight / (centres.length * 2 * Math.PI * sd * sd);
        for (let i = 0; i < density.length; i++) {
          const x = points[2 * i] as number;
          const y = points[2 * i + 1] as number;
          let sum = 0;
          for (const [cx, cy] of centres) sum += exp(((x - cx) * (x - cx) + (y - cy) * (y - cy)) / (-2 * sd * sd));
          density[i] = (density[i] as number) + height * sum;
        }
      }
      return density;
    },
    modes: nodes.flatMap(({ arc, points }) => stretches(points, arc.weight, sd, MODES / arcs.length)),
  };
}

/** Points at the midpoints of equal shares of the data, at most half an sd apart (but no more than 4000): a sum over them is then an integral. */
function midpoints(arc: Arc, sd: number): (readonly [number, number])[] {
  for (let n = 200; ; n *= 2) {
    const points = Array.from({ length: n }, (_, i) => arc.at((i + 0.5) / n));
    const widest = Math.max(...points.map((p, i) => gap(p, points[i + 1] ?? p)));
    if (widest < sd / 2 || n >= 3200) return points;
  }
}

const gap = (a: readonly [number, number], b: readonly [number, number]) =>
  Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));

/** An arc cut into `count` stretches of equal shares. */
function stretches(points: (readonly [number, number])[], weight: number, sd: number, count: number): Mode[] {
  return Array.from({ length: count }, (_, k) => ({
    centres: points.slice(Math.round((k * points.length) / count), Math.round(((k + 1) * points.length) / count)),
    sd,
    weight: weight / count,
  }));
}
