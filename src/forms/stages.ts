import type { FormView } from '../api/forms.js';
import type { Issue } from './submission.js';

type Group = FormView['groups'][number];

/** A part of a long form: others come after it, once its questions are answered. */
export interface Stage {
  title: string;
  groups: readonly Group[];
}

/** The stages of a proposal: its two first groups, then all the rest. Other forms, and those without groups, have one. */
function stagesOf({ kind, groups }: FormView): readonly Stage[] {
  const open = groups.filter(({ isFolded }) => !isFolded);
  const [first, second, third] = open;
  if (kind !== 'proposal' || !first || !second || !third) return [{ title: '', groups }];
  const rest = groups.filter((group) => group !== first && group !== second);
  return [
    { title: first.title, groups: [first] },
    { title: second.title, groups: [second] },
    { title: third.title, groups: rest },
  ];
}

/** Which stage of a form is shown. */
export class FormStages {
  /** From 0. */
  at = 0;

  #form: () => FormView | undefined;
  #onMove: () => void;

  constructor(form: () => FormView | undefined, onMove: () => void) {
    this.#form = form;
    this.#onMove = onMove;
  }

  get list(): readonly Stage[] {
    const form = this.#form();
    return form ? stagesOf(form) : [];
  }

  /** The stage that asks a question; the last one for a question that no group names. */
  of(name: string): number {
    const at = this.list.findIndex(({ groups }) => groups.some(({ fields }) => fields.includes(name)));
    return at < 0 ? Math.max(0, this.list.length - 1) : at;
  }

  /** What is wrong on a stage now, and what an earlier try found on others: it stays. */
  split(stage: number, found: readonly Issue[], before: readonly Issue[]) {
    const isHere = ({ name }: Issue) => this.of(name) === stage;
    return { here: found.filter(isHere), elsewhere: before.filter((issue) => issue.name && !isHere(issue)) };
  }

  goTo(stage: number): void {
    this.at = stage;
    this.#onMove();
  }

  /** Back to the stage before; what was answered stays. */
  back = (): void => this.goTo(this.at - 1);
}
