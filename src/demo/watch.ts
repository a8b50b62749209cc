// What a figure must know of the page around it: whether it can be seen, and when it must be drawn anew.

/** Calls back when the figure comes into sight or goes out of it: scrolled away, or in a hidden tab. */
export function watchSight(element: HTMLElement | null, callback: (visible: boolean) => void): () => void {
  if (!element) return () => undefined;
  let near = true;
  let told = true;
  const tell = () => {
    const visible = near && document.visibilityState === 'visible';
    if (visible !== told) callback(visible);
    told = visible;
  };
  const observer = new IntersectionObserver((entries) => {
    near = entries.at(-1)?.isIntersecting ?? near;
    tell();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', tell);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', tell);
  };
}

/** Calls back when the figure's size or the page's theme has changed. */
export function watchLook(element: HTMLElement | null, callback: () => void): () => void {
  if (!element) return () => undefined;
  const size = new ResizeObserver(callback);
  size.observe(element);
  const chosen = new MutationObserver(callback);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', callback);
  return () => {
    size.disconnect();
    chosen.disconnect();
    system.removeEventListener('change', callback);
  };
}
