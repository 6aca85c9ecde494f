/** Acts at once, or once a pointer that is being pressed is let go: nothing moves from under it. */
export function whenReleased(act: () => void): void {
  if (document.documentElement.matches(':active'))
    window.addEventListener('pointerup', () => setTimeout(act), { once: true });
  else act();
}
