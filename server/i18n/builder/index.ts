import type { Language } from '../language.js';
import { en } from './en.js';
import { fr } from './fr.js';
import type { BuilderMessages } from './messages.js';

export * from './messages.js';

export const builderMessages = (language: Language): BuilderMessages => ({ fr, en })[language];
