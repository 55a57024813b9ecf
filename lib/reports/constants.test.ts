import { expect, it } from 'vitest';
import { isAllowed } from '@/lib/auth/permissions';
import { Role } from '@/lib/generated/prisma/enums';
import { REPORT_READERS } from './constants';

it('mails reports to the roles that may read them', () => {
  expect(Object.values(Role).filter((role) => isAllowed(role, 'reports:read'))).toEqual([...REPORT_READERS]);
});
