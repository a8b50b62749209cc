// A question and one of its two answers: data of which a part is given to the generator.
import { sin } from '../sinCos.ts';
import type { Law, Mode } from './distribution.ts';
import { normalDensity } from '../theory/normal.ts';
import type { Stream } from '../random.ts';

/** The branch in the middle between the two answers to x. */
const middle = (x: number): number => 0.5 * sin(Math.PI * x);

/** The longest that the curve can be: its slope is at most π/2 on an interval of length 2. */
const LONGEST = 2 * Math.sqrt(1 + (Math.PI / 2) * (Math.PI / 2));
/** More centres a curve would cost more than they tell. */
const MOST_CENTRES = 800;

/**
 * (x, y) with x uniform on [−1, 1], given, and y = ½ sin(πx) ± gap with equal chances, plus N(0, sd²). Each answer is a mode: a curve of
 * centres at most half an sd apart, as long as 800 are enough for that.
 */
export function twoAnswers(gap: number, sd: number): Law {
  const reach = Math.max(1, 0.5 + gap + 4 * sd);
  const fill = (target: Float32Array, stream: Stream): void => {
    for (let i = 0; i + 1 < target.length; i += 2) {
      const x = 2 * stream.uniform() - 1;
      const sign = stream.uniform() < 0.5 ? -1 : 1;
      target[i] = x;
      target[i + 1] = middle(x) + sign * gap + sd * stream.normal();
    }
  };
  const count = Math.min(MOST_CENTRES, Math.ceil((2 * LONGEST) / sd));
  const mode = (sign: number): Mode => ({
    centres: Array.from({ length: count }, (_, k) => {
      const x = (2 * k + 1) / count - 1;
      return [x, middle(x) + sign * gap];
    }),
    sd,
    weight: 0.5,
  });
  return {
    extent: [-reach, reach],
    fill,
    density: (points) =>
      Float32Array.from({ length: points.length / 2 }, (_, i) => {
        const x = points[2 * i] as number;
        const away = (points[2 * i + 1] as number) - middle(x);
        // p(x) p(y | x) = ½ · ½ Σ N(y; ½ sin(πx) ± gap, sd²)
        return Math.abs(x) > 1 ? 0 : (normalDensity((away - gap) / sd) + normalDensity((away + gap) / sd)) / (4 * sd);
      }),
    modes: [mode(1), mode(-1)],
  };
}
