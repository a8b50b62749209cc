// Fills the search dialog: fetches Pagefind's index on first use, shows what is found as the reader types.

interface Excerpt {
  url: string;
  /** HTML made by Pagefind from the built page: text with <mark> around what was found. */
  excerpt: string;
  meta: Record<string, string>;
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  /** Null where a later call has overtaken this one. */
  debouncedSearch(
    query: string,
    options: Record<string, never>,
    wait: number,
  ): Promise<{ results: { data(): Promise<Excerpt> }[] } | null>;
}

const most = 8;
const prepared = new WeakSet<HTMLDialogElement>();

async function load(base: string): Promise<Pagefind> {
  const address = `${base}pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  return pagefind;
}

function entry({ url, excerpt, meta }: Excerpt): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const title = document.createElement('span');
  const text = document.createElement('span');
  link.href = url;
  title.className = 'search-title';
  // A page without a heading is called by its address.
  title.textContent = meta['title'] ?? url;
  text.className = 'search-excerpt';
  text.innerHTML = excerpt;
  link.append(title, text);
  item.append(link);
  return item;
}

/** Makes the dialog search; the second call and those after it do nothing. Its words and the base path are data attributes. */
export function prepareSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input');
  const status = dialog.querySelector('.search-status');
  const list = dialog.querySelector('.search-results');
  if (prepared.has(dialog) || !input || !status || !list) return;
  prepared.add(dialog);

  // Search.astro writes them all. An import would make this script, which stands in every page, a request of its own.
  const words = dialog.dataset as Record<'base' | 'searching' | 'none' | 'found' | 'unavailable', string>;
  const index = load(words.base);

  async function search(query: string, { status, list }: { status: Element; list: Element }): Promise<void> {
    if (query === '') {
      status.textContent = '';
      list.replaceChildren();
      return;
    }
    status.textContent = words.searching;
    const found = await (await index).debouncedSearch(query, {}, 120);
    if (found === null) return;
    const excerpts = await Promise.all(found.results.slice(0, most).map((result) => result.data()));
    if (input?.value.trim() !== query) return;
    status.textContent = excerpts.length === 0 ? words.none : `${words.found} ${found.results.length}`;
    list.replaceChildren(...excerpts.map(entry));
  }

  const update = () => {
    search(input.value.trim(), { status, list }).catch(() => {
      status.textContent = words.unavailable;
    });
  };
  input.addEventListener('input', update);
  // Enter follows the first result instead of closing the dialog.
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  // A link to a place on this very page loads nothing: the dialog must give way.
  list.addEventListener('click', () => dialog.close());
  update();
}
