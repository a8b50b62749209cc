// Engines that a test can kill: the real client and the real server, with a port between them instead of a worker.
import { connect, type Engine, type Patience, type StartWorker } from '../../src/engine/page/client.ts';
import { createDevice } from '../../src/engine/worker/device.ts';
import type { Command, FrameReport, Report } from '../../src/engine/protocol.ts';
import type { Run } from '../../src/engine/page/run.ts';
import { serve } from '../../src/engine/worker/server.ts';

/** What stands for a worker, and the ways in which it may die. */
interface KillableWorker {
  readonly told: Command[];
  readonly heard: Report[];
  /** Called when a report has come, just before the client hears it. */
  overhear(report: Report): void;
  /** What a worker's error event brings about. */
  die(): void;
  /** What a lost graphics context brings about. */
  lose(): void;
  /** It hangs: whatever it says, nobody hears it. */
  freeze(): void;
  readonly ended: Promise<void>;
}

export interface KillableClient {
  readonly engine: Engine;
  /** All that were started, in their order. */
  readonly workers: KillableWorker[];
  /** Ends the client and waits until all its engines have freed what they held. */
  end(): Promise<void>;
}

export function clientOfKillable(patience?: Patience, stillborn = false): KillableClient {
  const workers: KillableWorker[] = [];
  const startWorker: StartWorker = (onReport, onDeath) => {
    const { port1, port2 } = new MessageChannel();
    let frozen = false;
    const told: Command[] = [];
    const heard: Report[] = [];
    const server = serve(
      port2,
      createDevice(() => undefined),
    );
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = () =>
        void server.end().then(() => {
          port1.close();
          resolve();
        });
    });
    port1.onmessage = ({ data }: MessageEvent<Report>) => {
      if (frozen) return;
      heard.push(data);
      worker.overhear(data);
      onReport(data);
    };
    const worker: KillableWorker = {
      told,
      heard,
      overhear: () => undefined,
      die: () => onDeath('of a fault in it'),
      lose: () => onReport({ is: 'lost', reason: 'the context went away' }),
      freeze: () => (frozen = true),
      ended,
    };
    workers.push(worker);
    if (stillborn) queueMicrotask(() => onDeath('its code could not be loaded'));
    return {
      send(command) {
        told.push(command);
        port1.postMessage(command);
      },
      end,
    };
  };
  const engine = connect(startWorker, 'cpu', patience);
  return {
    engine,
    workers,
    async end() {
      engine.end();
      await Promise.all(workers.map(({ ended }) => ended));
    },
  };
}

export interface Follower {
  readonly frames: FrameReport[];
  /** Settles when the loop has ended. */
  readonly loop: Promise<void>;
  /** The first frame from now on that fits. */
  until: (fits: (report: FrameReport) => boolean) => Promise<FrameReport>;
}

/** Reads the frames of a run as an island does, with a little while for each. */
export function follow(run: Run): Follower {
  const frames: FrameReport[] = [];
  let readers: ((report: FrameReport) => boolean)[] = [];
  const loop = (async () => {
    for await (const report of run.frames()) {
      frames.push(report);
      readers = readers.filter((read) => !read(report));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  return {
    frames,
    loop,
    until: (fits) =>
      new Promise((resolve) => {
        readers.push((report) => {
          if (fits(report)) resolve(report);
          return fits(report);
        });
      }),
  };
}

export const finished = ({ activity }: FrameReport): boolean => activity === 'finished';

/** Resolves when the run is in that state. */
export const become = (run: Run, state: Run['state']): Promise<void> =>
  new Promise((resolve) => {
    const look = () => run.state === state && resolve();
    run.watch(look);
    look();
  });
