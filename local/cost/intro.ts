/** What stands over the tables in `docs/cost.md`. */
export const INTRO = `
# What each operation costs

Firestore bills documents, and time is round trips. This page counts both for everything that a deployed function does. It is generated: \`npm run cost\` runs each case against the Firestore emulator and Stripe's and PayTR's stand-ins, counts every request of the client library, and writes the page; \`npm test\` does the same and fails when the page says anything else. Do not edit it.

- **Reads** are documents as Firestore bills them: each document asked for by name, found or not; each result of a query, and one for a query without any. **Writes** and **deletes** are documents too; several changes to one document in one commit are one write.
- **Read calls** and **commits** are round trips, one after the other. A gateway's event takes one of each ([decision 1](decisions/0001-one-event-one-transaction.md)); only a repeat takes a second pair, to see what became of the first.
- A transaction that others were quicker than runs again and costs its reads again. Writes that were not committed cost nothing. One that only reads ends with a commit too, which costs no document.
- What a browser listens to is billed by document and change, besides one read of the profile where a security rule asks for an organization's members; it is no function's work and not counted here.
- The tokens of callers, Cloud Tasks and calls to gateways cost no document.

A subject may stand in several lines, one for each case that costs something else. The difference between neighbouring lines says what one more invoice, or a wallet, costs.
`;
