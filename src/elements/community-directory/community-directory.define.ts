import { define } from '../../dom/define.js';
import { F3eCommunityDirectory } from './community-directory.js';

define('f3e-community-directory', F3eCommunityDirectory);

declare global {
  interface HTMLElementTagNameMap {
    'f3e-community-directory': F3eCommunityDirectory;
  }
}
