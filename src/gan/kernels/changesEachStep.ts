// What the kernels of a step do not say by themselves: which numbers are drawn anew at every step, and which attributes change with it.
// Whoever records a step listens; nobody else does.

/** A tensor, as kernels see it. */
interface Drawn {
  readonly dataId: object;
  readonly shape: number[];
}

/** Writes fresh numbers, every one of them. */
export type Fill = (values: Float32Array) => void;
/** The attributes of one kernel at the step that is being taken. */
export type Attributes = () => Readonly<Record<string, number>>;

export interface StepInputsListener {
  /** The 32-bit numbers of a tensor have just been drawn, and are drawn anew by `fill` at every step. */
  drawn(tensor: Drawn, fill: Fill): void;
  /** The attributes of the kernel that runs next are made anew at every step. */
  changing(make: Attributes): void;
}

let listener: StepInputsListener | undefined;

/** Tells whoever listens that a tensor's numbers were drawn. */
export const sayDrawn = (tensor: Drawn, fill: Fill): void => listener?.drawn(tensor, fill);

/** The attributes of the next kernel, now; whoever listens may make them again. */
export function changing(make: Attributes): Readonly<Record<string, number>> {
  listener?.changing(make);
  return make();
}

/** Does something while `to` is told. */
export function listening<T>(to: StepInputsListener, deed: () => T): T {
  if (listener) throw new Error('A step is being recorded already.');
  listener = to;
  try {
    return deed();
  } finally {
    listener = undefined;
  }
}
