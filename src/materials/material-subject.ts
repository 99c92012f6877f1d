/** What reviews, reports and the moderation log call a material. */
export const MATERIAL_SUBJECT = 'material';
