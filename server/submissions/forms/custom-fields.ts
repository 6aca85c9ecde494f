import type { CustomField, Field, FormSettings, ProblemIssue } from '../../../src/contract/index.js';
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

/** Why settings cannot be used; empty when they can. `fixed` are the questions that the form asks whatever they are. */
export function issuesOfSettings(settings: FormSettings, fixed: readonly string[]): ProblemIssue[] {
  const names = settings.fields.map(({ name }) => name);
  return settings.fields.flatMap((field, i) => {
    const issue = (member: string, detail: string): ProblemIssue => ({
      pointer: `/fields/${i}/${member}`,
      code: 'unusable',
      detail,
    });
    const { name, kind, options, condition, sensitive, required, label } = field;
    const hasOptions = ['choice', 'several-choices', 'yes-no'].includes(kind);
    const known = [...fixed, ...names.slice(0, i)];
    return [
      fixed.includes(name) && issue('name', `the form asks “${name}” already.`),
      names.indexOf(name) !== i && issue('name', `“${name}” stands twice.`),
      hasOptions !== options.length > 0 &&
        issue('options', hasOptions ? 'a choice needs options.' : 'only choices have options.'),
      condition &&
        !known.includes(condition.field) &&
        issue('condition', `no question before it is called “${condition.field}”.`),
      sensitive &&
        required &&
        issue('required', `“${label.fr}” is sensitive, so it cannot be mandatory (GDPR, article 9).`),
      kind === 'email' && issue('kind', 'a form has one e-mail address.'),
    ].filter((one) => one !== false && one !== null);
  });
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
