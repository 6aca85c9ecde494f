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
export function typedInto(form: ParentNode, control: NativeControl): string | string[] | undefined {
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
