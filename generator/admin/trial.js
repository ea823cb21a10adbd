// A trial begins with the site's own cards, in the browser's own storage: nothing leaves it.

const FOLDER = 'sveltia-cms-test';

/** Puts the cards where Sveltia's trial looks for them, the first time. */
export const beginTrial = () =>
  // Without them the trial is empty, but works.
  fill().catch((error) => console.warn(error));

const fill = async () => {
  const disk = await navigator.storage.getDirectory();
  try {
    await disk.getDirectoryHandle(FOLDER);
    return;
  } catch {
    // It is the first time.
  }
  const answer = await fetch('cards.json', { cache: 'no-cache' });
  if (!answer.ok) return;
  const root = await disk.getDirectoryHandle(FOLDER, { create: true });
  for (const [path, text] of Object.entries(await answer.json())) {
    const parts = path.split('/');
    let folder = root;
    for (const part of parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await folder.getFileHandle(parts.at(-1), { create: true });
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
  }
};
