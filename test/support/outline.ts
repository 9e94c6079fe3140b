import type { CDPSession } from 'playwright-core';

/** What a screen reader's user moves by, or is told. */
const KEPT = new Set(
  (
    'main article region navigation banner contentinfo complementary dialog form heading list table group radiogroup status alert ' +
    'image progressbar button link textbox searchbox spinbutton combobox radio checkbox switch slider DisclosureTriangle'
  ).split(' '),
);
const TOLD = new Set(['status', 'alert']);
const COUNTED: Readonly<Record<string, string>> = { list: 'listitem', table: 'row' };
const STATES = new Set(['level', 'checked', 'pressed', 'invalid', 'disabled', 'expanded']);
/** What everything is unless it says so. */
const UNSAID = new Set(['false', 'false,false']);

const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const TIME = new RegExp(`((Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(\\d+ (${MONTH})( \\d{4})?,? )?\\d+:\\d\\d(:\\d\\d)?`, 'g');

/** Nothing that another minute, or another ticket before it, would change. */
const masked = (text: string): string =>
  text
    .replace(/https?:\/\/[^\s)]+/g, '⟨address⟩')
    .replace(TIME, '⟨time⟩')
    .replace(/⟨time⟩\s?–\s?⟨time⟩/g, '⟨time⟩')
    .replace(/\d+/g, '0')
    .replace(/\s+/g, ' ')
    .trim();

interface Value {
  readonly value?: unknown;
}

/** A node of the browser's accessibility tree. */
interface Node {
  readonly nodeId: string;
  readonly role?: Value;
  readonly name?: Value;
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/**
 * Landmarks, headings, controls and what is told, by role and name, numbers masked: a page as one hears it, one line each.
 *
 * @param from the role of what it begins with
 */
export async function outlineOf(session: CDPSession, from: string): Promise<string> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly Node[] };
  const tree = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes.find((node) => roleOf(node) === from);
  return root ? linesOf(root, tree, '').join('\n') : `no ${from}`;
}

const roleOf = ({ role }: Node): string => String(role?.value ?? '');
const nameOf = ({ name }: Node): string => masked(String(name?.value ?? ''));

function linesOf(node: Node, tree: ReadonlyMap<string, Node>, indent: string): string[] {
  const role = roleOf(node);
  const inner = (node.childIds ?? []).flatMap((id) => tree.get(id) ?? []);
  const below = (deeper: string): string[] => inner.flatMap((each) => linesOf(each, tree, deeper));
  if (!KEPT.has(role)) return below(indent);
  const told = TOLD.has(role) ? masked(textIn(node, tree)) : '';
  // A status that says nothing yet is not heard.
  if (TOLD.has(role) && !told) return below(indent);
  const states = (node.properties ?? [])
    .filter(({ name, value }) => STATES.has(name) && !UNSAID.has(String(value.value)))
    .map(({ name, value }) =>
      value.value === true || value.value === 'true' ? name : `${name} ${String(value.value)}`,
    );
  const counted = COUNTED[role];
  const line = [
    role,
    nameOf(node) && `"${nameOf(node)}"`,
    states.length > 0 && `[${states.join(', ')}]`,
    counted && `of ${countOf(counted, node, tree)}`,
    told && `says ${told}`,
  ];
  return [indent + line.filter(Boolean).join(' '), ...below(`${indent}  `)];
}

/** All text in it that is not a control's. */
function textIn(node: Node, tree: ReadonlyMap<string, Node>): string {
  if (roleOf(node) === 'StaticText') return String(node.name?.value ?? '');
  return (node.childIds ?? [])
    .flatMap((id) => tree.get(id) ?? [])
    .filter((each) => !KEPT.has(roleOf(each)))
    .map((each) => textIn(each, tree))
    .filter(Boolean)
    .join(' ');
}

const countOf = (role: string, node: Node, tree: ReadonlyMap<string, Node>): number =>
  (node.childIds ?? [])
    .flatMap((id) => tree.get(id) ?? [])
    .reduce((sum, each) => sum + (roleOf(each) === role ? 1 : countOf(role, each, tree)), 0);
