import { html, type TemplateResult } from 'lit';
import { directionOf } from '../i18n/format.js';

/** Text from the API in its own language and direction, isolated from the text around it (A12, F17). */
export const langText = (text: unknown, language: string): TemplateResult =>
  html`<bdi lang=${language} dir=${directionOf(language)}>${text}</bdi>`;
