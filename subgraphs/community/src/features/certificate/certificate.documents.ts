import type { DocumentAnswer, DocumentRoute } from '@lokaal/shared/documents';
import type { SliceDependencies } from '../../slice.js';
import { certificateForm } from './certificate-form.js';
import { certificatePage, isPrinted } from './certificate-page.js';
import { CertificatePrinter } from './certificate-printer.js';
import { CertificateVerification, type PublicCertificate } from './certificate-verification.query.js';

type On = Pick<SliceDependencies, 'rows' | 'publicUrl' | 'clock'>;

/** Under an unknown code, with 404, the form to type another one. */
const pageOf = (certificate: PublicCertificate | undefined, code: string): DocumentAnswer => ({
  status: certificate ? 200 : 404,
  type: 'text/html; charset=utf-8',
  body: certificate ? certificatePage(certificate) : certificateForm(code),
});

/** For everybody, without sign-in: the code is the right to know. */
const pageRoute = (on: On): DocumentRoute => ({
  method: 'GET',
  path: '/certificates/:code',
  answer: async (request, { code = '' }) => {
    return pageOf(await new CertificateVerification(on).of(request, code), code);
  },
});

/** For who has the code on paper: a form, and what it finds. */
const formRoute = (on: On): DocumentRoute => ({
  method: 'GET',
  path: '/certificates',
  answer: async (request) => {
    const { code } = request.query;
    if (code === undefined) return { status: 200, type: 'text/html; charset=utf-8', body: certificateForm() };
    return pageOf(await new CertificateVerification(on).of(request, code), code);
  },
});

/** To be saved, for a browser shows no PDF under the policy of documents. Once revoked or without a name the page says so, with 404. */
const pdfRoute = (on: On, printer: CertificatePrinter): DocumentRoute => ({
  method: 'GET',
  // a hyphen would end a parameter without pattern
  path: '/certificates/:code(^[0-9A-Za-z-]+).pdf',
  answer: async (request, { code = '' }) => {
    const certificate = await new CertificateVerification(on).of(request, code);
    if (!certificate || !isPrinted(certificate)) return { ...pageOf(certificate, code), status: 404 };
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
