/** The browser's own constructor, found where old libraries do not replace it. */
export const NativeEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;
