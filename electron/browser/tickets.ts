import { createSecret, isSameSecret } from '../services/secrets.ts';

/** How long an opening link is good, in milliseconds. */
const ticketLifeMs = 60_000;

const ticketBytes = 32;

/** The one-time tickets of the opening links. */
export interface Tickets {
  /** A new ticket, good for one use within `ticketLifeMs`. */
  readonly issue: () => string;
  /** Uses a ticket up. `false` where it was never issued, has been used, or is too old. */
  readonly redeem: (ticket: string) => boolean;
}

/** Tickets by a clock in milliseconds that never goes backwards. */
export function createTickets(now: () => number): Tickets {
  let open: readonly { readonly ticket: string; readonly expires: number }[] = [];
  const dropExpired = (): void => {
    open = open.filter(({ expires }) => expires > now());
  };
  return {
    issue() {
      dropExpired();
      const ticket = createSecret(ticketBytes);
      open = [...open, { ticket, expires: now() + ticketLifeMs }];
      return ticket;
    },
    redeem(ticket) {
      dropExpired();
      const rest = open.filter((candidate) => !isSameSecret(ticket, candidate.ticket));
      const isGood = rest.length < open.length;
      open = rest;
      return isGood;
    },
  };
}
