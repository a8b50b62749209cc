// The worker: one device, and the server that lends it to the page's runs.
import { createDevice } from './device.ts';
import type { Report } from '../protocol.ts';
import { serve } from './server.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

const onLost = () => {
  scope.postMessage({ is: 'lost', reason: 'the browser took the graphics context away' } satisfies Report);
  scope.close();
};

serve(scope, createDevice(onLost));
