import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/**
 * Characters of all texts that are kept. What was read of one takes some forty bytes a character, in comments too, which
 * Apollo's own store does not count.
 */
const capacity = 500_000;

/** Operations that were read and found valid, for when they are asked again; the one not asked for longest makes room. */
export class KnownDocuments {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: capacity,
    sizeCalculation: ({ loc }) => loc?.source.body.length ?? capacity,
  });

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.documents.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.documents.set(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(key);
  }
}
