/* global SwaggerUIBundle */
const KEY = 'Idempotency-Key';

/** A command's key; not by crypto.randomUUID, which a page over plain http does not have. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Every command stands there with a key of its own. Once it was carried out the next one gets another: the same key with another body
 * would be refused.
 */
const freshKeys = {
  statePlugins: {
    spec: {
      wrapActions: {
        setResponse:
          (keep, { specActions, specSelectors }) =>
          (path, method, answer) => {
            const kept = keep(path, method, answer);
            // As the document has it: the viewer knows a parameter by the hash of that.
            const parameter = specSelectors
              .specResolvedSubtree(['paths', path, method])
              .get('parameters')
              ?.find((one) => one.get('name') === KEY);
            if (parameter && answer.status < 300)
              specActions.changeParamByIdentity([path, method], parameter, newKey());
            return kept;
          },
      },
    },
  },
};

/** Puts a key of its own into every command of the document. */
function withKeys(document) {
  for (const operations of Object.values(document.paths))
    for (const operation of Object.values(operations))
      operation.parameters = operation.parameters?.map((parameter) =>
        parameter.name === KEY ? { ...parameter, example: newKey() } : parameter,
      );
  return document;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();

const answer = await fetch('/v1/openapi.json');
SwaggerUIBundle({
  dom_id: '#api',
  spec: withKeys(await answer.json()),
  presets: [SwaggerUIBundle.presets.apis],
  plugins: [freshKeys],
  deepLinking: true,
  tryItOutEnabled: true,
  filter: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // Would send the document to somebody else's server.
  validatorUrl: null,
});
