// The field of the game xy and two ways through it: simultaneous steps spiral out, alternating ones go round.
import { useState } from 'preact/hooks';
import { certain } from '../certain.ts';
import { Plot, Label } from './Plot.tsx';
import { fixed } from '../writing/numbers.ts';
import { pathThrough, plotArea, coordinate, type PlotArea } from './plotArea.ts';
import { useHydrated } from '../controls/hydrated.ts';
import { path, pull, radius, reachOfOrbit, type Order, type State } from './gameXY.ts';
import { Slider } from '../controls/Slider.tsx';

const start: State = [1, 0];
/** Two turns of the flow, whose period is 2π. */
const duration = 4 * Math.PI;
const reach = 2;
const grid = [-1.75, -1.25, -0.75, -0.25, 0.25, 0.75, 1.25, 1.75];
const ticks = [-2, -1, 0, 1, 2];
const area = plotArea(
  {
    x: { from: -reach, to: reach, ticks, name: 'x, who minimises xy' },
    y: { from: -reach, to: reach, ticks, name: 'y, who maximises xy' },
  },
  360,
  388,
  { top: 26, right: 10, bottom: 42, left: 30 },
);

/** The step size that the figure shows at first, and without JavaScript: between 0.02 and 1. */
export interface Opening {
  stepSize?: number;
}

export default function PlaneField({ stepSize = 0.15 }: Opening) {
  const [size, setSize] = useState(stepSize);
  const hydrated = useHydrated();
  const steps = Math.round(duration / size);
  const paths: Record<Order, State[]> = {
    simultaneous: path(start, size, 'simultaneous', steps),
    alternating: path(start, size, 'alternating', steps),
  };
  const furthest = fixed(reachOfOrbit(size), 2);
  const end = radius(certain(paths.simultaneous.at(-1), 'the last state'));
  const said =
    `${steps} steps of size ${fixed(size, 2)}, the time of two turns along the arrows. Simultaneous: every step lengthens the radius by the factor ` +
    `√(1 + h²) = ${fixed(Math.hypot(1, size), 4)}, from 1 to ${end < 1000 ? fixed(end, 2) : 'more than 1,000'}. ` +
    `Alternating: every state lies on the ellipse x² + y² − hxy = 1, never further than ${furthest} from the middle.`;
  return (
    <div class="figure-interactive">
      <div class="figure-controls needs-script">
        <Slider
          name="Step size h"
          value={size}
          from={0.02}
          to={1}
          step={0.01}
          text={fixed(size, 2)}
          disabled={!hydrated}
          onInput={setSize}
        />
      </div>
      <div class="figure-row">
        <Path
          id="saddle-simultaneous"
          name="Simultaneous"
          description={`From (1, 0) the path spirals out, to the radius ${end < 1000 ? fixed(end, 2) : 'of more than 1,000'} after ${steps} steps.`}
          states={paths.simultaneous}
        />
        <Path
          id="saddle-alternating"
          name="Alternating"
          description={`From (1, 0) the path goes round on a closed curve and never passes the radius ${furthest}.`}
          states={paths.alternating}
        />
      </div>
      <p class="figure-says" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

interface PathProps {
  id: string;
  name: string;
  description: string;
  states: readonly State[];
}

function Path({ id, name, description, states }: PathProps) {
  const { x, y, right, top } = area;
  // A state far outside is not drawn; the line to the last one before it is enough.
  const near = states.filter((state) => radius(state) < 4 * reach);
  return (
    <Plot
      id={id}
      title={`${name} steps in the game xy`}
      description={description}
      area={area}
      labels={
        <Label x={right} y={top - 10} anchor="end" strong>
          {name}
        </Label>
      }
    >
      <path d={grid.flatMap((gx) => grid.map((gy) => arrow(area, [gx, gy]))).join('')} class="plot-arrows" />
      <circle cx={x(0)} cy={y(0)} r={x(1) - x(0)} class="plot-orbit" />
      <path d={pathThrough(area, near)} class="plot-ink" />
      <path d={near.map((state) => dot(area, state)).join('')} class="plot-steps" />
      <circle cx={x(start[0])} cy={y(start[1])} r="5" class="plot-dot" />
    </Plot>
  );
}

/** A dot as a path of no length, so that hundreds of them are one element. */
const dot = ({ x, y }: PlotArea, [a, b]: State) => `M${coordinate(x(a))} ${coordinate(y(b))}h0`;

/** An arrow along the field, as long as the field is strong, with its middle at the point. */
function arrow(area: PlotArea, at: State): string {
  const half = 0.055;
  const [dx, dy] = pull(at);
  const [fromX, fromY] = [area.x(at[0] - half * dx), area.y(at[1] - half * dy)];
  const [toX, toY] = [area.x(at[0] + half * dx), area.y(at[1] + half * dy)];
  const angle = Math.atan2(toY - fromY, toX - fromX);
  const barb = (turn: number) =>
    `M${coordinate(toX)} ${coordinate(toY)}L${coordinate(toX - 5 * Math.cos(angle + turn))} ${coordinate(toY - 5 * Math.sin(angle + turn))}`;
  return `M${coordinate(fromX)} ${coordinate(fromY)}L${coordinate(toX)} ${coordinate(toY)}${barb(0.5)}${barb(-0.5)}`;
}
