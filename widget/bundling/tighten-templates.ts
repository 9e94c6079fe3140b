import { parseSync, Visitor, type Plugin } from 'vite';

const KEPT_AS_WRITTEN = /<(pre|textarea)\b[^>]*>[^<]*\n/;

/** A line break with its indentation means one space in HTML, between tags as inside them, wherever text is not kept as it is written. */
export function tightenHtml(template: string): string {
  if (KEPT_AS_WRITTEN.test(template))
    throw new Error('a line break inside <pre> or <textarea> is text: write it on one line');
  return template.replace(/\s*\n\s*/g, ' ');
}

/** Without comments, and without whitespace where it means nothing; what is quoted stays. */
export const tightenCss = (sheet: string): string =>
  sheet
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) =>
      index % 2
        ? part
        : part
            .replace(/\/\*.*?\*\//gs, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/([ :(,-])0\./g, '$1.')
            .replace(/;\}/g, '}'),
    )
    .join('');

const TIGHTEN: Readonly<Record<string, (text: string) => string>> = {
  html: tightenHtml,
  svg: tightenHtml,
  css: tightenCss,
};

const breaksIn = (text: string): number => text.split('\n').length - 1;

/** The module with its templates tightened. What follows a template stays on its line, so that source maps stay true. */
export function tightened(code: string): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const visitor = new Visitor({
    TaggedTemplateExpression({ tag, quasi, end }) {
      const tighten = tag.type === 'Identifier' && Object.hasOwn(TIGHTEN, tag.name) && TIGHTEN[tag.name];
      if (!tighten) return;
      let lost = 0;
      for (const { start, end, value } of quasi.quasis) {
        const text = tighten(value.raw);
        lost += breaksIn(value.raw) - breaksIn(text);
        edits.push({ start, end, text });
      }
      edits.push({ start: end, end, text: '\n'.repeat(lost) });
    },
  });
  visitor.visit(parseSync('module.js', code).program);
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((done, { start, end, text }) => done.slice(0, start) + text + done.slice(end), code);
}

/** Takes the indentation out of the templates of lit: a minifier leaves them alone, as it does not know what they mean. */
export const tightenTemplates = (): Plugin => ({
  name: 'tighten-templates',
  transform: {
    filter: { id: /\/widget\/.*\.ts$/ },
    handler: (code) => ({ code: tightened(code), map: null }),
  },
});
