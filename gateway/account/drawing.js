// Draws what is one's own. Texts of the graph become text only, whatever somebody wrote into them.

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const paragraph = (text) => element('p', {}, text);

let choices = 0;

/** A list to choose from, with its label. */
function choiceOf({ name, label, options }) {
  choices += 1;
  const id = `choice-${choices}`;
  const listed = options.map(({ value, text }) => element('option', { value }, text));
  return [element('label', { htmlFor: id }, label), element('select', { id, name }, ...listed)];
}

/** A form, so that a button is reached and pressed as everywhere. */
function form(act, title, perform) {
  const button = element('button', { className: act.sure ? 'quiet' : '' }, act.label);
  button.setAttribute('aria-label', `${act.label}: ${title}`);
  const made = element('form', {}, ...(act.choice ? choiceOf(act.choice) : []), button);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    perform(act, Object.fromEntries(new FormData(made)));
  });
  return made;
}

function item({ title, lines, link, acts, parts = [] }, perform, heading = 'h3') {
  return element(
    'li',
    {},
    element(heading, {}, title),
    ...lines.filter(Boolean).map(paragraph),
    ...(link ? [element('p', {}, element('a', { href: link.href, rel: 'noreferrer' }, link.text))] : []),
    ...(acts.length > 0
      ? [element('div', { className: 'acts' }, ...acts.map((act) => form(act, title, perform)))]
      : []),
    ...(parts.length > 0 ? [element('ul', {}, ...parts.map((part) => item(part, perform, 'h4')))] : []),
  );
}

/** A section, and what happens with an act that somebody asks for. */
export const drawn = ({ title, empty, items }, perform) =>
  element(
    'section',
    {},
    element('h2', {}, title),
    items.length === 0 ? paragraph(empty) : element('ul', {}, ...items.map((one) => item(one, perform))),
  );

export const issuerButton = ({ label }, leave) => {
  const button = element('button', { type: 'button', className: 'quiet' }, `Meld u aan met ${label}`);
  button.addEventListener('click', leave);
  return button;
};
