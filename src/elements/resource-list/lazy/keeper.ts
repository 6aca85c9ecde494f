import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { ResourceView } from '../../../api/resources.js';
import { placeOf, readPlace, valueOf, writePlace } from './url-state.js';
import { drawerOf } from './item-template.js';
import type { Scene } from '../item-view.js';
import type { Search } from '../search.js';

type Host = ReactiveControllerHost & HTMLElement & { stateParam: string };

/** What only some pages use, fetched when they do: the search in the address, and a template of their own. */
export class Keeper implements ReactiveController {
  /** What stood in the parameter when it was last read or written. */
  #last: string | null | undefined;
  #wanted = '';

  #host: Host;
  #onCome: (search: Search) => void;
  #template: ReturnType<typeof drawerOf> | undefined;

  constructor(host: Host, onCome: (search: Search) => void) {
    this.#host = host;
    this.#onCome = onCome;
    const own = host.querySelector<HTMLTemplateElement>('template[slot=item]');
    if (own) this.#template = drawerOf(own);
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#read);
    // The page may have gone elsewhere meanwhile.
    this.#read();
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#read);
  }

  /** The name of the parameter may come late, or change: to be called before anything is asked. */
  follow(): void {
    const { stateParam } = this.#host;
    if (stateParam === this.#wanted) return;
    this.#wanted = stateParam;
    this.#last = undefined;
    this.#read();
  }

  /** The resource by the page's own template; nothing without one. */
  draw(resource: ResourceView, scene: Scene): TemplateResult | undefined {
    return this.#template?.(resource, scene);
  }

  addressOf(search: Search): string {
    const { stateParam } = this.#host;
    return stateParam && placeOf(stateParam, search);
  }

  write(search: Search, isStep: boolean): void {
    const { stateParam } = this.#host;
    if (!stateParam) return;
    writePlace(placeOf(stateParam, search), isStep);
    this.#last = valueOf(stateParam);
  }

  #read = (): void => {
    const { stateParam, isConnected } = this.#host;
    if (!stateParam || !isConnected) return;
    // Another list's step, or a place in the page: not ours.
    const value = valueOf(stateParam);
    if (value === this.#last) return;
    this.#last = value;
    this.#onCome(readPlace(stateParam, location.href));
  };
}
