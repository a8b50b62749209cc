// Which pictures a demo's figure is made of, and their shapes: the page lays them out, the build draws them.
import type { Demo } from '../vocabulary/demo.ts';
import type { Metric } from '../vocabulary/metrics.ts';
import { showsOneRun, type ViewOf } from '../vocabulary/views.ts';
import type { Size } from './drawing/surface.ts';

/** `wide` spans the figure; the others stand two in a row. `tall` is as high as two of `half`, one above the other. */
export type Shape = 'wide' | 'half' | 'deep' | 'tall';

/** What a picture is designed for: a desktop, where two stand side by side, a tablet, and a phone. */
export const widths = ['broad', 'medium', 'narrow'] as const;
export type Width = (typeof widths)[number];

const sizesOf = (broad: Size, medium: number, narrow: number): Record<Width, Size> => ({
  broad,
  medium: { width: 576, height: medium },
  narrow: { width: 358, height: narrow },
});

/** The sizes of pictures in CSS pixels. */
export const sizes: Record<Shape, Record<Width, Size>> = {
  wide: sizesOf({ width: 880, height: 244 }, 270, 290),
  deep: sizesOf({ width: 432, height: 280 }, 330, 310),
  half: sizesOf({ width: 432, height: 178 }, 190, 190),
  tall: sizesOf({ width: 432, height: 372 }, 420, 396),
};

/** One picture: a view of one run, or of all that are shown. */
export type Panel =
  | { view: ViewOf<'run'>; variants: readonly [string]; shape: Shape; titled: boolean }
  | { view: ViewOf<'steps'>; variants: readonly string[]; shape: Shape; titled: false };

/** The pictures of a demo that shows these variants, in reading order. */
export function panelsOf(demo: Pick<Demo, 'shows' | 'dimension' | 'variants'>, variants: readonly string[]): Panel[] {
  const compared = variants.length > 1;
  const { dimension } = demo;
  const pictures = demo.shows.filter(showsOneRun).flatMap((view) => {
    const shape = shapes[view](dimension, compared);
    return variants.map((variant): Panel => ({ view, variants: [variant], shape, titled: compared }));
  });
  const curves = demo.shows.flatMap((view) =>
    showsOneRun(view) ? [] : groups(view, demo, variants).map((group) => ({ view, variants: group })),
  );
  const beside = pictures.filter(({ shape }) => shape === 'tall').length % 2 === 1;
  return [
    ...pictures,
    ...curves.map(({ view, variants: group }, i): Panel => {
      const shape = curveShape(i, curves.length, beside);
      return { view, variants: group, shape, titled: false };
    }),
  ];
}

/**
 * The shape of a run's picture, of samples of some dimension, alone or beside another run's. Not with the drawing in src/plots/views, which the
 * page fetches later than it lays out.
 */
const shapes: Record<ViewOf<'run'>, (dimension: number, compared: boolean) => Shape> = {
  phase: () => 'tall',
  samples(dimension, compared) {
    if (dimension === 2) return 'tall';
    if (dimension > 2) return compared ? 'tall' : 'wide';
    return compared ? 'deep' : 'wide';
  },
  bars: (_, compared) => (compared ? 'deep' : 'wide'),
};

/** Two curves stand in a row; an odd one out spans the figure. Beside a tall picture there is room for two, or for one as tall. */
function curveShape(index: number, count: number, beside: boolean): Shape {
  if (beside && count === 1) return 'tall';
  return count % 2 === 1 && index === count - 1 ? 'wide' : 'half';
}

/** Variants that a view draws together: all of them, or those that claim something of the same metric. */
function groups(view: ViewOf<'steps'>, { variants }: Pick<Demo, 'variants'>, shown: readonly string[]): string[][] {
  if (view !== 'metric') return [[...shown]];
  const byMetric = new Map<Metric | undefined, string[]>();
  for (const variant of shown) {
    const metric = variants[variant]?.claims[0]?.metric;
    byMetric.set(metric, [...(byMetric.get(metric) ?? []), variant]);
  }
  return [...byMetric.values()];
}

/** A picture's name among a demo's pictures, fit for an address. */
export const nameOf = ({ view, variants, shape, titled }: Panel): string =>
  [view, ...variants, shape, ...(titled ? ['titled'] : [])].join('-');
