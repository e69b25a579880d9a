// Asks the graph beside these pages.

/** Answers with data, or with the code of what went wrong. */
export async function askGraph(query, variables, accessToken) {
  const response = await fetch(new URL('../graphql', location.href), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accessToken && { authorization: `Bearer ${accessToken}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  return errors ? { code: errors[0].extensions?.code ?? 'INTERNAL_SERVER_ERROR' } : { data };
}

/** Carries out a mutation by its name, and selects what is named: answers with that, or with code and field of the refusal. */
export async function change(name, input, { selects = '', accessToken } = {}) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { answer: ${name}(input: $input) { ${selects} userErrors { code field } } }`;
  const { code, data } = await askGraph(query, { input }, accessToken);
  if (code !== undefined) return { code };
  const { answer } = data;
  const [refusal] = answer.userErrors;
  return { code: refusal?.code, field: refusal?.field?.[0], answer };
}

export const failures = {
  failed: 'Het is niet gelukt door een storing. Probeer het over enkele minuten opnieuw.',
  tooMany: 'Dit is te vaak geprobeerd. Wacht enkele minuten en probeer opnieuw.',
};
