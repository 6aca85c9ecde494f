/** What sends a proposal, with its words: a chunk of its own. */
export { flowIn, flowStyles } from '../../forms/lazy/form-submitter.js';
export { proposalFlowWords as words } from '../../i18n/catalogues/proposal-flow.js';
