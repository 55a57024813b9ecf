import type { Rubric } from '@/lib/scoring/types';
import {
  ACTIVE_EVENTS,
  cautions,
  decisionMaker,
  DISPOSABLE_EMAIL,
  each,
  EMAIL_ATTENTION,
  expire,
  fit,
  halfLife,
  hasWord,
  inCountry,
  isOneOf,
  isSenior,
  isStudent,
  linear,
  onPath,
  personalEmail,
  RULED_OUT,
  threshold,
  tiersFrom,
} from './template-parts';

/** What shops send under the names of the common e-commerce events, such as "Product Viewed". */
const SHOPPING_EVENTS = ['product_viewed', 'product_added', 'checkout_started', 'order_completed'];

const isBuyer = hasWord(
  'title',
  'buyer, buying, purchasing, procurement, merchandising, merchandiser, category, sourcing, assortment',
);

const FIT: Rubric['fit'] = {
  groups: [
    {
      id: 'company',
      label: 'Company',
      min: -40,
      max: 60,
      criteria: [
        fit(
          'industry-resells',
          'Sells on what we make',
          30,
          hasWord(
            'company.industry',
            `retail, ecommerce, e commerce, wholesale, distribution, grocery, supermarkets, department stores,
             consumer goods, food and beverages, hospitality, restaurants`,
          ),
        ),
        fit('employees-11-1000', '11–1,000 employees', 15, {
          field: 'company.employees',
          op: 'between',
          value: [11, 1000],
        }),
        fit('employees-above-1000', 'More than 1,000 employees', 20, {
          field: 'company.employees',
          op: 'gt',
          value: 1000,
        }),
        fit('revenue-1m', 'Annual revenue of 1 million or more', 12, {
          field: 'company.revenue',
          op: 'gte',
          value: 1_000_000,
        }),
        fit(
          'country-delivered',
          'In a country we deliver to',
          10,
          inCountry(
            `Germany, Austria, Switzerland, France, Netherlands, Belgium, Luxembourg, Denmark, Sweden, Poland, Italy,
             Spain, United Kingdom, Ireland`,
          ),
        ),
        fit(
          'technology-shop',
          'Runs a shop system',
          8,
          isOneOf(
            'company.technologies',
            'Shopify, WooCommerce, Magento, Adobe Commerce, BigCommerce, Shopware, PrestaShop',
          ),
        ),
      ],
    },
    {
      id: 'person',
      label: 'Person',
      min: -60,
      max: 40,
      criteria: [
        fit('buyer', 'Buys or chooses the range', 30, { all: [isBuyer, { not: isStudent }] }),
        fit('shop-leader', 'Owns or leads the business', 25, {
          all: [{ any: [isSenior, hasWord('title', 'store manager, managing director')] }, { not: isBuyer }],
        }),
        decisionMaker,
        fit('student', 'Student, intern or trainee', -40, isStudent),
        personalEmail(-15),
      ],
    },
  ],
};

const INTENT: Rubric['intent'] = {
  groups: [
    {
      id: 'buying',
      label: 'Buying',
      max: 75,
      criteria: [
        each('order-placed', 'Placed an order', 35, { on: 'order_completed', decay: halfLife(30), limit: 2 }),
        each('account-opened', 'Opened a trade account', 30, {
          on: 'trial_started',
          decay: halfLife(21),
          limit: 1,
        }),
        each('samples-asked', 'Asked for samples or a call', 42, {
          on: 'demo_requested',
          decay: halfLife(14),
          limit: 2,
        }),
        each('enquiry-sent', 'Sent an enquiry', 20, { on: 'form_submitted', decay: halfLife(14), limit: 2 }),
        each('checkout-started', 'Began a checkout', 15, {
          on: 'checkout_started',
          decay: halfLife(7),
          limit: 2,
        }),
        each('product-added', 'Put a product into the basket', 5, {
          on: 'product_added',
          decay: halfLife(7),
          limit: 4,
        }),
        each('meeting-booked', 'Booked a meeting', 25, {
          on: 'meeting_booked',
          decay: halfLife(14),
          limit: 2,
        }),
        each('email-replied', 'Replied to an e-mail', 15, {
          on: 'email_replied',
          decay: halfLife(14),
          limit: 2,
        }),
      ],
    },
    {
      id: 'attention',
      label: 'Attention',
      max: 35,
      criteria: [
        each('price-list', 'Downloaded the catalogue or price list', 12, {
          on: 'content_downloaded',
          decay: halfLife(21),
          limit: 2,
        }),
        each('trade-page', 'Read the terms for trade', 5, {
          on: 'page_viewed',
          where: onPath('/wholesale, /trade, /b2b, /pricing, /price-list'),
          decay: halfLife(10),
          limit: 3,
        }),
        threshold('range-three-days', 'Looked at products on 3 days in two weeks', 12, {
          on: 'product_viewed',
          count: 'days',
          atLeast: 3,
          withinDays: 14,
        }),
        each('fair-attended', 'Came to a fair or webinar', 10, {
          on: 'webinar_attended',
          decay: halfLife(45),
          limit: 1,
        }),
        ...EMAIL_ATTENTION,
      ],
    },
    {
      id: 'account',
      label: 'Signals from the company',
      max: 25,
      criteria: [
        threshold('committee', '2 people of the company active in a month', 12, {
          on: [...ACTIVE_EVENTS, ...SHOPPING_EVENTS],
          scope: 'company',
          count: 'leads',
          atLeast: 2,
          withinDays: 30,
        }),
        each('expanding', 'Opens a new place', 12, {
          on: 'expansion',
          scope: 'company',
          decay: linear(90),
          limit: 2,
        }),
      ],
    },
    cautions(
      { days: 60, points: -15 },
      [...ACTIVE_EVENTS, ...SHOPPING_EVENTS],
      [
        each('order-sent-back', 'Cancelled or sent back an order', -15, {
          on: ['order_cancelled', 'order_refunded'],
          decay: expire(90),
          limit: 2,
        }),
      ],
    ),
  ],
};

/** For makers and distributors who sell to shops: buyers and owners of resellers, with shopping as the strongest sign. */
export const WHOLESALE_TEMPLATE: Rubric = {
  format: 'leadgrid.rubric/1',
  name: 'E-commerce wholesale',
  fit: FIT,
  intent: INTENT,
  disqualifiers: [
    DISPOSABLE_EMAIL,
    RULED_OUT,
    {
      id: 'private-shopper',
      label: 'Private shopper: a personal address and no company',
      when: {
        all: [
          { field: 'email.kind', op: 'eq', value: 'personal' },
          { field: 'company.name', op: 'is_not_set' },
        ],
      },
    },
  ],
  fitWeight: 0.5,
  grid: { fitCut: 50, intentCut: 40 },
  tiers: tiersFrom(65),
};
