// A run on the page's side: says what it is doing, hands out its frames, and opens it again in another engine.
import type { Plan } from '../../vocabulary/plan.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Snapshot } from '../../gan/training/snapshot.ts';
import type { Activity, FrameReport, RunId } from '../protocol.ts';
import { createRepeatFilter } from './repeatFilter.ts';
import type { PageRun, RunClient } from './run.ts';

export function createPageRun(id: RunId, plan: Plan, client: RunClient): PageRun {
  const listeners = new Set<() => void>();
  let failure: string | undefined;
  let refusal: string | undefined;
  let closed = false;
  /** Answers to `open` and `reset` that are still to come: what comes before them is of a life that is over. */
  let opening = 0;
  let framed = false;
  let activity: Activity = 'paused';
  let wanted = false;
  let visible = true;
  let told = false;
  let snapshot: Snapshot | undefined;
  /** The experiment that a `change` has asked for, and the one that has taken effect. */
  let asked: Experiment | undefined;
  let changed: Experiment | undefined;
  let withoutRepeats = createRepeatFilter();
  let looping = false;
  let take: ((report: FrameReport | undefined) => void) | undefined;
  let noticed = '';

  const live = () => !closed && failure === undefined;
  const draw = () => client.send({ do: 'draw', run: id });

  function notify(): void {
    const now = JSON.stringify([run.state, failure, refusal, client.info]);
    if (now === noticed) return;
    noticed = now;
    for (const listener of listeners) listener();
  }

  /** Tells the engine to play or to pause where that is news. */
  function tell(): void {
    const should = wanted && visible;
    if (live() && should !== told) {
      told = should;
      activity = should ? 'starting' : activity === 'finished' ? activity : 'paused';
      client.send({ do: should ? 'play' : 'pause', run: id });
    }
    notify();
  }

  function want(playing: boolean): void {
    wanted = playing;
    tell();
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
    const fresh = opening > 0 ? undefined : withoutRepeats(report);
    if (!fresh) return draw();
    framed = true;
    activity = report.activity;
    if (activity === 'finished') wanted = told = false;
    notify();
    take?.(fresh);
    take = undefined;
  }

  function close(): void {
    if (closed) return;
    if (live()) client.send({ do: 'close', run: id });
    closed = true;
    snapshot = undefined;
    client.forget(id);
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

  const run: PageRun = {
    get state() {
      if (closed) return 'closed';
      if (failure !== undefined) return 'failed';
      if (opening > 0 || !framed) return 'starting';
      if (activity === 'finished') return 'finished';
      if (!told) return 'paused';
      return activity === 'training' ? 'training' : 'starting';
    },
    get failure() {
      return failure;
    },
    get refusal() {
      return refusal;
    },
    get engine() {
      return client.info;
    },
    play: () => want(live()),
    pause: () => want(false),
    step(move = 'both') {
      if (live()) client.send({ do: 'step', run: id, move });
    },
    change(experiment) {
      if (!live()) return;
      asked = experiment;
      refusal = undefined;
      client.send({ do: 'change', run: id, experiment });
      notify();
    },
    reset(experiment = plan.experiment) {
      if (closed) return;
      plan = { ...plan, experiment };
      snapshot = asked = changed = refusal = undefined;
      framed = false;
      activity = 'paused';
      withoutRepeats = createRepeatFilter();
      if (failure === undefined) {
        opening += 1;
        client.send({ do: 'reset', run: id, experiment });
      } else {
        failure = undefined;
        client.reopen(run);
      }
      notify();
    },
    setVisible(now) {
      visible = now;
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
      client.send({ do: 'open', run: id, plan, from });
      if (asked) client.send({ do: 'change', run: id, experiment: asked });
      if (take) draw();
      tell();
    },
    fail,
    notify,
  };
  return run;
}
