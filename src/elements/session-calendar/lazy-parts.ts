/** Parts of a calendar that are fetched when a reader first wants them. */
export const monthView = () => import('./lazy/month-view.js');
export const detail = () => import('./lazy/session-detail.js');
export const dialog = () => import('./lazy/session-dialog.js');
export const nearest = () => import('./lazy/nearest-session.js');
export const filterForm = () => import('./lazy/filter-form.js');
export const subscription = () => import('./lazy/subscription.js');
