// Without what moves a consumer to a provider that comes to stand between later: here they are all there before who asks.

export class ContextProvider {
  #followers = new Set();

  constructor(host, { context, initialValue }) {
    this.value = initialValue;
    host.addEventListener('context-request', (event) => {
      if (event.context !== context) return;
      event.stopPropagation();
      event.follow?.((follow) => {
        this.#followers.add(follow);
        follow(this.value);
        return () => void this.#followers.delete(follow);
      });
    });
  }

  setValue(value) {
    if (value === this.value) return;
    this.value = value;
    for (const follow of this.#followers) follow(value);
  }
}
