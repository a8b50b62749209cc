// Which pictures a demo's figure is made of, and their shapes: the page lays them out, the build draws them.
import type { Data, Demo } from '../gan/experiment.ts';
import type { Size } from './pen.ts';

/** `wide` spans the figure; the others stand two in a row. `tall` is as high as two of `half`, one above the other. */
export type Shape = 'wide' | 'half' | 'deep' | 'tall';

/** Sizes that pictures are designed for, in CSS pixels: where two stand side by side, and on a phone. */
export const sizes: Record<Shape, Record<'broad' | 'narrow', Size>> = {
  wide: { broad: { width: 880, height: 244 }, narrow: { width: 358, height: 290 } },
  deep: { broad: { width: 432, height: 244 }, narrow: { width: 358, height: 290 } },
  half: { broad: { width: 432, height: 178 }, narrow: { width: 358, height: 190 } },
  tall: { broad: { width: 432, height: 372 }, narrow: { width: 358, height: 396 } },
};

/** One picture: a view of one run, or of two. */
export type Panel =
  | { view: 'samples'; variants: readonly [string]; shape: Shape; titled: boolean }
  | { view: 'gradients' | 'losses'; variants: readonly string[]; shape: Shape; titled: false };

/** The pictures of a demo that shows these variants, in reading order. */
export function panelsOf(demo: Pick<Demo, 'shows' | 'experiment'>, variants: readonly string[]): Panel[] {
  const compared = variants.length > 1;
  const plane = dimensionOf(demo.experiment.data) === 2;
  const curves = demo.shows.filter((view) => view !== 'samples');
  const shapeOfSamples = (): Shape => {
    if (plane) return 'tall';
    return compared ? 'deep' : 'wide';
  };
  const samples: Panel[] = demo.shows.includes('samples')
    ? variants.map((variant) => ({ view: 'samples', variants: [variant], shape: shapeOfSamples(), titled: compared }))
    : [];
  const alone = curves.length === 1 && !(plane && !compared);
  return [
    ...samples,
    ...curves.map((view): Panel => ({ view, variants, shape: alone ? 'wide' : 'half', titled: false })),
  ];
}

/** A picture's name among a demo's pictures, fit for an address. */
export const nameOf = ({ view, variants, shape, titled }: Panel): string =>
  [view, ...variants, shape, ...(titled ? ['titled'] : [])].join('-');

/** The dimension of a data distribution's samples. */
export function dimensionOf(data: Data): 1 | 2 {
  switch (data.kind) {
    case 'gaussian':
    case 'mixture':
    case 'dirac':
      return 1;
    case 'ring':
    case 'grid':
    case 'moons':
    case 'spiral':
    case 'points':
      return 2;
    default:
      return impossible(data);
  }
}

function impossible(data: never): never {
  throw new Error(`unknown data: ${JSON.stringify(data)}`);
}
