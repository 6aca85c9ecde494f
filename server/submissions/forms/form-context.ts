import type { Addresses } from '../../shared/addresses.js';
import type { DataController } from './data-controller.js';

/** What every form says besides its questions. */
export interface FormContext {
  controller: DataController;
  links: Addresses;
}
