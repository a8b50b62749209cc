// The end of a run whose numbers are no longer finite.

/** Thrown at the first number of a run that is not finite. */
export class Diverged extends Error {
  /** The step at which it was found: on WebGL the losses say it exactly, other numbers when they are next read. */
  readonly step: number;
  /** Where it was found, as a noun: "the generator's loss". */
  readonly what: string;

  constructor(step: number, what: string) {
    super(`The run diverged at step ${step}: ${what} is not a finite number.`);
    this.name = 'Diverged';
    this.step = step;
    this.what = what;
  }
}

/** @throws Diverged if any of the numbers is not finite */
export function mustBeFinite(numbers: Iterable<number>, step: number, what: string): void {
  for (const number of numbers) if (!Number.isFinite(number)) throw new Diverged(step, what);
}
