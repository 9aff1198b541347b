import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { createEngine } from '/work/main/server/src/engine/engine';
import { loadKnowledge } from '/work/main/server/src/engine/knowledge/loader';
import { readPackFolder } from '/work/main/server/src/host/node-packs';
const root='/work/main';
const mine=['routine-notes','reading-records','treatment-plans-and-assessments'];
const { knowledge, errors } = loadKnowledge(readPackFolder(path.join(root,'server/knowledge')));
for (const e of errors) console.log(`${e.path}:${String(e.line)} ${e.message}`);
const engine=createEngine(knowledge);
const draftOf=(x:string)=>x.startsWith('- ')?`# Peer Specialist\n\nThe peer specialist will:\n\n${x}\n`:`# Program\n\n${x}\n`;
const dir=root+'/server/knowledge/exemplars';
for(const f of readdirSync(dir).filter(f=>f.endsWith('.yml'))){
 const b:any=load(readFileSync(dir+'/'+f,'utf8'));
 if(mine.includes(b.rule)) continue;
 for(const x of [...(b.sound??[]),...(b.allows??[])]) for(const r of engine.check(draftOf(x)).findings) if(mine.includes(r.rule)&&r.certainty==='breach') console.log(`${f} ${r.rule}: ${x}  <- ${r.evidence.by}`);
}
