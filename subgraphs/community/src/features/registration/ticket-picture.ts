import type { MailAttachment } from '../mail-outbox/mail-template.js';
import type { RegistrationEntity } from './registration.entity.js';
import { AttendanceMode } from './registration.enums.js';

/** The ticket code as a scanner at the entrance reads it; online there is no entrance. */
export const ticketPicture = ({ mode, ticketCode: content }: RegistrationEntity): MailAttachment[] =>
  mode === AttendanceMode.ON_SITE
    ? [{ fileName: 'ticket.png', type: 'image/png', content, picture: { id: 'ticket', alt: content } }]
    : [];
