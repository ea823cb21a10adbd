// Starts the form with the configuration that Insyn has made of its description of a card.

import './preferences.js';
import CMS from '@sveltia/cms';
import { fileFormat } from './card.js';
import { choice } from './choice.js';
import { describeFields } from './hints.js';
import { mendKeys } from './keyboard.js';
import { askBeforeLeaving } from './leaving.js';
import { beginTrial } from './trial.js';

const TEXTS = {
  sv: {
    alt: 'En bild saknar alternativtext. Skriv vad bilden visar, och spara igen.',
    failed: 'Formuläret kunde inte starta. Ladda om sidan, eller berätta för den som sköter webbplatsen.',
    leave: 'Du har inte sparat kortet. Vill du lämna det ändå? Då kan det du har skrivit försvinna.',
    chosen: (names) =>
      names.length > 3 ? `${names.length} är valda, sist ${names.at(-1)}.` : `Valt: ${names.join('; ')}.`,
    none: 'Inget är valt.',
    fitting: (count) => (count ? `${count} passar.` : 'Inget passar.'),
    fresh: (name) => `${name} (nytt namn)`,
    more: 'Skriv fler bokstäver för att se resten.',
  },
  en: {
    alt: 'A picture has no alternative text. Write what the picture shows, and save again.',
    failed: 'The form could not start. Load the page again, or tell those who run the site.',
    leave: 'You have not saved the card. Leave it all the same? What you have written may be lost.',
    chosen: (names) =>
      names.length > 3 ? `${names.length} are chosen, the last ${names.at(-1)}.` : `Chosen: ${names.join('; ')}.`,
    none: 'Nothing is chosen.',
    fitting: (count) => (count ? `${count} fit.` : 'Nothing fits.'),
    fresh: (name) => `${name} (a new name)`,
    more: 'Type more letters to see the rest.',
  },
};
const said = TEXTS[document.documentElement.lang] ?? TEXTS.en;

const tell = (text) => {
  const status = document.getElementById('form_status');
  if (status) status.textContent = text;
};

const start = async () => {
  const answer = await fetch('config.json', { cache: 'no-cache' });
  const { cms, spellings } = await answer.json();
  if (cms.backend.name === 'test-repo') await beginTrial();
  CMS.registerFieldType('choice', choice(said));
  for (const collection of cms.collections.filter(({ folder }) => folder))
    CMS.registerCustomFormat(collection.format, 'md', fileFormat(collection, spellings[collection.name]));
  for (const file of cms.singletons)
    CMS.registerCustomFormat(
      file.format,
      'yaml',
      fileFormat({ ...file, whole: true }, spellings[file.name]),
    );
  CMS.registerEventListener({ name: 'preSave', handler: ({ entry }) => refuseWithoutAlternative(entry.toJS()) });
  CMS.registerEventListener({ name: 'postSave', handler: askBeforeLeaving(said.leave) });
  mendKeys();
  await CMS.init({ config: cms });
  document.getElementById('form_start')?.remove();
  describeFields();
};

/** A picture says in words what it shows, or that it is decoration: else nothing is saved. */
const refuseWithoutAlternative = ({ data, i18n = {} }) => {
  const picture = data.picture;
  const bare = picture?.file && !picture.alt?.trim() && picture.decorative !== 'ja' && picture.decorative !== 'yes';
  const texts = [data.body, ...Object.values(i18n).map((locale) => locale?.data?.body)];
  if (bare || texts.some((text) => /!\[\s*\]\(/.test(text ?? ''))) {
    window.alert(said.alt);
    throw new Error(said.alt);
  }
};

start().catch((error) => {
  console.error(error);
  tell(said.failed);
});
