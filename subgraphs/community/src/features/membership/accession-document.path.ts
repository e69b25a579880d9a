/** Beside the graph, which takes no files. */
export const uploadPath = '/files/memberships/:id/accession-document';

/** For who has to find it. */
export const howToUpload = `POST ${uploadPath.replace(':id', '{id}')}?name=… with the PDF as its body`;
