import { z } from 'zod';
import { id, nameLike, text, words } from '../platform/http/schemas';

export const teamView = z.object({ id, name: z.string() }).meta({ id: 'Team' });

/** A person as others see them. */
export const personView = z
  .object({ id, displayName: z.string(), trustLevel: z.number().int().min(0).max(3), team: teamView.nullable() })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof personView>;

/** A person as they see themselves. */
export const accountView = z
  .object({
    ...personView.shape,
    name: z.string(),
    role: z.enum(['promoter', 'moderator', 'admin']),
    state: z.enum(['active', 'suspended']),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Account' });
export type AccountView = z.infer<typeof accountView>;

/** The token is shown once; only its hash is kept. Browsers get the same token as an httpOnly cookie and may ignore it here. */
export const signedInView = z.object({ account: accountView, token: z.string() }).meta({ id: 'SignedIn' });
export type SignedInView = z.infer<typeof signedInView>;

/** As it was meant: phones add a space after a word, and keyboards for Chinese have letters of full width, `ａｄｍｉｎ`. */
const typed = (name: z.ZodString): z.ZodString => name.trim().normalize('NFKC');

/** Sign-in names are typed on phones in a hurry: letters, digits, `_ . -`, in any script. */
const signInName = typed(z.string()).regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{1,39}$/u, 'needs 2 to 40 letters, digits, _ . or -');
const password = words(8, 200);

export const registerBody = z
  .strictObject({ inviteCode: text(1, 40), name: signInName, password, displayName: nameLike(1, 40).optional() })
  .meta({ id: 'Register' });
export type RegisterBody = z.infer<typeof registerBody>;

export const signInBody = z.strictObject({ name: typed(text(1, 40)), password: z.string().min(1).max(200) }).meta({ id: 'SignIn' });
export type SignInBody = z.infer<typeof signInBody>;

export const inviteView = z
  .object({ code: z.string(), team: teamView.nullable(), createdAt: z.iso.datetime(), expiresAt: z.iso.datetime(), usedBy: personView.nullable() })
  .meta({ id: 'Invite' });
export type InviteView = z.infer<typeof inviteView>;

export const stateBody = z.strictObject({ state: z.enum(['active', 'suspended']), reason: words(1, 500) }).meta({ id: 'AccountState' });
export type StateBody = z.infer<typeof stateBody>;
