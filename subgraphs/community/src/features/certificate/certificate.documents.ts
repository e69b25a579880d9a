import type { DocumentRoute } from '@lokaal/shared/documents';
import type { SliceDependencies } from '../../slice.js';
import { certificatePage, isPrinted } from './certificate-page.js';
import { CertificatePrinter } from './certificate-printer.js';
import { CertificateVerification } from './certificate-verification.query.js';

type On = Pick<SliceDependencies, 'pool' | 'publicUrl'>;

/** For everybody, without sign-in: the code is the right to know. Unknown codes are answered with 404. */
const pageRoute = ({ pool }: On): DocumentRoute => ({
  method: 'GET',
  path: '/certificates/:code',
  answer: async (_request, { code = '' }) => {
    const certificate = await new CertificateVerification(pool).of(code);
    return certificate && { status: 200, type: 'text/html; charset=utf-8', body: certificatePage(certificate) };
  },
});

/** To be saved, for a browser shows no PDF under the policy of documents. Gone with 404 once revoked or without a name. */
const pdfRoute = ({ pool, publicUrl }: On, printer: CertificatePrinter): DocumentRoute => ({
  method: 'GET',
  // a hyphen would end a parameter without pattern
  path: '/certificates/:code(^[0-9A-Za-z-]+).pdf',
  answer: async (_request, { code = '' }) => {
    const certificate = await new CertificateVerification(pool).of(code);
    if (!certificate || !isPrinted(certificate)) return undefined;
    const body = await printer.print(certificate, `${publicUrl}/certificates/${certificate.code}`);
    return { status: 200, type: 'application/pdf', body, fileName: `certificaat-${certificate.code}.pdf` };
  },
});

export const certificateRoutes = (on: On): DocumentRoute[] => [pageRoute(on), pdfRoute(on, new CertificatePrinter())];
