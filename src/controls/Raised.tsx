// A text whose exponents stand raised, in running text and in a picture.
import { parts } from '../writing/numbers.ts';

export const Raised = ({ text }: { text: string }) => (
  <>{parts(text).map((part, i) => (i % 2 === 0 ? part : <sup key={i}>{part}</sup>))}</>
);

/** The same inside an SVG text element, which knows no `sup`. */
export const RaisedSpan = ({ text }: { text: string }) => (
  <>
    {parts(text).map((part, i) =>
      i % 2 === 0 ? (
        part
      ) : (
        <tspan key={i} dy="-0.4em" class="chart-raised">
          {part}
        </tspan>
      ),
    )}
  </>
);
