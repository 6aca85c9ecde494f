/**
 * A widget in a frame of another site: tells the page around how high it is, in our form and in that of WordPress, which names
 * its frame by a secret in the address. Where a frame may not lead elsewhere, the page around is asked to.
 */
{
  const [, secret] = /[?&#]secret=([\w-]+)/.exec(location.hash) ?? [];
  let last = 0;
  const tell = () => {
    // Of what it holds: the document itself is never lower than its frame.
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last || !height) return;
    last = height;
    parent.postMessage({ type: 'f3e-height', height }, '*');
    if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
  };
  if (parent !== window) {
    new ResizeObserver(tell).observe(document.body);
    // The page around may listen later than this one speaks: it is told again, and when it says that it is ready.
    const tellAgain = () => {
      last = 0;
      tell();
    };
    addEventListener('load', () => {
      for (const after of [0, 1_000, 3_000, 8_000]) setTimeout(tellAgain, after);
    });
    addEventListener('message', ({ source, data }) => {
      if (source === parent && data?.message === 'ready' && data.secret === secret) tellAgain();
    });
    if (secret)
      addEventListener('click', (event) => {
        // What the widget does itself, and what asks for another tab, is no link to follow.
        if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey)
          return;
        const link = event.composedPath().find((one) => one.localName === 'a' && one.href);
        if (!link || !/^https?:/.test(link.href)) return;
        if (link.href.split('#')[0] === location.href.split('#')[0]) return;
        event.preventDefault();
        parent.postMessage({ message: 'link', value: link.href, secret }, '*');
      });
  }
}
