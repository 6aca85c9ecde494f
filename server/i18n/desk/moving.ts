import type { Language } from '../language.js';

const fr = {
  act: 'Déplacer',
  title: (session: string) => `Déplacer « ${session} »`,
  now: 'Date actuelle',
  day: 'Nouveau jour',
  time: 'Nouvelle heure de début',
  keeps: (length: string) => `La séance garde sa durée : ${length}.`,
  hours: (hours: number, minutes: number) =>
    [hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(' '),
  quick: 'Dates proposées',
  nextWeek: 'Une semaine plus tard',
  sameRank: 'Même rang le mois suivant',
  scope: 'Lesquelles de la série ?',
  scopes: {
    this: 'Cette séance',
    following: (count: number) => `Celle-ci et les suivantes (${count} séances)`,
    all: (count: number) => `Toutes celles à venir (${count} séances)`,
  },
  read: 'Relire',
  recapTitle: 'Relire avant de déplacer',
  same: 'C’est le moment où elle a déjà lieu : choisissez un autre jour ou une autre heure.',
  over: 'Cette séance a commencé ou est annulée : elle ne se déplace plus.',
  sessions: (count: number) => (count === 1 ? '1 séance se déplace.' : `${count} séances se déplacent.`),
  people: (count: number, confirmed: number, waiting: number) =>
    count === 0
      ? 'Personne ne s’est inscrit ici : aucun message ne part.'
      : `${count === 1 ? 'Une personne reçoit' : `${count} personnes reçoivent`} un message : ${confirmed} avec une place, ${waiting} en attente. Chacune garde son inscription.`,
  inPerson: (count: number) =>
    count === 1
      ? 'Une personne avait une place sur place.'
      : `${count} personnes avaient une place sur place.`,
  soon: 'Une séance a lieu dans moins de trois heures : les messages partent tout de suite.',
  was: 'Avant',
  is: 'Après',
  told: 'Préviendra',
  toldOf: (count: number) => (count === 0 ? 'personne' : count === 1 ? '1 personne' : `${count} personnes`),
  mail: 'Le message, tel qu’il est envoyé',
  move: 'Déplacer et prévenir',
  moveOnly: 'Déplacer',
  back: 'Changer encore',
  done: 'C’est déplacé.',
  conflict:
    'Pendant que vous relisiez, une de ces séances a changé. Voici où elles en sont : relisez, puis déplacez.',
};
const en: typeof fr = {
  act: 'Move',
  title: (session) => `Move “${session}”`,
  now: 'Current date',
  day: 'New day',
  time: 'New start',
  keeps: (length) => `The session lasts as long as before: ${length}.`,
  hours: (hours, minutes) => [hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(' '),
  quick: 'Dates to choose',
  nextWeek: 'A week later',
  sameRank: 'Same rank next month',
  scope: 'Which of the series?',
  scopes: {
    this: 'This session',
    following: (count) => `This one and those after it (${count} sessions)`,
    all: (count) => `All that are to come (${count} sessions)`,
  },
  read: 'Read again',
  recapTitle: 'Read before moving',
  same: 'It takes place then already: choose another day or another hour.',
  over: 'This session has begun or is cancelled: it does not move any more.',
  sessions: (count) => (count === 1 ? '1 session moves.' : `${count} sessions move.`),
  people: (count, confirmed, waiting) =>
    count === 0
      ? 'Nobody has registered here: no message goes.'
      : `${count === 1 ? 'One person gets' : `${count} people get`} a message: ${confirmed} with a seat, ${waiting} waiting. All keep their registration.`,
  inPerson: (count) =>
    count === 1 ? 'One person had a seat in person.' : `${count} people had a seat in person.`,
  soon: 'A session takes place in less than three hours: the messages go at once.',
  was: 'Before',
  is: 'After',
  told: 'Tells',
  toldOf: (count) => (count === 0 ? 'nobody' : count === 1 ? '1 person' : `${count} people`),
  mail: 'The message as it goes out',
  move: 'Move and tell',
  moveOnly: 'Move',
  back: 'Change it further',
  done: 'It is moved.',
  conflict:
    'While you were reading, one of these sessions changed. Here is where they stand: read, then move.',
};

/** Words of the pages on which sessions are moved. */
export const movingMessages = (language: Language): typeof fr => ({ fr, en })[language];
