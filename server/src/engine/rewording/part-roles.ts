import type { Draft } from '../markdown/draft';
import type { DraftRoles } from '../reading/document';

/** A draft with what it says of its roles. */
export interface KnownRoles {
  readonly draft: Draft;
  readonly roles: DraftRoles;
}

/** The roles of a part of a draft: what the whole draft says of them; its own tables are read anew, by `own`. */
export function rolesOfPart({ draft, roles }: KnownRoles, own: () => DraftRoles): DraftRoles {
  let read: DraftRoles | undefined;
  return {
    ...roles,
    ofHeading: ({ text }) => {
      const same = draft.blocks.find((block) => block.kind === 'heading' && block.text === text);
      return same && roles.ofHeading(same);
    },
    ofTable: (index) => (read ??= own()).ofTable(index),
  };
}
