/** The embed as one classic script (`f3e.classic.js`): the same elements, all in one file. */
import { endpointOfScript } from '../api/endpoint.js';
import { pageStart, startPage } from '../context/page.js';
import { F3eCommunityCard } from '../elements/community-card/community-card.js';
import { F3eCommunityDirectory } from '../elements/community-directory/community-directory.js';
import { F3eJoinForm } from '../elements/join-form/join-form.js';
import { F3eProposalForm } from '../elements/proposal-form/proposal-form.js';
import { F3eProvider } from '../elements/provider/provider.js';
import { F3eRegistrationForm } from '../elements/registration-form/registration-form.js';
import { F3eResourceList } from '../elements/resource-list/resource-list.js';
import { F3eSessionCalendar } from '../elements/session-calendar/session-calendar.js';
import { define } from '../dom/define.js';
import { watchPlaces } from './places.js';

let tag = document.currentScript as HTMLScriptElement | null;
for (const script of document.querySelectorAll<HTMLScriptElement>('script[src*="/f3e.classic.js"]'))
  tag ??= script;
/** The server writes its own address here, for scripts that are inlined, joined with others or served by another host. */
const server = '%F3E_SERVER%';
const served = /^https?:/.test(server) ? `${server}/v1/f3e.classic.js` : (tag?.src ?? '');
if (served) startPage({ endpoint: endpointOfScript(tag?.dataset ?? {}, served) });

// lit templates need an HTML document. In XHTML, define nothing, so that the fallback content stays.
if (document.contentType === 'text/html') {
  // Providers first: what they say is known when the elements inside ask for it.
  define('f3e-provider', F3eProvider);
  define('f3e-community-card', F3eCommunityCard);
  define('f3e-community-directory', F3eCommunityDirectory);
  define('f3e-join-form', F3eJoinForm);
  define('f3e-proposal-form', F3eProposalForm);
  define('f3e-registration-form', F3eRegistrationForm);
  define('f3e-resource-list', F3eResourceList);
  define('f3e-session-calendar', F3eSessionCalendar);
  if (served) watchPlaces(pageStart()!.endpoint);
}
