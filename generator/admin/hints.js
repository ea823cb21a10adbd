// Sveltia shows a field's hint and error beside it; whoever hears the form is told of them here.

const FILLED_IN =
  'input:not([type=checkbox], [type=radio]), textarea, [role=combobox], [contenteditable], ' +
  '[role=radiogroup]:not(.choice > *), .choice > [role]:only-child';

let count = 0;

/** The id of an element, given to it where it has none. */
const idOf = (element) => (element.id ||= `form_hint_${(count += 1)}`);

const describe = (field) => {
  const told = [...field.querySelectorAll(':scope > .footer .hint, :scope > .validation')].map(idOf);
  const own = [...field.querySelectorAll(FILLED_IN)].filter((control) => control.closest('.field') === field);
  // A group of fields is told of when one comes into it.
  for (const control of own.length ? own : [field]) {
    const theirs = (control.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter((id) => !told.includes(id) && document.getElementById(id));
    // Sveltia says so of its own fields.
    const wrong = String(!!field.querySelector(':scope > .validation'));
    if (control.closest('.choice') && control.getAttribute('aria-invalid') !== wrong)
      control.setAttribute('aria-invalid', wrong);
    const ids = [...theirs, ...told].join(' ');
    if (ids !== (control.getAttribute('aria-describedby') ?? '')) control.setAttribute('aria-describedby', ids);
  }
};

/** Ties what is said about each field to it, now and as fields come and go. */
export const describeFields = () => {
  let asked = 0;
  const all = () => {
    asked = 0;
    document.querySelectorAll('.field').forEach(describe);
  };
  new MutationObserver(() => (asked ||= requestAnimationFrame(all))).observe(document.body, {
    childList: true,
    subtree: true,
  });
};
