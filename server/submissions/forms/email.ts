/**
 * One plain address: no display name, quotes, comments, groups or line breaks; 254 characters at most (RFC 5321,
 * section 4.5.3.1; S11). Letters outside ASCII are refused: most mail servers cannot deliver to them.
 */
export function isPlainAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  return (
    at > 0 &&
    local.length <= 64 &&
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local) &&
    /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(
      domain,
    )
  );
}

/** Key of an e-mail address: two spellings of the same address have the same key. */
export const emailKey = (address: string): string => address.trim().toLowerCase();
