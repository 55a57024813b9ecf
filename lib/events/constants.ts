/** Who an event tells of: a person, a whole company, or our own reps (kept for the timeline, never counted as interest). */
export type EventSubject = 'person' | 'company' | 'rep';

/** The event types that every installation knows, with the names under which common tools send them. */
export const STANDARD_EVENT_TYPES: readonly {
  key: string;
  label: string;
  subject: EventSubject;
  aliases: readonly string[];
}[] = [
  {
    key: 'page_viewed',
    label: 'Viewed a page',
    subject: 'person',
    aliases: ['Page Viewed', '$pageview', 'Visit Webpage', 'Page View', 'page'],
  },
  {
    key: 'demo_requested',
    label: 'Requested a demo',
    subject: 'person',
    aliases: ['Demo Requested', 'Request Demo', 'Book a Demo'],
  },
  {
    key: 'trial_started',
    label: 'Started a trial',
    subject: 'person',
    aliases: ['Trial Started', 'Start Trial', 'Signed Up'],
  },
  {
    key: 'product_used',
    label: 'Used the product',
    subject: 'person',
    aliases: ['Product Used', 'Feature Used'],
  },
  {
    key: 'form_submitted',
    label: 'Submitted a form',
    subject: 'person',
    aliases: ['Form Submitted', 'Fill Out Form', 'Form Submission'],
  },
  {
    key: 'content_downloaded',
    label: 'Downloaded content',
    subject: 'person',
    aliases: ['Content Downloaded', 'Download', 'File Download'],
  },
  {
    key: 'webinar_registered',
    label: 'Registered for a webinar',
    subject: 'person',
    aliases: ['Webinar Registered', 'Register for Webinar'],
  },
  {
    key: 'webinar_attended',
    label: 'Attended a webinar',
    subject: 'person',
    aliases: ['Webinar Attended', 'Attend Webinar', 'Attended Event'],
  },
  {
    key: 'chat_started',
    label: 'Started a chat',
    subject: 'person',
    aliases: ['Chat Started', 'Conversation Started'],
  },
  {
    key: 'meeting_booked',
    label: 'Booked a meeting',
    subject: 'person',
    aliases: ['Meeting Booked', 'Meeting Scheduled'],
  },
  {
    key: 'email_opened',
    label: 'Opened an e-mail',
    subject: 'person',
    aliases: ['Email Opened', 'Open Email', 'Opened Email'],
  },
  {
    key: 'email_clicked',
    label: 'Clicked in an e-mail',
    subject: 'person',
    aliases: ['Email Clicked', 'Click Email', 'Clicked Link in Email', 'Email Link Clicked'],
  },
  {
    key: 'email_replied',
    label: 'Replied to an e-mail',
    subject: 'person',
    aliases: ['Email Replied', 'Replied to Email', 'Email Reply'],
  },
  {
    key: 'email_bounced',
    label: 'E-mail bounced',
    subject: 'person',
    aliases: ['Email Bounced', 'Bounced Email'],
  },
  {
    key: 'unsubscribed',
    label: 'Unsubscribed',
    subject: 'person',
    aliases: ['Unsubscribed', 'Unsubscribe Email', 'Email Unsubscribed'],
  },
  {
    key: 'funding_raised',
    label: 'Raised funding',
    subject: 'company',
    aliases: ['Funding Raised', 'Funding Round'],
  },
  { key: 'hiring', label: 'Is hiring', subject: 'company', aliases: ['Hiring', 'Job Posted'] },
  { key: 'expansion', label: 'Is expanding', subject: 'company', aliases: ['Expansion', 'Office Opened'] },
  {
    key: 'technology_adopted',
    label: 'Adopted a technology',
    subject: 'company',
    aliases: ['Technology Adopted', 'Technology Added'],
  },
  { key: 'sales_call', label: 'Was called', subject: 'rep', aliases: ['Call', 'Call Logged'] },
  {
    key: 'sales_email',
    label: 'Was e-mailed',
    subject: 'rep',
    aliases: ['Email', 'Email Sent', 'Send Email'],
  },
  { key: 'sales_meeting', label: 'Met with us', subject: 'rep', aliases: ['Meeting', 'Meeting Held'] },
  { key: 'sales_note', label: 'Note by a rep', subject: 'rep', aliases: ['Note'] },
  { key: 'sales_task', label: 'Task of a rep', subject: 'rep', aliases: ['Task'] },
];
