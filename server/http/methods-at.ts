interface RouterEntry {
  readonly method: string;
  readonly path: string;
}

/** The methods that routes are registered for at this path; middleware is no route. */
export function methodsAt(routes: readonly RouterEntry[], path: string): readonly string[] {
  const segments = path.split('/');
  const methods = routes
    .filter((route) => route.method !== 'ALL' && matches(route.path.split('/'), segments))
    .map((route) => route.method);
  return [...new Set(methods)].toSorted();
}

const matches = (pattern: readonly string[], segments: readonly string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((part, index) => part === segments[index] || (part.startsWith(':') && segments[index] !== ''));
