// The engine's end of the wire: all runs of a page, in turn, on one device.
import { sentence, type Device } from './device.ts';
import { createBreath, createPace } from './pace.ts';
import { checkedExperiment, checkedPlan } from './checking.ts';
import type { Command, Report, RunId } from '../protocol.ts';
import { serveRun, type ServedRun } from './workerRun.ts';

/** A worker's own scope, or a MessagePort. */
export interface ServerPort {
  postMessage(report: Report, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<Command>) => void) | null;
}

export interface Server {
  /** Ends every run and frees what they hold, when the round that is under way is over. */
  end(): Promise<void>;
}

/** How much longer a run trains than its frame took before it gives another: where frames are dear, they take a third of the time. */
const SHARE = 2;
/** Milliseconds that a frame is put off at most in favour of training. */
const LONGEST_WAIT = 100;

type Told<Deed extends Command['do']> = Extract<Command, { do: Deed }>;

/**
 * Serves one page. Commands are carried out in order, between rounds; in a round every playing run does the same number of
 * steps. A frame is sent only where the page has asked for one. Nothing that comes over the wire makes it throw.
 */
export function serve(port: ServerPort, device: Device): Server {
  const runs = new Map<RunId, ServedRun>();
  const inbox: Command[] = [];
  const pace = createPace();
  const breath = createBreath();
  let started = false;
  let ended = false;
  let wake: (() => void) | undefined;

  const post = (report: Report, transfer: Transferable[] = []) => {
    // What a lost context gives are zeros that look like numbers; the page is told of the loss by the worker.
    if (!device.isLost()) port.postMessage(report, transfer);
  };

  port.onmessage = ({ data }) => {
    inbox.push(data);
    wake?.();
  };

  function fail(run: RunId, fault: unknown): void {
    runs.get(run)?.dispose();
    runs.delete(run);
    post({ is: 'failed', run, reason: sentence(fault) });
  }

  /** Does something with a run that may end it. */
  async function attempt<T>(run: RunId, deed: () => T): Promise<Awaited<T> | undefined> {
    try {
      return await deed();
    } catch (fault) {
      fail(run, fault);
      return undefined;
    }
  }

  async function start({ wish }: Told<'start'>): Promise<void> {
    if (started) return post({ is: 'refused', reason: 'The engine has started already.' });
    try {
      post(await device.start(wish));
      started = true;
    } catch (fault) {
      post({ is: 'failed', reason: `No backend can be had here: ${sentence(fault)}` });
    }
  }

  function open({ run, plan, from }: Told<'open'>): void {
    if (runs.has(run)) return post({ is: 'refused', run, reason: `The run "${run}" is open already.` });
    try {
      const checked = checkedPlan(plan);
      const resumption = from?.experiment ? { ...from, experiment: checkedExperiment(from.experiment) } : from;
      const course = device.course(checked);
      try {
        runs.set(run, serveRun(run, course, resumption));
      } catch (fault) {
        course.dispose();
        throw fault;
      }
      post({ is: 'opened', run });
    } catch (fault) {
      fail(run, fault);
    }
  }

  async function carryOut(command: Command): Promise<void> {
    if (typeof command?.do !== 'string') throw new Error('What came is no command.');
    if (command.do === 'start') return start(command);
    if (!started)
      return post({ is: 'refused', reason: `The engine has not started: it cannot ${command.do} anything.` });
    if (command.do === 'open') return open(command);
    const { run } = command;
    const served = runs.get(run);
    if (!served) return post({ is: 'refused', run, reason: `No run "${run}" is open.` });
    switch (command.do) {
      case 'play':
        return served.play();
      case 'pause':
        return served.pause();
      case 'draw':
        return served.ask();
      case 'step':
        return attempt(run, () => served.step(command.player));
      case 'change':
        return served.change(command.experiment);
      case 'reset':
        return attempt(run, () => {
          served.reset(command.experiment);
          post({ is: 'opened', run });
        });
      case 'close':
        served.dispose();
        runs.delete(run);
        return;
      default:
        throw new Error(`The engine knows no command ${JSON.stringify(command satisfies never)}.`);
    }
  }

  async function obey(command: Command): Promise<void> {
    try {
      await carryOut(command);
    } catch (fault) {
      const { run } = Object(command) as { run?: RunId };
      post({ is: 'refused', ...(run !== undefined && { run }), reason: sentence(fault) });
    }
  }

  async function deliver(): Promise<void> {
    const due = [...runs].filter(([, served]) => served.due);
    await Promise.all(
      due.map(async ([run, served]) => {
        const parcels = await attempt(run, () => served.deliver());
        for (const { report, transfer } of parcels ?? []) post(report, transfer);
      }),
    );
  }

  const training = () => [...runs].filter(([, served]) => served.training);

  async function round(): Promise<void> {
    const { steps } = pace;
    for (const [run, served] of training()) await attempt(run, () => served.train(steps));
    await device.settle();
  }

  const timed = async (deed: () => Promise<void>): Promise<number> => {
    const begun = performance.now();
    await deed();
    return performance.now() - begun;
  };

  async function work(): Promise<void> {
    // How long must be trained for the last frames, and how long has been.
    let [owed, trained] = [0, 0];
    while (!ended) {
      for (let next = inbox.shift(); next !== undefined; next = inbox.shift()) await obey(next);
      if (trained >= owed || training().length === 0) {
        owed = Math.min(SHARE * (await timed(deliver)), LONGEST_WAIT);
        trained = 0;
      }
      if (training().length > 0) {
        const took = await timed(round);
        pace.took(took);
        trained += took;
        await breath.take();
      } else if (inbox.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
    }
    for (const served of runs.values()) served.dispose();
    runs.clear();
    breath.end();
  }

  const working = work();
  post({ is: 'up' });
  return {
    end() {
      ended = true;
      wake?.();
      return working;
    },
  };
}
