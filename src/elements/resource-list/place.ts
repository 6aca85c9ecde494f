import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { facetNames, type ResourceView } from '../../api/resources.js';
import type * as address from './address.js';
import { addressOfResource, factsOf, type Scene } from './item-view.js';
import type * as template from './item-template.js';
import { everything, sorts, type Search } from './search.js';

/** What only some pages use, fetched when they do: the search in the address, and a template of their own. */
export class Place implements ReactiveController {
  /** False until the address was read, where the page keeps the search there. */
  isRead = false;
  /** What stood in the parameter when it was last read or written. */
  #last: string | null | undefined;
  #wanted = '';

  #host: ReactiveControllerHost & HTMLElement & { stateParam: string };
  #onCome: (search: Search) => void;
  #address: typeof address | undefined;
  #template: { draw: ReturnType<typeof template.drawerOf> } | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement & { stateParam: string },
    onCome: (search: Search) => void,
  ) {
    this.#host = host;
    this.#onCome = onCome;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#read);
    // The page may have gone elsewhere meanwhile.
    this.#read();
    const own = this.#host.querySelector<HTMLTemplateElement>('template[slot=item]');
    if (own) {
      import('./item-template.js').then(
        ({ drawerOf }) => {
          this.#template = { draw: drawerOf(own, { addressOfResource, factsOf }) };
          this.#host.requestUpdate();
        },
        () => undefined,
      );
    }
  }

  /** The name of the parameter may come late, or change. */
  hostUpdate(): void {
    const { stateParam } = this.#host;
    if (!stateParam) this.isRead = true;
    if (stateParam === this.#wanted) return;
    this.#wanted = stateParam;
    this.#last = undefined;
    if (!stateParam) return;
    if (this.#address) {
      this.#read();
      return;
    }
    import('./address.js').then(
      (module) => {
        this.#address = module;
        this.#read();
      },
      () => {
        // Without it the list is there, and forgets what was looked for.
        this.isRead = true;
        this.#host.requestUpdate();
      },
    );
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#read);
  }

  /** The resource by the page's own template; nothing without one. */
  draw(resource: ResourceView, scene: Scene): TemplateResult | undefined {
    return this.#template?.draw(resource, scene);
  }

  addressOf(name: string, search: Search): string {
    return name && this.#address ? this.#address.placeOf(name, search) : '';
  }

  write(name: string, search: Search, isStep: boolean): void {
    if (!name || !this.#address) return;
    this.#address.writePlace(this.#address.placeOf(name, search), isStep);
    this.#last = this.#address.valueOf(name);
  }

  #read = (): void => {
    const name = this.#host.stateParam;
    if (!this.#address || !name || !this.#host.isConnected) return;
    this.isRead = true;
    // Another list's step, or a place in the page: not ours.
    const value = this.#address.valueOf(name);
    if (value === this.#last) return;
    this.#last = value;
    this.#onCome(
      this.#address.readPlace(this.#host.stateParam, location.href, { facetNames, sorts, everything }),
    );
  };
}
