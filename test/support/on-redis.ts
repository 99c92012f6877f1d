/** Hubs of this project keep jobs and limits on Redis. Each worker of jest has a database of its own there. */
const url = process.env['TEST_REDIS_URL'];
if (!url) throw new Error('the redis project needs redis-server');
process.env['TEST_HUB_REDIS_URL'] = `${url}/${process.env['JEST_WORKER_ID'] ?? '0'}`;
