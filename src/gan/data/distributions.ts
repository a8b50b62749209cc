// The law of every kind of data, one entry a kind, and the distribution that an experiment's data describes.
import { sampleShape, type Data } from '../../vocabulary/data.ts';
import { twoAnswers } from './questionAndAnswer.ts';
import { catDrawings } from './cats.ts';
import { curve, moonsCurve, spiralCurve } from './curves.ts';
import type { Distribution, Law } from './distribution.ts';
import { grid, normalMixture, ring } from './mixtures.ts';

type Kind = Data['kind'];

const laws: { readonly [K in Kind]: (data: Extract<Data, { kind: K }>) => Law } = {
  gaussian: ({ mean, sd }) => normalMixture([{ weight: 1, centre: [mean], sd }]),
  mixture: ({ components }) =>
    normalMixture(components.map(({ weight, mean, sd }) => ({ weight, centre: [mean], sd }))),
  ring: ({ modes, radius, sd }) => normalMixture(ring(modes, radius, sd)),
  grid: ({ side, spacing, sd }) => normalMixture(grid(side, spacing, sd)),
  points: ({ points, sd }) =>
    normalMixture(
      points.map((centre) => ({ weight: 1, centre, sd })),
      'touching',
    ),
  moons: ({ sd }) => curve(moonsCurve, sd),
  spiral: ({ turns, sd }) => curve(spiralCurve(turns), sd),
  /** All mass at one point: no density, and no mode that has a width. */
  dirac: ({ at }) => ({
    extent: [at - 1, at + 1],
    fill: (target) => void target.fill(at),
    cdf: (x) => (x >= at ? 1 : 0),
    quantile: () => at,
  }),
  twoAnswers: ({ gap, sd }) => twoAnswers(gap, sd),
  cats: () => catDrawings,
};

/** The distribution that an experiment's data describes. */
export function distribution(data: Data): Distribution {
  const shape = sampleShape(data);
  // The entry of a kind takes the data of that kind, which is what it is given; the compiler sees only that both are unions.
  const law = (laws[data.kind] as (data: Data) => Law)(data);
  return {
    ...law,
    ...shape,
    sample(n, stream) {
      const target = new Float32Array(n * shape.dimension);
      law.fill(target, stream);
      return target;
    },
  };
}
