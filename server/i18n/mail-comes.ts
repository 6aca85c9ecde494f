import type { Language } from './language.js';

/** What every page of thanks begins with, true whatever limits mails have (M04). */
export const mailComes: Readonly<Record<Language, string>> = {
  fr: 'Un e-mail part vers l’adresse que vous avez donnée, d’ordinaire dans les minutes qui viennent. Si plusieurs demandes sont faites avec elle, un seul message les réunit, le lendemain au plus tard.',
  en: 'An e-mail leaves for the address that you gave, usually within minutes. If several requests are made with it, one mail holds them all, the next day at the latest.',
};
