// JavaScript in an article: comments, and plain values of attributes. Anything else would break the page, or print something else in silence.
import type { Fault } from '../maths/fault.ts';
import { isTag, lineOf, sourceOf, walk, type Node, type Program, type Script } from '../maths/tree.ts';
import { inBraces } from './syntaxComplaints.ts';

const isValue = (script: Script | undefined): boolean =>
  script?.type === 'Literal' ||
  (script?.type === 'TemplateLiteral' && script.expressions?.length === 0) ||
  (script?.type === 'UnaryExpression' && script.operator === '-' && isValue(script.argument));

const only = (program: Program | null | undefined): Script | undefined =>
  program?.body.length === 1 ? program.body[0]?.expression : undefined;

const isText = (script: Script | undefined) => script?.type === 'Literal' && typeof script.value === 'string';

/** A fault for each `{…}` in the text that is no comment, for each computed attribute, each import and export. */
export function braceFaults(tree: Node, text: string, file: string): Fault[] {
  const faults: Fault[] = [];
  const tell = (node: Node, found: string, hint: string) =>
    faults.push({ file, line: lineOf(node), message: `found ${found}`, hint });
  walk(tree, (node) => {
    const source = sourceOf(node, text).replace(/\s+/g, ' ');
    if (node.type === 'mdxjsEsm') tell(node, `"${source}", a program`, 'Allowed: text. Components need no import.');
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      const program = node.data?.estree;
      const isComment = program?.body.length === 0;
      if (!isComment && !isText(only(program))) tell(node, `${source}, which is read as a program`, inBraces);
    }
    if (!isTag(node)) return;
    for (const { type, name, value } of node.attributes ?? []) {
      // Only <> has no name, and no attributes.
      const tag = node.name ?? '';
      const hint = `Allowed on <${tag}>: attributes as name="text", name={5} or name alone.`;
      if (type === 'mdxJsxExpressionAttribute') tell(node, `{...} on <${tag}>`, hint);
      else if (typeof value === 'object' && value !== null && !isValue(only(value.data?.estree)))
        tell(node, `${name}={${value.value}} on <${tag}>`, hint);
    }
  });
  return faults;
}
