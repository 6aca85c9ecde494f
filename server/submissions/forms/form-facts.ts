import type { Addresses } from '../../shared/addresses.js';
import type { DataController } from './data-controller.js';

/** Facts that every form states besides its questions. */
export interface FormFacts {
  controller: DataController;
  links: Addresses;
}
