/** Controls of a native form, whoever wrote it. */
export type NativeControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The values of the boxes that are ticked under a name. */
export function checkedIn(root: ParentNode, name: string): string[] {
  const values: string[] = [];
  for (const { value } of root.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]:checked`))
    values.push(value);
  return values;
}

/** What a person gave a control of a form since it was read; nothing when it is as the page wrote it. */
function typedInto(form: ParentNode, control: NativeControl): string | string[] | undefined {
  if (control.localName === 'select') {
    const [chosen] = (control as HTMLSelectElement).selectedOptions;
    return chosen && !chosen.defaultSelected ? chosen.value : undefined;
  }
  if (/^(?:hidden|submit|button)$/.test(control.type)) return undefined;
  if (control.type === 'radio' || control.type === 'checkbox') {
    const { checked, defaultChecked } = control as HTMLInputElement;
    if (checked === defaultChecked) return undefined;
    const ticked = checkedIn(form, control.name);
    return control.type === 'radio' ? ticked[0] : ticked;
  }
  return control.value === (control as HTMLInputElement).defaultValue ? undefined : control.value;
}

/** The controls between the tags of an element that were not taken before, by the name of their question. */
export function* controlsBetween(host: HTMLElement, taken: WeakSet<NativeControl>) {
  const { activeElement } = host.getRootNode() as Document | ShadowRoot;
  for (const control of host.querySelectorAll<NativeControl>('input, select, textarea')) {
    if (taken.has(control)) continue;
    taken.add(control);
    yield {
      name: control.name === 'f3e-strand' ? 'strand' : control.name,
      value: control.value,
      isTicked: (control as HTMLInputElement).checked,
      typed: typedInto(host, control),
      hasFocus: control === activeElement,
    };
  }
}

/** Programs that fill in forms may set a value and tell nobody: what stands in the controls counts. */
export function readControls(
  root: ParentNode,
  fields: readonly { name: string; options: readonly unknown[] }[],
  answers: Map<string, string | readonly string[]>,
): void {
  for (const { name, options } of fields) {
    const [control] = root.querySelectorAll<NativeControl>(`[name="${CSS.escape(name)}"]`);
    if (!control || (control as HTMLInputElement).readOnly) continue;
    const isTicked = options.length > 0 && control.localName === 'input' && control.type !== 'text';
    const value = isTicked ? checkedIn(root, name) : control.value;
    if (String(value) !== String(answers.get(name) ?? ''))
      answers.set(name, control.type === 'radio' ? String(value) : value);
  }
}
