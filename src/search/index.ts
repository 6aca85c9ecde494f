export * from './answering.js';
export * from './collection.js';
export * from './document.js';
export * from './marks.js';
export * from './order.js';
export * from './plain.js';
export * from './question.js';
export * from './spelling.js';
