// The engine's end of the wire: all runs of a page, in turn, on one device.
import { sentence, type Device } from './device.ts';
import { createBreath, createPace, trainingOwed } from './pace.ts';
import { checkedExperiment, checkedPlan } from './checking.ts';
import type { Command, Report, RunId } from '../protocol.ts';
import { createWorkerRun, type WorkerRun } from './workerRun.ts';

/** A worker's own scope, or a MessagePort. */
export interface ServerPort {
  postMessage(report: Report, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<Command>) => void) | null;
}

export interface Server {
  /** Ends every run and frees what they hold, when the round that is under way is over. */
  end(): Promise<void>;
}

/** Milliseconds to wait where no run may take a step yet. */
const REST = 4;

type Told<Deed extends Command['do']> = Extract<Command, { do: Deed }>;

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST));

/**
 * Serves one page. Commands are carried out in order, between rounds; in a round every playing run does the same number of
 * steps, or fewer where it may go no faster. A frame is sent only where the page has asked for one. Nothing that comes over the wire makes it throw.
 */
export function serve(port: ServerPort, device: Device): Server {
  const runs = new Map<RunId, WorkerRun>();
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

  function fail(id: RunId, fault: unknown): void {
    runs.get(id)?.dispose();
    runs.delete(id);
    post({ is: 'failed', run: id, reason: sentence(fault) });
  }

  /** Does something with a run that may end it. */
  async function attempt<T>(id: RunId, deed: () => T): Promise<Awaited<T> | undefined> {
    try {
      return await deed();
    } catch (fault) {
      fail(id, fault);
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

  function open({ run: id, plan, from }: Told<'open'>): void {
    if (runs.has(id)) return post({ is: 'refused', run: id, reason: `The run "${id}" is open already.` });
    try {
      const checked = checkedPlan(plan);
      const resumption = from?.experiment ? { ...from, experiment: checkedExperiment(from.experiment) } : from;
      const training = device.startRun(checked);
      try {
        runs.set(id, createWorkerRun(id, training, resumption, checked.stepsPerSecond));
      } catch (fault) {
        training.dispose();
        throw fault;
      }
      post({ is: 'opened', run: id });
    } catch (fault) {
      fail(id, fault);
    }
  }

  async function carryOut(command: Command): Promise<void> {
    if (typeof command?.do !== 'string') throw new Error('What came is no command.');
    if (command.do === 'start') return start(command);
    if (!started)
      return post({ is: 'refused', reason: `The engine has not started: it cannot ${command.do} anything.` });
    if (command.do === 'open') return open(command);
    const { run: id } = command;
    const run = runs.get(id);
    if (!run) return post({ is: 'refused', run: id, reason: `No run "${id}" is open.` });
    switch (command.do) {
      case 'play':
        return run.play();
      case 'pause':
        return run.pause();
      case 'draw':
        return run.ask();
      case 'step':
        return attempt(id, () => run.step(command.move));
      case 'change':
        return run.change(command.experiment);
      case 'reset':
        return attempt(id, () => {
          run.reset(command.experiment);
          post({ is: 'opened', run: id });
        });
      case 'close':
        run.dispose();
        runs.delete(id);
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

  /** Sends the frames that are due. How many there were. */
  async function deliver(): Promise<number> {
    const due = [...runs].filter(([, run]) => run.due);
    await Promise.all(
      due.map(async ([id, run]) => {
        const parcels = await attempt(id, () => run.deliver());
        for (const { report, transfer } of parcels ?? []) post(report, transfer);
      }),
    );
    return due.length;
  }

  const training = () => [...runs].filter(([, run]) => run.training);

  /** Returns the most steps that a run has done in it. */
  async function round(): Promise<number> {
    const { steps } = pace;
    let most = 0;
    for (const [id, run] of training()) most = Math.max(most, (await attempt(id, () => run.train(steps))) ?? steps);
    await device.settle();
    return most;
  }

  const timed = async <T>(deed: () => Promise<T>): Promise<[milliseconds: number, result: T]> => {
    const begun = performance.now();
    const result = await deed();
    return [performance.now() - begun, result];
  };

  async function work(): Promise<void> {
    // How long must be trained for the last frames, and how long has been.
    let [owed, trained] = [0, 0];
    while (!ended) {
      for (let next = inbox.shift(); next !== undefined; next = inbox.shift()) await obey(next);
      if (trained >= owed || training().length === 0) {
        const [took, frames] = await timed(deliver);
        owed = frames > 0 ? trainingOwed(took) : 0;
        trained = 0;
      }
      if (training().length > 0) {
        const [took, steps] = await timed(round);
        if (steps > 0) pace.took(took, steps);
        // Every run has gone as fast as it may: the processor is for others.
        const [waited] = await timed(() => (steps > 0 ? breath.take() : rest()));
        trained += took + waited;
      } else if (inbox.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
    }
    for (const run of runs.values()) run.dispose();
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
