import { randomBytes } from 'node:crypto';

/** Crockford's base 32: codes are read aloud and typed on phones. One byte's low five bits pick a letter evenly. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 random bits: at the register route's limit, guessing one of a million open codes takes longer than the universe has. */
const CODE_LENGTH = 12;

export function newInviteCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte & 31]).join('');
}

/** What a person typed, as the code it was meant to be: any capitals, spaces or dashes, O for 0, I and L for 1. */
export function readInviteCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
