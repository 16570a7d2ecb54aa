import { sending } from "./sending.js";

await sending((line) => void process.stdout.write(`${line}\n`));
process.exit(0);
