import { define } from '../../dom/define.js';
import { F3eJoinForm } from './join-form.js';

define('f3e-join-form', F3eJoinForm);

declare global {
  interface HTMLElementTagNameMap {
    'f3e-join-form': F3eJoinForm;
  }
}
