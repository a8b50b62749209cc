// A text whose marked exponents stand raised, in running text.
import { raisedParts } from './exponents.ts';

export const Raised = ({ text }: { text: string }) => (
  <>{raisedParts(text).map(({ part, raised }, i) => (raised ? <sup key={i}>{part}</sup> : part))}</>
);
