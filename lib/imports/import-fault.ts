/** A fault of a file or its mapping that the person who gave it can mend; the message is shown to them as it is. */
export class ImportFault extends Error {
  constructor(
    message: string,
    /** One entry per fault, with the path of the offending part of a mapping. */
    readonly issues: readonly { path: string; message: string }[] = [],
  ) {
    super(message);
    this.name = 'ImportFault';
  }
}
