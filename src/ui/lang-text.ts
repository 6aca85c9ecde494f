import { html, nothing, type TemplateResult } from 'lit';
import { directionOf, typeset } from '../i18n/format.js';

/** Text from the API in its own language and direction, isolated from the text around it (A12, F17). */
export const langText = (text: unknown, language: string): TemplateResult =>
  html`<bdi lang=${language} dir=${directionOf(language)}
    >${typeof text === 'string' ? typeset(text, language) : text}</bdi
  >`;

/** A sentence that names something, whose name says its language (A12). */
export function naming(sentence: string, name: string, language: string): TemplateResult {
  const at = name ? sentence.indexOf(name) : -1;
  return at < 0
    ? html`${sentence}`
    : html`${sentence.slice(0, at)}${langText(name, language)}${sentence.slice(at + name.length) || nothing}`;
}
