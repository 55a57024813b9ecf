import { z } from 'zod';

const envSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  NEXTAUTH_SECRET: z.string().min(32),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

let parsed: z.infer<typeof envSchema> | undefined;

/**
 * The environment, checked on first use. Start-up sets what the user did not.
 *
 * @throws Error that names each variable that is missing or malformed.
 */
export function readEnv(): z.infer<typeof envSchema> {
  if (parsed) return parsed;
  const result = envSchema.safeParse(process.env);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete.\n${faults.join('\n')}`);
  }
  return (parsed = result.data);
}
