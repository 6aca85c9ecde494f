import { define } from '../../dom/define.js';
import { F3eProvider } from './provider.js';

define('f3e-provider', F3eProvider);

declare global {
  interface HTMLElementTagNameMap {
    'f3e-provider': F3eProvider;
  }
}
