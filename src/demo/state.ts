// What a demo's figure is doing: one value, changed by events alone. No DOM, no engine, so that every rule can be tested.
import { certain } from '../certain.ts';
import type { Demo } from '../vocabulary/demo.ts';
import type { Frame } from '../vocabulary/frame.ts';
import type { Judgement } from '../vocabulary/judging.ts';
import type { Settings } from '../vocabulary/sliders.ts';
import { variantOf } from '../vocabulary/variants.ts';
import type { ReadyReport } from '../engine/protocol.ts';
import type { RunState } from '../engine/page/run.ts';
import type { Trace } from '../plots/trace.ts';

/** `idle`: nothing has been pressed. Else what the runs do, all taken together. */
type Phase = 'idle' | RunsPhase;
type RunsPhase = Exclude<RunState, 'closed'>;

/** The page contract's `data-state`. */
export type ContractState = Exclude<Phase, 'finished'> | 'holds' | 'broken';

/** What a choice does: only selects, goes on from the weights as they are, drops the other run, or starts again. */
export type Effect = 'select' | 'continue' | 'drop' | 'restart';

/** What moving a slider does. */
export type SlideEffect = Exclude<Effect, 'drop'>;

export interface DemoState {
  /** The variants shown: one, or the two that are compared. */
  shown: readonly string[];
  phase: Phase;
  /** Whether the reader wants it to train; it may stand still all the same, out of sight. */
  playing: boolean;
  outOfSight: boolean;
  /** Whether a frame of the runs has come: until then the recorded run is shown. */
  seen: boolean;
  step: number;
  warmup?: Frame['warmup'];
  /** What has been seen of each shown run: its own trace, which grows from frame to frame. */
  traces: Readonly<Record<string, SeenOfRun>>;
  /** What sliders have been moved to, away from what the shown variants have themselves. */
  settings: Settings;
  /** The step at which the shown run was changed in place, or one player moved alone. Claims speak of runs from the start: they are not judged then. */
  changedAt?: number | undefined;
  engine?: Pick<ReadyReport, 'backend' | 'renderer' | 'arithmetic' | 'missing'> | undefined;
  /** Sentences for the reader: a bad query, a backend that is missing, a choice that was refused. */
  notes: readonly string[];
  /** What the last choice did to the run. */
  remark?: string | undefined;
  failure?: string | undefined;
}

/** What a state needs of a trace. */
type SeenOfRun = Pick<Trace, 'measurements' | 'judgements'>;

export type DemoEvent =
  | { is: 'asked'; shown: readonly string[]; settings: Settings; notes: readonly string[] }
  | { is: 'chosen'; shown: readonly string[]; effect: Effect }
  | { is: 'slid'; settings: Settings; effect: SlideEffect }
  | { is: 'play' | 'pause' | 'step' | 'reset' | 'retry' }
  /** One player moved alone. */
  | { is: 'moved' }
  | { is: 'sight'; visible: boolean }
  | { is: 'frame'; variant: string; frame: Pick<Frame, 'step' | 'warmup'>; trace: SeenOfRun }
  | {
      is: 'runs';
      phase: RunsPhase;
      failure?: string | undefined;
      engine?: DemoState['engine'];
      note?: string | undefined;
    }
  | { is: 'failed'; reason: string }
  | { is: 'said'; remark: string };

export const initialState = (demo: Pick<Demo, 'initial'>): DemoState => ({
  shown: [demo.initial],
  phase: 'idle',
  playing: false,
  outOfSight: false,
  seen: false,
  step: 0,
  traces: {},
  settings: {},
  notes: [],
});

/** A run that starts again: nothing has been trained or measured. */
const fresh = { step: 0, warmup: undefined, traces: {}, changedAt: undefined, failure: undefined };

/** Its phase when it is told to do something. */
const begun = ({ phase }: DemoState): Phase => (phase === 'idle' ? 'starting' : phase);

export function reduce(state: DemoState, event: DemoEvent): DemoState {
  switch (event.is) {
    case 'asked':
      return { ...state, shown: event.shown, settings: event.settings, notes: event.notes };
    case 'chosen':
      return choose(state, event.shown, event.effect);
    case 'slid':
      return slide(state, event.settings, event.effect);
    case 'play':
      return { ...state, playing: true, remark: undefined, phase: begun(state) };
    case 'pause':
      return { ...state, playing: false, remark: undefined };
    case 'step':
      return { ...state, remark: undefined, phase: begun(state) };
    case 'moved':
      return { ...state, remark: undefined, phase: begun(state), changedAt: state.changedAt ?? state.step };
    case 'reset':
      return { ...state, ...fresh, remark: undefined };
    case 'retry':
      return { ...state, ...fresh, remark: undefined, phase: 'starting', playing: true };
    case 'sight':
      return { ...state, outOfSight: !event.visible };
    case 'frame': {
      if (!state.shown.includes(event.variant)) return state;
      const { step, warmup } = event.frame;
      return { ...state, seen: true, step, warmup, traces: { ...state.traces, [event.variant]: event.trace } };
    }
    case 'runs': {
      const { phase, failure, engine = state.engine, note } = event;
      const notes = note !== undefined && !state.notes.includes(note) ? [...state.notes, note] : state.notes;
      const stopped = phase === 'finished' || phase === 'failed';
      return { ...state, phase, failure, engine, notes, playing: state.playing && !stopped };
    }
    case 'failed':
      return { ...state, phase: 'failed', failure: event.reason, playing: false };
    case 'said':
      return { ...state, remark: event.remark };
    default:
      return impossible(event);
  }
}

/** Another variant starts where its author put it: sliders go back, unless the same run merely goes on alone. */
function choose(state: DemoState, shown: readonly string[], effect: Effect): DemoState {
  switch (effect) {
    case 'select':
      return { ...state, shown, settings: {}, remark: undefined };
    case 'continue': {
      const [before, after] = [certain(state.shown[0], 'the shown variant'), certain(shown[0], 'the chosen variant')];
      const trace = state.traces[before];
      return { ...state, shown, traces: trace ? { [after]: trace } : {}, settings: {}, changedAt: state.step };
    }
    case 'drop':
      return { ...state, shown, remark: undefined };
    case 'restart':
      return { ...state, ...fresh, settings: {}, shown };
    default:
      return impossible(effect);
  }
}

function slide(state: DemoState, settings: Settings, effect: SlideEffect): DemoState {
  switch (effect) {
    case 'select':
      return { ...state, settings };
    case 'continue':
      return { ...state, settings, changedAt: state.changedAt ?? state.step };
    case 'restart':
      return { ...state, ...fresh, settings };
    default:
      return impossible(effect);
  }
}

/** Whether a slider stands elsewhere than the article put it. */
export const isMoved = (settings: Settings): boolean => Object.keys(settings).length > 0;

/** Whether the shown runs are those that the claims speak of: from the start, with the article's settings. */
export const isJudged = (state: DemoState): boolean => state.changedAt === undefined && !isMoved(state.settings);

/** What many runs do, taken together: the one that needs the most attention speaks for all. */
export function together(states: readonly RunState[]): RunsPhase {
  for (const urgent of ['failed', 'starting', 'training'] as const) if (states.includes(urgent)) return urgent;
  return states.length > 0 && states.every((state) => state === 'finished') ? 'finished' : 'paused';
}

/** The judgements on a shown variant's claims; all open, with their newest values, where the run is not one that the claims speak of. */
export function judgementsOf(state: DemoState, demo: Demo, variant: string): readonly Judgement[] {
  const trace = state.traces[variant];
  if (trace && isJudged(state)) return trace.judgements;
  const newest = trace?.measurements.at(-1);
  return variantOf(demo, variant).claims.map(({ metric }) => ({
    verdict: 'open',
    step: newest?.step,
    value: newest?.values[metric],
  }));
}

/** What the page contract says of this state. */
export function contractOf(state: DemoState, demo: Demo): ContractState {
  if (state.phase === 'idle' || state.phase === 'failed') return state.phase;
  const verdicts = state.shown.flatMap((variant) => judgementsOf(state, demo, variant).map(({ verdict }) => verdict));
  if (verdicts.includes('broken')) return 'broken';
  if (verdicts.length > 0 && !verdicts.includes('open')) return 'holds';
  if (state.phase === 'finished' || (state.outOfSight && state.phase === 'training')) return 'paused';
  return state.phase;
}

function impossible(value: never): never {
  throw new Error(`unknown: ${JSON.stringify(value)}`);
}
