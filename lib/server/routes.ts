import { unstable_rethrow } from 'next/navigation';
import { toProblemResponse } from './problem';

/** Wraps a route's handler: whatever it throws becomes problem details, never a bare 500. */
export function route<A extends unknown[]>(handler: (...args: A) => Promise<Response>) {
  return async (...args: A): Promise<Response> => {
    try {
      return await handler(...args);
    } catch (error) {
      unstable_rethrow(error);
      return toProblemResponse(error);
    }
  };
}
