/** What sends a registration, with its words: a chunk of its own. */
export { flowIn, flowStyles } from '../../forms/lazy/form-submitter.js';
export { registrationFlowWords as words } from '../../i18n/catalogues/registration-flow.js';
