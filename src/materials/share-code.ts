import { createHmac } from 'node:crypto';
import Sqids from 'sqids';

const sqids = new Sqids({ minLength: 6 });
/** Two characters' worth: a mistyped or invented code passes once in 3,844. */
const CHECKS = 62 * 62;

/** Whose link it is, and to what. */
export interface ShareTarget {
  readonly accountId: string;
  readonly materialId: string;
}

/**
 * The short code in a promoter's own link. It *is* the two numbers and a check over them, so showing a link writes nothing and a code
 * never runs out. The check is keyed: nobody makes up a code in another promoter's name by counting.
 */
export function makeShareCode(secret: string, { accountId, materialId }: ShareTarget): string {
  return sqids.encode([Number(accountId), Number(materialId), check(secret, accountId, materialId)]);
}

/** @returns undefined for anything that {@link makeShareCode} did not make with this secret. */
export function readShareCode(secret: string, code: string): ShareTarget | undefined {
  const [account, material, given, ...rest] = sqids.decode(code);
  if (account === undefined || material === undefined || given === undefined || rest.length > 0) return undefined;
  if (!Number.isSafeInteger(account) || !Number.isSafeInteger(material)) return undefined;
  const target = { accountId: String(account), materialId: String(material) };
  const isOurs = given === check(secret, target.accountId, target.materialId) && makeShareCode(secret, target) === code;
  return isOurs ? target : undefined;
}

function check(secret: string, accountId: string, materialId: string): number {
  return createHmac('sha256', secret).update(`share:${accountId}:${materialId}`).digest().readUInt32BE(0) % CHECKS;
}
