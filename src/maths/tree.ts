// The few shapes of the Markdown tree that this folder reads and writes, and a walk over them.

export interface Position {
  readonly start: { readonly line: number; readonly column: number };
}

export interface JsxAttribute {
  type: 'mdxJsxAttribute';
  name: string;
  /** A string, null for a bare attribute, or an expression `{…}`. */
  value: string | null | { readonly type: string; readonly value: string };
}

export interface Node {
  type: string;
  value?: string;
  name?: string | null;
  attributes?: JsxAttribute[];
  children?: Node[];
  position?: Position | undefined;
}

/** Visits `node` and all below it in reading order. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

/** The first line of a node, 1 where the tree does not say. */
export const lineOf = (node: Node): number => node.position?.start.line ?? 1;

/** True for `<Name …>` in MDX, in a paragraph or as a block. */
export const isElement = (node: Node, name: string): boolean =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === name;

/** An attribute written as a string; '' for a bare one; undefined where it is missing or computed. */
export function attribute(node: Node, name: string): string | undefined {
  const found = node.attributes?.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  if (found === undefined) return undefined;
  if (found.value === null) return '';
  return typeof found.value === 'string' ? found.value : undefined;
}

/** Sets or replaces a string attribute. */
export function setAttribute(node: Node, name: string, value: string): void {
  const kept = (node.attributes ?? []).filter((one) => one.name !== name);
  node.attributes = [...kept, { type: 'mdxJsxAttribute', name, value }];
}

/** A new element, as MDX would have parsed it. `flow` is a block, otherwise it stands in a line of text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: Node[],
  flow: boolean,
): Node {
  return {
    type: flow ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children,
  };
}

/** Ready HTML: Astro's own `set:html`. */
export const rawHtml = (html: string, flow: boolean): Node => element('Fragment', { 'set:html': html }, [], flow);
