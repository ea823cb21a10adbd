// The field in which one or several of many are chosen: a box to narrow them in, and native radio
// buttons or checkboxes.
//
// Sveltia's own list needs a mouse, or patience: it takes the first letter typed for a choice, stays
// open over what is below, and chooses what it no longer shows when keys come fast. Here nothing
// opens or covers anything: whoever types a few letters has the choices that fit below them, and
// those chosen when nothing is typed.

const FEW = 8;
const SHOWN = 30;

/** The words of a name, without capitals and signs. */
const words = (text) => text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const plain = (text) => words(text.normalize('NFD').replace(/\p{Diacritic}/gu, ''));

/** How names are compared with what was typed: whoever types å means å, and by a perhaps both. */
const readAs = (typed) => (/[^ -~]/.test(typed) ? words : plain);

/** Is that the whole name? */
const isWhole = (typed) => {
  const read = readAs(typed);
  return ({ label }) => read(label) === read(typed);
};

/**
 * The component of a field type, for `CMS.registerFieldType`.
 * @param {Record<string, any>} texts What is said, in the language of the form.
 * @returns {object} A field whose value is a string, or a list of them where it is `multiple`. What
 * may be chosen is `options`, as those of a select; with `free`, a name that is none of them too.
 */
export const choice = (texts) => {
  const h = window.createElement;
  return window.createClass({
    getInitialState: () => ({ typed: '' }),

    is(property) {
      return this.props.field.get(property) === true;
    },

    chosen() {
      const { value } = this.props;
      if (Array.isArray(value)) return value;
      return typeof value === 'string' && value ? [value] : [];
    },

    /** What there is to choose: what the card has, also where the register does not know it. */
    known() {
      this.options ??= this.props.field.get('options').toJS();
      const named = new Set(this.options.map(({ value }) => value));
      const own = this.chosen().filter((value) => !named.has(value));
      return [...own.map((value) => ({ value, label: value })), ...this.options];
    },

    isLong() {
      return this.options.length > FEW || this.is('free');
    },

    /** The choices that are on the screen, best first. */
    shown() {
      const known = this.known();
      const { typed } = this.state;
      const read = readAs(typed);
      if (!this.isLong()) return known;
      if (!read(typed)) return known.filter(({ value }) => this.chosen().includes(value));
      // A name that begins so, then those in which another word does.
      const fitting = known
        .map((option) => ({ ...option, at: ` ${read(option.label)}`.indexOf(` ${read(typed)}`) }))
        .filter(({ at }) => at >= 0)
        .sort((one, other) => Math.sign(one.at) - Math.sign(other.at));
      const own = typed.trim().replace(/\s+/g, ' ');
      const fresh = this.is('free') && !fitting.some(isWhole(typed));
      return [...fitting, ...(fresh ? [{ value: own, label: texts.fresh(own), fresh }] : [])];
    },

    choose(value) {
      if (this.chosen().includes(value)) return;
      this.props.onChange(this.is('multiple') ? [...this.chosen(), value] : value);
    },

    toggle(value) {
      this.took = true;
      const without = this.chosen().filter((one) => one !== value);
      if (without.length === this.chosen().length) this.choose(value);
      else if (this.is('multiple')) this.props.onChange(without);
      else if (!this.is('required')) this.props.onChange('');
    },

    onType(event) {
      this.took = false;
      this.setState({ typed: event.target.value });
    },

    /** Enter takes the only choice that fits, or the one whose whole name was typed. */
    onKeyInBox(event) {
      if (event.key === 'ArrowDown') this.step(event, 1);
      if (event.key === 'Escape' && this.state.typed) {
        this.setState({ typed: '' });
        event.stopPropagation();
      }
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const shown = this.shown();
      const fitting = shown.filter(({ fresh }) => !fresh);
      const { typed } = this.state;
      const one =
        fitting.find(isWhole(typed)) ??
        (fitting.length ? fitting.length === 1 && fitting[0] : shown[0]);
      if (!words(typed) || !one) return;
      this.choose(one.value);
      this.setState({ typed: '' });
    },

    onKeyInList(event, value) {
      if (event.key === 'ArrowDown') this.step(event, 1);
      if (event.key === 'ArrowUp') this.step(event, -1);
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.toggle(value);
    },

    step(event, by) {
      const inputs = [...event.target.closest('.choice').querySelectorAll('input')];
      event.preventDefault();
      inputs[inputs.indexOf(event.target) + by]?.focus();
    },

    /** Whoever types a whole name, ticks nothing and goes on has chosen it. */
    onLeave(event) {
      if (this.took || event.currentTarget.contains(event.relatedTarget)) return;
      const { typed } = this.state;
      const one = words(typed) && this.known().find(isWhole(typed));
      if (!one) return;
      this.choose(one.value);
      this.setState({ typed: '' });
    },

    told(known, shown) {
      const name = (value) => known.find((option) => option.value === value)?.label ?? value;
      const chosen = this.chosen().map(name);
      const fitting = shown.filter(({ fresh }) => !fresh).length;
      return [
        chosen.length ? texts.chosen(chosen) : texts.none,
        ...(this.state.typed.trim() ? [texts.fitting(fitting)] : []),
      ].join(' ');
    },

    group() {
      return this.is('multiple') ? { role: 'group' } : { role: 'radiogroup', 'aria-required': this.is('required') };
    },

    render() {
      const { forID } = this.props;
      const known = this.known();
      const shown = this.shown();
      const label = `${forID}-label`;
      const box = {
        type: 'text',
        className: this.props.classNameWrapper,
        autoComplete: 'off',
        spellCheck: false,
        'aria-labelledby': label,
        'aria-describedby': `${forID}-told`,
        'aria-required': this.is('required'),
        value: this.state.typed,
        onChange: this.onType,
        onKeyDown: this.onKeyInBox,
      };
      const offer = ({ value, label: words }) =>
        h('label', { key: value },
          h('input', {
            type: this.is('multiple') ? 'checkbox' : 'radio',
            checked: this.chosen().includes(value),
            onChange: () => {},
            onClick: () => this.toggle(value),
            onKeyDown: (event) => this.onKeyInList(event, value),
          }),
          h('span', null, words));
      return h('div', { className: 'choice', onBlur: this.onLeave },
        this.isLong() && h('input', box),
        this.isLong() && h('p', { id: `${forID}-told`, role: 'status' }, this.told(known, shown)),
        h('div', { ...this.group(), 'aria-labelledby': label },
          shown.slice(0, SHOWN).map(offer)),
        shown.length > SHOWN && h('p', null, texts.more));
    },
  });
};
