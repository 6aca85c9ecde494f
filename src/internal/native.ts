/** The browser's own constructors, found where old libraries do not replace them. */
export const NativeEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;
export const NativeDocument = Object.getPrototypeOf(HTMLDocument) as typeof Document;
