// Starts Altair beside /graphql, wherever a proxy puts the two. The constant `given` stands before this: Altair's options, and all
// questions by heading. A few windows are open, the first question of each heading; all others are in Altair's collections,
// which are in sight from the beginning.
//
// Altair cannot be given collections, so they are put where it keeps its own. The schema of that database is that of the version
// of Altair in package.json.

const { options, headings } = given;
const endpointURL = new URL('../../../graphql', document.baseURI).href;
const initialWindows = options.initialWindows.map((one) => ({ ...one, endpointURL }));
// Altair keeps what people wrote in the browser: they find it again, until the questions change.
const opened = `${options.instanceStorageNamespace}opened`;
const ours = 'lokaal-';

/** A question as Altair saves one in a collection. It shows collections from the newest, and the questions in one from the oldest. */
const savedQuestion = (one, heading, place) => ({
  version: 1,
  type: 'window',
  windowName: one.initialName,
  apiUrl: endpointURL,
  query: one.initialQuery,
  variables: one.initialVariables,
  headers: Object.entries(one.initialHeaders ?? {}).map(([key, value]) => ({ key, value, enabled: true })),
  preRequestScript: '',
  preRequestScriptEnabled: false,
  postRequestScript: one.initialPostRequestScript ?? '',
  postRequestScriptEnabled: one.initialPostRequestScript !== undefined,
  storageType: 'local',
  id: `${ours}${heading}-${place}`,
  created_at: place + 1,
  updated_at: place + 1,
});

const collection = ({ title, questions }, index) => ({
  id: `${ours}${index}`,
  title,
  queries: questions.map((one, place) => savedQuestion(one, index, place)),
  parentPath: '',
  storageType: 'local',
  workspaceId: 'local',
  created_at: headings.length - index,
  updated_at: headings.length - index,
});

const done = (request) =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

async function saveCollections() {
  // Dexie's version 5 is version 50 of the browser
  const opening = indexedDB.open('AltairDB', 50);
  opening.addEventListener('upgradeneeded', () => {
    if (opening.result.objectStoreNames.length > 0) return;
    const collections = opening.result.createObjectStore('queryCollections', { keyPath: 'id', autoIncrement: true });
    collections.createIndex('title', 'title');
    collections.createIndex('parentPath', 'parentPath');
    opening.result.createObjectStore('appState', { keyPath: 'key' });
    opening.result.createObjectStore('selectedFiles', { keyPath: 'id' }).createIndex('windowId', 'windowId');
    opening.result.createObjectStore('localActionLogs', { keyPath: 'id', autoIncrement: true });
  });
  const database = await done(opening);
  const store = database.transaction('queryCollections', 'readwrite').objectStore('queryCollections');
  await done(store.delete(IDBKeyRange.bound(ours, `${ours}~`)));
  await Promise.all(headings.map((heading, index) => done(store.put(collection(heading, index)))));
  database.close();
}

/** Once Altair has made the windows: the first one is where to begin, and the collections are open beside it. */
function showWhereToBegin() {
  const watch = new MutationObserver(() => {
    const tabs = document.querySelectorAll('.window-switcher__item:has(.window-switcher__close)');
    const collections = document.querySelector('[track-id="show_collections"]');
    if (tabs.length < initialWindows.length || !collections) return;
    watch.disconnect();
    localStorage.setItem(opened, 'yes');
    setTimeout(() => {
      tabs[0].click();
      collections.click();
    });
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

// The schema is more than a megabyte: a window reads it when somebody opens its documentation or begins to write.
const read = new WeakSet();
const readSchema = (target) => {
  const button = target.closest('app-window')?.querySelector('[track-id="reload_docs"]');
  if (!button || read.has(button)) return;
  read.add(button);
  button.click();
};
document.addEventListener('click', ({ target }) => target.closest('[track-id="show_docs"]') && readSchema(target));
document.addEventListener('keydown', ({ target }) => target.closest('.cm-editor') && readSchema(target));

async function start() {
  if (!localStorage.getItem(opened)) {
    // Without them, as in a browser that keeps nothing, the open windows are there all the same.
    await saveCollections().catch(() => undefined);
    showWhereToBegin();
  }
  AltairGraphQL.init({ ...options, endpointURL, initialWindows });
}

void start();
