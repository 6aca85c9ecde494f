/** While it is on, the browser asks before the page is left. */
export class LeaveGuard {
  on(): void {
    window.addEventListener('beforeunload', this.#ask);
  }

  off(): void {
    window.removeEventListener('beforeunload', this.#ask);
  }

  #ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Older browsers look at this one.
    (event as { returnValue: unknown }).returnValue = true;
  };
}
