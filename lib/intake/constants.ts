/** Source of the deals that lead rows carry; such a deal's external id is the lead's id. */
export const LEAD_ROW_SOURCE = 'lead-row';
