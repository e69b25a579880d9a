import type { DocumentAnswer, DocumentRoute } from '@lokaal/shared/documents';
import type { SliceDependencies } from '../../slice.js';
import { certificateForm } from './certificate-form.js';
import { certificatePage, isPrinted } from './certificate-page.js';
import { CertificatePrinter } from './certificate-printer.js';
import { CertificateVerification } from './certificate-verification.query.js';

type On = Pick<SliceDependencies, 'rows' | 'publicUrl' | 'clock'>;

/** For everybody, without sign-in: the code is the right to know. Unknown codes are answered with 404. */
const pageRoute = (on: On): DocumentRoute => ({
  method: 'GET',
  path: '/certificates/:code',
  answer: async (request, { code = '' }) => {
    const certificate = await new CertificateVerification(on).of(request, code);
    return certificate && { status: 200, type: 'text/html; charset=utf-8', body: certificatePage(certificate) };
  },
});

/** For who has the code on paper: a form, and what it finds. */
const formRoute = (on: On): DocumentRoute => ({
  method: 'GET',
  path: '/certificates',
  answer: async (request) => {
    const { code } = request.query;
    const certificate = code === undefined ? undefined : await new CertificateVerification(on).of(request, code);
    const body = certificate ? certificatePage(certificate) : certificateForm(code);
    const status = code === undefined || certificate ? 200 : 404;
    return { status, type: 'text/html; charset=utf-8', body };
  },
});

/** To be saved, for a browser shows no PDF under the policy of documents. Gone with 404 once revoked or without a name. */
const pdfRoute = (on: On, printer: CertificatePrinter): DocumentRoute => ({
  method: 'GET',
  // a hyphen would end a parameter without pattern
  path: '/certificates/:code(^[0-9A-Za-z-]+).pdf',
  answer: async (request, { code = '' }) => {
    const certificate = await new CertificateVerification(on).of(request, code);
    if (!certificate || !isPrinted(certificate)) return undefined;
    const { retryAfter } = printer;
    if (retryAfter !== undefined) return printerPaused(retryAfter);
    const body = await printer.print(certificate, `${on.publicUrl}/certificates/${certificate.code}`);
    return { status: 200, type: 'application/pdf', body, fileName: `certificaat-${certificate.code}.pdf` };
  },
});

/** In the words of the graph. */
const printerPaused = (retryAfter: number): DocumentAnswer => {
  const message = 'Certificates cannot be printed at this moment; the page of the certificate says the same.';
  const errors = [{ message, extensions: { code: 'SERVICE_UNAVAILABLE', retryAfter } }];
  return { status: 503, type: 'application/json; charset=utf-8', body: JSON.stringify({ errors }) };
};

export const certificateRoutes = (on: On): DocumentRoute[] => [
  formRoute(on),
  pageRoute(on),
  pdfRoute(on, new CertificatePrinter(on.clock)),
];
