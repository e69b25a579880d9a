import { explainStartFailure, StartError } from './start-error.js';

it.each([
  ['Port 4000 is in use: set PORT to a free one.', 'Port 4000 is in use: set PORT to a free one.'],
  ['Cannot listen on ::1: Error: bind EINVAL', 'Cannot listen on ::1: Error: bind EINVAL.'],
  ['The database cannot be made: disk full!', 'The database cannot be made: disk full!'],
])('%p is told as a sentence', (reason, sentence) => {
  expect(explainStartFailure(new StartError(reason))).toBe(sentence);
});
