/** What sends a join request, with its words: a chunk of its own. */
export { flowIn, flowStyles } from '../../forms/lazy/form-submitter.js';
export { formFlowWords as words } from '../../i18n/catalogues/form-flow.js';
