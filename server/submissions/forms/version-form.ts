import { Form } from '../../../src/contract/index.js';
import { HttpProblem } from '../../http/errors.js';
import { sha256 } from '../../shared/secrets.js';

/** A form under its version, which changes with any word of it. Refuses one whose privacy notice lacks a part (P01). */
export function published(made: Omit<Form, 'version'>): Form {
  const form = Form.safeParse({ ...made, version: sha256(JSON.stringify(made)).slice(0, 16) });
  if (!form.success) {
    throw new HttpProblem('form-incomplete', {
      detail: `Missing or faulty: ${form.error.issues.map((issue) => issue.path.join('.')).join(', ')}.`,
    });
  }
  return form.data;
}
