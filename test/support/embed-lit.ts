/** What the embed holds in place of lit, for sources that no build has gone through: templates are written as steps here. */
import { encode, MARK } from '../../scripts/template-encoder.mjs';
import { html as own, type TemplateResult } from '../../src/embed/lit.js';

export { css, LitElement, noChange, nothing } from '../../src/embed/lit.js';

const written = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult => {
  let steps = written.get(strings);
  if (!steps) {
    const texts = encode(strings.join(MARK)).split(MARK);
    written.set(strings, (steps = Object.assign(texts, { raw: texts })));
  }
  return own(steps, ...values);
};
