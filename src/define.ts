/** Registers every element at once, providers first. */
import './elements/provider/provider.define.js';
import './elements/community-card/community-card.define.js';
import './elements/community-directory/community-directory.define.js';
import './elements/join-form/join-form.define.js';
import './elements/proposal-form/proposal-form.define.js';
import './elements/registration-form/registration-form.define.js';
import './elements/resource-list/resource-list.define.js';
import './elements/session-calendar/session-calendar.define.js';
