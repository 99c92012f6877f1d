import { ConsoleLogger } from '@nestjs/common';
import type { Config } from '../../config/config';

/** What Nest tells while it puts itself together: a hundred lines that nobody asked for. */
const BOOT = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);
const LEVELS = ['debug', 'log', 'warn', 'error'] as const;

/** JSON lines in production, coloured text for people elsewhere. */
export class HubLogger extends ConsoleLogger {
  constructor({ production, logLevel }: Pick<Config, 'production' | 'logLevel'>) {
    super({ json: production, colors: !production, logLevels: ['fatal', ...LEVELS.slice(LEVELS.indexOf(logLevel))] });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (!BOOT.has(String(rest.at(-1)))) super.log(message, ...rest);
  }
}
