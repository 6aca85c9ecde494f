import type { Addresses } from '../../communities/serializer.js';

/** Who asks, as every form must say. */
export interface FormHouse {
  controller: string;
  privacyContact: string;
  links: Addresses;
}
