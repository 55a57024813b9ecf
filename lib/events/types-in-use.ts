/**
 * SQL: the types that events have, as `used("type")`, each found by one look into the index by type, however many events
 * there are. Begins a WITH RECURSIVE.
 */
export const TYPES_IN_USE = `
  step AS (
    (SELECT e."type" FROM "Event" e ORDER BY e."type" LIMIT 1)
    UNION ALL
    SELECT (SELECT e."type" FROM "Event" e WHERE e."type" > step."type" ORDER BY e."type" LIMIT 1)
    FROM step WHERE step."type" IS NOT NULL),
  used AS (SELECT step."type" FROM step WHERE step."type" IS NOT NULL)`;
