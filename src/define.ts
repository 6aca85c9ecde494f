/** Registers every element at once, providers first. */
import { ContextRoot } from '@lit/context';
import './elements/provider/provider.define.js';
import './elements/community-card/community-card.define.js';
import './elements/join-form/join-form.define.js';

new ContextRoot().attach(document.documentElement);
