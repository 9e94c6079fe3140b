import type { GetToken } from '../store/machinery.ts';

/** Fetches an assertion from the page's own backend, with the page's own cookies. It answers with the token alone or `{token}`. */
export const fromTokenUrl =
  (url: string): GetToken =>
  async ({ signal }) => {
    const response = await fetch(new URL(url, document.baseURI), {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { Accept: 'application/json, text/plain' },
      signal,
    });
    if (!response.ok) throw new Error(`the token-url answered with HTTP status ${response.status}`);
    const text = (await response.text()).trim();
    if (!text.startsWith('{')) return text;
    const { token } = JSON.parse(text) as { token?: unknown };
    return typeof token === 'string' ? token : '';
  };
