import { NAMES, NOW, phrases, agrees } from "/work/main/tests/language/corpus.js";
import { understand } from "/work/main/src/language/understand.js";
let bad=0,n=0;
for (const f of process.argv.slice(2)) { let b=0,m=0; for (const p of phrases(f)) { m++; const r=understand(p.text,{now:NOW,names:NAMES}).items; if(!agrees(p.items,r)){b++; console.log(JSON.stringify(p.text)); console.log("   want",JSON.stringify(p.items)); console.log("   got ",JSON.stringify(r.map(({text,options,...x}:any)=>x)));} } console.log(f,m-b,"/",m); }
