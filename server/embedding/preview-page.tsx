import { raw } from 'hono/html';
import type { Language } from '../i18n/language.js';
import { type Choice, hasProvider } from './choice.js';
import { type LinkedPart, tagOf } from './snippet.js';

/** A page with the real elements, in the colours of a site: what stands in the frame of the builder. */
export function PreviewPage({
  title,
  language,
  choice,
  accent,
  parts,
}: {
  title: string;
  language: Language;
  choice: Choice;
  accent: string | undefined;
  parts: readonly LinkedPart[];
}) {
  const elements = parts.map((part) => <div>{raw(tagOf(part))}</div>);
  return (
    <html
      lang={language}
      class={choice.isDark ? 'sombre' : undefined}
      data-text={choice.colours?.text}
      data-ground={choice.colours?.ground}
      data-accent={accent}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/assets/apercu.css" />
        <link rel="stylesheet" href="/v1/f3e.css" />
        <script src="/assets/integrer-apercu.js"></script>
        <script type="module" src="/v1/f3e.js"></script>
      </head>
      <body>
        <main>
          {hasProvider(choice.shown) && choice.preset !== 'neutral' ? (
            <f3e-provider theme={choice.preset}>{elements}</f3e-provider>
          ) : (
            elements
          )}
        </main>
      </body>
    </html>
  );
}
