import type { Addresses } from '../../shared/addresses.js';
import type { DataController } from './data-controller.js';

/** Facts that every form states besides its questions. */
export interface FormContext {
  controller: DataController;
  links: Addresses;
}
