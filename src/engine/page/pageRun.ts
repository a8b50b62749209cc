// The client's side of a run: says what it is doing, hands out its frames, and opens it again in another engine.
import type { Plan } from '../../vocabulary/plan.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Link, LinkedRun } from './link.ts';
import { createOnce } from './repeatFilter.ts';
import type { Activity, FrameReport, RunId, Snapshot } from '../protocol.ts';
import type { Run, RunState } from './run.ts';

export function createRun(id: RunId, initialPlan: Plan, link: Link): LinkedRun {
  const listeners = new Set<() => void>();
  let plan = initialPlan;
  let failure: string | undefined;
  let refusal: string | undefined;
  let closed = false;
  /** Answers to `open` and `reset` that are still to come: what comes before them is of a life that is over. */
  let opening = 0;
  let framed = false;
  let activity: Activity = 'paused';
  let wanted = false;
  let suspended = false;
  let told = false;
  let snapshot: Snapshot | undefined;
  /** The experiment that a `change` has asked for, and the one that has taken effect. */
  let asked: Experiment | undefined;
  let changed: Experiment | undefined;
  let once = createOnce();
  let looping = false;
  let take: ((report: FrameReport | undefined) => void) | undefined;
  let noticed = '';

  const live = () => !closed && failure === undefined;
  const draw = () => link.send({ do: 'draw', run: id });

  function state(): RunState {
    if (closed) return 'closed';
    if (failure !== undefined) return 'failed';
    if (opening > 0 || !framed) return 'starting';
    if (activity === 'finished') return 'finished';
    if (!told) return 'paused';
    return activity === 'training' ? 'training' : 'starting';
  }

  function notify(): void {
    const now = JSON.stringify([state(), failure, refusal, link.info]);
    if (now === noticed) return;
    noticed = now;
    for (const listener of listeners) listener();
  }

  /** Tells the engine to play or to pause where that is news. */
  function tell(): void {
    const should = wanted && !suspended;
    if (live() && should !== told) {
      told = should;
      activity = should ? 'starting' : activity === 'finished' ? activity : 'paused';
      link.send({ do: should ? 'play' : 'pause', run: id });
    }
    notify();
  }

  function fail(reason: string): void {
    failure = reason;
    opening = 0;
    wanted = told = false;
    notify();
  }

  function receiveFrame(report: FrameReport): void {
    if (opening === 0 && report.changes.length > 0) {
      changed = asked ?? changed;
      asked = undefined;
    }
    const fresh = opening > 0 ? undefined : once(report);
    if (!fresh) return draw();
    framed = true;
    activity = report.activity;
    if (activity === 'finished') wanted = told = false;
    const hand = take;
    take = undefined;
    notify();
    hand?.(fresh);
  }

  function close(): void {
    if (closed) return;
    if (live()) link.send({ do: 'close', run: id });
    closed = true;
    snapshot = undefined;
    link.forget(id);
    take?.(undefined);
    notify();
  }

  async function* frames(): AsyncGenerator<FrameReport> {
    try {
      while (!closed) {
        const report = await new Promise<FrameReport | undefined>((resolve) => {
          take = resolve;
          if (live()) draw();
        });
        if (!report) return;
        yield report;
      }
    } finally {
      close();
    }
  }

  const run: Run = {
    get state() {
      return state();
    },
    get failure() {
      return failure;
    },
    get refusal() {
      return refusal;
    },
    get engine() {
      return link.info;
    },
    play() {
      wanted = live();
      tell();
    },
    pause() {
      wanted = false;
      tell();
    },
    step(player = 'both') {
      if (live()) link.send({ do: 'step', run: id, player });
    },
    change(experiment) {
      if (!live()) return;
      asked = experiment;
      refusal = undefined;
      link.send({ do: 'change', run: id, experiment });
      notify();
    },
    reset(experiment = plan.experiment) {
      if (closed) return;
      plan = { ...plan, experiment };
      snapshot = asked = changed = refusal = undefined;
      framed = false;
      activity = 'paused';
      once = createOnce();
      if (failure === undefined) {
        opening += 1;
        link.send({ do: 'reset', run: id, experiment });
      } else {
        failure = undefined;
        link.reopen(linked);
      }
      notify();
    },
    suspend() {
      suspended = true;
      tell();
    },
    resume() {
      suspended = false;
      tell();
    },
    frames() {
      if (looping) throw new Error('The frames of a run are for one loop.');
      looping = true;
      return frames();
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };

  const linked: LinkedRun = {
    run,
    get waiting() {
      return live() && (opening > 0 || (take !== undefined && (told || !framed)));
    },
    receive(report) {
      if (!live()) return;
      switch (report.is) {
        case 'opened':
          opening -= 1;
          return notify();
        case 'frame':
          return receiveFrame(report);
        case 'saved':
          if (opening === 0) snapshot = report.snapshot;
          return;
        case 'refused':
          refusal = report.reason;
          asked = undefined;
          return notify();
        case 'failed':
          return fail(report.reason);
        default:
          return report satisfies never;
      }
    },
    reopen() {
      opening = 1;
      framed = told = false;
      const from = { ...(snapshot && { snapshot }), ...(changed && { experiment: changed }) };
      link.send({ do: 'open', run: id, plan, from });
      if (asked) link.send({ do: 'change', run: id, experiment: asked });
      if (take) draw();
      tell();
    },
    fail,
    notify,
  };
  return linked;
}
