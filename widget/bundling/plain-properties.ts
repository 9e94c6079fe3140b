import { parseSync, Visitor, type Plugin } from 'vite';

/** The module with `@property(…)` on a field said after its class: what a compiler makes of a decorator is three times as long. */
export function plainProperties(code: string): string {
  const edits: { at: number; end: number; text: string }[] = [];
  const visitor = new Visitor({
    ClassDeclaration({ id, body, end }) {
      const said = body.body.flatMap((member) => {
        if (member.type !== 'PropertyDefinition' || member.key.type !== 'Identifier') return [];
        const [decorator] = member.decorators ?? [];
        const call = decorator?.expression;
        if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'property')
          return [];
        edits.push({ at: decorator!.start, end: decorator!.end, text: '' });
        const [options] = call.arguments;
        const given = options ? `, ${code.slice(options.start, options.end)}` : '';
        return [`${id!.name}.createProperty('${member.key.name}'${given});`];
      });
      // On the same line, so that source maps stay true.
      if (said.length > 0) edits.push({ at: end, end, text: ` ${said.join(' ')}` });
    },
  });
  visitor.visit(parseSync('module.ts', code).program);
  edits.sort((a, b) => b.at - a.at);
  return edits.reduce((done, { at, end, text }) => done.slice(0, at) + text + done.slice(end), code);
}

export const sayPropertiesPlainly = (): Plugin => ({
  name: 'say-properties-plainly',
  enforce: 'pre',
  transform: {
    filter: { id: /\/widget\/.*\.ts$/, code: '@property(' },
    handler: (code) => ({ code: plainProperties(code), map: null }),
  },
});
