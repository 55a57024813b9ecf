import type { Config } from 'tailwindcss';

/** Every colour is a CSS variable of app/globals.css, so light and dark are one set of class names. */
const colors = {
  transparent: 'transparent',
  current: 'currentColor',
  bg: 'var(--bg)',
  sunk: 'var(--sunk)',
  raise: 'var(--raise)',
  line: 'var(--line)',
  'line-strong': 'var(--line-strong)',
  'line-control': 'var(--line-control)',
  text: 'var(--text)',
  soft: 'var(--soft)',
  faint: 'var(--faint)',
  accent: 'var(--accent)',
  'accent-soft': 'var(--accent-soft)',
  'on-accent': 'var(--on-accent)',
  fit: 'var(--fit)',
  'fit-soft': 'var(--fit-soft)',
  intent: 'var(--intent)',
  'intent-soft': 'var(--intent-soft)',
  'tier-a': 'var(--tier-a)',
  'tier-a-soft': 'var(--tier-a-soft)',
  'tier-b': 'var(--tier-b)',
  'tier-b-soft': 'var(--tier-b-soft)',
  'tier-c': 'var(--tier-c)',
  'tier-c-soft': 'var(--tier-c-soft)',
  good: 'var(--good)',
  'good-soft': 'var(--good-soft)',
  warn: 'var(--warn)',
  'warn-soft': 'var(--warn-soft)',
  bad: 'var(--bad)',
  'bad-soft': 'var(--bad-soft)',
  overlay: 'var(--overlay)',
};

const config: Config = {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    colors,
    // 2xs only for ticks and the figures beside small bars; sm is the body.
    fontSize: {
      '2xs': ['11px', '12px'],
      xs: ['12px', '16px'],
      sm: ['13px', '20px'],
      base: ['15px', '20px'],
      lg: ['18px', '24px'],
      '3xl': ['30px', '32px'],
    },
    fontWeight: { normal: '400', medium: '500', strong: '550', semibold: '600', bold: '650' },
    fontFamily: {
      sans: ['"Geist Variable"', 'Geist', 'system-ui', 'sans-serif'],
      mono: ['"Geist Mono Variable"', '"Geist Mono"', 'ui-monospace', 'monospace'],
    },
    borderRadius: { none: '0', bar: '2px', sm: '4px', DEFAULT: '6px', card: '8px', full: '9999px' },
    // Phone below sm, side nav from md, two columns from lg.
    screens: { sm: '560px', md: '900px', lg: '1180px', xl: '1440px' },
    extend: {
      height: { control: '28px', row: '40px', bar: '48px' },
      minHeight: { control: '28px', row: '40px', bar: '48px' },
      width: { nav: '208px', panel: '432px' },
    },
  },
};

export default config;
