// Without one-time requests and without older forms of call: who asks here follows the value for as long as he is in the page.

export class ContextConsumer {
  constructor(host, { context, callback }) {
    let stop;
    const follow = (value) => {
      this.value = value;
      host.requestUpdate();
      callback?.(value);
    };
    host.addController({
      hostConnected: () => {
        const ask = new Event('context-request', { bubbles: true, composed: true });
        host.dispatchEvent(Object.assign(ask, { context, follow: (given) => (stop = given(follow)) }));
      },
      hostDisconnected: () => (stop = stop?.()),
    });
  }
}
