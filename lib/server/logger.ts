type Level = 'debug' | 'info' | 'warn' | 'error';
const ORDER: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 };

function isLevel(value: string | undefined): value is Level {
  return value !== undefined && value in ORDER;
}

function write(level: Level, message: string, fields: Record<string, unknown> = {}): void {
  const threshold = isLevel(process.env.LOG_LEVEL) ? process.env.LOG_LEVEL : 'info';
  if (ORDER[level] < ORDER[threshold]) return;
  const entry = { at: new Date().toISOString(), level, message, ...fields };
  const line = JSON.stringify(entry, (_key, value: unknown) =>
    value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value,
  );
  process.stderr.write(`${line}\n`);
}

/** One line of JSON per entry, on standard error; LOG_LEVEL sets the least level written (default "info"). */
export const logger = {
  debug: (message: string, fields?: Record<string, unknown>) => write('debug', message, fields),
  info: (message: string, fields?: Record<string, unknown>) => write('info', message, fields),
  warn: (message: string, fields?: Record<string, unknown>) => write('warn', message, fields),
  error: (message: string, fields?: Record<string, unknown>) => write('error', message, fields),
};
