import { z } from 'zod';
import { defineOperation } from '../contract';

export const DOCUMENT_OPERATIONS = {
  getDocument: defineOperation({
    method: 'GET',
    path: '/openapi.json',
    tag: 'This document',
    summary: 'Get this description of the API',
    description: 'OpenAPI 3.1. Open to any key, and to whoever is signed in.',
    scope: null,
    answer: z.looseObject({ openapi: z.string() }),
    example: { answer: { openapi: '3.1.0' } },
  }),
};
