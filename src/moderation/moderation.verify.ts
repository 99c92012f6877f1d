import type { Sql } from '../platform/database/sql';
import { violations, type Checks } from '../platform/database/violations';

const CHECKS: Checks = {
  'a decided review does not have its one line in the log': `
    SELECT r.id, r.decision, count(a.id) AS lines FROM reviews r
    LEFT JOIN moderation_actions a ON a.review_id = r.id AND a.action = r.decision AND a.actor_id = r.decided_by
      AND (a.subject_kind, a.subject_id) = (r.subject_kind, r.subject_id)
    WHERE r.state = 'decided' GROUP BY r.id HAVING count(a.id) <> 1`,
  'the log tells of a decision that was not made': `
    SELECT a.id, a.action, r.state, r.decision FROM moderation_actions a JOIN reviews r ON r.id = a.review_id
    WHERE a.action IN ('approve', 'return', 'reject') AND r.decision IS DISTINCT FROM a.action`,
};

/** @returns one line per violation; none when reviews and log tell the same story. */
export function verifyModeration(sql: Sql): Promise<string[]> {
  return violations(sql, 'moderation', CHECKS);
}
