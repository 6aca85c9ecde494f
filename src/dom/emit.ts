/** Sends an event that leaves shadow roots; false when a listener prevented it. Its detail is typed by the event map. */
export function emit<K extends keyof GlobalEventHandlersEventMap>(
  host: HTMLElement,
  name: K,
  detail: GlobalEventHandlersEventMap[K] extends CustomEvent<infer D> ? D : never,
  options: { cancelable?: boolean } = {},
): boolean {
  return host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, ...options }));
}
