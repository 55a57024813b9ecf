import { entries } from './random';

/** An industry of the demo market. */
export interface Industry {
  name: string;
  /** Share of companies, relative to the others. */
  weight: number;
  /** How well the demo product suits it, from 0 to 1. What deals really depend on. */
  suits: number;
  /** Typical yearly revenue per employee. */
  revenuePerEmployee: number;
  /** The year before which there were none. */
  since: number;
  /** Words that follow a root in a company's name. */
  nouns: readonly string[];
}

const industry = (
  name: string,
  weight: number,
  suits: number,
  revenuePerEmployee: number,
  since: number,
  nouns: string,
): Industry => ({ name, weight, suits, revenuePerEmployee, since, nouns: entries(nouns) });

export const INDUSTRIES: readonly Industry[] = [
  industry('Software', 16, 1, 160_000, 1984, 'Software, Labs, Cloud, Systems, Analytics, Apps, Data, Stack'),
  industry(
    'Industrial software',
    7,
    0.95,
    150_000,
    1979,
    'Robotics, Automation, Controls, Motion, Digital, Sensing',
  ),
  industry(
    'Financial services',
    8,
    0.85,
    280_000,
    1887,
    'Capital, Pay, Finance, Ledger, Payments, Leasing, Invest',
  ),
  industry('Logistics', 8, 0.9, 210_000, 1887, 'Freight, Logistics, Cargo, Shipping, Transport, Fulfilment'),
  industry('Telecommunications', 3, 0.8, 300_000, 1968, 'Telecom, Networks, Mobile, Connect, Fibre'),
  industry(
    'Professional services',
    10,
    0.6,
    130_000,
    1887,
    'Partners, Consulting, Advisory, Associates, Group',
  ),
  industry(
    'Manufacturing',
    12,
    0.5,
    220_000,
    1887,
    'Works, Tools, Machines, Components, Plastics, Metals, Engineering',
  ),
  industry('Health care', 7, 0.45, 150_000, 1887, 'Health, Medical, Care, Clinics, Diagnostics'),
  industry('Energy', 5, 0.5, 400_000, 1887, 'Energy, Grid, Power, Solar, Wind'),
  industry('Retail', 8, 0.3, 240_000, 1887, 'Retail, Stores, Market, Home, Living, Outfitters'),
  industry('Food and beverages', 5, 0.2, 230_000, 1887, 'Foods, Bakery, Brewery, Farms, Beverages'),
  industry('Construction', 4, 0.2, 210_000, 1887, 'Construction, Building, Interiors, Timber, Cement'),
  industry('Hospitality', 3, 0.1, 90_000, 1887, 'Hotels, Resorts, Catering, Kitchens'),
  industry('Education', 3, 0.05, 80_000, 1887, 'Academy, College, Learning, Institute'),
  industry('Non-profit', 2, 0.05, 70_000, 1887, 'Foundation, Trust, Alliance'),
  industry('Public sector', 2, 0.05, 110_000, 1887, 'Authority, Agency, Municipal Services'),
];

/** First words of company names, fit for any industry. */
export const NAME_ROOTS: readonly string[] =
  entries(`Lumen, Helio, Cobalt, Baobab, Fjord, Parallel, Delta, Andes,
  Kestrel, Vistula, Atelier, Harbour, Juniper, Meridian, Quarry, Saffron, Tundra, Umbra, Verdant, Willow, Zephyr, Alder,
  Basalt, Cinder, Dorado, Ember, Falcon, Granite, Hazel, Indigo, Jade, Keystone, Larch, Marlin, Nimbus, Onyx, Pinnacle,
  Quill, Rowan, Sable, Tamarind, Upland, Vesper, Whitford, Yarrow, Aster, Birch, Cedar, Drift, Elm, Fathom, Garnet,
  Heron, Ivory, Jetty, Kite, Lark, Maple, Northgate, Osprey, Pebble, Quince, Ridge, Summit, Thistle, Umber, Vale, Wren,
  Amber, Beacon, Copper, Dune, Equinox, Flint, Glacier, Halden, Isar, Jura, Kelp, Lagoon, Mosaic, Nova, Orchard, Polder,
  Rhine, Sierra, Tidal, Ural, Vega, Westbrook, Aurora, Brook, Cascade, Dover, Elbe, Foundry, Grove, Hollow, Inlet,
  Kernel, Lattice, Mistral, Nordic, Orbit, Prairie, Rapid, Signal, Terrace, Unison, Vector, Weir, Anvil, Bramble, Crest,
  Danube, Estuary, Ferro, Gable, Hearth, Ionic, Linden, Monsoon, Nectar, Oriel, Pivot, Relay, Stellar, Trellis, Vantage`);

/** Tools that companies of the demo market use, with how common each is. */
export const TECHNOLOGIES: readonly { name: string; share: number }[] = [
  { name: 'Salesforce', share: 0.24 },
  { name: 'HubSpot', share: 0.22 },
  { name: 'Pipedrive', share: 0.1 },
  { name: 'Microsoft Dynamics', share: 0.1 },
  { name: 'Marketo', share: 0.07 },
  { name: 'Segment', share: 0.08 },
  { name: 'Snowflake', share: 0.12 },
  { name: 'Slack', share: 0.35 },
  { name: 'Microsoft Teams', share: 0.4 },
  { name: 'SAP', share: 0.16 },
  { name: 'Shopify', share: 0.07 },
  { name: 'Stripe', share: 0.14 },
  { name: 'Zendesk', share: 0.12 },
  { name: 'Google Analytics', share: 0.5 },
];

/** The customer databases among the tools, which the demo product connects to. */
export const CRM_TOOLS: readonly string[] = ['Salesforce', 'HubSpot', 'Pipedrive', 'Microsoft Dynamics'];
