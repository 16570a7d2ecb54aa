import { digestSize } from "./digest-size.js";
import { ledgerSizes } from "./ledger-size.js";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
await ledgerSizes(say);
await digestSize(say);
process.exit(0);
