/** Who an event tells of: a person, a whole company, or our own reps (kept for the timeline, never counted as interest). */
export type EventSubject = 'person' | 'company' | 'rep';

/**
 * The event types that every installation knows, with the names under which common tools send them: Segment's own, the
 * activities of HubSpot, Marketo and Salesforce, the events of product analytics. Upper and lower case, and how words are
 * joined, make no difference.
 */
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
    aliases: [
      'Page Viewed',
      '$pageview',
      'Visit Webpage',
      'Page View',
      'page',
      'Viewed a Page',
      'Viewed Page',
      'Loaded a Page',
      'Website Visit',
      'Web Page Visited',
      'screen',
      'Screen Viewed',
    ],
  },
  {
    key: 'demo_requested',
    label: 'Requested a demo',
    subject: 'person',
    aliases: [
      'Demo Requested',
      'Request Demo',
      'Book a Demo',
      'Requested a Demo',
      'Requested Demo',
      'Demo Booked',
      'Contact Sales',
      'Talk to Sales',
    ],
  },
  {
    key: 'trial_started',
    label: 'Started a trial',
    subject: 'person',
    aliases: [
      'Trial Started',
      'Start Trial',
      'Signed Up',
      'Started Trial',
      'Free Trial Started',
      'Sign Up',
      'User Signed Up',
      'Account Created',
    ],
  },
  {
    key: 'product_used',
    label: 'Used the product',
    subject: 'person',
    aliases: [
      'Product Used',
      'Feature Used',
      'Used Feature',
      'Signed In',
      'Logged In',
      'Login',
      'User Signed In',
    ],
  },
  {
    key: 'form_submitted',
    label: 'Submitted a form',
    subject: 'person',
    aliases: [
      'Form Submitted',
      'Fill Out Form',
      'Form Submission',
      'Form Submit',
      'Submitted Form',
      'Filled Out Form',
      'Form Filled',
      'Generate Lead',
      '$form_submit',
    ],
  },
  {
    key: 'content_downloaded',
    label: 'Downloaded content',
    subject: 'person',
    aliases: [
      'Content Downloaded',
      'Download',
      'File Download',
      'File Downloaded',
      'Asset Downloaded',
      'Downloaded Content',
      'Ebook Downloaded',
      'Whitepaper Downloaded',
    ],
  },
  {
    key: 'webinar_registered',
    label: 'Registered for a webinar',
    subject: 'person',
    aliases: [
      'Webinar Registered',
      'Register for Webinar',
      'Registered for Webinar',
      'Webinar Registration',
      'Registered for Event',
      'Event Registered',
      'Register for Event',
    ],
  },
  {
    key: 'webinar_attended',
    label: 'Attended a webinar',
    subject: 'person',
    aliases: [
      'Webinar Attended',
      'Attend Webinar',
      'Attended Event',
      'Attended Webinar',
      'Webinar Attendance',
      'Attend Event',
      'Event Attended',
    ],
  },
  {
    key: 'chat_started',
    label: 'Started a chat',
    subject: 'person',
    aliases: [
      'Chat Started',
      'Conversation Started',
      'Live Chat Conversation Started',
      'Started Conversation',
      'Chat Conversation',
    ],
  },
  {
    key: 'meeting_booked',
    label: 'Booked a meeting',
    subject: 'person',
    aliases: [
      'Meeting Booked',
      'Meeting Scheduled',
      'Meeting Created',
      'Booked a Meeting',
      'Meeting Requested',
      'Invitee Created',
    ],
  },
  {
    key: 'email_opened',
    label: 'Opened an e-mail',
    subject: 'person',
    aliases: [
      'Email Opened',
      'Open Email',
      'Opened Email',
      'Email Open',
      'Opened an Email',
      'Marketing Email Opened',
      'Open Sales Email',
    ],
  },
  {
    key: 'email_clicked',
    label: 'Clicked in an e-mail',
    subject: 'person',
    aliases: [
      'Email Clicked',
      'Click Email',
      'Clicked Link in Email',
      'Email Link Clicked',
      'Email Click',
      'Clicked Email',
      'Clicked a Link in Email',
      'Marketing Email Clicked',
      'Click Sales Email',
    ],
  },
  {
    key: 'email_replied',
    label: 'Replied to an e-mail',
    subject: 'person',
    aliases: [
      'Email Replied',
      'Replied to Email',
      'Email Reply',
      'Replied to an Email',
      'Reply to Sales Email',
      'Sales Email Replied',
    ],
  },
  {
    key: 'email_bounced',
    label: 'E-mail bounced',
    subject: 'person',
    aliases: [
      'Email Bounced',
      'Bounced Email',
      'Email Bounce',
      'Email Bounced Soft',
      'Hard Bounce',
      'Soft Bounce',
      'Email Marked as Bounced',
    ],
  },
  {
    key: 'unsubscribed',
    label: 'Unsubscribed',
    subject: 'person',
    aliases: [
      'Unsubscribed',
      'Unsubscribe Email',
      'Email Unsubscribed',
      'Unsubscribe',
      'Unsubscribed from Email',
      'Email Unsubscribe',
      'Opted Out',
    ],
  },
  { key: 'details_given', label: 'Gave details', subject: 'person', aliases: ['identify', 'Details Given'] },
  {
    key: 'funding_raised',
    label: 'Raised funding',
    subject: 'company',
    aliases: ['Funding Raised', 'Funding Round', 'Raised Funding'],
  },
  { key: 'hiring', label: 'Is hiring', subject: 'company', aliases: ['Hiring', 'Job Posted'] },
  { key: 'expansion', label: 'Is expanding', subject: 'company', aliases: ['Expansion', 'Office Opened'] },
  {
    key: 'technology_adopted',
    label: 'Adopted a technology',
    subject: 'company',
    aliases: ['Technology Adopted', 'Technology Added', 'Technology Installed'],
  },
  {
    key: 'sales_call',
    label: 'Was called',
    subject: 'rep',
    aliases: ['Call', 'Call Logged', 'Logged Call', 'Call Completed'],
  },
  {
    key: 'sales_email',
    label: 'Was e-mailed',
    subject: 'rep',
    aliases: ['Email', 'Email Sent', 'Send Email', 'Send Sales Email', 'Sales Email Sent', 'Logged Email'],
  },
  {
    key: 'sales_meeting',
    label: 'Met with us',
    subject: 'rep',
    aliases: ['Meeting', 'Meeting Held', 'Logged Meeting', 'Meeting Completed'],
  },
  { key: 'sales_note', label: 'Note by a rep', subject: 'rep', aliases: ['Note'] },
  { key: 'sales_task', label: 'Task of a rep', subject: 'rep', aliases: ['Task'] },
];

/** Why an event is kept but not counted: nobody did it. */
export type FilterReason = 'bot' | 'preload' | 'prefetch' | 'scanner' | 'burst' | 'sweep';

/** Opens so soon after sending are a server's: delivering, noticing and opening a message takes a person longer. */
export const OPEN_AFTER_SENDING_MS = 3_000;

/** Clicks so soon after sending are a scanner's: before a click a person has to read as well. */
export const CLICK_AFTER_SENDING_MS = 5_000;

/** Link scanners follow every link of a message at once; nobody picks out three links in two seconds. */
export const BURST = { links: 3, withinMs: 2_000 } as const;

/**
 * A company's mail gateway checks the same message for all its recipients at once: clicks of three colleagues in five
 * seconds, none of whom had opened the message in the hour before (mail programs that load no pictures report no opens,
 * so that one alone says nothing).
 */
export const SWEEP = { people: 3, withinMs: 5_000, openedWithinMs: 3_600_000 } as const;

/** Events that stand for the sending of a message. */
export const SENDING_TYPES: readonly string[] = ['sales_email', 'email_sent', 'email_delivered'];

export const OPENED = 'email_opened';
export const CLICKED = 'email_clicked';

/** Why an event does not count, for people: a name, and a sentence's end after "not counted:". */
export const FILTER_WORDS: Record<FilterReason, { label: string; because: string }> = {
  bot: { label: 'Known program', because: 'done by a known program, not by a person' },
  preload: { label: 'Loaded in advance', because: 'loaded by the mail program in advance' },
  prefetch: {
    label: 'Opened on delivery',
    because: `opened within ${OPEN_AFTER_SENDING_MS / 1_000} s of sending`,
  },
  scanner: {
    label: 'Clicked on delivery',
    because: `clicked within ${CLICK_AFTER_SENDING_MS / 1_000} s of sending`,
  },
  burst: {
    label: 'Every link at once',
    because: `${BURST.links} or more links clicked within ${BURST.withinMs / 1_000} s`,
  },
  sweep: {
    label: 'Colleagues at once',
    because: `clicked for ${SWEEP.people} or more colleagues within ${SWEEP.withinMs / 1_000} s, unopened`,
  },
};

/** Over how many days the settings count filtered events. */
export const REASON_DAYS = 30;

/** Filtered events on one page of the settings. */
export const FILTERED_PER_PAGE = 50;

/** Screens count so many events of a type at most, and so many of a name that fits none: beyond, it is "10,000+". */
export const MOST_COUNTED = 10_000;
export const MOST_NAMED = 1_000;
