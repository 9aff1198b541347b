import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';
for (const o of [{},{minifyWhitespace:true},{minifyWhitespace:true,minifySyntax:true},{minify:true,keepNames:true},{minify:true}]) {
 let line=JSON.stringify(o);
 for (const [e,p] of [['server/src/server-node.ts','node'],['server/src/server-web.ts','browser'],['server/src/bin.ts','node'],['client/src/extension.ts','node'],['client/src/extension-web.ts','browser']]){
const r = await build({absWorkingDir:'/work/main',entryPoints:['/work/main/'+e],bundle:true,write:false,platform:p,format:'cjs',target:p=='node'?'node20':'es2022',external:['vscode'],outfile:'/tmp/x.js',logLevel:'silent',...o});
 const c=r.outputFiles[0].contents; line+=` ${e.split('/').pop()} ${c.length>>10}/${gzipSync(c,{level:9}).length>>10}`;}
 console.log(line);
}
