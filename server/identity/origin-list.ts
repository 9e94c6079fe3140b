/** What is wrong with an entry of a tenant's list of origins; undefined for one that names exactly one origin of a page. */
export function wrongWithOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is no origin like https://intranet.example';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https:// or http://';
  // A URL may hold any of these in its host; no browser sends them as an origin.
  if (!/^(\[[\da-f:]+\]|[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*)$/.test(url.hostname))
    return 'must name one host, without wildcards';
  if (url.origin !== text) return `must be written as browsers send it: ${url.origin}`;
  return undefined;
}
