/** Every queue of the hub; a queue belongs to the feature of its name and has one worker per process. */
export const QUEUES = ['images', 'ranking', 'rewards'] as const;
export type QueueName = (typeof QUEUES)[number];
