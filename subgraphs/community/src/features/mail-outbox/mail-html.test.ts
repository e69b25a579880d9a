import fc from 'fast-check';
import { escapeHtml, withLinks } from './mail-html.js';

const link = (url: string): string => `<a href="${url}">${url}</a>`;

it.each([
  ['Lees https://a.example/één?x=1&y=2.', `Lees ${link('https://a.example/één?x=1&amp;y=2')}.`],
  ['(zie http://a.example/b), en', `(zie ${link('http://a.example/b')}), en`],
  ['http://a.example/b_(c).', `${link('http://a.example/b_(c)')}.`],
  ['https://a.example, https://b.example!', `${link('https://a.example')}, ${link('https://b.example')}!`],
  ['<https://a.example/>', `&lt;${link('https://a.example/')}&gt;`],
  ['“https://a.example/”', `“${link('https://a.example/')}”`],
  ['HTTPS://A.EXAMPLE', link('HTTPS://A.EXAMPLE')],
  ['https://"onmouseover=x', 'https://&quot;onmouseover=x'],
  ['javascript:alert(1) ftp://a.example a.example data:text/html,x', undefined],
  ['xhttps://a.example', undefined],
])('makes links of web addresses only: %s', (text, html) => {
  expect(withLinks(text)).toBe(html ?? escapeHtml(text));
});

it('says the same as the text, and has no markup but links to http and https', () => {
  const word = fc.oneof(
    fc.constantFrom('https://', 'http://a.example/', 'javascript:', '"', "'", '<a>', '&amp;', '(', ')', '.', ' ', '\n'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join('');
      const html = withLinks(text);
      const bare = html.replaceAll(/<a href="https?:\/\/[^"<>\s]*">([^<>]*)<\/a>/giu, '$1');
      expect(bare).toBe(escapeHtml(text));
    }),
  );
});
