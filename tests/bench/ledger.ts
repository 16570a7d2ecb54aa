import { ledgerSizes } from "./ledger-size.js";

await ledgerSizes((line) => void process.stdout.write(`${line}\n`));
process.exit(0);
