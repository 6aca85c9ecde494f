import { define } from '../../dom/define.js';
import { F3eResourceList } from './resource-list.js';

define('f3e-resource-list', F3eResourceList);

declare global {
  interface HTMLElementTagNameMap {
    'f3e-resource-list': F3eResourceList;
  }
}
