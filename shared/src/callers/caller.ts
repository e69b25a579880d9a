import { actorOf, type Viewer } from '../auth/index.js';
import { addressSite } from './address-block.js';

/** Who asks, from where, by which request, and until when the answer is waited for. */
export interface Asker {
  readonly viewer: Viewer;
  /** Identifier of the client's request: it is in the answer's headers, the logs and the audit records. */
  readonly requestId: string;
  /** Address of the client as the gateway saw it. */
  readonly clientAddress?: string;
  /** Comes when nobody waits for the answer any more: its client was told TIMEOUT, or hung up. Nothing more is begun. */
  readonly signal?: AbortSignal;
}

/** For whom a turn counts. What cannot be told is absent, and no limit holds for it. */
export interface Caller {
  /** A person or the key of a system. */
  readonly account?: string;
  /** An IPv4 address, or the /48 of a site. */
  readonly network?: string;
}

export const callerOf = ({ viewer, clientAddress }: Pick<Asker, 'viewer' | 'clientAddress'>): Caller => ({
  account: actorOf(viewer),
  network: addressSite(clientAddress),
});
