import { readFileSync } from "node:fs";
import { NAMES, NOW } from "./corpus.js";
import { understand } from "../../src/language/understand.js";
for (const line of readFileSync(0,"utf8").split("\n")) { if(!line.trim()) continue; const text=line.replaceAll("\\n","\n").replaceAll("\\t","\t");
 console.log(line); for (const it of understand(text,{now:NOW,names:NAMES}).items as any[]) { const {intent,project,text,options,...x}=it; console.log("      ",intent, project??"", JSON.stringify(x), options?("["+options.map((o:any)=>o.label).join("|")+"]"):""); } }
