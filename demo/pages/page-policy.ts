/**
 * The Content-Security-Policy of a strict intranet page: what the portal is promised to work under, and the page's own images.
 *
 * @param server the origin that the script tag points to
 */
export function pagePolicy(server: string): string {
  const live = server.replace(/^http/, 'ws');
  return [
    `default-src 'none'`,
    `script-src ${server}`,
    `connect-src 'self' ${server} ${live}`,
    `img-src 'self' ${server} blob:`,
    `style-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html vitrine`,
  ].join('; ');
}
