// The page's end of the engine: starts it when first asked, watches over it, and goes on in another one when it dies.
import type { Backend } from '../../vocabulary/backend.ts';
import type { Plan } from '../../vocabulary/plan.ts';
import type { Command, ReadyReport, Report, RunId } from '../protocol.ts';
import { createPageRun } from './pageRun.ts';
import type { PageRun, Run, RunClient } from './run.ts';

export interface Engine {
  /** Opens a run, paused. The first frame is that of its start. */
  open(plan: Plan): Run;
  /** Ends the engine and every run. */
  end(): void;
}

/** A living engine: a worker, or in tests what stands for one. */
interface EngineWorker {
  send(command: Command): void;
  /** Ends it at once, with all it holds. */
  end(): void;
}

/** Brings an engine to life. It calls `onReport` with each report, and `onDeath` with a clause if it sees the engine die; both only later. */
export type StartWorker = (onReport: (report: Report) => void, onDeath: (reason: string) => void) => EngineWorker;

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

/** An engine's client. The engine starts when the first run is opened. */
export function connect(startWorker: StartWorker, wish?: Backend, patience: Patience = usual): Engine {
  const runs = new Map<RunId, PageRun>();
  let opened = 0;
  let worker: EngineWorker | undefined;
  let info: ReadyReport | undefined;
  /** Commands for an engine that does not listen yet; undefined once it does. */
  let unsent: Command[] | undefined;
  let deaths: number[] = [];
  let silence = 0;
  let watch: ReturnType<typeof setInterval> | undefined;

  const client: RunClient = {
    get info() {
      return info;
    },
    send(command) {
      if (unsent) unsent.push(command);
      else worker?.send(command);
    },
    reopen(run) {
      if (!worker) deaths = [];
      open(run);
    },
    forget(run) {
      runs.delete(run);
      if (runs.size === 0) stopWatch();
    },
  };

  const living = () => [...runs.values()].filter((run) => run.state !== 'failed');

  function open(run: PageRun): void {
    if (!worker) return start();
    watch ??= setInterval(checkSilence, patience.tick);
    run.reopen();
  }

  function start(): void {
    unsent = [{ do: 'start', ...(wish && { wish }) }];
    silence = 0;
    watch ??= setInterval(checkSilence, patience.tick);
    // A report or death of an engine that has been given up must not touch its successor.
    const started: EngineWorker = startWorker(
      (report) => worker === started && receive(report),
      (reason) => worker === started && startAgain(reason),
    );
    worker = started;
    for (const run of living()) run.reopen();
  }

  function stopWatch(): void {
    clearInterval(watch);
    watch = undefined;
  }

  function stop(): void {
    worker?.end();
    worker = info = unsent = undefined;
    stopWatch();
  }

  function receive(report: Report): void {
    silence = 0;
    switch (report.is) {
      case 'up': {
        // An engine may say so only once; what it says again finds nothing to send.
        const waiting = unsent ?? [];
        unsent = undefined;
        for (const command of waiting) worker?.send(command);
        return;
      }
      case 'ready':
        info = report;
        return runs.forEach((run) => run.notify());
      case 'lost':
        return startAgain(report.reason);
      default:
        if (report.run !== undefined) return runs.get(report.run)?.receive(report);
        if (report.is === 'failed') giveUp(report.reason);
    }
  }

  function checkSilence(): void {
    const all = living();
    if (info && !all.some(({ waiting }) => waiting)) silence = 0;
    else silence += 1;
    const starting = !info || all.some(({ state }) => state === 'starting');
    if (silence > (starting ? patience.starting : patience.training)) startAgain('it did not answer any more');
  }

  function startAgain(reason: string): void {
    const now = performance.now();
    deaths = [...deaths.filter((then) => now - then < MINUTE), now];
    stop();
    if (deaths.length >= MOST_DEATHS)
      giveUp(`The training engine stopped ${MOST_DEATHS} times within a minute, the last time because ${reason}.`);
    else if (living().length > 0) start();
  }

  function giveUp(reason: string): void {
    stop();
    for (const run of living()) run.fail(reason);
  }

  return {
    open(plan) {
      opened += 1;
      const id = `run ${opened}`;
      const run = createPageRun(id, plan, client);
      runs.set(id, run);
      open(run);
      return run;
    },
    end() {
      for (const run of runs.values()) run.close();
      stop();
    },
  };
}

const inWorker: StartWorker = (onReport, onDeath) => {
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Report>) => onReport(data);
  worker.onmessageerror = () => onDeath('one of its messages could not be read');
  worker.onerror = (event) => {
    // The reader is told in the figure; the console is not the place.
    event.preventDefault();
    onDeath(event.message ? `of a fault in it (${event.message})` : 'its code could not be loaded');
  };
  return { send: (command) => worker.postMessage(command), end: () => worker.terminate() };
};

let shared: Engine | undefined;

/**
 * The page's one engine; nothing is fetched before its first run is opened. Later calls share it, and their wish is not
 * looked at. Without a wish the engine takes WebGL where a GPU stands behind it, and else the CPU.
 */
export const startEngine = (wish?: Backend): Engine => (shared ??= connect(inWorker, wish));
