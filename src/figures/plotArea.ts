// The geometry of a figure: the box between two linear axes, and paths in it. Units are CSS pixels at a figure's natural width.

export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Where the axis carries a label; a number alone is its own label. */
  readonly ticks: readonly (number | readonly [at: number, label: string])[];
  readonly name: string;
}

export interface PlotArea {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly axes: { readonly x: Axis; readonly y: Axis };
  /** From a value to its place. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** Room for labels around the box. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A plot of the given size, whose box leaves the margins free. */
export function plotArea(axes: PlotArea['axes'], width: number, height: number, margins: Margins): PlotArea {
  const [left, right] = [margins.left, width - margins.right];
  const [top, bottom] = [margins.top, height - margins.bottom];
  const along =
    ({ from, to }: Axis, start: number, end: number) =>
    (value: number) =>
      start + ((value - from) / (to - from)) * (end - start);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    axes,
    x: along(axes.x, left, right),
    y: along(axes.y, bottom, top),
  };
}

export type Point = readonly [x: number, y: number];

/** A path through points given by their values; a point that is not finite breaks it. */
export function pathThrough(area: PlotArea, points: Iterable<Point>): string {
  let path = '';
  let pen: 'M' | 'L' = 'M';
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${coordinate(area.x(x))} ${coordinate(area.y(y))}`;
    pen = 'L';
  }
  return path;
}

/** The graph of a function over [from, to], drawn from evenly spaced samples and cut off well outside the box. */
export function graphOf(area: PlotArea, f: (x: number) => number, from: number, to: number, samples = 120): string {
  const { from: low, to: high } = area.axes.y;
  const margin = high - low;
  const within = (y: number) => Math.min(Math.max(y, low - margin), high + margin);
  return pathThrough(
    area,
    Array.from({ length: samples + 1 }, (_, i): Point => {
      const x = from + ((to - from) * i) / samples;
      return [x, within(f(x))];
    }),
  );
}

/** A coordinate to a tenth of a pixel, without needless digits. */
export const coordinate = (value: number): string => String(Math.round(value * 10) / 10);
