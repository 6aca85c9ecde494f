/** The visible text of a node: shadow roots and slotted fallback included, white space collapsed, direction marks removed. */
export function textOf(node: Node): string {
  const parts: string[] = [];
  const walk = (one: Node): void => {
    if (one instanceof Text) parts.push(one.data);
    else if (one instanceof HTMLSlotElement && one.assignedNodes().length) one.assignedNodes().forEach(walk);
    else if (one instanceof Element && (one.localName === 'style' || one.localName === 'datalist')) return;
    else {
      const children = (one instanceof Element && one.shadowRoot) || one;
      children.childNodes.forEach(walk);
    }
  };
  walk(node);
  return foldSpace(parts.join(' '));
}

/** One blank for any white space, none before a full stop, and no mark of direction. */
export const foldSpace = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/ ([.,)])/g, '$1')
    .replace(/\( /g, '(')
    .trim();
