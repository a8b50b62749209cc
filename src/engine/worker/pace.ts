// How many steps a round may take on this device, and how the rounds leave room for messages.

/** Milliseconds that a round should last: about one frame of a 60 Hz screen, so that a command never waits long. */
const ROUND = 14;
const MOST_STEPS = 1000;

export interface Pace {
  /** Steps that every playing run does in the next round. */
  readonly steps: number;
  /** Learns how long the round took, and how many steps the run did that did most. */
  took(milliseconds: number, done: number): void;
}

/** Starts with one step, and at most doubles from round to round, so that one lucky reading of the clock does no harm. */
export function createPace(): Pace {
  let steps = 1;
  return {
    get steps() {
      return steps;
    },
    took(milliseconds, done) {
      const fitting = Math.round((done * ROUND) / Math.max(milliseconds, Number.MIN_VALUE));
      steps = Math.min(Math.max(fitting, 1), 2 * steps, MOST_STEPS);
    },
  };
}

/** How much longer a run trains than its frame took before it gives another: where frames are dear, they take a third of the time. */
const SHARE = 2;
/** Milliseconds that are trained at least between two frames: some thirty a second then, and the processor that draws has time for each. */
const SHORTEST_WAIT = 25;
/** Milliseconds that a frame is put off at most in favour of training. */
const LONGEST_WAIT = 100;

/** Milliseconds of training before the next frame, after one that took so many. */
export const trainingOwed = (frame: number): number => Math.min(Math.max(SHARE * frame, SHORTEST_WAIT), LONGEST_WAIT);

export interface Breath {
  /** Lets the event loop turn once, so that messages come in. */
  take(): Promise<void>;
  end(): void;
}

/**
 * In a browser through a MessageChannel, which is back at once; setTimeout would wait 4 ms. Node has setImmediate for that, and would
 * deliver a thousand messages of one port before it looks at another.
 */
export function createBreath(): Breath {
  if (typeof setImmediate === 'function') {
    return { take: () => new Promise((resolve) => setImmediate(resolve)), end: () => undefined };
  }
  const { port1, port2 } = new MessageChannel();
  let resume: (() => void) | undefined;
  port1.onmessage = () => resume?.();
  return {
    take: () =>
      new Promise((resolve) => {
        resume = resolve;
        port2.postMessage(undefined);
      }),
    end: () => port1.close(),
  };
}
