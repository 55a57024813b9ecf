import { describe, expect, it } from 'vitest';
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
  ])('%s is %s', (name, key) => expect(nameEventType(name)).toBe(key));
});
