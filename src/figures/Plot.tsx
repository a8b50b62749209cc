// A figure's SVG: title and description for those who do not see it, axes, curves that stay in the box, labels over all.
import type { ComponentChildren } from 'preact';
import { decimal } from '../writing/numbers.ts';
import { raisedParts } from '../writing/exponents.ts';
import { coordinate, type Axis, type PlotArea } from './plotArea.ts';

interface PlotProps {
  /** Unique on its page: ids of title and description begin with it. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence or two. */
  description: string;
  area: PlotArea;
  /** Curves and marks: clipped to the box. */
  children: ComponentChildren;
  /** Labels: not clipped, above the curves. */
  labels?: ComponentChildren;
}

export function Plot({ id, title, description, area, children, labels }: PlotProps) {
  const { width, height, left, right, top, bottom } = area;
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <Axes area={area} />
      <svg
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      >
        {children}
      </svg>
      {labels}
    </svg>
  );
}

function Axes({ area }: { area: PlotArea }) {
  const { left, right, top, bottom, axes } = area;
  return (
    <g>
      {ticksOf(axes.y).map(([at, label]) => (
        <g key={at}>
          <line x1={left} x2={right} y1={sharp(area.y(at))} y2={sharp(area.y(at))} class="plot-rule" />
          <text x={left - 6} y={coordinate(area.y(at) + 4)} text-anchor="end">
            {raisedParts(label).map(({ part, raised }, i) =>
              raised ? (
                <tspan key={i} dy="-0.4em" class="plot-raised">
                  {part}
                </tspan>
              ) : (
                part
              ),
            )}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={sharp(bottom)} y2={sharp(bottom)} class="plot-axis" />
      {ticksOf(axes.x).map(([at, label]) => (
        <g key={at}>
          <line x1={sharp(area.x(at))} x2={sharp(area.x(at))} y1={bottom} y2={bottom + 4} class="plot-axis" />
          <text x={coordinate(area.x(at))} y={bottom + 17} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      <text x={right} y={bottom + 33} text-anchor="end">
        {axes.x.name}
      </text>
      <text x={0} y={top - 10}>
        {axes.y.name}
      </text>
    </g>
  );
}

const ticksOf = ({ ticks }: Axis) =>
  ticks.map((tick): readonly [number, string] => (typeof tick === 'number' ? [tick, decimal(tick)] : tick));

/** Half a pixel off, so that a line of one pixel is sharp at the natural width. */
const sharp = (at: number) => Math.round(at) + 0.5;

/** How a generator's loss is drawn, as in the demos: dashed is saturating, solid non-saturating, dotted the third. */
export type LineStyle = 'solid' | 'dashed' | 'dotted';

export function Curve({ path, line, quiet = false }: { path: string; line: LineStyle; quiet?: boolean }) {
  return <path d={path} class={`plot-curve plot-${line}${quiet ? ' plot-quiet' : ''}`} />;
}

interface LabelProps {
  x: number;
  y: number;
  anchor?: 'start' | 'middle' | 'end';
  strong?: boolean;
  children: ComponentChildren;
}

/** A direct label, with a rim of paper so that a line behind the letters does not cross them out. */
export function Label({ x, y, anchor = 'start', strong = false, children }: LabelProps) {
  return (
    <text x={coordinate(x)} y={coordinate(y)} text-anchor={anchor} class={`plot-label${strong ? ' plot-strong' : ''}`}>
      {children}
    </text>
  );
}
