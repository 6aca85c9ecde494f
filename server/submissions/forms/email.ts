import { domainToASCII } from 'node:url';
import type { Vault } from '../../db/vault.js';

/**
 * One plain address: no display name, quotes, comments, groups or line breaks; 254 characters at most (RFC 5321,
 * section 4.5.3.1; S11). Letters outside ASCII are refused before the at sign: most mail servers cannot deliver to them.
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

/** The address with its domain in ASCII (“é.org” is “xn--9ca.org”; RFC 5890), as mail servers take it. */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0
    ? address
    : `${address.slice(0, at + 1)}${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/**
 * The mailbox that an address leads to, however it is spelt: what follows a plus sign is a label, and Google's mailboxes
 * have no dots. For limits alone: two people never share a key by it.
 */
export function mailboxOf(address: string): string {
  const domain = domainOf(address);
  const [local = ''] = address.trim().toLowerCase().slice(0, address.trim().lastIndexOf('@')).split('+');
  return /^(?:gmail|googlemail)\.com$/.test(domain)
    ? `${local.replaceAll('.', '')}@gmail.com`
    : `${local}@${domain}`;
}

/** Key of an e-mail address: two spellings of the same address have the same key, which tells nobody the address. */
export const addressKey = (vault: Vault, address: string): string =>
  vault.keyed(`address ${address.trim().toLowerCase()}`);
