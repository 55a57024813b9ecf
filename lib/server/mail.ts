import { createTransport } from 'nodemailer';

const TIMEOUT_MS = 15_000;

/** The mail server, `smtp://user:password@host:port`, and who mail comes from. */
export interface MailServer {
  url: string;
  from: string;
}

export interface Mail {
  to: readonly string[];
  subject: string;
  text: string;
  html: string;
  /** The same for every try: by it receivers know a mail that comes twice. */
  messageId: string;
}

/** What the mail server answered, and whom it refused; those who are not among them have the mail. */
export interface MailAnswer {
  response: string;
  refused: string[];
}

/**
 * Sends one mail.
 *
 * @throws Error when the server cannot be reached or refuses everyone.
 */
export async function sendMail({ url, from }: MailServer, { to, ...mail }: Mail): Promise<MailAnswer> {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS / 2,
    greetingTimeout: TIMEOUT_MS / 2,
    socketTimeout: TIMEOUT_MS,
    // What is sent is text from here: no file and no address is read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const sent = await transport.sendMail({ ...mail, from, to: [...to] });
    return { response: sent.response, refused: sent.rejected.map(String) };
  } finally {
    transport.close();
  }
}
