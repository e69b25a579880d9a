import { Language } from '../person/language.js';
import { renderMail } from './mail-template.js';

describe('renderMail', () => {
  it('takes the name of a person as text, in HTML too', () => {
    const content = {
      language: Language.EN,
      subject: 'Hello',
      paragraphs: ['1 < 2'],
      action: { label: 'Go', url: 'https://a.example/?b="c"' },
    };
    const { text, html } = renderMail({ ...content, name: '<script>alert(1)</script>\nBcc: x' });
    expect(html).toContain('<p>Hello &lt;script&gt;alert(1)&lt;/script&gt; Bcc: x,</p>\n<p>1 &lt; 2</p>');
    expect(html).toContain('<a class="action" href="https://a.example/?b=&quot;c&quot;">Go</a>');
    expect(text).toContain(
      'Hello <script>alert(1)</script> Bcc: x,\n\n1 < 2\n\nGo:\nhttps://a.example/?b="c"\n\nKind regards',
    );
  });

  it('sets a space before a colon in French', () => {
    const content = { subject: 'Salut', paragraphs: [], action: { label: 'Annuler', url: 'https://a.example/' } };
    expect(renderMail({ ...content, language: Language.FR }).text).toContain('Annuler\u00a0:\nhttps://a.example/');
    expect(renderMail({ ...content, language: Language.NL }).text).toContain('Annuler:\n');
  });
});
