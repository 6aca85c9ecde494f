import type { NextSessionView, SessionView } from '../../api/sessions.js';
import type { RenderContext } from './render-context.js';
import { isAfter } from './session-facts.js';
import type { ShownMonths } from './sessions-request.js';

/** A session after the months shown: from the answer, with all that is known of it, else as the server names it. */
interface Next {
  brief: NextSessionView;
  session: SessionView | undefined;
}

/** The first session after these months that still stands, as far as one is known. */
export function nextAfter({ next, months, items }: ShownMonths, context: RenderContext): Next | undefined {
  const after = items.filter((session) => isAfter(session, months, context));
  const [session] = after.sort((a, b) => a.start - b.start);
  if (session) return { brief: { ...session, page: session.links.page }, session };
  return next && next.status !== 'cancelled' ? { brief: next, session: undefined } : undefined;
}
