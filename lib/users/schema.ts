import { z } from 'zod';

export const roleSchema = z.enum(['rep', 'manager', 'ops', 'admin']);

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email('Not an e-mail address'));

export const passwordSchema = z.string().min(12, 'At least 12 characters').max(200, 'At most 200 characters');

/** What an invited person says of themselves. */
export const joinSchema = z.object({
  token: z.string().min(20).max(100),
  name: z.string().trim().min(1, 'Your name is needed').max(100),
  email: emailSchema,
  password: passwordSchema,
});

export const inviteSchema = z.object({ role: roleSchema, email: emailSchema });

export const resetLinkSchema = z.object({ userId: z.uuid() });

export const newPasswordSchema = z.object({ token: z.string().min(20).max(100), password: passwordSchema });

export const updateUserSchema = z.object({
  userId: z.uuid(),
  role: roleSchema.optional(),
  active: z.boolean().optional(),
});

export const capacitySchema = z.object({
  userId: z.uuid(),
  /** Null for the installation's number. */
  capacity: z.int('A whole number').min(0).max(1_000, 'At most 1,000 leads').nullable(),
});

export const addAbsenceSchema = z
  .object({
    userId: z.uuid(),
    firstDay: z.iso.date('A day is needed'),
    lastDay: z.iso.date('A day is needed'),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ['lastDay'],
    message: 'The last day has to be the first or come after it',
  });

export const removeAbsenceSchema = z.object({ absenceId: z.uuid() });
