// Whether the page's script has taken a figure over: before that nothing in it can be moved.
import { useEffect, useState } from 'preact/hooks';

export function useReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready;
}
