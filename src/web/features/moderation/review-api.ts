import type { components } from '../../api/api.gen';
import type { Material } from '../../api/types';

type Schemas = components['schemas'];

export type Decision = Schemas['ReviewDecision']['decision'];

/** A hint of a machine or a person, never a decision. */
export type ReviewFlag = Schemas['ReviewFlag'];

/** What the desk gets to see of a post. The server's description leaves subjects open: each room shows its own. */
export type MaterialSubject = { kind: 'material' } & Pick<
  Material,
  'id' | 'state' | 'category' | 'body' | 'commentText' | 'tags' | 'variants' | 'images' | 'createdAt' | 'version'
>;

/** A decision names the `version`, and is refused when the review changed after it was read. */
export type Review = Schemas['Review'];

/** Its `log` holds everything that was ever decided about the subject, oldest first. */
export type ReviewDetail = Schemas['ReviewDetail'];
