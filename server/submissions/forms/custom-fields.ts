import type { CustomField, Field, FormSettings } from '../../../src/contract/index.js';
import type { Language } from '../../i18n/language.js';

/**
 * The questions of a form with those that its community or session adds: right after the question that calls for them
 * (J05), otherwise before the questions about the language and access needs, which close every form.
 */
export function withCustom(fields: readonly Field[], settings: FormSettings, language: Language): Field[] {
  const all = [...fields];
  for (const custom of settings.fields) {
    if (all.some(({ name }) => name === custom.name)) continue;
    const cause = all.findIndex(({ name }) => name === custom.condition?.field);
    const closing = all.findIndex(({ name }) => name === 'language');
    all.splice(cause >= 0 ? cause + 1 : closing >= 0 ? closing : all.length, 0, inLanguage(custom, language));
  }
  return all;
}

/** Why settings cannot be used; nothing when they can. Names are those of questions; conditions look at other questions. */
export function faultsOf(settings: FormSettings, fixed: readonly string[]): string[] {
  const faults: string[] = [];
  const names = settings.fields.map(({ name }) => name);
  settings.fields.forEach(({ name, kind, options, condition, sensitive, required, label }, i) => {
    if (fixed.includes(name)) faults.push(`/fields/${i}/name: the form asks “${name}” already.`);
    if (names.indexOf(name) !== i) faults.push(`/fields/${i}/name: “${name}” stands twice.`);
    const hasOptions = ['choice', 'several-choices', 'yes-no'].includes(kind);
    if (hasOptions !== options.length > 0)
      faults.push(
        `/fields/${i}/options: ${hasOptions ? 'a choice needs options' : 'only choices have options'}.`,
      );
    const known = [...fixed, ...names.slice(0, i)];
    if (condition && !known.includes(condition.field))
      faults.push(`/fields/${i}/condition: no question before it is called “${condition.field}”.`);
    if (sensitive && required)
      faults.push(
        `/fields/${i}/required: “${label.fr}” is sensitive, so it cannot be mandatory (GDPR, article 9).`,
      );
    if (kind === 'email') faults.push(`/fields/${i}/kind: a form has one e-mail address.`);
  });
  return faults;
}

function inLanguage(custom: CustomField, language: Language): Field {
  const said = (text: { fr: string; en?: string | undefined }) => text[language] ?? text.fr;
  const { name, kind, required, autocomplete, maxLength, condition, sensitive } = custom;
  return {
    name,
    kind,
    required,
    autocomplete,
    condition,
    label: said(custom.label),
    hint: custom.hint && said(custom.hint),
    maxLength: maxLength ?? (kind === 'long-text' ? 1_000 : kind === 'text' || kind === 'phone' ? 200 : null),
    options: custom.options.map(({ value, label }) => ({ value, label: said(label) })),
    sensitive: sensitive && {
      note: said(sensitive.note),
      retention: said(sensitive.retention),
      days: sensitive.days,
    },
  };
}
