/** Templates as lit writes them, turned into steps by the build: nodes are made of the fixed parts once, without HTML text. */

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

/** A list that tells which of the places it had before it takes again (./directives.ts); otherwise each in its order. */
type Listed = unknown[] & { places?: (before: readonly Slot[]) => Slot[] };

/** Stands where a value goes in the steps of a template (scripts/template-encoder.mjs writes them). */
const MARK = '\u0001';

/** Sets the values of one hole, the first of them at a place; gives the place of the next one's. */
type Part = (values: readonly unknown[], at: number) => number;

/** What it does, what with; of an attribute, its name and the pieces of its value between the holes. */
type Step = [kind: string, rest: string, name: string, pieces: string[]];

const known = new WeakMap<TemplateStringsArray, Step[]>();

function stepsOf(strings: TemplateStringsArray): Step[] {
  let steps = known.get(strings);
  if (!steps) {
    steps = strings
      .join(MARK)
      .split('\n')
      .map((step) => {
        const [name, value = ''] = step.split(/=(.*)/s) as [string, string?];
        return [step[0]!, step.slice(1), name, value.split(MARK)];
      });
    known.set(strings, steps);
  }
  return steps;
}

/** A template in the page. */
class Instance {
  readonly fragment: Node = document.createDocumentFragment();
  readonly first: Node;
  readonly last: Node;
  #parts: Part[] = [];

  constructor(readonly strings: TemplateStringsArray) {
    let parent = this.fragment;
    for (const [kind, rest, name, pieces] of stepsOf(strings)) {
      if (kind === '<') parent = parent.appendChild(document.createElement(rest));
      else if (kind === '/') parent = parent.parentNode!;
      else if (kind === '"') parent.appendChild(document.createTextNode(rest));
      else if (kind === MARK) this.#parts.push(contentPart(parent, null));
      else if (kind === '!') {
        const mark = parent.appendChild(document.createComment(''));
        if (rest) this.#parts.push(contentPart(parent, mark));
      } else if (pieces[1] === undefined) (parent as Element).setAttribute(name, pieces[0]!);
      else this.#parts.push(attributePart(parent as Element, name, pieces));
    }
    this.first = this.fragment.firstChild!;
    this.last = this.fragment.lastChild!;
  }

  update(values: readonly unknown[]): void {
    let at = 0;
    for (const part of this.#parts) at = part(values, at);
  }
}

/** Content before a mark, whose parent is known once the template is in the page; or at the end of its parent. */
function contentPart(parent: Node, mark: Node | null): Part {
  const slot = new Slot();
  return (values, at) => {
    slot.set(values[at], mark?.parentNode ?? parent, mark);
    return at + 1;
  };
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
    let value: unknown = pieces[0];
    for (let i = 1; i < pieces.length; i++) {
      const one = values[at++] ?? '';
      if (isWhole) value = values[at - 1];
      else
        value =
          one === nothing || value === nothing ? nothing : `${value as string}${one as string}${pieces[i]}`;
    }
    // A property that the reader of the page may have changed as well (./directives.ts).
    if (Array.isArray(value)) {
      [value] = value as unknown[];
      last = own[key];
    }
    if (value !== last) {
      last = value;
      if (kind === '.') own[key] = value;
      else if (kind === '?') element.toggleAttribute(key, value !== nothing && Boolean(value));
      else if (kind !== '@') {
        if (value === nothing) element.removeAttribute(name);
        else element.setAttribute(name, (value ?? '') as string);
      }
    }
    return at;
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

  #setAll(items: Listed, parent: Node, before: Node | null): void {
    if (!Array.isArray(this.#content)) {
      this.clear();
      this.#content = [];
    }
    const old = this.#content;
    const next = items.places?.(old) ?? items.map((_, i) => old[i] ?? new Slot());
    this.#content = next;
    for (const slot of old) if (!next.includes(slot)) slot.clear();
    let after = before;
    for (let i = next.length; i--;) {
      const slot = next[i]!;
      slot.set(items[i], parent, after);
      const nodes = slot.#nodes();
      if (!nodes[0]) continue;
      if (nodes[nodes.length - 1]!.nextSibling !== after)
        for (const node of nodes) parent.insertBefore(node, after);
      after = nodes[0];
    }
  }

  clear(): void {
    for (const node of this.#nodes()) (node as ChildNode).remove();
    this.#content = undefined;
  }

  /** What stands in this place, not what is inside. */
  #nodes(): Node[] {
    const content = this.#content;
    if (!content) return [];
    if (Array.isArray(content)) return content.flatMap((slot) => slot.#nodes());
    if (!(content instanceof Instance)) return [content];
    const nodes: Node[] = [];
    for (let node: Node | null = content.first; node; node = node === content.last ? null : node.nextSibling)
      nodes.push(node);
    return nodes;
  }
}
