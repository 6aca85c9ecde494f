import { define } from '../../dom/define.js';
import { F3eRegistrationForm } from './registration-form.js';

define('f3e-registration-form', F3eRegistrationForm);

declare global {
  interface HTMLElementTagNameMap {
    'f3e-registration-form': F3eRegistrationForm;
  }
}
