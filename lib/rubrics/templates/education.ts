import type { Rubric } from '@/lib/scoring/types';
import {
  ACTIVE_EVENTS,
  cautions,
  DISPOSABLE_EMAIL,
  each,
  EMAIL_ATTENTION,
  fit,
  halfLife,
  hasWord,
  inCountry,
  isOneOf,
  onPath,
  roleMailbox,
  RULED_OUT,
  threshold,
} from './template-parts';

const FIT: Rubric['fit'] = {
  groups: [
    {
      id: 'reach',
      label: 'Can take part',
      min: -20,
      max: 50,
      criteria: [
        fit(
          'country-taught',
          'In a country we teach in',
          25,
          inCountry(
            'Germany, Austria, Switzerland, United Kingdom, Ireland, Netherlands, United States, Canada',
          ),
        ),
        fit('language-taught', 'Speaks a language we teach in', 10, {
          any: [
            isOneOf('language', 'English, German'),
            { field: 'language', op: 'starts_with', value: ['en', 'de'] },
          ],
        }),
        fit('phone-known', 'Left a phone number', 10, {
          any: [
            { field: 'phone', op: 'is_set' },
            { field: 'mobilePhone', op: 'is_set' },
          ],
        }),
        fit('no-consent', 'Does not want e-mails', -15, { field: 'emailConsent', op: 'is_false' }),
      ],
    },
    {
      id: 'learner',
      label: 'Learner or employer',
      min: -60,
      max: 60,
      criteria: [
        fit(
          'training-role',
          'Decides on training for others',
          35,
          hasWord(
            'title',
            'learning, training, people development, human resources, hr, talent, academy, chief people officer',
          ),
        ),
        fit(
          'profession-taught',
          'In a profession we train for',
          30,
          hasWord(
            'title',
            `manager, engineer, analyst, developer, consultant, specialist, coordinator, officer, accountant, nurse,
             teacher, designer, controller, team lead, supervisor`,
          ),
        ),
        fit(
          'beginner',
          'At the beginning of a career',
          25,
          hasWord('title', 'student, graduate, trainee, apprentice, junior, intern, assistant'),
        ),
        fit('employer-50', 'Works where 50 people or more do, who may pay for it', 15, {
          field: 'company.employees',
          op: 'gte',
          value: 50,
        }),
        fit(
          'sells-to-us',
          'Sells to schools or places students',
          -50,
          hasWord('title', 'recruiter, recruitment, sales, business development, account executive, agent'),
        ),
        roleMailbox(-15),
      ],
    },
  ],
};

const INTENT: Rubric['intent'] = {
  groups: [
    {
      id: 'enrolling',
      label: 'Enrolling',
      max: 75,
      criteria: [
        each('application', 'Applied or sent an enquiry', 35, {
          on: 'form_submitted',
          decay: halfLife(21),
          limit: 2,
        }),
        each('advice-booked', 'Booked a talk with an adviser', 35, {
          on: ['meeting_booked', 'demo_requested'],
          decay: halfLife(14),
          limit: 2,
        }),
        each('trial-lesson', 'Began a trial lesson', 30, {
          on: 'trial_started',
          decay: halfLife(14),
          limit: 1,
        }),
        each('lesson-used', 'Worked through a trial lesson', 4, {
          on: 'product_used',
          decay: halfLife(7),
          limit: 5,
        }),
        each('fees-viewed', 'Read about fees or how to apply', 6, {
          on: 'page_viewed',
          where: onPath('/fees, /pricing, /apply, /admissions, /scholarships'),
          decay: halfLife(10),
          limit: 3,
        }),
        each('email-replied', 'Replied to an e-mail', 15, {
          on: 'email_replied',
          decay: halfLife(14),
          limit: 2,
        }),
      ],
    },
    {
      id: 'interest',
      label: 'Interest',
      max: 40,
      criteria: [
        each('open-day', 'Came to an open day or webinar', 20, {
          on: 'webinar_attended',
          decay: halfLife(30),
          limit: 2,
        }),
        each('open-day-registered', 'Registered for an open day or webinar', 8, {
          on: 'webinar_registered',
          decay: halfLife(14),
          limit: 2,
        }),
        each('brochure', 'Downloaded a brochure', 12, {
          on: 'content_downloaded',
          decay: halfLife(30),
          limit: 2,
        }),
        each('chat-started', 'Started a chat', 10, { on: 'chat_started', decay: halfLife(14), limit: 2 }),
        threshold('programme-three-days', 'Read about programmes on 3 days in two weeks', 12, {
          on: 'page_viewed',
          where: onPath('/courses, /programmes, /programs, /degrees, /study'),
          count: 'days',
          atLeast: 3,
          withinDays: 14,
        }),
        ...EMAIL_ATTENTION,
      ],
    },
    {
      id: 'account',
      label: 'Signals from the employer',
      max: 20,
      criteria: [
        threshold('colleagues', '3 people of one employer active in a month', 15, {
          on: [...ACTIVE_EVENTS, 'webinar_registered'],
          scope: 'company',
          count: 'leads',
          atLeast: 3,
          withinDays: 30,
        }),
      ],
    },
    cautions({ days: 90, points: -15 }, [...ACTIVE_EVENTS, 'webinar_registered']),
  ],
};

/**
 * For schools, academies and course providers, who enrol people and sell seats to their employers. Deciding takes long:
 * interest fades more slowly, and intent weighs more than who somebody is. A personal address says nothing here.
 */
export const EDUCATION_TEMPLATE: Rubric = {
  format: 'leadgrid.rubric/1',
  name: 'Education',
  fit: FIT,
  intent: INTENT,
  disqualifiers: [
    DISPOSABLE_EMAIL,
    RULED_OUT,
    {
      id: 'enrolled',
      label: 'Enrolled already',
      when: {
        any: [
          isOneOf('lifecycleStage', 'customer, evangelist'),
          isOneOf('status', 'enrolled, student, alumni'),
        ],
      },
    },
  ],
  fitWeight: 0.4,
  grid: { fitCut: 40, intentCut: 40 },
  tiers: [
    { name: 'A', minScore: 60, minFit: 40, minIntent: 45, action: 'route' },
    { name: 'B', minScore: 35, minFit: 20, minIntent: 0, action: 'nurture' },
    { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' },
  ],
};
