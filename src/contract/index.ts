export * from './common.js';
export * from './communities.js';
export * from './sessions.js';
export * from './resources.js';
export * from './organisations.js';
export * from './forms.js';
export * from './submissions.js';
export * from './problems.js';
