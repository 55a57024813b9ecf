/** The attributes of a company that every installation has. In a lead's conditions they are addressed as `company.KEY`. */
export const STANDARD_COMPANY_ATTRIBUTES = [
  { key: 'industry', label: 'Industry', type: 'text' },
  { key: 'employees', label: 'Employees', type: 'number' },
  { key: 'revenue', label: 'Annual revenue', type: 'number' },
  { key: 'technologies', label: 'Technologies', type: 'list' },
  { key: 'website', label: 'Website', type: 'text' },
  { key: 'phone', label: 'Phone', type: 'text' },
  { key: 'street', label: 'Street', type: 'text' },
  { key: 'city', label: 'City', type: 'text' },
  { key: 'region', label: 'State or region', type: 'text' },
  { key: 'postalCode', label: 'Postal code', type: 'text' },
  { key: 'country', label: 'Country', type: 'text' },
  { key: 'foundedYear', label: 'Founded', type: 'number' },
] as const;
