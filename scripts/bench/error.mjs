/** Something that the user can put right: the message is all that is shown. */
export class BenchError extends Error {}
