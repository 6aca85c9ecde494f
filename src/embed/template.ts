/** Templates as lit writes them, drawn without HTML text: a small reader makes nodes of the fixed parts, once. */

export const nothing = Symbol();
export const noChange = Symbol();

/** A template with its values. */
export class Result {
  constructor(
    readonly strings: TemplateStringsArray,
    readonly values: readonly unknown[],
  ) {}
}

export const html = (strings: TemplateStringsArray, ...values: unknown[]): Result =>
  new Result(strings, values);

/** A property that the reader of the page may have changed as well. */
class Live {
  constructor(readonly value: unknown) {}
}

export const live = (value: unknown): Live => new Live(value);

/** A list whose items keep their nodes when their place changes: by the key of each. */
type Keyed = unknown[] & { ids?: unknown[] };

export const repeat = <T>(
  items: readonly T[],
  keyOf: (item: T) => unknown,
  draw: (item: T) => unknown,
): Keyed => Object.assign(items.map(draw), { ids: items.map(keyOf) });

export const ifDefined = (value: unknown): unknown => value ?? nothing;

/** Stands where a value goes while the fixed parts are read. */
const MARK = '\u0001';
const TOKEN = /<(?:\/[\w-]+\s*|([\w-]+)((?:[^">]|"[^"]*")*?))\/?>(\u0001(?=<\/))?|\u0001|[^<\u0001]+/g;
const ATTRIBUTE = /([^\s="/]+)(?:=(?:"([^"]*)"|([^\s"]*)))?/g;

/** Where values go: the node in document order; the attribute and its fixed pieces, or, without a name, the content. */
interface Hole {
  at: number;
  name?: string;
  pieces: readonly string[];
  /** The value is all that the node holds. */
  isAlone?: boolean;
}

interface Template {
  content: DocumentFragment;
  holes: Hole[];
}

const known = new WeakMap<TemplateStringsArray, Template>();
const inert = document.implementation.createHTMLDocument('');

function compile(strings: TemplateStringsArray): Template {
  const content = inert.createDocumentFragment();
  const holes: Hole[] = [];
  let parent: Node = content;
  let count = 0;
  const add = <N extends Node>(node: N): N => {
    count++;
    return parent.appendChild(node);
  };
  const alone = ['', ''];
  // What is taken away begins and ends with nodes that stay: not with a value, nor with text, which translators replace.
  const edge = () => parent === content && add(inert.createComment(''));
  let isEdge = true;
  for (const [token, tag, attributes, only] of strings.join(MARK).matchAll(TOKEN)) {
    const isTag = token[0] === '<';
    if (isEdge && !isTag) edge();
    isEdge = false;
    let isOpened = false;
    if (tag) {
      const element = add(inert.createElement(tag));
      const at = count;
      for (const [, name, quoted, plain] of attributes!.matchAll(ATTRIBUTE)) {
        const pieces = (quoted ?? plain ?? '').split(MARK);
        if (pieces[1] === undefined) element.setAttribute(name!, pieces[0]!);
        else holes.push({ at, name: name!, pieces });
      }
      if ((isOpened = !/^(?:input|br|hr|img)$/.test(tag))) parent = element;
    } else if (isTag) {
      parent = parent.parentNode!;
    } else if (token !== MARK) {
      add(inert.createTextNode(token));
      continue;
    }
    if (only && isOpened) {
      holes.push({ at: count, pieces: alone, isAlone: true });
    } else if (only || !isTag) {
      add(inert.createComment(''));
      holes.push({ at: count, pieces: alone });
    }
  }
  if (content.lastChild?.nodeType === 3) edge();
  return { content, holes };
}

/** What sets the values of one hole, and says how many they were. */
type Part = (values: readonly unknown[], at: number) => void;

/** A template in the page. */
class Instance {
  readonly fragment: DocumentFragment;
  readonly first: Node;
  readonly last: Node;
  #parts: { size: number; set: Part }[] = [];

  constructor(readonly strings: TemplateStringsArray) {
    let template = known.get(strings);
    if (!template) known.set(strings, (template = compile(strings)));
    this.fragment = document.importNode(template.content, true);
    const walker = document.createTreeWalker(this.fragment);
    let at = 0;
    for (const hole of template.holes) {
      for (; at < hole.at; at++) walker.nextNode();
      const node = walker.currentNode;
      this.#parts.push({
        size: hole.pieces.length - 1,
        set: hole.name ? attributePart(node as Element, hole.name, hole.pieces) : contentPart(node, hole),
      });
    }
    this.first = this.fragment.firstChild!;
    this.last = this.fragment.lastChild!;
  }

  update(values: readonly unknown[]): void {
    let at = 0;
    for (const { size, set } of this.#parts) {
      set(values, at);
      at += size;
    }
  }
}

function contentPart(node: Node, { isAlone }: Hole): Part {
  const slot = new Slot();
  return (values, at) =>
    isAlone ? slot.set(values[at], node, null) : slot.set(values[at], node.parentNode!, node);
}

function attributePart(element: Element, name: string, pieces: readonly string[]): Part {
  const kind = name[0];
  const key = name.slice(1);
  const own = element as unknown as Record<string, unknown>;
  const isWhole = String(pieces) === ',';
  let last: unknown = nothing;
  if (kind === '@') {
    element.addEventListener(key, (event) => {
      if (typeof last === 'function') (last as (event: Event) => void)(event);
    });
  }
  return (values, at) => {
    let value = values[at];
    if (!isWhole) {
      value = pieces[0];
      for (let i = 1; i < pieces.length; i++) {
        const one = values[at + i - 1] ?? '';
        value =
          one === nothing || value === nothing ? nothing : `${value as string}${one as string}${pieces[i]}`;
      }
    }
    if (value instanceof Live) {
      ({ value } = value);
      last = own[key];
    }
    if (value === last) return;
    last = value;
    if (kind === '.') own[key] = value;
    else if (kind === '?') element.toggleAttribute(key, value !== nothing && Boolean(value));
    else if (kind !== '@') {
      if (value === nothing) element.removeAttribute(name);
      else element.setAttribute(name, (value ?? '') as string);
    }
  };
}

/** A place for content: text, a template, a node, or several of them. */
export class Slot {
  #content: Node | Instance | Slot[] | undefined;

  constructor(readonly key?: unknown) {}

  set(value: unknown, parent: Node, before: Node | null): void {
    const content = this.#content;
    if (value === noChange) return;
    if (value instanceof Result) {
      if (content instanceof Instance && content.strings === value.strings) {
        content.update(value.values);
      } else {
        this.clear();
        const instance = (this.#content = new Instance(value.strings));
        instance.update(value.values);
        parent.insertBefore(instance.fragment, before);
      }
    } else if (Array.isArray(value)) {
      this.#setAll(value, parent, before);
    } else if ((value as Node | undefined)?.nodeType) {
      if (content !== value) {
        this.clear();
        this.#content = parent.insertBefore(value as Node, before);
      }
    } else {
      // Nothing, in text, of what is null or undefined.
      const text = value === nothing ? '' : [value].join('');
      const isText = (content as Text | undefined)?.nodeType === 3;
      const isThere = isText && (content as Text).parentNode === parent;
      if (text && isThere) {
        if ((content as Text).data !== text) (content as Text).data = text;
      } else {
        // What a translator put in place of a text (TRUST F37).
        const other = before ? before.previousSibling : parent.lastChild;
        if (isText && !isThere && other?.nodeName === 'FONT') other.remove();
        this.clear();
        if (text) this.#content = parent.insertBefore(document.createTextNode(text), before);
      }
    }
  }

  #setAll(items: Keyed, parent: Node, before: Node | null): void {
    if (!Array.isArray(this.#content)) {
      this.clear();
      this.#content = [];
    }
    const old = this.#content;
    const keys = items.ids;
    const byKey = keys && new Map(old.map((slot) => [slot.key, slot]));
    const next = items.map((_, i) => {
      const key = keys?.[i];
      const slot = byKey ? byKey.get(key) : old[i];
      byKey?.delete(key);
      return slot ?? new Slot(key);
    });
    const kept = new Set(next);
    for (const slot of old) if (!kept.has(slot)) slot.clear();
    this.#content = next;
    let after = before;
    for (let i = next.length; i--;) {
      const slot = next[i]!;
      slot.set(items[i], parent, after);
      const first = slot.#end('first');
      if (!first) continue;
      if (slot.#end('last')!.nextSibling !== after) slot.#each((node) => parent.insertBefore(node, after));
      after = slot.#end('first')!;
    }
  }

  clear(): void {
    this.#each((node) => (node as ChildNode).remove());
    this.#content = undefined;
  }

  /** The first or the last node of the content. */
  #end(which: 'first' | 'last'): Node | undefined {
    const content = this.#content;
    if (!Array.isArray(content)) return content instanceof Instance ? content[which] : content;
    for (const slot of which === 'first' ? content : [...content].reverse()) {
      const end = slot.#end(which);
      if (end) return end;
    }
    return undefined;
  }

  /** Does something with each node, which may take it away. */
  #each(act: (node: Node) => void): void {
    const last = this.#end('last');
    for (let node = this.#end('first'); node;) {
      const next: Node | null = node === last ? null : node.nextSibling;
      act(node);
      node = next ?? undefined;
    }
  }
}
