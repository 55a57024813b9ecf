import { z } from 'zod';
import { TEMPLATE_IDS } from '@/lib/rubrics/templates/catalogue';

/** What is kept of the first steps; what cannot be read counts as not there. */
export const firstStepsSettingSchema = z
  .object({
    /** The template that was chosen. */
    template: z.string().optional(),
    /** Whether the live version was that template already, so that there was nothing to publish. */
    asItIs: z.boolean().optional(),
    /** Whether the reminder on the other screens was put away. */
    dismissed: z.boolean().optional(),
  })
  .catch({});

export type FirstStepsSetting = z.output<typeof firstStepsSettingSchema>;

export const chooseTemplateSchema = z.object({
  templateId: z.enum(TEMPLATE_IDS),
  /** The draft that would be replaced; 0 when there is none. */
  draftRevision: z.int().min(0),
});
