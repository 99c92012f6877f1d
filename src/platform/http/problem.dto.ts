import { z } from 'zod';

/** RFC 9457, with the stable `code` that clients translate and the request id to quote when asking for help. */
export const problem = z
  .looseObject({
    type: z.string().meta({ example: 'urn:material-zone:problem:review.decided' }),
    title: z.string(),
    status: z.number().int(),
    code: z.string().meta({ description: 'Stable', example: 'review.decided' }),
    detail: z.string().meta({ description: 'For people who read logs; may be reworded' }),
    requestId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Of request.invalid: what is wrong where' }),
    retryAfterSeconds: z.number().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
