// A real wire between a test and a server that trains on the CPU.
import { createDevice, type Device } from '../../src/engine/worker/device.ts';
import type { Measurement } from '../../src/vocabulary/frame.ts';
import type { Command, FrameReport, Report } from '../../src/engine/protocol.ts';
import { serve, type Server } from '../../src/engine/worker/server.ts';

export interface Wire {
  readonly reports: readonly Report[];
  send(...commands: Command[]): void;
  /** The first report that fits, of those that have come and those that will. A report is handed out once. */
  next<R extends Report>(fits: (report: Report) => report is R): Promise<R>;
  end(): Promise<void>;
}

export function wire(device: Device = createDevice(() => undefined)): Wire {
  const { port1, port2 } = new MessageChannel();
  const reports: Report[] = [];
  const unread: Report[] = [];
  let readers: (() => boolean)[] = [];
  port1.onmessage = ({ data }: MessageEvent<Report>) => {
    reports.push(data);
    unread.push(data);
    readers = readers.filter((read) => !read());
  };
  const server: Server = serve(port2, device);
  return {
    reports,
    send: (...commands) => commands.forEach((command) => port1.postMessage(command)),
    next: (fits) =>
      new Promise((resolve) => {
        const read = () => {
          const found = unread.find(fits);
          if (!found) return false;
          unread.splice(unread.indexOf(found), 1);
          resolve(found);
          return true;
        };
        if (!read()) readers.push(read);
      }),
    async end() {
      await server.end();
      port1.close();
    },
  };
}

/** A wire whose engine has started on the CPU. */
export async function startedWire(device?: Device): Promise<Wire> {
  const made = wire(device);
  made.send({ do: 'start', wish: 'cpu' });
  await made.next(is('ready'));
  return made;
}

type Named<K extends Report['is']> = Extract<Report, { is: K }>;

/** Fits reports of a kind, and of a run where one is given. */
export const is =
  <K extends Report['is']>(kind: K, run?: string) =>
  (report: Report): report is Named<K> =>
    report.is === kind && (run === undefined || ('run' in report && report.run === run));

/** Asks for a frame and waits for it. */
export function draw(wire: Wire, run: string): Promise<FrameReport> {
  wire.send({ do: 'draw', run });
  return wire.next(is('frame', run));
}

/** Draws until the run pauses by itself. */
export async function drawToEnd(wire: Wire, run: string): Promise<FrameReport[]> {
  const frames: FrameReport[] = [];
  do frames.push(await draw(wire, run));
  while (frames.at(-1)?.activity !== 'finished');
  return frames;
}

/** Lets the server do what it can for a while. */
export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The steps whose losses some frames hold, in their order. */
export const losses = (frames: readonly FrameReport[]): number[] => frames.flatMap(({ frame }) => frame.losses.step);
export const measurements = (frames: readonly FrameReport[]): Measurement[] =>
  frames.flatMap(({ frame }) => frame.measurements);
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
