import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseSync, Visitor, type Plugin } from 'vite';

const HERE = resolve(import.meta.dirname, 'replaced');

/** What stands in the place of which module of a library; each file says what it leaves out. */
const REPLACED: Readonly<Record<string, string>> = {
  '@lit/reactive-element/css-tag.js': 'lit/css-tag.js',
  '@lit/reactive-element/decorators/property.js': 'lit/property.js',
  '@lit/context/lib/controllers/context-consumer.js': 'lit/context-consumer.js',
  '@lit/context/lib/controllers/context-provider.js': 'lit/context-provider.js',
};

/** Methods that nothing here calls; a class does not lose them by itself. */
const UNCALLED: Readonly<Record<string, readonly string[]>> = {
  '@lit/reactive-element/reactive-element.js': ['addInitializer', 'removeController'],
};

/** The module without these methods. A method that is not there, or that the module itself uses, is an error. */
export function withoutMethods(code: string, methods: readonly string[]): string {
  const found: { start: number; end: number; name: string }[] = [];
  const used = new Set<string>();
  const visitor = new Visitor({
    MethodDefinition({ key, start, end }) {
      if (key.type === 'Identifier' && methods.includes(key.name)) found.push({ start, end, name: key.name });
    },
    MemberExpression({ object, property }) {
      const own = object.type === 'ThisExpression' || object.type === 'Super';
      if (own && property.type === 'Identifier') used.add(property.name);
    },
    CallExpression({ callee }) {
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') used.add(callee.property.name);
    },
  });
  visitor.visit(parseSync('module.js', code).program);
  for (const method of methods) {
    if (!found.some(({ name }) => name === method)) throw new Error(`there is no method ${method} any more`);
    if (used.has(method)) throw new Error(`the method ${method} is used`);
  }
  return found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), code);
}

const partOf = (paths: object, id: string): string | undefined =>
  Object.keys(paths).find((path) => id.endsWith(`/node_modules/${path}`));

/**
 * Leaves out of libraries what is never used here and cannot be shaken off.
 * `enforce: 'pre'`, or the replacements silently do nothing; a build in which one did nothing fails.
 */
export function slimLibraries(): Plugin {
  const unused = new Set([...Object.keys(REPLACED), ...Object.keys(UNCALLED)]);
  return {
    name: 'slim-libraries',
    enforce: 'pre',
    load(id) {
      const path = partOf(REPLACED, id);
      if (!path) return null;
      unused.delete(path);
      const file = resolve(HERE, REPLACED[path]!);
      this.addWatchFile(file);
      return { code: readFileSync(file, 'utf8'), moduleSideEffects: false };
    },
    transform(code, id) {
      const path = partOf(UNCALLED, id);
      if (!path) return null;
      unused.delete(path);
      return { code: withoutMethods(code, UNCALLED[path]!), map: null };
    },
    buildEnd(error) {
      if (!error && unused.size > 0) this.error(`not part of its library any more: ${[...unused].join(', ')}`);
    },
  };
}
