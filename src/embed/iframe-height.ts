/**
 * For pages that hold a hosted form in an `<iframe data-f3e>`: gives the frame the height of what is in it. A message counts
 * only from that very window, at that very origin, in that very shape (X07).
 */
const MOST = 20_000;

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-f3e]')) {
    if (frame.contentWindow !== source || new URL(frame.src).origin !== origin) continue;
    if (typeof data !== 'object' || data === null) return;
    const { type, height } = data as { type?: unknown; height?: unknown };
    if (type !== 'f3e-height' || typeof height !== 'number' || !(height > 0 && height <= MOST)) return;
    frame.height = String(Math.ceil(height));
  }
});
