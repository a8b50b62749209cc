// The few shapes of the Markdown tree that this folder reads and writes, and a walk over them.

interface Point {
  readonly line: number;
  readonly column: number;
  /** Counted in characters from the start of the file; nodes that a plugin has made have none. */
  readonly offset?: number | undefined;
}

interface Position {
  readonly start: Point;
  readonly end: Point;
}

/** What the parser makes of the JavaScript between braces. */
export interface Program {
  readonly body: readonly { readonly type: string; readonly expression?: Script }[];
}

/** A piece of JavaScript, as far as this site reads it. */
export interface Script {
  readonly type: string;
  readonly value?: unknown;
  readonly operator?: string;
  readonly argument?: Script;
  readonly expressions?: readonly Script[];
}

/** JavaScript in a place where it stands for one value. */
interface Computed {
  readonly type: string;
  readonly value: string;
  readonly data?: { readonly estree?: Program | null };
}

interface JsxAttribute {
  /** `mdxJsxExpressionAttribute` is `{...spread}`: it has no name. */
  type: 'mdxJsxAttribute' | 'mdxJsxExpressionAttribute';
  name: string;
  /** A string, null for a bare attribute, or an expression `{…}`. */
  value: string | null | Computed;
}

export interface Node {
  type: string;
  value?: string;
  name?: string | null;
  attributes?: JsxAttribute[];
  children?: Node[];
  position?: Position | undefined;
  data?: { readonly estree?: Program | null };
}

/** Visits `node` and all below it in reading order. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

/** The first line of a node; 1 for a node that a plugin has made, since it stands nowhere. */
export const lineOf = (node: Node): number => node.position?.start.line ?? 1;

/** True for any tag in MDX, in a paragraph or as a block. */
export const isTag = (node: Node): boolean => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** True for `<Name …>`. */
export const isElement = (node: Node, name: string): boolean => isTag(node) && node.name === name;

/** The text of a node as it stands in its file; '' for a node that a plugin has made. */
export const sourceOf = (node: Node, text: string): string =>
  text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** An attribute written as a string; '' for a bare one; undefined where it is missing or computed. */
export function attribute(node: Node, name: string): string | undefined {
  const found = node.attributes?.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  if (found === undefined) return undefined;
  if (found.value === null) return '';
  return typeof found.value === 'string' ? found.value : undefined;
}

/** Takes an attribute away. */
export function removeAttribute(node: Node, name: string): void {
  node.attributes = node.attributes?.filter((one) => one.name !== name) ?? [];
}

/** Sets or replaces a string attribute. */
export function setAttribute(node: Node, name: string, value: string): void {
  removeAttribute(node, name);
  node.attributes = [...(node.attributes ?? []), { type: 'mdxJsxAttribute', name, value }];
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
