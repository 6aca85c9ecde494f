/**
 * The address when it may stand in a link, else an empty text (X02, F04–F06). It must be absolute, and hold
 * neither control characters nor spaces nor a backslash, nor a name before the host that hides it.
 */
export function safeUrl(address: string): string {
  if (
    !/^(?:https?:\/\/[^/]|mailto:|tel:)/i.test(address) ||
    /[\u0000-\u0020\u007F-\u00A0\\\u2028\u2029]/.test(address)
  )
    return '';
  try {
    const url = new URL(address);
    return url.username || url.password ? '' : url.href;
  } catch {
    return '';
  }
}
