// Starts the form with the configuration that Insyn has made of its description of a card.

import CMS from '@sveltia/cms';
import { fileFormat } from './card.js';

const TEXTS = {
  sv: {
    alt: 'En bild saknar alternativtext. Skriv vad bilden visar, och spara igen.',
    failed: 'Formuläret kunde inte starta. Ladda om sidan, eller berätta för den som sköter webbplatsen.',
  },
  en: {
    alt: 'A picture has no alternative text. Write what the picture shows, and save again.',
    failed: 'The form could not start. Load the page again, or tell those who run the site.',
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
  for (const collection of cms.collections.filter(({ folder }) => folder))
    CMS.registerCustomFormat(collection.format, 'md', fileFormat(collection, spellings[collection.name]));
  for (const file of cms.singletons)
    CMS.registerCustomFormat(
      file.format,
      'yaml',
      fileFormat({ ...file, whole: true }, spellings[file.name]),
    );
  CMS.registerEventListener({ name: 'preSave', handler: ({ entry }) => refuseWithoutAlternative(entry.toJS()) });
  await CMS.init({ config: cms });
  document.getElementById('form_start')?.remove();
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
