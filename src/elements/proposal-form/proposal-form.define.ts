import { define } from '../../dom/define.js';
import { F3eProposalForm } from './proposal-form.js';

define('f3e-proposal-form', F3eProposalForm);

declare global {
  interface HTMLElementTagNameMap {
    'f3e-proposal-form': F3eProposalForm;
  }
}
