import { CHATTER, FRAME } from "../../src/language/rules/words.js";
import { HINDRANCE, SOLVED } from "../../src/language/rules/problems.js";
for (const t of process.argv.slice(2)) console.log(t, [CHATTER,FRAME,HINDRANCE,SOLVED].map(r=>r.exec(t)?.[0]));
