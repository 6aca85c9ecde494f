/**
 * The browser's own constructors, found where old libraries do not replace them (H13). The build of the embed puts
 * them in the place of `Event` and `Document` wherever these are named, in lit too.
 */
export const NativeEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;
export const NativeDocument = Object.getPrototypeOf(HTMLDocument) as typeof Document;
