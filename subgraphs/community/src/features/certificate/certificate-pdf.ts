import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { create as createQr } from 'qrcode';
import type { PublicCertificate } from './certificate-verification.query.js';
import { written, type WrittenCertificate } from './certificate-words.js';

/** A certificate that is printed: its holder is known. */
export interface Printed extends PublicCertificate {
  readonly name: string;
}

type Page = PDFKit.PDFDocument;

const ink = '#16233f';
const soft = '#5b6478';
const gold = '#b08d3f';
/** A4, landscape, in points. */
const [width, height] = [841.89, 595.28];
const textWidth = 620;

// an open font of which the package holds all letters of Latin, Greek and Cyrillic: the fonts that a PDF reader has itself lack most of them
const regular = require.resolve('@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf');
const italic = require.resolve('@expo-google-fonts/eb-garamond/500Medium_Italic/EBGaramond_500Medium_Italic.ttf');
const bold = require.resolve('@expo-google-fonts/eb-garamond/600SemiBold/EBGaramond_600SemiBold.ttf');

/**
 * The certificate as one would hang it on a wall. The same certificate always gives the same bytes: its only time is that of
 * its issue.
 */
export async function certificatePdf(certificate: Printed, url: string): Promise<Buffer> {
  const text = written(certificate);
  const { name, title, issuedAt, language } = certificate;
  const page = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    lang: language.toLowerCase(),
    displayTitle: true,
    info: {
      Title: `${text.words.certificate}: ${title}`,
      Author: 'Lokaal Digitaal',
      Subject: name,
      CreationDate: issuedAt,
    },
  });
  drawFrame(page);
  drawHeading(page, text);
  drawHolder(page, certificate, text);
  drawFoot(page, certificate, { text, url });
  page.end();
  return buffer(page);
}

function drawFrame(page: Page): void {
  page.rect(0, 0, width, height).fill('#fffdf8');
  page
    .lineWidth(3)
    .rect(26, 26, width - 52, height - 52)
    .stroke(ink);
  page
    .lineWidth(0.8)
    .rect(33, 33, width - 66, height - 66)
    .stroke(gold);
  for (const [x, y] of [
    [33, 33],
    [width - 33, 33],
    [33, height - 33],
    [width - 33, height - 33],
  ] as const) {
    page.save().translate(x, y).rotate(45);
    page.rect(-7, -7, 14, 14).fillAndStroke('#fffdf8', gold);
    page.rect(-3, -3, 6, 6).fill(gold);
    page.restore();
  }
}

function drawHeading(page: Page, { words }: WrittenCertificate): void {
  centred(page, 'LOKAAL DIGITAAL', { y: 70, size: 13, font: bold, color: gold, characterSpacing: 5 });
  centred(page, words.certificate, { y: 92, size: 54, font: regular, color: ink });
  page
    .lineWidth(0.8)
    .moveTo(width / 2 - 90, 170)
    .lineTo(width / 2 - 12, 170)
    .stroke(gold);
  page
    .moveTo(width / 2 + 12, 170)
    .lineTo(width / 2 + 90, 170)
    .stroke(gold);
  page
    .save()
    .translate(width / 2, 170)
    .rotate(45)
    .rect(-3.5, -3.5, 7, 7)
    .fill(gold)
    .restore();
}

function drawHolder(page: Page, { name, title }: Printed, { words, when, duration }: WrittenCertificate): void {
  centred(page, words.confirms, { y: 190, size: 16, font: regular, color: soft });
  centred(page, name, { y: 216, size: 42, font: italic, color: ink, lines: 1 });
  centred(page, words.attended, { y: 282, size: 16, font: regular, color: soft });
  centred(page, title, { y: 310, size: 28, font: bold, color: ink, lines: 2 });
  centred(page, `${when}   ·   ${duration}`, { y: 392, size: 16, font: regular, color: ink });
}

interface Foot {
  readonly text: WrittenCertificate;
  readonly url: string;
}

const qrSize = 92;

function drawFoot(page: Page, { code }: Printed, { text: { words, issuedOn }, url }: Foot): void {
  const left = 72;
  const top = 438;
  const right = width - left - qrSize;
  page
    .lineWidth(0.6)
    .moveTo(left, top + 62)
    .lineTo(left + 190, top + 62)
    .stroke(soft);
  page
    .font(bold)
    .fontSize(13)
    .fillColor(ink)
    .text('Lokaal Digitaal', left, top + 68, { lineBreak: false });
  page.font(regular).fontSize(11).fillColor(soft);
  page.text(`${words.issuedOn} ${issuedOn}`, left, top + 85, { lineBreak: false });
  const beside = { width: 330, align: 'right', lineBreak: false } as const;
  page.text(words.verify, right - 344, top + 34, beside);
  page.fontSize(fitted(page, url.split('/certificates/')[0]!, { size: 11, room: 330 }));
  page.text(`${url.split('/certificates/')[0]!.replace('https://', '')}/certificates`, right - 344, top + 49, beside);
  page.text(words.code, right - 344, top + 68, beside);
  page
    .font(bold)
    .fontSize(12.5)
    .fillColor(ink)
    .text(code, right - 344, top + 82, { ...beside, characterSpacing: 0.4 });
  page.link(right, top, qrSize, qrSize, url);
  drawQr(page, url, [right, top]);
}

/** One square a module, so that it stays sharp at any size. */
function drawQr(page: Page, url: string, [left, top]: readonly [number, number]): void {
  const { modules } = createQr(url, { errorCorrectionLevel: 'M' });
  const side = qrSize / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) page.rect(left + column * side, top + row * side, side, side);
    }
  }
  page.fill(ink);
}

interface Line {
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly color: string;
  readonly characterSpacing?: number;
  /** So many lines at most; smaller letters when it would take more. One when absent. */
  readonly lines?: 1 | 2;
}

function centred(page: Page, text: string, { y, size, color, lines = 1, characterSpacing = 0, ...line }: Line): void {
  page.font(line.font).fillColor(color);
  const fits = fitted(page, text, { size, room: textWidth * (lines === 1 ? 1 : 1.8) });
  const isOneLine = page.fontSize(fits).widthOfString(text) <= textWidth;
  // what takes less room stands in the middle of it
  const shift = lines === 2 && isOneLine ? size * 0.55 : (size - fits) / 2;
  page.text(text, (width - textWidth) / 2, y + shift, {
    width: textWidth,
    align: 'center',
    characterSpacing,
    lineGap: -4,
  });
}

/** The size, or the largest smaller one at which the text takes no more room. */
function fitted(page: Page, text: string, { size, room }: { readonly size: number; readonly room: number }): number {
  const taken = page.fontSize(size).widthOfString(text);
  return taken <= room ? size : Math.max(6, Math.floor(((size * room) / taken) * 10) / 10);
}
