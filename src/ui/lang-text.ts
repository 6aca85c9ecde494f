import { html, type TemplateResult } from 'lit';
import { directionOf } from '../i18n/format.js';

/** Text from the API, apart from the text around it: in its own language and direction (TRUST A12, F17). */
export const foreign = (text: unknown, language: string): TemplateResult =>
  html`<bdi lang=${language} dir=${directionOf(language)}>${text}</bdi>`;
