/** Registers the three forms, which share almost all of their code. */
import './join-form/join-form.define.js';
import './proposal-form/proposal-form.define.js';
import './registration-form/registration-form.define.js';
