import type { ApiClient } from '../../api/client.js';
import { communitiesRequest } from '../../api/communities.js';

/** An element that shows nothing, or the wrong thing, because of a setting. */
export interface SettingFault {
  host: HTMLElement;
  /** The attribute that is missing or names what does not exist; empty for the endpoint. */
  attribute: string;
  /** What it names; empty when it is missing. */
  value: string;
  api: ApiClient | undefined;
}

/** Says in the console what is to be changed in the page, with the names that exist. */
export async function warnOfSetting({ host, attribute, value, api }: SettingFault): Promise<void> {
  const fault = !attribute
    ? 'it needs an endpoint: the address of the API in its “endpoint” attribute, or in that of <f3e-provider>'
    : value
      ? `nothing is called “${value}”, which its “${attribute}” attribute names`
      : `it needs a “${attribute}” attribute`;
  const names = attribute === 'community' && api ? await communityNames(api) : '';
  console.warn(
    `<${host.localName}> shows nothing: ${fault}.${names} See docs/elements/${host.localName.slice(4)}.md.`,
    host,
  );
}

/** Says in the console why a form leads elsewhere: the server does not list this site. */
export function warnOfOrigin(host: HTMLElement): void {
  const { origin } = location;
  const cure =
    origin === 'null'
      ? 'it stands in a frame without an origin of its own: allow the frame its origin (allow-same-origin)'
      : `the server does not list this site: add ${origin} to its ALLOWED_ORIGINS`;
  console.warn(`<${host.localName}> leads to the hosted form, since ${cure}. See docs/server.md.`, host);
}

async function communityNames(api: ApiClient): Promise<string> {
  try {
    const { value } = await api.get(communitiesRequest);
    return ` Communities: ${value.items.map(({ slug }) => slug).join(', ')}.`;
  } catch {
    return '';
  }
}
