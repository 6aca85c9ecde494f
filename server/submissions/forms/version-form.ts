import { Form } from '../../../src/contract/index.js';
import { closestLanguage } from '../../i18n/language.js';
import { groupsOf } from './groups.js';
import { FormIncompleteError } from '../../shared/errors.js';
import { sha256 } from '../../shared/secrets.js';

/** A form under its version, which changes with any word of it. Throws when its privacy notice lacks a part (P01). */
export function versionForm(content: Omit<Form, 'version' | 'groups'>): Form {
  const made = {
    ...content,
    groups: groupsOf(content.kind, content.fields, closestLanguage(content.language)),
  };
  const form = Form.safeParse({ ...made, version: sha256(JSON.stringify(made)).slice(0, 16) });
  if (!form.success) {
    const paths = form.error.issues.map((issue) => issue.path.join('.'));
    throw new FormIncompleteError(`Missing or faulty: ${paths.join(', ')}.`);
  }
  return form.data;
}
