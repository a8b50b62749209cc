// Places on the path: no two articles share one, and none takes that of a planned article without a word.
import type { Fault } from '../maths/fault.ts';

/** An article's claim to a place on the path, with the line that makes it. */
export interface Claimed {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly order: number;
  readonly title: string;
}

/** An article that is not written yet, as the path announces it. */
interface Announced {
  readonly order: number;
  readonly title: string;
}

/** A fault for each place that two articles claim, or that is announced for an article with another title. */
export function orderFaults(
  claimed: readonly Claimed[],
  planned: Readonly<Record<string, readonly Announced[]>>,
): Fault[] {
  return claimed.flatMap(({ file, line, language, order, title }, i): Fault[] => {
    const rivals = claimed.filter((other) => other.language === language);
    // A language may have no plans.
    const announced = planned[language] ?? [];
    const highest = Math.max(...rivals.map((one) => one.order), ...announced.map((one) => one.order));
    const tell = (message: string, hint: string) => [{ file, line, message, hint }];
    const before = claimed.slice(0, i).find((other) => other.language === language && other.order === order);
    if (before !== undefined) {
      const free = `Allowed: a place that is free, as ${highest + 1}.`;
      return tell(`found order: ${order}, which ${before.file}:${before.line} has`, free);
    }
    const other = announced.find((one) => one.order === order && one.title !== title);
    if (other === undefined) return [];
    return tell(
      `found order: ${order}, the place of the planned article “${other.title}”`,
      `Allowed: that title, a place that is free, as ${highest + 1}, or another plan in src/navigation/planned.ts.`,
    );
  });
}
