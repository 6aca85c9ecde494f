import type { ApiError } from '../api/api-error.js';

/** An element has shown what it asked for. */
export type F3eLoadEvent = CustomEvent<null>;
/** An element could not get what it asked for, or shows an older answer. */
export type F3eErrorEvent = CustomEvent<{ error: ApiError }>;

declare global {
  interface GlobalEventHandlersEventMap {
    'f3e-load': F3eLoadEvent;
    'f3e-error': F3eErrorEvent;
  }
}
