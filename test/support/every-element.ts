import { html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { communities } from './communities.js';
import { answerSessions, genre, joinForm, organisations, proposalForm, registrationForm } from './data.js';
import { fakeApi } from './fake-api.js';
import { answerResources } from './resources.js';

/** Every element, with a text by which one knows that it is drawn. */
export const everyElement: [name: string, template: TemplateResult, drawn: string][] = [
  ['community-card', html`<f3e-community-card community="genre"></f3e-community-card>`, 'Rejoindre'],
  ['community-directory', html`<f3e-community-directory></f3e-community-directory>`, '3 communautés'],
  ['session-calendar, list', html`<f3e-session-calendar view="agenda"></f3e-session-calendar>`, 'Séance complete'],
  ['session-calendar, month', html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`, 'An introduction'],
  ['resource-list', html`<f3e-resource-list></f3e-resource-list>`, '7 ressources'],
  ['join-form', html`<f3e-join-form community="genre"></f3e-join-form>`, 'Envoyer ma demande'],
  ['registration-form', html`<f3e-registration-form session="echanges"></f3e-registration-form>`, 'M’inscrire'],
  ['proposal-form', html`<f3e-proposal-form></f3e-proposal-form>`, 'Envoyer ma proposition'],
]; // prettier-ignore

/** An API that answers all of them; `more` answers other questions, or these in another way. */
export const wholeApi = (more: Record<string, unknown> = {}) =>
  fakeApi({
    'communities/': genre,
    communities,
    'sessions?': answerSessions(),
    'resources?': answerResources(),
    'forms/join:': joinForm,
    'forms/register:': registrationForm,
    'forms/proposal': proposalForm,
    organisations,
    ...more,
  });

/** The first element of ours under a node. */
export const elementIn = (box: Element): HTMLElement =>
  [...box.querySelectorAll<HTMLElement>('*')].find(({ localName }) => localName.startsWith('f3e-'))!;
