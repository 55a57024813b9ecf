import { describe, expect, it } from 'vitest';
import { STANDARD_EVENT_TYPES } from './constants';
import { nameEventType } from './name-event-type';

describe('nameEventType', () => {
  it.each([
    ['Demo Requested', 'demo_requested'],
    ['demo requested', 'demo_requested'],
    ['demo_requested', 'demo_requested'],
    ['$pageview', 'page_viewed'],
    ['Call', 'sales_call'],
    ['Pricing Calculator Used', 'pricing_calculator_used'],
    ['pricingCalculatorUsed', 'pricing_calculator_used'],
    ['pageViewed', 'page_viewed'],
    ['¡!', '¡!'],
    // Product analytics.
    ['Pageview', 'page_viewed'],
    ['page_view', 'page_viewed'],
    ['sign_up', 'trial_started'],
    ['Signed In', 'product_used'],
    ['generate_lead', 'form_submitted'],
    ['file_download', 'content_downloaded'],
    // HubSpot.
    ['Form submission', 'form_submitted'],
    ['Email open', 'email_opened'],
    ['Email link clicked', 'email_clicked'],
    ['Email reply', 'email_replied'],
    ['Meeting booked', 'meeting_booked'],
    ['Note', 'sales_note'],
    // Marketo.
    ['Visit Webpage', 'page_viewed'],
    ['Fill Out Form', 'form_submitted'],
    ['Click Email', 'email_clicked'],
    ['Email Bounced Soft', 'email_bounced'],
    ['Unsubscribe Email', 'unsubscribed'],
    ['Send Sales Email', 'sales_email'],
  ])('%s is %s', (name, key) => expect(nameEventType(name)).toBe(key));

  it('gives no name to two types', () => {
    const owners = new Map<string, string>();
    for (const { key, aliases } of STANDARD_EVENT_TYPES) {
      for (const name of [key, ...aliases]) {
        const reduced = name.toLowerCase().replace(/[^a-z]+/g, '');
        expect(owners.get(reduced) ?? key, name).toBe(key);
        owners.set(reduced, key);
        expect(nameEventType(name), name).toBe(key);
      }
    }
  });
});
