/** Registers every element at once, providers first. */
import './elements/provider/provider.define.js';
import './elements/community-card/community-card.define.js';
import './elements/join-form/join-form.define.js';
