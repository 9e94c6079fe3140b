import type { Theme } from '../client.ts';

const MEASURES = {
  radius: '2px',
  font: '"Helvetica Neue", Arial, "Liberation Sans", sans-serif',
  'font-size': '14px',
} as const;

/** Sober and square. The bank calls a ticket a service request, and its requests are raised, not reported. */
export const THEME: Theme = {
  light: {
    ...MEASURES,
    accent: '#1b2a52',
    'on-accent': '#ffffff',
    surface: '#ffffff',
    'surface-raised': '#f3f5f9',
    text: '#141a2b',
    'text-muted': '#56607a',
    border: '#cfd6e4',
    focus: '#9a6b12',
  },
  dark: {
    ...MEASURES,
    accent: '#c9a55c',
    'on-accent': '#1c1607',
    surface: '#10162a',
    'surface-raised': '#182038',
    text: '#e8ecf6',
    'text-muted': '#a3adc6',
    border: '#2f3a5a',
    focus: '#e2c583',
  },
  locale: 'en',
  terms: {
    Ticket: 'Service request',
    ticket: 'service request',
    Tickets: 'Service requests',
    tickets: 'service requests',
  },
  labels: {
    report: 'Raise a service request',
    'empty.hint': 'Raise a request here. You will see at once by when it will be resolved, and who comes.',
    'fact.registered': '{who} raised the request',
    desk: '{name} (facilities desk)',
    'who.dispatcher': 'The facilities desk',
  },
};
