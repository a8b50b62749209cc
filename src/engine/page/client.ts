// The page's end of the engine: starts it when first asked, watches over it, and goes on in another one when it dies.
import type { Plan } from '../../vocabulary/plan.ts';
import type { Backend, Command, ReadyReport, Report, RunId } from '../protocol.ts';
import type { Run } from './run.ts';
import type { Link, LinkedRun } from './link.ts';
import { createRun } from './pageRun.ts';

export type { Activity, Backend, FrameReport, Player, ReadyReport } from '../protocol.ts';
export type { Run, RunState } from './run.ts';

export interface Engine {
  /** The backend and renderer in use; undefined until the engine is up. */
  readonly info: ReadyReport | undefined;
  /** Opens a run, paused. The first frame is that of its start. */
  open(plan: Plan): Run;
  /** Ends the engine and every run. */
  end(): void;
}

/** One living engine: a worker, or in tests a port. */
export interface Line {
  send(command: Command): void;
  /** Ends it at once, with all it holds. */
  end(): void;
}

/** Brings an engine to life. It calls `hear` with each report, and `die` with a clause if it sees the engine die; both only later. */
export type Birth = (hear: (report: Report) => void, die: (reason: string) => void) => Line;

/** How long an engine that owes an answer may be silent, in ticks of so many milliseconds. A page that sleeps does not tick. */
export interface Patience {
  tick: number;
  /** While it starts: code is fetched and shaders are compiled. */
  starting: number;
  training: number;
}

const usual: Patience = { tick: 1000, starting: 40, training: 15 };
const MINUTE = 60_000;
const MOST_DEATHS = 3;

/** An engine's client. The engine is born when the first run is opened. */
export function connect(birth: Birth, wish?: Backend, patience: Patience = usual): Engine {
  const runs = new Map<RunId, LinkedRun>();
  let opened = 0;
  let line: Line | undefined;
  let info: ReadyReport | undefined;
  /** Commands for an engine that does not listen yet; undefined once it does. */
  let unsent: Command[] | undefined;
  let deaths: number[] = [];
  let silence = 0;
  let watch: ReturnType<typeof setInterval> | undefined;

  const link: Link = {
    get info() {
      return info;
    },
    send(command) {
      if (unsent) unsent.push(command);
      else line?.send(command);
    },
    reopen(run) {
      if (line) return run.reopen();
      deaths = [];
      begin();
    },
    forget(run) {
      runs.delete(run);
      if (runs.size === 0) rest();
    },
  };

  const living = () => [...runs.values()].filter(({ run }) => run.state !== 'failed');

  function begin(): void {
    unsent = [{ do: 'start', ...(wish && { wish }) }];
    silence = 0;
    watch ??= setInterval(listen, patience.tick);
    // A report or death of an engine that has been given up must not touch its successor.
    const born: Line = birth(
      (report) => line === born && hear(report),
      (reason) => line === born && die(reason),
    );
    line = born;
    for (const each of living()) each.reopen();
  }

  function rest(): void {
    clearInterval(watch);
    watch = undefined;
  }

  function stop(): void {
    line?.end();
    line = info = unsent = undefined;
    rest();
  }

  function hear(report: Report): void {
    silence = 0;
    switch (report.is) {
      case 'up': {
        const waiting = unsent ?? [];
        unsent = undefined;
        for (const command of waiting) line?.send(command);
        return;
      }
      case 'ready':
        info = report;
        return runs.forEach((each) => each.notify());
      case 'lost':
        return die(report.reason);
      default:
        if (report.run !== undefined) return runs.get(report.run)?.receive(report);
        if (report.is === 'failed') giveUp(report.reason);
    }
  }

  function listen(): void {
    const all = living();
    if (info && !all.some(({ waiting }) => waiting)) silence = 0;
    else silence += 1;
    const starting = !info || all.some(({ run }) => run.state === 'starting');
    if (silence > (starting ? patience.starting : patience.training)) die('it did not answer any more');
  }

  function die(reason: string): void {
    const now = performance.now();
    deaths = [...deaths.filter((then) => now - then < MINUTE), now];
    stop();
    if (deaths.length >= MOST_DEATHS)
      giveUp(`The training engine stopped ${MOST_DEATHS} times within a minute, the last time because ${reason}.`);
    else if (living().length > 0) begin();
  }

  function giveUp(reason: string): void {
    stop();
    for (const each of living()) each.fail(reason);
  }

  return {
    get info() {
      return info;
    },
    open(plan) {
      opened += 1;
      const id = `run ${opened}`;
      const linked = createRun(id, plan, link);
      runs.set(id, linked);
      if (line) {
        watch ??= setInterval(listen, patience.tick);
        linked.reopen();
      } else begin();
      return linked.run;
    },
    end() {
      for (const { run } of runs.values()) run.close();
      stop();
    },
  };
}

const inWorker: Birth = (hear, die) => {
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Report>) => hear(data);
  worker.onmessageerror = () => die('one of its messages could not be read');
  worker.onerror = (event) => {
    // The reader is told in the figure; the console is not the place.
    event.preventDefault();
    die(event.message ? `of a fault in it (${event.message})` : 'its code could not be loaded');
  };
  return { send: (command) => worker.postMessage(command), end: () => worker.terminate() };
};

let shared: Engine | undefined;

/**
 * The page's one engine; nothing is fetched before its first run is opened. Later calls share it, and their wish is not
 * looked at. Without a wish the engine takes WebGL where a GPU stands behind it, and else the CPU.
 */
export const startEngine = (wish?: Backend): Engine => (shared ??= connect(inWorker, wish));
