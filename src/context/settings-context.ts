import { createContext } from '@lit/context';
import { settingsKey, type Settings } from './settings.js';

/** The context in which a provider gives its settings. */
export const settingsContext = createContext<Settings, symbol>(settingsKey);
