function e(e,t={},...r){let i=document.createElement(e);return n(i,t),i.append(...r.filter(e=>e!==null)),i}function t(e,t={},...r){let i=document.createElementNS(`http://www.w3.org/2000/svg`,e);return n(i,t),i.append(...r.filter(e=>e!==null)),i}function n(e,t){for(let[n,r]of Object.entries(t))r===null||r===!1?e.removeAttribute(n):e.setAttribute(n,r===!0?``:String(r))}function r(t,n,r={}){let i=e(`button`,{type:`button`,...r},t);return i.addEventListener(`click`,n),i}function i(t,n,...r){let i=e(`h2`,{id:`${t}-title`},n);return e(`section`,{id:t,class:`panel`,"aria-labelledby":i.id},i,...r)}async function a(e){let t=new Blob([e]).stream().pipeThrough(new CompressionStream(`deflate-raw`)),n=new Uint8Array(await new Response(t).arrayBuffer()),r=Array.from(n,e=>String.fromCharCode(e)).join(``);return btoa(r).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replace(/=+$/,``)}async function o(e){let t=atob(e.replaceAll(`-`,`+`).replaceAll(`_`,`/`)),n=Uint8Array.from(t,e=>e.charCodeAt(0)),r=new Blob([n]).stream().pipeThrough(new DecompressionStream(`deflate-raw`)).pipeThrough(new TextDecoderStream(`utf-8`,{fatal:!0})).getReader(),i=``;for(let e=await r.read();!e.done;e=await r.read())if(i+=e.value,i.length>4194304)throw await r.cancel(),Error(`The linked program is longer than 4 MiB.`);return i}function s(e){let t=new URLSearchParams(e.replace(/^#/,``));return{program:t.get(`p`),token:t.get(`token`)}}var c=Math.PI/180;function l(e){switch(e.op){case`add_line`:return e.end;case`add_arc`:return u(e.start,e.center,e.sweep_deg);case`add_circle`:return null}}function u(e,t,n){let[r,i]=[Math.sin(n*c),Math.cos(n*c)],[a,o]=[e[0]-t[0],e[1]-t[1]];return[t[0]+a*i-o*r,t[1]+a*r+o*i]}function d(e,t,n){let[r,i]=[t[0]-e[0],t[1]-e[1]],a=Math.tan(n/2*c);if(Math.hypot(r,i)===0||Math.abs(n)>=360||Math.abs(a)<1e-9)return null;let o=1/(2*a);return{op:`add_arc`,start:e,center:[e[0]+r/2-i*o,e[1]+i/2+r*o],sweep_deg:n}}function f(e){return Math.hypot(e.start[0]-e.center[0],e.start[1]-e.center[1])}function p(e,t,n,r){let i=Math.hypot(t[0]-e[0],t[1]-e[1]),a=i/(2*n);if(!(n>0)||i===0||a>1.0001)return null;let o=2*Math.asin(Math.min(1,a))/c;return Math.sign(r)*(Math.abs(r)>180?360-o:o)}function m(e){return u(e.start,e.center,e.sweep_deg/2)}function h(e,t,n){let[r,i]=[e[0]-n[0],e[1]-n[1]],[a,o]=[t[0]-n[0],t[1]-n[1]],s=Math.atan2(r*o-i*a,r*a+i*o)/c;return s<0?360+2*s:2*s-360}function g(e,t=5){switch(e.op){case`add_line`:return[e.start,e.end];case`add_arc`:return _(e.start,e.center,e.sweep_deg,t);case`add_circle`:return _([e.center[0]+e.radius,e.center[1]],e.center,360,t)}}function _(e,t,n,r){let i=Math.max(2,Math.ceil(Math.abs(n)/r));return Array.from({length:i+1},(r,a)=>u(e,t,n*a/i))}var v=1e-5;function y(e,t){switch(e.op){case`add_line`:return[e.start[0]+(e.end[0]-e.start[0])*t,e.start[1]+(e.end[1]-e.start[1])*t];case`add_arc`:return u(e.start,e.center,e.sweep_deg*t);case`add_circle`:return u([e.center[0]+e.radius,e.center[1]],e.center,360*t)}}function b(e,t){return[...E(T(e),T(t)),...S(e),...S(t)].flatMap(n=>{let[r,i]=[x(e,n),x(t,n)];return r===null||i===null?[]:[[r,i]]})}function x(e,t){let n=T(e),r=n.kind===`straight`?C(n,t):w(n,t),i=Math.min(1,Math.max(0,r)),[a,o]=y(e,i);return Math.hypot(a-t[0],o-t[1])<=1e-5?i:null}function S(e){return e.op===`add_circle`?[]:[y(e,0),y(e,1)]}function C({start:e,along:[t,n]},r){return((r[0]-e[0])*t+(r[1]-e[1])*n)/(t*t+n*n)}function w({center:e,radius:t,from:n,sweep:r},i){let a=Math.atan2(i[1]-e[1],i[0]-e[0]),o=2*Math.PI,s=((a-n)*Math.sign(r)%o+o)%o/Math.abs(r);return o/Math.abs(r)-s<1e-5/t?0:s}function T(e){switch(e.op){case`add_line`:{let[t,n]=[e.start,e.end];return{kind:`straight`,start:t,along:[n[0]-t[0],n[1]-t[1]]}}case`add_arc`:{let{center:t,start:n,sweep_deg:r}=e,i=Math.atan2(n[1]-t[1],n[0]-t[0]),a=r*Math.PI/180;return{kind:`round`,center:t,radius:f(e),from:i,sweep:a}}case`add_circle`:{let{center:t,radius:n}=e;return{kind:`round`,center:t,radius:n,from:0,sweep:2*Math.PI}}}}function E(e,t){return e.kind===`straight`?t.kind===`straight`?D(e,t):O(e,t):t.kind===`straight`?O(t,e):k(e,t)}function D(e,t){let[[n,r],[i,a]]=[e.along,t.along],o=n*a-r*i;if(Math.abs(o)<1e-12*Math.hypot(n,r)*Math.hypot(i,a))return[];let[s,c]=[t.start[0]-e.start[0],t.start[1]-e.start[1]],l=(s*a-c*i)/o;return[[e.start[0]+n*l,e.start[1]+r*l]]}function O({start:e,along:[t,n]},{center:r,radius:i}){let a=Math.hypot(t,n),[o,s]=[t/a,n/a],c=(r[0]-e[0])*o+(r[1]-e[1])*s,l=[e[0]+o*c,e[1]+s*c],u=Math.hypot(l[0]-r[0],l[1]-r[1]);if(u>i+1e-5)return[];let d=Math.sqrt(Math.max(0,i*i-u*u));return[[l[0]+o*d,l[1]+s*d],[l[0]-o*d,l[1]-s*d]]}function k(e,t){let[n,r]=[t.center[0]-e.center[0],t.center[1]-e.center[1]],i=Math.hypot(n,r),a=i>e.radius+t.radius+v;if(i<1e-5||a||i<Math.abs(e.radius-t.radius)-1e-5)return[];let o=(i**2+e.radius**2-t.radius**2)/(2*i),s=Math.sqrt(Math.max(0,e.radius**2-o**2)),[c,l]=[n/i,r/i],u=[e.center[0]+c*o,e.center[1]+l*o];return[[u[0]-l*s,u[1]+c*s],[u[0]+l*s,u[1]-c*s]]}var A=[`XY`,`XZ`,`YZ`],j=[`new`,`join`,`cut`,`intersect`];function M(e){return e?.op===`add_line`||e?.op===`add_arc`||e?.op===`add_circle`}function N(e,t,n){let r=e.operations.map((e,r)=>r===t?n:e);return{...e,operations:r}}function P(e){let t=[];return e.operations.forEach((e,n)=>{let r=t.at(-1);e.op===`add_sketch`?t.push({index:n,sketch:e,curves:[],extrudes:[]}):M(e)?r?.curves.push({index:n,curve:e}):r?.extrudes.push(n)}),t}function ee(e,t){return e.operations.slice(0,t+1).filter(e=>e.op===`add_sketch`).length-1}function F(e,t){return e.op===`add_circle`?null:t===`start`?e.start:l(e)}function te(e){let t=[];for(let{index:n,curve:r}of e)for(let e of[`start`,`end`]){let i=F(r,e);if(i===null)continue;let a=t.find(e=>I(e.point,i)<v);a===void 0?t.push({point:i,ends:[{index:n,end:e}]}):a.ends.push({index:n,end:e})}return t}function ne(e,t,n){let r=P(e).find(e=>e.curves.some(({index:e})=>e===t.index)),i=r&&te(r.curves).find(e=>e.ends.some(e=>ae(e,t)));if(i===void 0)return e;let a=[...e.operations],o=new Set(i.ends.map(e=>e.index));for(let t of o){let r=a[t],o=i.ends.filter(e=>e.index===t).map(e=>e.end),s=M(r)?re(r,o,n):null;if(s===null)return e;a[t]=s}return{...e,operations:a}}function re(e,t,n){let r=t.includes(`start`)?n:F(e,`start`),i=t.includes(`end`)?n:F(e,`end`);if(r===null||i===null)return null;switch(e.op){case`add_line`:return{...e,start:r,end:i};case`add_arc`:return t.length===2?ie(e,n):d(r,i,e.sweep_deg);case`add_circle`:return null}}function ie(e,t){let[n,r]=[t[0]-e.start[0],t[1]-e.start[1]];return{...e,start:t,center:[e.center[0]+n,e.center[1]+r]}}function ae(e,t){return e.index===t.index&&e.end===t.end}function I(e,t){return Math.hypot(e[0]-t[0],e[1]-t[1])}var oe=Math.PI/180,se={label:`Length`,unit:`mm`,of:e=>I(...xe(e)),with(e,t){let[n,r]=xe(e);return Se(n,t,L(n,r))}},ce={label:`Angle`,unit:`°`,of:e=>L(...xe(e))/oe,with(e,t){let[n,r]=xe(e);return Se(n,I(n,r),t*oe)}},le={label:`Diameter`,unit:`mm`,of:e=>2*se.of(e),with:(e,t)=>se.with(e,t/2)};function ue(e,t){return{label:e,unit:`mm`,of(e){let[n,r]=xe(e);return Math.abs(r[t]-n[t])},with(e,n){let[r,i]=xe(e),a=r[t]+(i[t]<r[t]?-n:n);return t===0?[a,i[1]]:[i[0],a]}}}var de={label:`Sweep`,unit:`°`,of:([e,t,n])=>e&&t&&n?h(e,t,n):NaN,with([e=[0,0],t=e,n=t],r){let i=d(e,t,r);return i===null?n:m(i)}},fe={label:`Width`,unit:`mm`,of:([e=[0,0],t=e,n=t])=>2*Math.abs(Ce(e,t,n)),with:([e=[0,0],t=e,n=t],r)=>we(e,t,n,r/2)};function pe(e,t){return{op:`add_line`,start:e,end:t}}function me(e){return e.map((t,n)=>pe(t,e[(n+1)%e.length]??t))}function he(e,t,n){return d(e,t,n)??pe(e,t)}var ge={line:{title:`Line`,key:`L`,hints:[`Click where the line starts.`,`Click where it ends; the next one goes on from there.`],isChained:!0,curves:([e,t])=>e&&t?[pe(e,t)]:[],measures:()=>[se,ce]},arc:{title:`Arc`,key:`A`,hints:[`Click where the arc starts.`,`Click where it ends.`,`Click a point on the arc.`],curves([e,t,n]){return!e||!t?[]:[n?he(e,t,h(e,t,n)):pe(e,t)]},measures:({length:e})=>e<3?[se,ce]:[de],rounded(e){let t=Math.round(de.of(e)/15)*15;return e.length<3?null:de.with(e,t)}},circle:{title:`Circle`,key:`C`,hints:[`Click the centre.`,`Click a point of the rim.`],curves([e,t]){let n=e&&t?I(e,t):0;return e&&n>0?[{op:`add_circle`,center:e,radius:n}]:[]},measures:()=>[le],rounded:ye},rectangle:{title:`Rectangle`,key:`R`,hints:[`Click a corner.`,`Click the corner across.`],curves([[e,t]=[0,0],n]){return n===void 0||n[0]===e||n[1]===t?[]:me([[e,t],[n[0],t],n,[e,n[1]]])},measures:()=>[ue(`Width`,0),ue(`Height`,1)]},slot:{title:`Slot`,key:`S`,hints:[`Click the middle of one end.`,`Click the middle of the other end.`,`Click how wide the slot is.`],curves([e,t,n]){if(!e||!t||I(e,t)===0)return[];let r=n?Math.abs(Ce(e,t,n)):0;if(r===0)return[pe(e,t)];let[i,a]=[we(e,t,null,-r),we(t,e,null,r)],[o,s]=[we(t,e,null,-r),we(e,t,null,r)];return[pe(i,a),he(a,o,180),pe(o,s),he(s,i,180)]},measures:({length:e})=>e<3?[se,ce]:[fe],rounded(e,t){let n=Math.max(t,Math.round(fe.of(e)/t)*t);return e.length<3?null:fe.with(e,n)}},polygon:{title:`Polygon`,key:`G`,hints:[`Click the centre.`,`Click a corner; the wheel changes the number of sides.`],curves([e,t],n){if(!e||!t||I(e,t)===0)return[];let[r,i]=[I(e,t),L(e,t)];return me(Array.from({length:n},(a,o)=>o===0?t:Se(e,r,i+2*Math.PI*o/n)))},measures:()=>[le,ce]}},_e=Object.keys(ge);function ve(e){return ge[e]}function ye(e,t){let n=Math.max(t,Math.round(le.of(e)/t)*t);return e.length<2?null:le.with(e,n)}function be(e){return e.at(-1)??[0,0]}function xe(e){let t=be(e);return[e.at(-2)??t,t]}function L(e,t){return Math.atan2(t[1]-e[1],t[0]-e[0])}function Se([e,t],n,r){return[e+n*Math.cos(r),t+n*Math.sin(r)]}function Ce(e,t,[n,r]){let i=I(e,t)||1;return((t[0]-e[0])*(r-e[1])-(t[1]-e[1])*(n-e[0]))/i}function we(e,t,n,r){return Se(e,(n!==null&&Ce(e,t,n)<0?-1:1)*r,L(e,t)+Math.PI/2)}var R={fit:`M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M7 8l3-1.6L13 8v4l-3 1.6L7 12z`,edges:`M10 2.5l6.5 3.6v7.6L10 17.5l-6.5-3.8V6.1zM3.5 6.1L10 9.8l6.5-3.7M10 9.8v7.7`,section:`M3 13.5L10 17l7-3.5M3 10l7 3.5 7-3.5-7-3.5zM10 2v4`,measure:`M2.5 13.5l11-11 4 4-11 11zM6 10l1.6 1.6M9 7l2.4 2.4M12 4l1.6 1.6`,parallel:`M3 7l5-4h9l-5 4zM3 7v10h9V7M12 17l5-4V3`,picture:`M3 4h14v12H3zM3 13l4-4 3 3 2.5-2.5L17 14M12.8 7.4h.01`,undo:`M7 4L3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 010 9H8`,redo:`M13 4l3.5 3.5L13 11M16.5 7.5H8a4.5 4.5 0 000 9h4`,add:`M10 4v12M4 10h12`,look:`M10 2.5a7.5 7.5 0 100 15zM10 2.5a7.5 7.5 0 010 15`,help:`M7.5 7.5a2.5 2.5 0 113.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14.6h.01M10 2a8 8 0 100 16 8 8 0 000-16z`,sketch:`M3 15L7 5l6 2 4 8zM3 15h14`,line:`M4 16L16 4`,arc:`M3.5 15a11 11 0 0113-9`,circle:`M10 3.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13z`,rectangle:`M3 5h14v10H3z`,slot:`M6.5 6h7a4 4 0 010 8h-7a4 4 0 010-8z`,polygon:`M10 3l6 3.5v7L10 17l-6-3.5v-7z`,hole:`M10 6c4 0 7 1.3 7 3s-3 3-7 3-7-1.3-7-3 3-3 7-3zM3 9v4c0 1.7 3 3 7 3s7-1.3 7-3V9M10 2v6`,row:`M5 7.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM15 7.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM8.5 10h3`,ring:`M10 2.5a2 2 0 100 4 2 2 0 000-4zM4.5 12a2 2 0 100 4 2 2 0 000-4zM15.5 12a2 2 0 100 4 2 2 0 000-4zM10 10h.01`,select:`M5 3l10 7-4.5.8L8 15z`,done:`M4 10.5l4 4 8-9`,paste:`M6 4H4v13h12V4h-2M7 2.5h6v3H7zM7 9h6M7 12h6`,delete:`M4 5.5h12M8 5.5V3h4v2.5M6 5.5l.7 11h6.6l.7-11`,up:`M10 16V4M5.5 8.5L10 4l4.5 4.5`,down:`M10 4v12M5.5 11.5L10 16l4.5-4.5`,extrude:`M4 9l6 3 6-3M4 9v5l6 3 6-3V9M10 9V2M7.5 4.5L10 2l2.5 2.5`,file:`M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15`,link:`M8.5 11.5l3-3M7.5 8.5l-2 2a2.8 2.8 0 004 4l2-2M12.5 11.5l2-2a2.8 2.8 0 00-4-4l-2 2`,copy:`M7 7h9v9H7zM4 13V4h9`,camera:`M3 6.5h3l1.5-2h5l1.5 2h3v9H3zM10 8.2a2.6 2.6 0 100 5.2 2.6 2.6 0 000-5.2z`};function z(e){return t(`svg`,{class:`icon`,viewBox:`0 0 20 20`,"aria-hidden":`true`},t(`path`,{d:R[e]}))}var B=.5,V=.2;function Te(e){return e>=B?`likely`:e>=V?`doubtful`:`unlikely`}function Ee(e,t){let n={likely:``,doubtful:`doubtful`,unlikely:`probably wrong`}[Te(t)],r=e.replace(/\s+/g,` `);return n&&`# Read from ${r}: ${n}, ${Math.round(t*100)} % sure.\n`}function De(e){return`${{likely:`Reading is likely right`,doubtful:`Doubtful reading`,unlikely:`Reading is probably wrong`}[Te(e)]} (${Math.round(e*100)}\u00a0%)`}function H(e,t=3){let n=e.toFixed(t),r=n.includes(`.`)?n.replace(/\.?0+$/,``):n;return r===`-0`?`0`:r}var Oe={mm:1,in:25.4};function ke(e,t,n=2){return H(e*10/Oe[t],t===`mm`?n:n+1)}function Ae(e,t,n=2){return`${ke(e,t,n)} ${t}`}function je(e){return Math.round(e*1e4)/1e4+0}var Me=[`stl`,`obj`,`glb`,`3mf`],Ne={Usual:null,Coarse:.005,Fine:2e-4,"Very fine":2e-5},Pe=class{element;select=e(`select`,{"aria-label":`Triangles of mesh files`});constructor(t){this.element=e(`label`,{class:`choice`},e(`span`,{},`Triangles`),this.select);for(let t of Object.keys(Ne))this.select.append(e(`option`,{value:t}));t.store.watch([`build`,`unit`],({build:e,unit:t})=>this.show(e,t))}tolerance(e){let t=Ne[this.select.value]??null,n=Fe(e);return t===null||n===null?null:Ie(t*n)}show(e,t){let n=Fe(e);for(let e of this.select.options){let r=Ne[e.value]??null,i=r===null||n===null?null:r*n,a=i===null?``:`, within ${Ae(Ie(i),t,4)}`;e.textContent=e.value+a}}};function Fe(e){let t=e?.measures?.box;return t===void 0?null:Math.hypot(...[0,1,2].map(e=>t[1][e]-t[0][e]))}function Ie(e){let t=10**Math.floor(Math.log10(e));return Math.ceil(e/t-1e-9)*t}var Le={solid:`Solid`,script:`Script`,drawing:`Drawing of the sketch`,program:`Program`},Re=class{workbench;client;element;mesh;formats=[];files=e(`div`,{class:`formats`});remark=e(`p`,{class:`remark`,role:`status`});name=e(`input`,{id:`part-name`,type:`text`,autocomplete:`off`,spellcheck:`false`,maxlength:80});constructor(t,n){this.workbench=t,this.client=n;let a=e(`label`,{class:`choice`,for:`part-name`},`Name`,this.name);this.mesh=new Pe(t);let o=r(z(`copy`),()=>this.copyText(),{class:`secondary`}),s=r(z(`link`),()=>this.copyLink(),{class:`secondary`});o.append(`Copy text`),s.append(`Copy link`);let c=e(`div`,{class:`copies`},o,s);this.element=i(`export`,`Export`,a,this.remark,this.files,this.mesh.element,c),this.element.dataset.tab=`export`,this.name.addEventListener(`input`,()=>t.rename(this.name.value)),this.name.addEventListener(`blur`,()=>t.settle()),t.store.watch([`text`,`built`,`problem`,`picture`],e=>{this.remark.textContent=ze(e)}),t.store.watch([`name`],({name:e})=>{this.name.value!==e&&(this.name.value=e)}),this.offer()}async save(e){let{state:t}=this.workbench.store;if(t.history!==null)try{let n=Be(t.name,e.extension);Ve(e.name===`text`?new Blob([t.text]):await this.convert(e),n),this.workbench.tell([`Saved ${n}.`,ze(this.workbench.store.state)].join(` `))}catch(t){this.workbench.failures.add(`file`,t,()=>void this.save(e))}}async saveNamed(e){let t=this.formats.find(t=>t.name===e);t!==void 0&&await this.save(t)}async copyText(){await this.copy(this.workbench.store.state.text,`The program's text is in the clipboard.`)}async copyLink(){let e=await a(this.workbench.store.state.text),t=new URL(location.href);t.hash=`p=${e}`,await this.copy(t.href,`A link that holds the program is in the clipboard.`)}async convert(e){let t=await this.workbench.solid(),{program:n,selected:r,name:i}=this.workbench.store.state;if(t===null)throw Error(`There is no solid to save yet: the program does not build. Its text can be saved.`);let a=n===null?0:Math.max(0,ee(n,r??0)),o=this.mesh.tolerance(this.workbench.store.state.build);return this.client.convert({text:t,to:e.name,name:i.trim()||`part`,sketch:a,...o!==null&&Me.includes(e.name)?{tolerance:o}:{}})}async copy(e,t){try{await navigator.clipboard.writeText(e),this.workbench.tell(t)}catch{prompt(`Copy this:`,e)}}async offer(){try{this.formats=await this.client.formats(),this.show(this.formats)}catch(e){this.workbench.failures.add(`file`,e,()=>void this.offer())}}show(t){let n=Object.entries(Le).map(([n,r])=>{let i=t.filter(e=>e.kind===n).map(e=>this.button(e)),a=e(`h3`,{},r);return i.length===0?null:e(`div`,{class:`format-group`},a,e(`div`,{},...i))});this.files.replaceChildren(...n.filter(e=>e!==null))}button(e){let t={class:`format`,"data-format":e.name,title:`.${e.extension}`};return r(e.title,()=>void this.save(e),t)}};function ze({history:e,text:t,built:n,problem:r,picture:i}){let a=r?.canRetry===!1&&e!==null&&t!==n?.text,o=n===null?`The program does not build: only its text can be saved.`:`The program does not build now: files hold the last solid, as it is shown; text and link hold the text.`,s=i?.picture.confidence??1,c=Te(s)===`likely`?``:`${De(s)}.`;return[a?o:``,c].filter(e=>e!==``).join(` `)}function Be(e,t){return`${Array.from(e.normalize(`NFC`),e=>e<` `||`\\/:*?"<>|`.includes(e)?`_`:e).join(``).trim()||`part`}.${t}`}function Ve(t,n){let r=URL.createObjectURL(t),i=e(`a`,{href:r,download:n});document.body.append(i),i.click(),i.remove(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}function He(t,n){let r=Ue(`undo`,`Undo`,`Control+Z`,()=>t.undo()),i=Ue(`redo`,`Redo`,`Control+Shift+Z`,()=>t.redo()),a=Ue(`add`,`New or earlier part`,`N`,()=>t.close()),o=Ue(`link`,`Copy a link`,`L`,n.share),s=e(`strong`,{class:`logo`},`cadseq`),c=e(`h1`,{class:`part-title`});return t.store.watch([`history`],({history:e,name:t})=>{c.hidden=e===null,c.textContent=t||`part`,r.disabled=(e?.past.length??0)===0,i.disabled=(e?.future.length??0)===0,a.disabled=e===null,o.disabled=e===null}),e(`header`,{class:`bar`},s,a,Ue(`file`,`Open a picture or a program`,`O`,n.open),r,i,e(`span`,{class:`spacer`},c),o,Ue(`look`,`Light or dark`,`T`,n.look),Ue(`help`,`Keys`,`?`,n.help))}function Ue(e,t,n,i){let a={class:`tool`,"aria-label":t,title:`${t} (${n})`};return r(z(e),i,{...a,"aria-keyshortcuts":n})}var We=[[`Ctrl Z, Ctrl Shift Z`,`undo, redo`],[`O`,`open a picture or a program file`],[`N`,`put the part away: a new one, or an earlier one`],[`K, H, D`,`new sketch, hole, extrude the chosen sketch`],[`L A C R S G`,`in a sketch: line, arc, circle, rectangle, slot, polygon`],[`I, J`,`in a sketch: pattern along a line, about a centre`],[`digits`,`while drawing: type the size`],[`Enter, Escape`,`accept, or finish the sketch; one step back out`],[`Delete, Alt ↑, Alt ↓`,`delete or move the chosen step`],[`Ctrl C, Ctrl V`,`copy the chosen feature; put it on a face`],[`F`,`fit to view`],[`0 to 6`,`isometric, front, right, top, back, left, bottom`],[`E`,`edges on or off`],[`X`,`section`],[`Q`,`orthographic view`],[`M`,`measure points or faces`],[`P`,`picture over the solid`],[`S`,`save STEP (outside a sketch)`],[`L`,`copy a link that holds the program (outside a sketch)`],[`T`,`light, dark, or as the system`],[`arrows in a number`,`1 mm; with Shift 10, with Alt 0.1`],[`arrows in the solid`,`turn it; + and − zoom`],[`?`,`this sheet`]];function Ge(){let t=e(`table`,{},e(`tbody`,{},...We.map(([t,n])=>e(`tr`,{},e(`th`,{scope:`row`},t),e(`td`,{},n))))),n=e(`dialog`,{id:`help`,"aria-labelledby":`help-title`}),i=r(`Close`,()=>n.close(),{class:`secondary`});return n.append(e(`h2`,{id:`help-title`},`Keys`),t,i),n.addEventListener(`click`,e=>e.target===n&&n.close()),n}var Ke=class extends Error{fault;status;constructor(e,t){super(et(e.message)),this.fault=e,this.status=t}},qe=class extends Error{constructor(){super(`The cadseq server does not answer. Start it again with “cadseq serve”; your work is kept.`)}},Je=class{token;constructor(e){this.token=e}async build(e,t){return(await this.send(`/api/build`,Ze(e,t))).json()}async reconstruct(e,t,n){let r={...Xe(e),signal:t},i=n===null?``:`&camera=${n}`;return(await this.send(`/api/reconstruct?candidates=4${i}`,r)).json()}async see(e){return(await this.send(`/api/see?accept_cut_off=true`,Xe(e))).json()}async convert(e){return(await this.send(`/api/convert`,Ze(e))).blob()}async import(e,t){let n={method:`POST`,body:e,headers:{"Content-Type":`application/octet-stream`}};return(await this.send(`/api/import?name=${encodeURIComponent(t)}`,n)).json()}async formats(){return(await this.send(`/api/formats`,{})).json()}async examples(){return(await this.send(`/api/examples`,{})).json()}async picture(e){return(await this.send(e,{})).blob()}async send(e,t){let n=new Headers(t.headers);this.token!==null&&n.set(`Authorization`,`Bearer ${this.token}`);let r=await fetch(e,{...t,headers:n}).catch(e=>{throw Ye(e)?e:new qe});if(!r.ok)throw new Ke(await Qe(r),r.status);return r}};function Ye(e){return e instanceof DOMException&&e.name===`AbortError`}function Xe(e){return{method:`POST`,body:e,headers:{"Content-Type":e.type||`application/octet-stream`}}}function Ze(e,t){let n={method:`POST`,body:JSON.stringify(e),headers:{"Content-Type":`application/json`}};return t===void 0?n:{...n,signal:t}}async function Qe(e){let t=await e.json().catch(()=>null);return $e(t)?t.error:{message:`The server answered with status ${e.status}; try again.`}}function $e(e){return typeof e?.error?.message==`string`}function et(e){let t=e.charAt(0).toUpperCase()+e.slice(1);return/[.!?]$/.test(t)?t:`${t}.`}var tt=500,nt=class{kind;held=new Map;constructor(e){this.kind=e}async claim(e){if(this.held.has(e)||navigator.locks===void 0)return!0;let t=AbortSignal.timeout(tt);return await this.taken(e,{signal:t})||this.taken(e,{ifAvailable:!0})}release(){for(let e of this.held.values())e();this.held.clear()}taken(e,t){return new Promise(n=>{navigator.locks.request(`cadseq ${this.kind} ${e}`,t,t=>(n(t!==null),t&&new Promise(t=>this.held.set(e,t)))).catch(()=>n(!1))})}},rt={text:`Sim-Gallery text (.cad, .txt)`,json:`cadseq JSON`,"fusion-gallery":`Fusion 360 Gallery JSON`,deepcad:`DeepCAD JSON`,"deepcad-vector":`DeepCAD vectors (.npy, .csv)`,"deepcad-h5":`DeepCAD vectors in HDF5`,text2cad:`Text2CAD JSON`};function it(e,t){let n=e.replace(/^operation (\d+)/i,`Step $1`).replace(/\boperation (\d+)/g,`step $1`);return(t===void 0?n:n.replace(/\bcurve (\d+)(?! of sketch)/g,(e,n)=>`step ${t+2+Number(n)}`)).replace(/(formats that are read are|say which it is:) ([a-z0-9, -]+)/,(e,t,n)=>`${t} ${at(n)}`)}function at(e){return e.split(`, `).map(e=>rt[e]??e).join(`, `)}function ot(e){return e instanceof qe||e instanceof Ke&&e.status===503}var st=class{store;acts=new Map;constructor(e){this.store=e}add(e,t,n,r=!0){if(Ye(t))return;let i=ot(t);i&&this.acts.set(e,n);let{line:a,...o}=t instanceof Ke?t.fault:{},s=r&&a!==void 0?{...o,line:a}:o,c=it(t instanceof Error?t.message:String(t),s.operation);this.store.update({problem:{...s,message:c,of:e,canRetry:i}})}forget(...e){for(let t of e)this.acts.delete(t)}retry(){let e=[...this.acts.values()];this.acts.clear(),this.dismiss();for(let t of e)t()}dismiss(){this.store.update({problem:null})}};function ct(e){let t=ht(dt(e)),n=new Map;for(let e of t)n.set(e.start,[...n.get(e.start)??[],e]);for(let t of n.values())t.sort((t,n)=>_t(gt(e,t),gt(e,n)));let r=new Set(t),i=[];for(let a of t){let t=[];for(let e=a;e!==void 0&&r.delete(e);)t.push(e),e=lt(e,n.get(e.end)??[]);if(t.length>0){let n=t.flatMap(t=>vt(e,t).slice(1));i.push({pieces:t,points:n,area:bt(n)})}}return i}function lt(e,t){let n=t.findIndex(t=>ut(t,e));return t.at(n-1)}function ut(e,t){return e.curve===t.curve&&e.from===t.from&&e.isForward!==t.isForward}function dt(e){let t=[],n=e=>{let n=t.findIndex(t=>I(t,e)<=v);return n<0?t.push(e)-1:n},r=e.map(()=>[0,1]);e.forEach((t,n)=>{e.slice(n+1).forEach((e,i)=>{for(let[a,o]of b(t,e))r[n]?.push(a),r[n+1+i]?.push(o)})});let i=[],a=new Set;return e.forEach((e,t)=>{let o=pt(e,r[t]??[]);o.slice(1).forEach((r,s)=>{let c=o[s]??0,[l,u]=[n(y(e,c)),n(y(e,r))],d=ft(y(e,(c+r)/2)),f=`${Math.min(l,u)} ${Math.max(l,u)} ${d}`;a.has(f)||(a.add(f),i.push({curve:t,from:c,to:r,isForward:!0,start:l,end:u}),i.push({curve:t,from:c,to:r,isForward:!1,start:u,end:l}))})}),i}function ft(e){return e.map(e=>Math.round(e/(10*v))).join()}function pt(e,t){let n=[...t].sort((e,t)=>e-t);return n.filter((t,r)=>{let i=r===0?null:n[r-1]??0;return i===null||(t-i)*mt(e)>1e-5})}function mt(e){switch(e.op){case`add_line`:return I(e.start,e.end);case`add_arc`:return f(e)*Math.abs(e.sweep_deg)*Math.PI/180;case`add_circle`:return 2*Math.PI*e.radius}}function ht(e){let t=[...e];for(;;){let e=new Map;for(let{start:n}of t)e.set(n,(e.get(n)??0)+1);let n=t.filter(({start:t,end:n})=>e.get(t)!==1&&e.get(n)!==1);if(n.length===t.length)return n;t=n}}function gt(e,t){let n=e[t.curve];if(n===void 0)return[0,0];let r=t.isForward?1:-1;if(n.op===`add_line`){let[e,t]=[n.end[0]-n.start[0],n.end[1]-n.start[1]];return[Math.atan2(r*t,r*e),0]}let[i,a]=y(n,t.isForward?t.from:t.to),o=n.op===`add_circle`?1:Math.sign(n.sweep_deg),[s,c]=[i-n.center[0],a-n.center[1]];return[Math.atan2(r*o*s,-r*o*c),r*o/Math.hypot(s,c)]}function _t(e,t){let n=e[0]-t[0];return Math.abs(n)<1e-7||Math.abs(n)>2*Math.PI-1e-7?e[1]-t[1]:n}function vt(e,{curve:t,from:n,to:r,isForward:i}){let a=e[t];if(a===void 0)return[];let[o,s]=[y(a,n),y(a,r)],c=a.op===`add_line`?[o,s]:g({op:`add_arc`,start:o,center:a.center,sweep_deg:yt(a)*(r-n)});return i?c:c.reverse()}function yt(e){return e.op===`add_arc`?e.sweep_deg:360}function bt(e){return e.reduce((t,[n,r],i)=>{let[a,o]=e[(i+1)%e.length]??[n,r];return t+(n*o-a*r)/2},0)}function xt(e){let t=ct(e),n=t.filter(({area:e})=>e>0),r=new Map(n.map(e=>[e,[]]));for(let e of t.filter(({area:e})=>e<=0)){let t=kt(n,e);t!==void 0&&r.get(t)?.push(e)}return n.map(e=>({outer:e,holes:r.get(e)??[]})).sort((e,t)=>Ot(Dt(e),Dt(t)))}function St({outer:e,holes:t}){let[n,r,i]=[0,0,0];for(let{points:a}of[e,...t])a.forEach(([e,t],o)=>{let[s,c]=a[(o+1)%a.length]??[e,t],l=(e*c-s*t)/2;n+=l,r+=l*(e+s)/3,i+=l*(t+c)/3});return[r/n,i/n]}function Ct(e){return e.flatMap(({outer:t},n)=>e.filter(({holes:e})=>e.some(e=>jt(e,t))).length%2==0?[n]:[])}function wt(e,t,n,r){let i=xt(e),a=new Set(t.flatMap(e=>i[e]??[]).flatMap(Tt).flatMap(([e,t])=>r(e).map(e=>`${e} ${t}`)));return xt(n).flatMap((e,t)=>Tt(e).some(([e,t])=>a.has(`${e} ${t}`))?[t]:[])}function Tt(e){return Et(e).map(({curve:e,isForward:t})=>[e,+!t])}function Et({outer:e,holes:t}){return[e,...t].flatMap(({pieces:e})=>e)}function Dt(e){return Et(e).map(({curve:e,from:t,isForward:n})=>[e,t,+!n]).reduce((e,t)=>Ot(t,e)<0?t:e)}function Ot(e,t){return e[0]-t[0]||e[1]-t[1]||e[2]-t[2]}function kt(e,t){return e.filter(e=>e.area>-t.area&&!At(e,t)&&jt(e,t)).sort((e,t)=>e.area-t.area)[0]}function At(e,t){let n=new Set(e.pieces.map(({start:e})=>e));return t.pieces.some(({start:e})=>n.has(e))}function jt(e,t){return Nt(e.points,Mt(t))}function Mt({points:[e=[0,0],t=e]}){let[n,r]=[t[0]-e[0],t[1]-e[1]];return[(e[0]+t[0])/2-r*1e-4,(e[1]+t[1])/2+n*1e-4]}function Nt(e,[t,n]){let r=!1;return e.forEach(([i,a],o)=>{let[s,c]=e[(o+1)%e.length]??[i,a];a>n!=c>n&&t<i+(n-a)/(c-a)*(s-i)&&(r=!r)}),r}var Pt=class extends Error{};function Ft({operations:e}){return e.map((e,t)=>({from:t,operation:e}))}function It(e,t,n){let r=[];return{steps:t.map((i,a)=>{let{operation:o}=i;if(o.op===`add_sketch`){let s=Lt(e,t,a,o.plane);if(s!==null)return{...i,operation:{...o,plane:s}};r.push(a);let c=i.from===null?null:n(i.from);if(c===null)throw new Pt(`Step ${(i.from??a)+1} lies on what would be gone.`);return{...i,operation:{...o,plane:{frame:c}}}}return o.op===`add_extrude`?{...i,operation:Bt(e,t,a,o)}:i}),freed:r}}function Lt(e,t,n,r){let i=Rt(e,r);if(i===null)return r;let a=t.findIndex(({from:e})=>e===i);if(a<0)return null;if(a>n){let[e,r]=[(t[n]?.from??n)+1,i+1];throw new Pt(`Step ${e} lies on what step ${r} makes, and must come after it.`)}let o=e=>t.slice(0,a).filter(({operation:t})=>t.op===e).length;if(typeof r==`object`&&`side`in r){let e=zt(t,a);return{side:{sketch:o(`add_sketch`)-1,curve:a-e-1}}}let s=o(`add_extrude`);return typeof r==`object`&&`start`in r?{start:s}:{end:s}}function Rt({operations:e},t){if(typeof t==`string`||`frame`in t||`face`in t)return null;let n=(t,n)=>e.flatMap((e,n)=>e.op===t?[n]:[])[n]??-1;return`side`in t?n(`add_sketch`,t.side.sketch)+1+t.side.curve:n(`add_extrude`,`start`in t?t.start:t.end)}function zt(e,t){return e.findLastIndex(({operation:e},n)=>n<=t&&e.op===`add_sketch`)}function Bt(e,t,n,r){let i=t[n]?.from??null,a=i===null?void 0:e.operations[i],o=zt(t,n),s=t[o]?.from??null;if(a?.op!==`add_extrude`||a.profiles!==r.profiles||s===null)return r;let c=Ht(Ft(e),s),l=Ht(t,o);if(c.length===l.length&&c.every((e,t)=>e.from===l[t]?.from))return r;let u=wt(c.map(Vt),r.profiles,l.map(Vt),e=>{let t=l.findIndex(({from:t})=>t===c[e]?.from);return t<0?[]:[t]});return u.length===0?r:{...r,profiles:u}}function Vt({operation:e}){return e}function Ht(e,t){let n=e.slice(t+1),r=n.findIndex(({operation:e})=>!M(e));return n.slice(0,r<0?n.length:r).filter(Ut)}function Ut(e){return M(e.operation)}function Wt({operations:e}){let t=e.flatMap(({op:e},t)=>e===`add_sketch`?[t]:[]);return t.map((n,r)=>({from:n,to:t[r+1]??e.length}))}function Gt(e,t){return Wt(e).findLast(({from:e})=>e<=t)??{from:0,to:e.operations.length}}function Kt(e,{from:t,to:n}){return e.operations.flatMap((e,r)=>r>t&&r<n&&M(e)?[[r,e]]:[])}function qt({operations:e},{from:t,to:n}){let r=e.slice(t,n);return r.some(M)&&r.some(({op:e})=>e===`add_extrude`)}function Jt(e){return Wt(e).find(t=>!qt(e,t))?.from??null}function Yt(e,t){let{from:n,to:r}=Gt(e,t),i=e.operations[t],a=e.operations.slice(n,r).filter(e=>M(i)?M(e):e.op===i?.op).length,o=i?.op===`add_sketch`||a===1;return Ft(e).filter((e,i)=>o?i<n||i>=r:i!==t)}function Xt(e,t,n){let r=Ft(e),i=e.operations[t],a=Gt(e,t);if(i?.op!==`add_sketch`){let o=e.operations[t+n],s=t+n>a.from&&t+n<a.to,c=M(i)?M(o):o?.op===i?.op;return s&&c?Zt(r,Math.min(t,t+n),1,1):null}let o=Wt(e),s=o.findIndex(({from:e})=>e===a.from),[c,l]=n<0?[o[s-1],a]:[a,o[s+1]];return c===void 0||l===void 0?null:Zt(r,c.from,c.to-c.from,l.to-l.from)}function Zt(e,t,n,r){return[...e.slice(0,t),...e.slice(t+n,t+n+r),...e.slice(t,t+n),...e.slice(t+n+r)]}function Qt(e,t,n){let r=n.map(e=>({from:null,operation:e})),i=Ft(e);return[...i.slice(0,t),...r,...i.slice(t)]}function $t(e,t){return(Kt(e,t).at(-1)?.[0]??t.from)+1}function en(e,t,n){let r=Ct(xt(e));return{op:`add_extrude`,profiles:r.length===0?[0]:r,extent:{one_side:t},operation:n}}function tn(e,[t,n]){return nn(e,([e,r])=>[e+t,r+n])}function nn(e,t){switch(e.op){case`add_line`:return{...e,start:t(e.start),end:t(e.end)};case`add_arc`:return{...e,start:t(e.start),center:t(e.center)};case`add_circle`:return{...e,center:t(e.center)}}}var rn=/[a-z_][a-z_0-9]*|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[()[\],]|[^\s()[\],]+/gi;function an(e){let t=[];for(let n of e.matchAll(/[^\r\n]+/g)){let e=on(n[0].replace(/#.*/,``).replace(`﻿`,` `),n.index),[r,i]=[e[0],e.at(-1)];r!==void 0&&i!==void 0&&t.push({tokens:e,from:r.from,to:i.to})}return t}function on(e,t=0){return Array.from(e.matchAll(rn),({0:e,index:n})=>({text:e,from:t+n,to:t+n+e.length}))}function sn(e){let t=/^[+-]?[\d.]/.test(e?.text??``)?Number(e?.text):NaN;return Number.isFinite(t)?t:null}function cn(e){let t=new ln(e),n=t.argument();return t.isAtEnd&&n!==null&&`word`in n&&t.hasBrackets?n:null}var ln=class{tokens;hasBrackets=!1;at=0;constructor(e){this.tokens=e}get isAtEnd(){return this.at===this.tokens.length}argument(){let e=this.tokens[this.at++],t=sn(e);if(e===void 0||t!==null)return t===null?null:{number:t};if(e.text===`[`){let e=this.until(`]`);return e&&{list:e}}if(!/^[a-z_]/i.test(e.text))return null;let n=this.takes(`(`)?this.until(`)`):[];return n&&{word:e.text,parameters:n}}until(e){this.hasBrackets=!0;let t=[];if(this.takes(e))return t;for(;;){let n=this.argument();if(n===null)return null;if(t.push(n),this.takes(e))return t;if(!this.takes(`,`))return null}}takes(e){let t=this.tokens[this.at]?.text===e;return this.at+=+!!t,t}};function un(e){let t=an(e),n=t.map(pn);return n.every(e=>e!==null)&&n.length>0?{text:e,program:{schema:`cadseq-program/1`,operations:n},statements:t}:null}function dn(e){return un(e)??{text:e,program:{schema:`cadseq-program/1`,operations:[]},statements:[]}}function fn(e){return un(e)??(an(e).length===0?dn(e):null)}function pn({tokens:e}){let t=cn(e);if(t?.word===`add_sketch`){let e=t.parameters.length===1?vn(t.parameters[0]):null;return e&&{op:`add_sketch`,plane:e}}return t?.word===`add_extrude`?hn(t.parameters):t&&mn(t)}function mn({word:e,parameters:t}){let n=xn(t)??[],[r=0,i=0,a=0,o=0,s=0]=n;switch(`${e} ${n.length}`){case`add_line 4`:return{op:`add_line`,start:[r,i],end:[a,o]};case`add_arc 5`:return{op:`add_arc`,start:[r,i],center:[a,o],sweep_deg:s};case`add_circle 3`:return{op:`add_circle`,center:[r,i],radius:a};default:return null}}function hn(e){let[t,n,r,i]=e,a=Sn(n??t),o=n===void 0?[0]:_n(t),s=r===void 0?`new`:Cn(r),c=j.find(e=>e===s),l=a===null?null:gn(a,i);return e.length>4||o===null||c===void 0||l===null?null:{op:`add_extrude`,profiles:o,extent:l,operation:c}}function gn(e,t){if(t===void 0)return{one_side:e};let n=Sn(t);return n===null?Cn(t)===`symmetric`?{symmetric:e}:null:{two_sides:{forward:e,backward:n}}}function _n(e){let t=Sn(e);return t===null?e!==void 0&&`list`in e?xn(e.list):null:[t]}function vn(e){if(e===void 0||!(`word`in e))return null;let t=e.word.toLowerCase(),n=xn(e.parameters)??[],[r=0,i=0,a=0]=n;switch(`${t} ${e.parameters.length}`){case`plane 6`:case`plane 9`:return n.length<6?null:yn(n);case`face 3`:return n.length===3?{face:[r,i,a]}:null;case`start 1`:return n.length===1?{start:r}:null;case`end 1`:return n.length===1?{end:r}:null;case`side 2`:return n.length===2?{side:{sketch:r,curve:i}}:null;default:return A.find(e=>`${e.toLowerCase()} 0`==`${t} 0`)??null}}function yn(e){let[t=0,n=0,r=0,i=0,a=0,o=0,...s]=e,c=[i,a,o],[l=0,u=0,d=0]=s.length===3?s:bn(c);return{frame:{origin:[t,n,r],normal:c,x_axis:[l,u,d]}}}function bn([e,t]){let n=Math.hypot(e,t);return n<1e-9?[1,0,0]:[-t/n,e/n,0]}function xn(e){let t=e.map(Sn);return t.every(e=>e!==null)?t:null}function Sn(e){return e!==void 0&&`number`in e?e.number:null}function Cn(e){return`word`in e&&e.parameters.length===0?e.word.toLowerCase():null}function wn(){return Array.from(crypto.getRandomValues(new Uint32Array(3)),e=>e.toString(36)).join(``)}function Tn(e,t,n=null){return{part:wn(),name:t,text:e,read:fn(e),picture:n}}function En(e,t){return{...e,text:t,read:un(t)??e.read}}function Dn({text:e,read:t}){return t!==null&&t.text!==e}function On({text:e,read:t}){let n=t&&Jt(t.program);return t===null||n===null?t?.statements.length===0?null:t?.text??e:n===0?null:t.text.slice(0,t.statements[n]?.from)}function kn(e){return e?.read?.program??null}function An({picture:e,scale:t}){let[n,r,i]=e.camera.position,[a,o,s]=e.camera.target;return{...e.camera,position:[n*t,r*t,i*t],target:[a*t,o*t,s*t]}}function jn({past:e,present:t,future:n}){let r=[...e,t,...n].flatMap(({picture:e})=>e?.picture??[]);return[...new Map(r.map(e=>[e.id,e])).values()]}var Mn=`parts`,Nn=`work`,Pn=`pictures`,Fn=class e{database;constructor(e){this.database=e}static async open(){let t=indexedDB.open(`cadseq`,1);return t.onupgradeneeded=()=>{for(let e of[Mn,Nn,Pn])t.result.createObjectStore(e,{keyPath:`id`})},new e(await Rn(t))}async list(){return(await Rn(this.store(Mn).getAll())).sort((e,t)=>t.changed-e.changed)}async load(e){return Rn(this.store(Nn).get(e))}async picture(e){return Rn(this.store(Pn).get(e))}keep(e,t,n){let r=this.database.transaction([Mn,Nn,Pn],`readwrite`);r.objectStore(Mn).put(e),r.objectStore(Nn).put(t);for(let e of n)r.objectStore(Pn).put(e);return zn(r)}async remove(e){let t=await Rn(this.store(Nn).getAll()),[n,r]=[t.filter(t=>t.id===e),t.filter(t=>t.id!==e)],i=new Set(r.flatMap(Ln)),a=this.database.transaction([Mn,Nn,Pn],`readwrite`);a.objectStore(Mn).delete(e),a.objectStore(Nn).delete(e);for(let e of n.flatMap(Ln).filter(e=>!i.has(e)))a.objectStore(Pn).delete(e);await zn(a)}store(e){return this.database.transaction(e,`readonly`).objectStore(e)}};function In({past:e,present:t,future:n}){return[...e,t,...n]}function Ln(e){return[...new Set(In(e).flatMap(({picture:e})=>e?[e.id]:[]))]}function Rn(e){return new Promise((t,n)=>{e.onsuccess=()=>t(e.result),e.onerror=()=>n(e.error)})}function zn(e){let t=new Promise((t,n)=>{e.oncomplete=()=>t(),e.onabort=()=>n(e.error)});return e.commit(),t}var Bn=`files`,Vn=class e{database;constructor(e){this.database=e}static async open(){let t=indexedDB.open(`cadseq-queue`,1);return t.onupgradeneeded=()=>{t.result.createObjectStore(Bn,{keyPath:`id`})},new e(await Rn(t))}async list(){return(await Rn(this.database.transaction(Bn,`readonly`).objectStore(Bn).getAll())).sort((e,t)=>e.place-t.place)}keep(e){return this.change(t=>{for(let n of e)t.put(n)})}remove(e){return this.change(t=>t.delete(e))}change(e){let t=this.database.transaction(Bn,`readwrite`);return e(t.objectStore(Bn)),zn(t)}},Hn=/\.(png|jpe?g|gif|webp|bmp|tiff?|heic|heif)$/i;function Un(e){return e.type.startsWith(`image/`)||Hn.test(e.name)}var Wn=60,Gn=5e8,Kn=class{workbench;keeper=null;kept=null;claims=new nt(`file`);reading=null;constructor(e){this.workbench=e}async keepWith(e){if(this.keeper=e,e===null)return;this.kept=await Vn.open().catch(()=>null);let t=await this.mine();this.change([...this.files,...t.map(Jn)]),this.run()}async mine(){let e=await this.kept?.list()??[],t=await Promise.all(e.map(({id:e})=>this.claims.claim(e))),n=new Set(e.filter((e,n)=>t[n]).map(({id:e})=>e));return(await this.kept?.list()??[]).filter(({id:e})=>n.has(e))}add(e){let{workbench:t}=this;if(this.keeper===null){t.tell(`This browser keeps no parts: give one picture after the other.`);return}if(!qn([...this.files.map(({file:e})=>e),...e])){t.tell(`At most ${Wn} files of ${Gn/1e6} MB together wait at once: give fewer.`);return}t.store.state.history!==null&&t.close();let n=Math.max(-1,...this.files.map(e=>e.place))+1,r=e.map((e,t)=>({id:wn(),place:n+t,file:e,refusal:null}));for(let{id:e}of r)this.claims.claim(e);this.keep(r),this.change([...this.files,...r.map(Jn)]),t.tell(`${e.length} files are read one after the other.`),this.run()}keep(e){this.kept?.keep(e).catch(t=>{this.workbench.failures.add(`parts`,t,()=>this.keep(e))})}remove(e){let t=this.files.find(t=>t.id===e);t!==void 0&&(this.leave(t),t.isReading&&this.reading?.abort())}prepare(e){let t=this.files.find(t=>t.id===e);t!==void 0&&(this.remove(e),this.workbench.pictures.prepare(t.file,t.file.name))}get files(){return this.workbench.store.state.queue}get waiting(){return this.files.filter(({refusal:e})=>e===null)}async run(){for(;this.reading===null;){let[e]=this.waiting;if(e===void 0)return;this.reading=new AbortController;let t=await this.read(e,this.reading.signal);if(this.reading=null,!t)return}}async read(e,t){let{id:n,file:r}=e;this.update(n,{isReading:!0});try{let i=await this.partOf(e,t),a=i.picture?.picture.candidates[0]?.thumbnail??``;await this.keeper?.add({...i,part:n},a),this.leave(e),this.workbench.tell(`${r.name} is read; ${Yn(this.waiting.length)}.`)}catch(t){if(!Ye(t)&&ot(t))return this.update(n,{isReading:!1}),this.workbench.failures.add(`picture`,t,()=>void this.run()),!1;let i=it(t instanceof Error?t.message:String(t));this.update(n,{isReading:!1,refusal:i}),this.files.some(e=>e.id===n)&&this.keep([{id:n,place:e.place,file:r,refusal:i}])}return!0}async partOf({file:e,address:t},n){let{workbench:r}=this;return(await(Un(e)?r.pictures.read(e,e.name,t,n):r.readFile(e))).part}leave({id:e,address:t}){URL.revokeObjectURL(t),this.kept?.remove(e),this.change(this.files.filter(t=>t.id!==e))}update(e,t){this.change(this.files.map(n=>n.id===e?{...n,...t}:n))}change(e){this.workbench.store.update({queue:e})}};function qn(e){let t=e.reduce((e,{size:t})=>e+t,0);return e.length<=Wn&&t<=Gn}function Jn(e){return{...e,address:URL.createObjectURL(e.file),isReading:!1}}function Yn(e){return e===0?`none waits`:`${e} more ${e===1?`waits`:`wait`}`}var Xn=class{workbench;making;queue;chooser=e(`input`,{type:`file`,multiple:!0,hidden:!0});photo=e(`input`,{type:`file`,accept:`image/*`,capture:`environment`,hidden:!0});constructor(e,t,n){this.workbench=e,this.making=t,this.queue=n,document.body.append(this.chooser,this.photo);for(let e of[this.chooser,this.photo])e.addEventListener(`change`,()=>{this.take([...e.files??[]]),e.value=``});this.listenForDrops(),document.addEventListener(`paste`,e=>this.paste(e))}choose(){this.chooser.click()}photograph(){this.photo.click()}take(e){let[t]=e;t!==void 0&&(e.length>1?this.queue.add(e):Un(t)?this.workbench.pictures.take(t,t.name):this.workbench.openFile(t))}listenForDrops(){let{body:e}=document;document.addEventListener(`dragover`,t=>{t.preventDefault(),e.classList.add(`dropping`)}),document.addEventListener(`dragleave`,t=>{e.classList.toggle(`dropping`,t.relatedTarget!==null)}),document.addEventListener(`drop`,t=>{t.preventDefault(),e.classList.remove(`dropping`),this.take([...t.dataTransfer?.files??[]])})}paste(e){let t=[...e.clipboardData?.files??[]];if(t.length>0){e.preventDefault(),this.take(t);return}let n=e.target instanceof HTMLElement&&e.target.matches(`input, textarea`),r=e.clipboardData?.getData(`text/plain`)??``,i=/^\s*(#|add_sketch)/.test(r);n||(this.making.isCopied(i?r:null)?this.making.take({kind:`paste`}):i&&this.workbench.open(r,`pasted part`))}};function Zn(e){document.addEventListener(`keydown`,t=>{let n=Qn(e,t);n!==void 0&&document.querySelector(`dialog[open]`)===null&&(t.preventDefault(),n())})}function Qn(e,t){let n=t.key.toLowerCase(),{target:r}=t;if(t.ctrlKey||t.metaKey)return(n===`c`?tr(r)||er():$n(r))?void 0:e.withControl[t.shiftKey?`shift ${n}`:n];let i=(n===`enter`||n===` `)&&r instanceof HTMLButtonElement;if(tr(r)||i)return;let a=t.altKey?`alt ${n}`:n;return(e.isSketching()?e.inSketch[a]:void 0)??e.always[a]??(e.isOpen()?e.whenOpen[a]:void 0)}function $n(e){return e instanceof HTMLTextAreaElement}function er(){return(getSelection()?.toString()??``)!==``}function tr(e){return e instanceof HTMLTextAreaElement||e instanceof HTMLSelectElement||e instanceof HTMLInputElement&&e.type!==`range`&&e.type!==`checkbox`}var nr=class{workbench;making;element=e(`div`,{class:`make`,role:`toolbar`,"aria-label":`Make`});shape=``;constructor(e,t){this.workbench=e,this.making=t,e.store.watch([`history`,`sketching`,`tool`,`selected`,`copied`,`build`],e=>this.show(e))}show(e){this.element.hidden=e.history===null;let t=JSON.stringify([e.tool,e.sketching!==null,rr(e)]);t!==this.shape&&(this.shape=t,this.offer(e))}offer(e){let t=e.sketching===null?this.partTools(e):this.sketchTools(e),n=document.activeElement?.getAttribute(`aria-label`),r=this.element.contains(document.activeElement);this.element.replaceChildren(...t),r&&t.find(e=>e.getAttribute(`aria-label`)===n)?.focus()}partTools(e){let{making:t}=this,{hasStep:n,hasSolid:r,hasCopy:i}=rr(e);return[this.choice(`sketch`,`Sketch`,`K`,{kind:`plane`}),this.act(`extrude`,`Extrude the chosen sketch`,`D`,()=>t.extrude(),n),this.choice(`hole`,`Hole`,`H`,{kind:`hole`},r),this.act(`copy`,`Copy the chosen feature`,`Control+C`,()=>this.copy(),n),this.choice(`paste`,`Paste the feature`,`Control+V`,{kind:`paste`},i)]}sketchTools(e){let{making:t}=this,{hasCurve:n}=rr(e);return[this.choice(`select`,`Choose and move`,`Escape`,null),..._e.map(e=>this.choice(e,ge[e].title,ge[e].key,{kind:`draw`,shape:e})),this.choice(`row`,`Pattern along a line`,`I`,{kind:`pattern`,pattern:`line`},n),this.choice(`ring`,`Pattern about a centre`,`J`,{kind:`pattern`,pattern:`circle`},n),this.act(`extrude`,`Extrude`,`D`,()=>t.extrude(),!0),this.act(`done`,`Finish the sketch`,`Enter`,()=>t.closeSketch(),!0)]}choice(e,t,n,r,i=!0){let{making:a,workbench:o}=this,s=o.store.state.tool,c=JSON.stringify(s)===JSON.stringify(r),l=this.act(e,t,n,()=>a.take(c?null:r),i);return l.setAttribute(`aria-pressed`,String(c)),l}act(e,t,n,i,a){let o={class:`tool`,"aria-label":t,title:`${t} (${n})`},s=r(z(e),i,{...o,"aria-keyshortcuts":n});return s.disabled=!a,s}copy(){let{selected:e}=this.workbench.store.state;e!==null&&this.making.copy(e)}};function rr({selected:e,program:t,copied:n,build:r}){let i=e===null?void 0:t?.operations[e];return{hasStep:i!==void 0,hasCurve:M(i),hasSolid:r!==null,hasCopy:n!==null}}var ir=[`old`,`Shown`,`the last solid that could be built`],ar=class{element=e(`dl`,{class:`measures`,"aria-label":`The solid`});constructor(e){e.store.watch([`build`,`editMillis`,`problem`,`picture`,`unit`],e=>this.show(e))}show({build:t,editMillis:n,problem:r,picture:i,unit:a}){if(this.element.hidden=t===null,t===null)return;let o=[...r?.of===`build`||r?.of===`text`?[ir]:[],...or(t.measures,a),[`bodies`,`Bodies`,`${t.bodies}`]];if(n!==null&&o.push([`time`,`Rebuilt in`,`${H(n,0)} ms`]),i!==null){let{confidence:e}=i.picture;o.push([`trust`,`Reading`,De(e)]),this.element.dataset.trust=Te(e)}t.notes.length>0&&o.push([`notes`,`Note`,t.notes.join(` `)]),this.element.replaceChildren(...o.map(([t,n,r])=>e(`div`,{class:t},e(`dt`,{},n),e(`dd`,{id:`measure-${t}`},r))))}};function or(e,t){if(e===null)return[[`volume`,`Volume`,`nothing is left`]];let[n,r]=e.box,i=[0,1,2].map(e=>ke(r[e]-n[e],t));if(t===`in`){let t=Oe.in/10;return[[`volume`,`Volume`,`${H(e.volume/t**3,5)} in³`],[`area`,`Area`,`${H(e.surface_area/t**2,4)} in²`],[`box`,`Box`,`${i.join(` × `)} in`]]}return[[`volume`,`Volume`,`${H(e.volume,4)} cm³`],[`area`,`Area`,`${H(e.surface_area,3)} cm²`],[`box`,`Box`,`${i.join(` × `)} mm`]]}var sr=class{element;message=e(`p`,{class:`message`});problem;retry;news=e(`p`,{class:`news`,role:`status`});fading;constructor(t){this.retry=r(`Try again`,()=>t.failures.retry(),{class:`primary`});let n=r(`×`,()=>t.failures.dismiss(),{class:`close`,"aria-label":`Dismiss`});this.problem=e(`div`,{class:`problem`,role:`alert`,hidden:!0}),this.problem.append(this.message,this.retry,n),this.element=e(`div`,{class:`notices`},this.news,this.problem),t.store.watch([`problem`],e=>this.showProblem(e)),t.store.watch([`news`],({news:e})=>this.showNews(e))}showProblem({problem:e}){let t=e!==null&&(e.of!==`text`||e.canRetry);this.problem.hidden=!t,e!==null&&t&&(this.message.textContent=e.message,this.retry.hidden=!e.canRetry)}showNews(e){clearTimeout(this.fading),this.news.textContent=e,this.news.classList.toggle(`shown`,e!==``),this.fading=setTimeout(()=>this.news.classList.remove(`shown`),4e3)}};function cr(e){switch(e.op){case`add_sketch`:return[];case`add_line`:return[I(e.start,e.end)];case`add_arc`:return[f(e)];case`add_circle`:return[e.radius];case`add_extrude`:return[lr(e.extent)]}}function lr(e){return`one_side`in e?Math.abs(e.one_side):`symmetric`in e?Math.abs(e.symmetric):Math.abs(e.two_sides.forward+e.two_sides.backward)}var ur=.01,dr=.08;function fr(e,t){if(e.operations.length!==t.operations.length)return null;let n=e.operations.map((e,n)=>{let r=t.operations[n];return e.op===r?.op?{from:cr(r),to:cr(e)}:null});if(n.some(e=>e===null||e.from.length!==e.to.length))return null;let r=n.flatMap(e=>(e?.to??[]).map((t,n)=>t/(e?.from[n]??NaN))),i=r[0];return i!==void 0&&r.every(e=>Math.abs(e/i-1)<ur)&&Math.abs(i-1)>=ur?i:null}function pr(e){let t=e.operations.flatMap(e=>M(e)?e.op===`add_circle`?[[e.center[0]-e.radius,e.center[1]],[e.center[0]+e.radius,e.center[1]]]:[e.start,F(e,`end`)??e.start]:[]),n=Math.max(...[0,1].map(e=>{let n=t.map(t=>t[e]??0);return Math.max(...n)-Math.min(...n)}));return e.operations.flatMap((e,t)=>{if(e.op!==`add_line`&&e.op!==`add_arc`)return[];let r=F(e,`end`)??e.start;return I(e.start,r)<dr*n?[t]:[]})}var mr=class{workbench;element;image=e(`img`,{class:`given`,alt:`The picture that was read`});name=e(`p`,{class:`hint`});confidence=e(`p`,{class:`trust`});again;remarks=e(`ul`,{class:`remarks hint`});candidates=e(`div`,{class:`candidates`,role:`group`,"aria-label":`Candidates`});constructor(t){this.workbench=t;let n=r(`Crop, turn, read again`,()=>this.prepare(),{class:`secondary`});this.again=n;let a=e(`div`,{},this.name,this.confidence,n),o=[e(`div`,{class:`given-row`},this.image,a),this.candidates,this.remarks];this.element=i(`picture`,`Picture and candidates`,...o),this.element.dataset.tab=`picture`,t.store.watch([`picture`],e=>this.show(e))}show({picture:e}){if(this.element.classList.toggle(`without`,e===null),this.image.hidden=e===null,this.confidence.hidden=e===null,this.again.hidden=e===null,e===null){this.name.textContent=`No picture: this part was not read from one.`,this.candidates.replaceChildren(),this.remarks.replaceChildren();return}let{picture:t}=e;this.image.src=t.address;let n=Te(t.confidence)===`likely`;this.name.textContent=n?t.name:`${t.name}. Compare the solid with the picture (P).`,this.confidence.textContent=De(t.confidence),this.confidence.dataset.trust=Te(t.confidence),this.showCandidates(e)}prepare(){let{picture:e}=this.workbench.store.state;e!==null&&this.workbench.pictures.prepare(e.picture.content,e.picture.name)}showCandidates({picture:t,taken:n}){let r=[...this.candidates.children].indexOf(document.activeElement??this.image),i=t.candidates.map(({text:e})=>un(e)?.program??null),a=t.candidates.map((e,t)=>this.candidate(e,t,t===n,hr(e,i,t)));this.candidates.replaceChildren(...a),a[r]?.focus();let o=t.candidates[n],s=o===void 0?[]:gr(o,i,n);this.remarks.replaceChildren(...s.map(t=>e(`li`,{},t)))}candidate({score:t,assumptions:n,thumbnail:i},a,o,s){let c=[s??[],n].flat().join(`; `),l=r(e(`img`,{src:i,alt:``,width:160,height:160}),()=>this.workbench.pictures.choose(a),{class:`candidate`,title:c,"aria-label":`Candidate ${a+1}, score ${_r(t)}${c&&`: ${c}`}`,"aria-pressed":o?`true`:`false`});return l.append(e(`span`,{},_r(t))),l}};function hr({differs:e},t,n){let[r,i]=[t[0],t[n]],a=r&&i&&n>0?fr(i,r):null;return a===null?e:`the shape of the first, ${H(a,3)} times as large and at another place: a picture does not tell`}function gr(e,t,n){let r=t[n],i=r?pr(r).map(e=>`step ${e+1}`):[],a=i.length===0?[]:[`A very short edge (${i.join(`, `)}) may be none: look at it over the picture.`],o=t.flatMap((n,r)=>{let i=e===void 0||r===0?null:t[r],a=i&&t[0]?fr(i,t[0]):null;return a===null?[]:[`Candidate ${r+1} is candidate 1, ${H(a,3)} times as large.`]});return[...e.assumptions.map(e=>`Taken for granted: ${e}.`),...a,...o]}function _r(e){return`${H(e*100,0)} %`}function vr(e,t){let n=e.operations.map(e=>yr(e,t));return{...e,operations:n}}function yr(e,t){let n=([e,n])=>[e*t,n*t];switch(e.op){case`add_sketch`:return{...e,plane:br(e.plane,t)};case`add_line`:case`add_arc`:return nn(e,n);case`add_circle`:return{...nn(e,n),radius:e.radius*t};case`add_extrude`:return{...e,extent:xr(e.extent,t)}}}function br(e,t){let n=([e,n,r])=>[e*t,n*t,r*t];return typeof e==`string`?e:`frame`in e?{frame:{...e.frame,origin:n(e.frame.origin)}}:`face`in e?{face:n(e.face)}:e}function xr(e,t){if(`one_side`in e)return{one_side:e.one_side*t};if(`symmetric`in e)return{symmetric:e.symmetric*t};let{forward:n,backward:r}=e.two_sides;return{two_sides:{forward:n*t,backward:r*t}}}function Sr(e){return e.operations.flatMap((e,t)=>Cr(e,t+1).filter(({units:e})=>e>0))}function Cr(e,t){switch(e.op){case`add_sketch`:return[];case`add_line`:return[{name:`${t} Line: length`,units:I(e.start,e.end)}];case`add_arc`:return[{name:`${t} Arc: radius`,units:f(e)}];case`add_circle`:return[{name:`${t} Circle: diameter`,units:2*e.radius}];case`add_extrude`:return[{name:`${t} Extrude: depth`,units:lr(e.extent)}]}}var wr={mm:1,cm:10,m:1e3,in:25.4,inch:25.4,'"':25.4,"″":25.4,ft:304.8,"'":304.8,"′":304.8,deg:1,"°":1},Tr=/\s*((?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?|[a-z]+|["'°″′+\-*/×()]|\S)/giy;function Er(e,t=1){let n=Or(Dr(e)),r=new kr(n),i=r.sum(),a=n.some(e=>wr[e]!==void 0)?1:t;return i!==null&&r.isAtEnd&&Number.isFinite(i)?i*a:null}function Dr(e){return e.replace(/(?<![\d.,/])(\d+)\s+(\d+)\s*\/\s*(\d+)/g,`($1+$2/$3)`)}function Or(e){return Array.from(e.trim().matchAll(Tr),([,e=``])=>e.toLowerCase())}var kr=class{tokens;at=0;constructor(e){this.tokens=e}get isAtEnd(){return this.at===this.tokens.length}sum(){let e=this.term(this.sign());for(;e!==null&&!this.isAtEnd&&this.tokens[this.at]!==`)`;){let t=/^[+-]$/.test(this.tokens[this.at]??``),n=wr[this.tokens[this.at-1]??``]!==void 0,r=t||n?this.term(this.sign()):null;e=r===null?null:e+r}return e}sign(){let e=this.tokens[this.at];return this.at+=+(e===`+`||e===`-`),e===`-`?-1:1}term(e){let t=this.factor(),n=!1;for(;t!==null;){let e=this.tokens[this.at]??``,r=wr[e];if(r!==void 0&&!n)n=!0,this.at++,t*=r;else if(e===`*`||e===`×`||e===`/`){this.at++;let n=this.factor();t=n===null?null:e===`/`?t/n:t*n}else break}return t===null?null:e*t}factor(){let e=this.tokens[this.at++]??``;if(e===`(`){let e=this.sum();return this.tokens[this.at++]===`)`?e:null}return/^[\d.,]/.test(e)?Number(e.replace(`,`,`.`)):null}},Ar=class{workbench;element;which=e(`select`,{"aria-label":`The known length`});known=e(`input`,{type:`text`,inputmode:`decimal`,class:`number`,"aria-label":`Its true length in millimetres`});unit=e(`span`);lengths=[];measured=null;constructor(t){this.workbench=t;let n=e(`span`,{class:`number-box`},this.known,this.unit),a=r(`Set scale`,()=>this.apply(),{class:`secondary`}),o=e(`div`,{class:`scale-row`},this.which,`is`,n,a);this.element=i(`scale`,`Scale`,o,jr(t)),this.element.dataset.tab=`picture`,this.which.addEventListener(`change`,()=>this.propose()),this.known.addEventListener(`keydown`,e=>e.key===`Enter`&&this.apply()),t.store.watch([`program`,`build`,`unit`],e=>this.show(e))}measure(e){this.measured=e,this.show(this.workbench.store.state),e!==null&&(this.which.selectedIndex=0,this.propose())}show(t){let n=this.lengths[this.which.selectedIndex]?.name,{program:r}=t,i=r===null?[]:Sr(r),a=this.measured?[{name:`Measured`,units:this.measured}]:[];this.lengths=[...a,...i,...Mr(t.build)],this.unit.textContent=t.unit;let o=this.lengths.map(({name:n,units:r})=>e(`option`,{},`${n}, ${Ae(r,t.unit)}`));this.which.replaceChildren(...o);let s=this.lengths.findIndex(({name:e})=>e===n);this.which.selectedIndex=Math.max(0,s),document.activeElement!==this.known&&this.propose()}propose(){let e=this.lengths[this.which.selectedIndex];this.known.value=e===void 0?``:ke(e.units,this.workbench.store.state.unit,3),this.known.removeAttribute(`aria-invalid`)}apply(){let e=this.lengths[this.which.selectedIndex],t=Er(this.known.value,Oe[this.workbench.store.state.unit]),n=t!==null&&t>0;if(this.known.setAttribute(`aria-invalid`,String(!n)),e===void 0||!n){this.workbench.tell(`Give the true length as a number above 0, such as 40 or 1.5 in.`);return}let r=t/10/e.units;this.workbench.scale(r),this.workbench.tell(`Everything is ${H(r,4)} times as large.`)}};function jr(t){let n=e(`select`,{},...Object.entries({mm:`Millimetres`,in:`Inches`}).map(([t,n])=>e(`option`,{value:t},n)));return n.addEventListener(`change`,()=>{t.showIn(n.value===`in`?`in`:`mm`)}),t.store.watch([`unit`],({unit:e})=>{n.value=e}),e(`label`,{class:`choice`},e(`span`,{},`Lengths in`),n)}function Mr(e){let t=e?.measures?.box;if(t===void 0)return[];let[n,r]=t;return[{name:`Whole part, x`,units:r[0]-n[0]},{name:`Whole part, y`,units:r[1]-n[1]},{name:`Whole part, z`,units:r[2]-n[2]}]}function Nr(e){return[...te(e.curves).flatMap(({point:e,ends:[t]},n)=>t===void 0?[]:[{key:`vertex ${t.index} ${t.end}`,kind:`vertex`,label:`Corner ${n+1}`,point:e,move:(e,n)=>ne(e,t,n)}]),...e.curves.flatMap(Pr)]}function Pr({index:e,curve:t}){switch(t.op){case`add_line`:return[];case`add_arc`:{let n=l(t)??t.start;return[{key:`middle ${e}`,kind:`middle`,label:`Middle of an arc`,point:m(t),move:(r,i)=>{let a=je(h(t.start,n,i)),o=d(t.start,n,a);return o&&N(r,e,o)}}]}case`add_circle`:{let{center:n,radius:r}=t,i=[n[0]+r,n[1]];return[{key:`center ${e}`,kind:`center`,label:`Centre of a circle`,point:n,move:(n,r)=>N(n,e,{...t,center:r})},{key:`rim ${e}`,kind:`rim`,label:`Rim of a circle`,point:i,move:(r,i)=>{let a=je(I(n,i));return a>0?N(r,e,{...t,radius:a}):null}}]}}}var Fr=[`horizontal`,`vertical`,`perpendicular`,`equal`,`tangent`,`concentric`,`symmetric`,`length`],Ir=RegExp(`(?:^|;)\\s*keep ((?:(?:${Fr.join(`|`)})(?: \\d+)+(?:, ?)?)+)$`);function Lr(e){let t=Ir.exec(e.trim());if(t===null)return{name:e.trim(),constraints:[]};let n=(t[1]??``).split(/, ?/).flatMap(e=>{let[t,...n]=e.split(` `),r=Fr.find(e=>e===t);return r===void 0?[]:[{kind:r,curves:n.map(Number)}]});return{name:e.trim().slice(0,t.index).trim(),constraints:n}}function Rr({name:e,constraints:t}){let n=t.map(({kind:e,curves:t})=>`${e} ${t.join(` `)}`).join(`, `);return[e,n===``?``:`keep ${n}`].filter(e=>e!==``).join(`; `)}function zr(e){return e===`horizontal`||e===`vertical`||e===`length`?1:2}function Br(e,t){return e.flatMap(({kind:e,curves:n})=>{let r=n.map(t).filter(e=>e!==null),i=e===`symmetric`?n.length:zr(e);return r.length>=i?[{kind:e,curves:r}]:[]})}function Vr(e,t){return e.kind===t.kind&&e.curves.join()===t.curves.join()}var Hr=Math.PI/720,Ur=class e{shapes;values;curves;constructor(e,t,n){this.shapes=e,this.values=t,this.curves=n}static of(t){let n=t.map((e,t)=>({index:t,curve:e})),r=[],i=new Map;for(let{point:e,ends:t}of te(n)){for(let{index:e,end:n}of t)i.set(`${e} ${n}`,r.length);r.push(...e)}let a=n.map(({index:e,curve:t})=>{let[n,a]=[i.get(`${e} start`),i.get(`${e} end`)];if(t.op===`add_circle`)return{kind:`circle`,center:r.push(...t.center)-2,radius:r.push(t.radius)-1};if(n===void 0||a===void 0||n===a)return{kind:`free`};if(t.op===`add_line`)return{kind:`line`,start:n,end:a};let o=Jr(r,n,a);return{kind:`arc`,start:n,end:a,bulge:r.push(o*Math.tan(t.sweep_deg*Hr))-1,chord:o}});return new e(a,r,t)}valuesOf(t){let n=e.of(t);if(!(n.shapes.length===this.shapes.length&&n.values.length===this.values.length&&n.shapes.every((e,t)=>Zr(e,this.shapes[t]))))return null;let r=[...n.values];for(let[e,t]of this.shapes.entries()){let i=n.shapes[e];t.kind===`arc`&&i?.kind===`arc`&&(r[t.bulge]=(r[t.bulge]??0)/i.chord*t.chord)}return r}curvesWith(e){let t=this.shapes.map((t,n)=>Xr(t,e,this.curves[n]));return t.every(e=>e!==null)?t:null}};function Wr(e,t){let n=e.flatMap(Kr).find(e=>e===t||e+1===t);return n===void 0?[t]:[n,n+1]}function Gr(e){let t=Kr(e).flatMap(e=>[e,e+1]);switch(e.kind){case`arc`:return[...t,e.bulge];case`circle`:return[...t,e.radius];default:return t}}function Kr(e){switch(e.kind){case`line`:case`arc`:return[e.start,e.end];case`circle`:return[e.center];case`free`:return[]}}function qr(e,t){return[e[t]??0,e[t+1]??0]}function Jr(e,t,n){return I(qr(e,t),qr(e,n))}function Yr(e,t){return Math.atan((e[t.bulge]??0)/t.chord)/Hr}function Xr(e,t,n){switch(e.kind){case`line`:return{op:`add_line`,start:qr(t,e.start),end:qr(t,e.end)};case`arc`:{let[n,r]=[qr(t,e.start),qr(t,e.end)];return d(n,r,Yr(t,e))}case`circle`:{let n=t[e.radius]??0;return n>0?{op:`add_circle`,center:qr(t,e.center),radius:n}:null}case`free`:return n??null}}function Zr(e,t){let n=e=>JSON.stringify({...e,chord:0});return n(e)===n(t)}function Qr(e,t,n,r,i){let a=$r(ei(e,i),ei(t,i));if(e.kind===`circle`&&t.kind===`circle`){let i=(r[e.radius]??0)-(r[t.radius]??0);return[...ni(e.center,t.center,n,a,r),i]}if(!ii(e)||e.kind!==t.kind||!ii(t))return[];let o=ti(e,t,n,a,i).flatMap(([e,t])=>ni(e,t,n,a,r));return e.kind===`arc`&&t.kind===`arc`?[...o,ri(e,r)-ri(t,r)]:o}function $r(e,t){return Math.abs(e[0]-t[0])>=Math.abs(e[1]-t[1])?0:1}function ei(e,t){if(e.kind===`circle`)return qr(t,e.center);if(!ii(e))return[0,0];let[n,r]=[qr(t,e.start),qr(t,e.end)];return[(n[0]+r[0])/2,(n[1]+r[1])/2]}function ti(e,t,n,r,i){let a=[[[e.start,t.end],[e.end,t.start]],[[e.start,t.start],[e.end,t.end]]],o=e=>Math.hypot(...e.flatMap(([e,t])=>ni(e,t,n,r,i)));return[...o(a[0])<=o(a[1])?a[0]:a[1]]}function ni(e,t,n,r,i){let[a,o]=[qr(i,e),qr(i,t)],s=+(r===0);return[a[r]+o[r]-2*n[r],a[s]-o[s]]}function ri(e,t){let n=(t[e.bulge]??0)/e.chord;return Math.abs(n)*Jr(t,e.start,e.end)/2}function ii(e){return e.kind===`line`||e.kind===`arc`}function ai(e,t,n){return e.flatMap(({kind:e,curves:r})=>si(e,r.flatMap(e=>t[e]??[])).map(t=>({places:[...new Set(t.flatMap(Gr))],of:r=>ci(e,t,r,n)})))}function oi(e,t,n){return ai(e,t,n).flatMap(e=>e.of(n))}function si(e,t){return e===`symmetric`?[t]:zr(e)===1?t.map(e=>[e]):yi(t)}function ci(e,[t=li,n=li,r],i,a){switch(e){case`horizontal`:return _i(t,i,1);case`vertical`:return _i(t,i,0);case`perpendicular`:return[vi(gi(t,i),gi(n,i))];case`equal`:return[di(t,i)-di(n,i)];case`length`:return[di(t,i)-di(t,a)];case`tangent`:return pi(t,n,i);case`concentric`:{let[e,r]=[fi(t,i),fi(n,i)];return e&&r?[e[0]-r[0],e[1]-r[1]]:[]}case`symmetric`:{let e=r===void 0?ui:fi(r,i);return e===null?[]:Qr(t,n,e,i,a)}}}var li={kind:`free`},ui=[0,0];function di(e,t){switch(e.kind){case`line`:return Jr(t,e.start,e.end);case`arc`:{let n=Yr(t,e)*Math.PI/360;return Jr(t,e.start,e.end)/2/Math.abs(Math.sin(n))}case`circle`:return t[e.radius]??0;case`free`:return 0}}function fi(e,t){if(e.kind===`circle`)return qr(t,e.center);if(e.kind!==`arc`)return null;let[n,r]=[qr(t,e.start),qr(t,e.end)],i=1/(2*Math.tan(Yr(t,e)*Math.PI/360)),[a,o]=[r[0]-n[0],r[1]-n[1]];return[n[0]+a/2-o*i,n[1]+o/2+a*i]}function pi(e,t,n){return mi(e).flatMap(([r,i])=>mi(t).filter(([e])=>e===r).map(([,r])=>{let[a,o]=[hi(e,i,n),hi(t,r,n)];return a[0]*o[1]-a[1]*o[0]}))}function mi(e){return e.kind===`line`||e.kind===`arc`?[[e.start,!0],[e.end,!1]]:[]}function hi(e,t,n){let[r,i]=gi(e,n),a=e.kind===`arc`?Yr(n,e)*Math.PI/360:0,o=t?-a:a,[s,c]=[Math.sin(o),Math.cos(o)];return[r*c-i*s,r*s+i*c]}function gi(e,t){if(e.kind!==`line`&&e.kind!==`arc`)return[0,0];let[n,r]=[qr(t,e.start),qr(t,e.end)],[i,a]=[r[0]-n[0],r[1]-n[1]],o=Math.hypot(i,a)||1;return[i/o,a/o]}function _i(e,t,n){return e.kind===`line`?[qr(t,e.end)[n]-qr(t,e.start)[n]]:[]}function vi(e,t){return e[0]*t[0]+e[1]*t[1]}function yi(e){return e.slice(1).map((t,n)=>e.slice(n,n+2))}var bi=.001;function xi(e){let{shapes:t,values:n}=Ur.of(e),r=t.map((e,t)=>t),i=(e,...r)=>Ci({kind:e,curves:r},t,n),a=e=>{let t=r.filter(t=>i(e,t));return t.length===0?[]:[{kind:e,curves:t}]},o=e=>Ti(t[e])===`round`,s=e=>[di(t[e]??wi,n)],c=e=>fi(t[e]??wi,n)??[],[l,u]=[a(`horizontal`),a(`vertical`)],d=r.filter(e=>Ti(t[e])===`line`&&![...l,...u].some(({curves:t})=>t.includes(e)));return[...l,...u,...Ei(d,t,n).filter(([e,t])=>i(`perpendicular`,e,t)).map(e=>({kind:`perpendicular`,curves:e})),...Oi(r.filter(e=>Ti(t[e])===`line`),s,`equal`),...Oi(r.filter(o),s,`equal`),...Ei(r,t,n).filter(e=>e.some(o)&&i(`tangent`,...e)).map(e=>({kind:`tangent`,curves:e})),...Oi(r.filter(o),c,`concentric`),...Di(t,n,(...e)=>i(`symmetric`,...e))]}function Si(e,t){let{shapes:n,values:r}=Ur.of(e);return t.filter(e=>!Ci(e,n,r))}function Ci(e,t,n){let r=oi([e],t,n);return r.length>0&&r.every(e=>Math.abs(e)<bi)}var wi={kind:`free`};function Ti(e){switch(e?.kind){case`line`:return`line`;case`arc`:case`circle`:return`round`;default:return`none`}}function Ei(e,t,n){return e.flatMap((r,i)=>e.slice(i+1).flatMap(e=>{let[i,a]=[t[r]??wi,t[e]??wi];return pi(i,a,n).length>0?[[r,e]]:[]}))}function Di(e,t,n){let r=e.map((e,n)=>({kind:e.kind,number:n,middle:ei(e,t)})),i=r.filter(({kind:e})=>e===`circle`);return r.flatMap(e=>r.slice(e.number+1).flatMap(t=>{let[r,a]=[e.middle,t.middle],o=$r(r,a),s=+(o===0);if(I(r,a)<bi||Math.abs(r[s]-a[s])>=bi)return[];let c=[(r[0]+a[0])/2,(r[1]+a[1])/2],l=i.filter(n=>n!==e&&n!==t).filter(({middle:e})=>Math.abs(e[o]-c[o])<bi).sort((e,t)=>I(e.middle,c)-I(t.middle,c)),u=[e.number,t.number],d=[u,...l.map(({number:e})=>[...u,e])].find(e=>n(...e));return d===void 0?[]:[{kind:`symmetric`,curves:d}]}))}function Oi(e,t,n){let r=[];for(let n of e){let e=t(n),i=r.find(([n=-1])=>t(n).every((t,n)=>Math.abs(t-(e[n]??NaN))<bi));i===void 0?r.push([n]):i.push(n)}return r.filter(({length:e})=>e>1).map(e=>({kind:n,curves:e}))}var ki=15,Ai=18,ji=15;function Mi(e,t,n){let r=new Map,i=(e,t,n)=>{let i=r.get(e)??{...t(),constraints:[]};i.constraints.push(n),r.set(e,i)},a=Ri(e,t);for(let r of n){let n=Pi(t,r);if(n!==null){i(n.join(),()=>Fi(e.place(n),a),r);continue}let o=r.kind===`symmetric`?r.curves.slice(0,2):r.curves;for(let n of o){let o=t.curves[n]?.curve;o!==void 0&&i(`curve ${n}`,()=>Ii(e,o,a),r)}}let o=[];for(let e of[...r.values()].flatMap(Ni))o.every(t=>Math.hypot(t.x-e.x,t.y-e.y)>=ji)&&o.push(e);return o}function Ni({middle:e,along:t,constraints:n}){return n.map((r,i)=>{let a=(i-(n.length-1)/2)*Ai;return{constraint:r,x:e.x+t.x*a,y:e.y+t.y*a}})}function Pi({curves:e},{kind:t,curves:n}){if(t!==`tangent`&&t!==`perpendicular`)return null;let r=n.map(t=>e[t]?.index);return te(e).find(({ends:e})=>r.every(t=>e.some(e=>e.index===t)))?.point??null}function Fi(e,t){let n=Bi({x:e.x-t.x,y:e.y-t.y});return{middle:zi(e,n,18),along:{x:-n.y,y:n.x}}}function Ii(e,t,n){if(t.op===`add_circle`){let n={x:Math.SQRT1_2,y:-Math.SQRT1_2},[r,i]=t.center,a=t.radius*Math.SQRT1_2;return{middle:zi(e.place([r+a,i+a]),n,ki),along:{x:-n.y,y:n.x}}}let r=g(t).map(t=>e.place(t)),[i,a]=[r[0]??n,r.at(-1)??n],o=Li(r),s=Bi({x:a.x-i.x,y:a.y-i.y}),c={x:-s.y,y:s.x},l=c.x*(o.x-n.x)+c.y*(o.y-n.y)>=0?c:{x:-c.x,y:-c.y},u=s.x<-1e-9||Math.abs(s.x)<=1e-9&&s.y<0;return{middle:zi(o,l,ki),along:u?{x:-s.x,y:-s.y}:s}}function Li(e){let t=(e.length-1)/2,[n,r]=[e[Math.floor(t)],e[Math.ceil(t)]];return n===void 0||r===void 0?{x:0,y:0}:{x:(n.x+r.x)/2,y:(n.y+r.y)/2}}function Ri(e,{curves:t}){let n=t.flatMap(({curve:t})=>g(t).map(t=>e.place(t))),r=e=>e.length===0?0:(Math.min(...e)+Math.max(...e))/2;return{x:r(n.map(({x:e})=>e)),y:r(n.map(({y:e})=>e))}}function zi({x:e,y:t},n,r){return{x:e+n.x*r,y:t+n.y*r}}function Bi({x:e,y:t}){let n=Math.hypot(e,t);return n<1e-9?{x:0,y:-1}:{x:e/n,y:t/n}}var Vi={horizontal:`Horizontal`,vertical:`Vertical`,perpendicular:`Perpendicular`,equal:`Equal`,tangent:`Tangent`,concentric:`Concentric`,symmetric:`Symmetric`,length:`Length`};function Hi({curves:e},t){return e.flatMap(e=>t?.curves[e]?.index??[])}function Ui({kind:e},t){let n=t.map(e=>e+1),r=e===`symmetric`&&n.length>2?` about ${n.pop()}`:``;return`${Vi[e]}: step${n.length===1?``:`s`} ${n.join(`, `)}${r}`}function Wi(e,t){return Ji(e,t).name}function Gi(e,t){return Ji(e,t).constraints}function Ki(e,t,n){let r=n.replace(/[\s#]+/g,` `).trim();return Yi(e,t,{...Ji(e,t),name:r})}function qi(e,t,n){return Yi(e,t,{...Ji(e,t),constraints:n})}function Ji({text:e,statements:t},n){let r=t[n];return Lr((r===void 0?``:Xi(e,r.to)).replace(/^[ \t]*#[ \t]*/,``))}function Yi(e,t,n){let{text:r,statements:i}=e,a=i[t];if(a===void 0)return e;let o=Xi(r,a.to),s=/^[ \t]*(?=#)/.exec(o)?.[0]||`  `,c=Rr(n);return dn(r.slice(0,a.to)+(c===``?``:`${s}# ${c}`)+r.slice(a.to+o.length))}function Xi(e,t){return/^[^\r\n]*/.exec(e.slice(t))?.[0]??``}function Zi(e,{history:t}){let n=t?.present.read??null;return n===null||e===null?[]:Gi(n,e.index)}var Qi=class{workbench;element;summary=e(`summary`);list=e(`ul`,{class:`relation-list`});details;sketch=null;shown=``;constructor(t){this.workbench=t;let n=e(`div`,{class:`sketch-actions`},r(`Keep all`,()=>this.keep(this.found()),{class:`secondary`}),r(`Keep none`,()=>this.keep([]),{class:`secondary`})),i=e(`p`,{class:`hint`},`What is ticked holds when points and numbers change.`);this.details=e(`details`,{class:`relations`},this.summary,i,this.list,n),this.element=this.details,this.details.addEventListener(`toggle`,()=>this.show(this.sketch,t.store.state))}show(e,t){this.sketch=e;let n=Zi(e,t);if(this.details.hidden=e===null||e.curves.length===0,this.summary.textContent=n.length===0?`Relations`:`Relations: ${n.length} kept`,!this.details.open)return;let r=[...this.found(),...this.lengths()],i=[...n.filter(e=>!r.some(t=>Vr(e,t))),...r],a=JSON.stringify([e?.index,i,n]);if(a!==this.shown){this.shown=a;let e=[...this.list.querySelectorAll(`input`)].indexOf(document.activeElement);this.list.replaceChildren(...i.map(e=>this.row(e,n))),this.list.querySelectorAll(`input`)[e]?.focus()}}row(t,n){let r=e(`input`,{type:`checkbox`});r.checked=n.some(e=>Vr(e,t)),r.addEventListener(`change`,()=>{let e=n.filter(e=>!Vr(e,t));this.keep(r.checked?[...e,t]:e)});let i=Hi(t,this.sketch),a=e(`li`,{},e(`label`,{},r,Ui(t,i)));return a.addEventListener(`pointerenter`,()=>this.point(i)),a.addEventListener(`pointerleave`,()=>this.point([])),a}point(e){this.workbench.store.update({hovered:e})}found(){return xi(this.sketch?.curves.map(({curve:e})=>e)??[])}lengths(){return(this.sketch?.curves??[]).map((e,t)=>({kind:`length`,curves:[t]}))}keep(e){this.sketch!==null&&this.workbench.constrain(this.sketch.index,e)}},$i={horizontal:`M-4.5 0H4.5M-4.5 -2V2M4.5 -2V2`,vertical:`M0 -4.5V4.5M-2 -4.5H2M-2 4.5H2`,perpendicular:`M-4.5 4H4.5M0 4V-4.5`,equal:`M-4 -2H4M-4 2H4`,tangent:`M-4.5 4.5H4.5M0 4.5A4 4 0 110 -3.5 4 4 0 010 4.5`,concentric:`M-4.5 0A4.5 4.5 0 104.5 0 4.5 4.5 0 10-4.5 0M-1.5 0A1.5 1.5 0 101.5 0 1.5 1.5 0 10-1.5 0`,symmetric:`M0 -5V5M-2.5 -2.5L-5 0 -2.5 2.5M2.5 -2.5L5 0 2.5 2.5`,length:`M-5 -4V4M5 -4V4M-5 0H5M-3 -2L-5 0 -3 2M3 -2L5 0 3 2`},ea=class{workbench;element=t(`g`,{class:`relation-marks`});choice;words=e(`span`,{role:`status`});kept=[];sketch=null;chosen=null;shown=``;constructor(t){this.workbench=t;let n=r(`Remove`,()=>this.chosen&&this.remove(this.chosen),{class:`secondary`}),i=r(`Leave`,()=>this.choose(null),{class:`secondary`});this.choice=e(`div`,{class:`mark-choice`,hidden:!0},this.words,n,i)}show(e,t,n){this.kept=Zi(t,n),this.sketch=t,this.showChoice();let r=t===null?[]:Mi(e,t,this.kept),i=Si(t?.curves.map(({curve:e})=>e)??[],this.kept),a=JSON.stringify([t?.index,r,i]);if(a!==this.shown){this.shown=a;let e=[...this.element.children].indexOf(document.activeElement??this.element),t=r.map((e,t)=>this.mark(e,{isFirst:r.findIndex(({constraint:t})=>t===e.constraint)===t,isBroken:i.includes(e.constraint)}));this.element.replaceChildren(...t),t[e]?.focus()}}mark({constraint:e,x:n,y:r},{isFirst:i,isBroken:a}){let o=Hi(e,this.sketch),s=Ui(e,o),c=t(`g`,{class:a?`relation-mark broken`:`relation-mark`,transform:`translate(${n.toFixed(1)} ${r.toFixed(1)})`,...i?{role:`button`,tabindex:0,"aria-label":s}:{"aria-hidden":`true`}},t(`title`,{},a?`${s}; it does not hold now`:s),t(`rect`,{x:-8,y:-8,width:16,height:16,rx:4}),t(`path`,{d:$i[e.kind]}));for(let e of[`pointerenter`,`focus`])c.addEventListener(e,()=>this.point(o));for(let e of[`pointerleave`,`blur`])c.addEventListener(e,()=>this.point([]));return c.addEventListener(`click`,()=>this.choose(e)),c.addEventListener(`keydown`,t=>{let n={Enter:()=>this.choose(e)," ":()=>this.choose(e),Delete:()=>this.remove(e)}[t.key];n!==void 0&&(t.preventDefault(),t.stopPropagation(),n())}),c}point(e){this.workbench.store.update({hovered:e})}choose(e){this.chosen=e,this.showChoice(),this.choice.scrollIntoView({block:`nearest`})}showChoice(){let e=this.kept.find(e=>this.chosen&&Vr(e,this.chosen));this.chosen=e??null,this.choice.hidden=e===void 0;let t=e?Ui(e,Hi(e,this.sketch)):``;t!==this.words.textContent&&(this.words.textContent=t)}remove(e){if(this.sketch!==null){this.point([]);let t=this.kept.filter(t=>!Vr(t,e));this.workbench.constrain(this.sketch.index,t)}}},ta=14,na=class{width;height;center;pixelsPerUnit;constructor(e,t,n){this.width=t,this.height=n;let[r,i]=ra(e.map(([e])=>e)),[a,o]=ra(e.map(([,e])=>e));this.center=[(r+i)/2,(a+o)/2];let s=(t-52)/Math.max(i-r,.001),c=(n-52)/Math.max(o-a,.001);this.pixelsPerUnit=Math.max(Math.min(s,c),1e-6)}place([e,t]){return{x:this.width/2+(e-this.center[0])*this.pixelsPerUnit,y:this.height/2-(t-this.center[1])*this.pixelsPerUnit}}point({x:e,y:t}){return[this.center[0]+(e-this.width/2)/this.pixelsPerUnit,this.center[1]-(t-this.height/2)/this.pixelsPerUnit]}rounded([e,t]){let n=10**Math.round(Math.log10(this.pixelsPerUnit));return[Math.round(e*n)/n,Math.round(t*n)/n]}get gridUnits(){let e=ta/this.pixelsPerUnit,t=10**Math.floor(Math.log10(e));return([1,2,5,10].find(n=>n*t>=e)??10)*t}path(e){return e.map((e,t)=>{let{x:n,y:r}=this.place(e);return`${t===0?`M`:`L`}${n.toFixed(2)} ${r.toFixed(2)}`}).join(``)}gridPath(){let e=this.gridUnits,[t,n]=this.point({x:0,y:0}),[r,i]=this.point({x:this.width,y:this.height}),a=ia(t,r,e).map(e=>this.place([e,0]).x),o=ia(i,n,e).map(e=>this.place([0,e]).y);return[...a.map(e=>`M${e.toFixed(1)} 0V${this.height}`),...o.map(e=>`M0 ${e.toFixed(1)}H${this.width}`)].join(``)}axesPath(){let{x:e,y:t}=this.place([0,0]);return`M${e.toFixed(1)} 0V${this.height}M0 ${t.toFixed(1)}H${this.width}`}};function ra(e){return e.length===0?[-1,1]:[Math.min(...e),Math.max(...e)]}function ia(e,t,n){let[r,i]=[Math.ceil(e/n),Math.floor(t/n)];return Array.from({length:Math.max(0,i-r+1)},(e,t)=>(r+t)*n)}var aa=class{workbench;element=t(`g`,{class:`areas`});constructor(e){this.workbench=e}show(e,t,{program:n,selected:r}){let i=r!==null&&t?.extrudes.includes(r)?r:null,a=i===null?void 0:n?.operations[i];if(i===null||a?.op!==`add_extrude`){this.element.replaceChildren();return}let o=xt(t?.curves.map(({curve:e})=>e)??[]).map((t,n)=>this.area(e,t,n,a,i));this.element.replaceChildren(...o)}area(e,{outer:n,holes:r},i,a,o){let s=a.profiles.includes(i),c=[n,...r].map(({points:t})=>`${e.path(t)}z`),l=`Profile ${i}: click to ${s?`leave it out`:`take it too`}`,u=t(`path`,{class:s?`area taken`:`area`,d:c.join(``),"data-profile":i},t(`title`,{},l));return u.addEventListener(`click`,()=>this.toggle(a,o,i)),u}toggle(e,t,n){let{program:r}=this.workbench.store.state,{profiles:i}=e,a=i.includes(n)?i.filter(e=>e!==n):[...i,n].sort((e,t)=>e-t);a.length===0?this.workbench.tell(`An extrude takes at least one profile.`):r!==null&&this.workbench.edit(N(r,t,{...e,profiles:a}),null)}};function oa(e,t){let n=e=>Ae(e,t,1);switch(e.op){case`add_sketch`:return{title:`Sketch`,detail:`on ${sa(e.plane)}`};case`add_line`:return{title:`Line`,detail:n(I(e.start,e.end))};case`add_arc`:return{title:`Arc`,detail:`${H(e.sweep_deg,1)}°, R ${n(f(e))}`};case`add_circle`:return{title:`Circle`,detail:`R ${n(e.radius)}`};case`add_extrude`:return{title:`Extrude`,detail:`${ca(e.extent,n)}, ${e.operation}`}}}function sa(e){return typeof e==`string`?e:`frame`in e?`a plane of its own`:`face`in e?`the face at a point`:`side`in e?`the side of sketch ${e.side.sketch+1}, curve ${e.side.curve+1}`:`start`in e?`the start of extrude ${e.start+1}`:`the end of extrude ${e.end+1}`}function ca(e,t){return`one_side`in e?t(e.one_side):`symmetric`in e?`${t(e.symmetric)} symmetric`:`${t(e.two_sides.forward)} and ${t(e.two_sides.backward)}`}function la(e,t){let n=/^(start|end|side)\((\d+)(?:,\s*(\d+))?\)$/.exec(t);if(n===null)return null;if(n[1]!==`side`)return ua(e,`add_extrude`,Number(n[2]));let r=ua(e,`add_sketch`,Number(n[2]));return r===null?null:r+1+Number(n[3])}function ua(e,t,n){let r=-1,i=e.operations.findIndex(e=>e.op===t&&++r===n);return i<0?null:i}var da={XY:{origin:[0,0,0],x_axis:[1,0,0],y_axis:[0,1,0],normal:[0,0,1]},XZ:{origin:[0,0,0],x_axis:[1,0,0],y_axis:[0,0,-1],normal:[0,1,0]},YZ:{origin:[0,0,0],x_axis:[0,0,-1],y_axis:[0,1,0],normal:[1,0,0]}};function fa(e,t,n){let r=e.operations[t],i=n?.sketches.find(e=>e.operation===t);return r?.op===`add_sketch`?i?.frame??pa(r.plane,n?.mesh??null):null}function pa(e,t){if(typeof e==`string`)return da[e];if(`frame`in e)return ba(e.frame);if(t===null)return null;let n=`face`in e?null:ma(e),r=t.faces.findIndex(({origins:r},i)=>n===null&&`face`in e?Sa(t,i,e.face):r.some(e=>e.replaceAll(` `,``)===n));return r<0?null:ha(t,r)}function ma(e){return`side`in e?`side(${e.side.sketch},${e.side.curve})`:`start`in e?`start(${e.start})`:`end(${e.end})`}function ha(e,t){let n=Ca(e,t);if(e.faces[t]?.surface!==`plane`||n===null)return null;let r=Aa(n.normal);return ba({origin:ka(r,Oa(r,n.corner)),normal:r,x_axis:xa(r)})}function ga(e,t,n,r){let i=t.faces[n]?.origins.find(t=>la(e,t)!==null),[,a,o,s]=/^(\w+)\((\d+)(?:,\s*(\d+))?\)$/.exec(i??``)??[];switch(a){case`start`:return{start:Number(o)};case`end`:return{end:Number(o)};case`side`:return{side:{sketch:Number(o),curve:Number(s)}};default:return{face:r}}}function _a(e,[t,n,r]){let[i,a,o]=e.origin,s=[t-i,n-a,r-o];return[[Oa(s,e.x_axis),Oa(s,e.y_axis)],Oa(s,e.normal)]}function va([e,t],n,r=0){let{origin:i,x_axis:a,y_axis:o,normal:s}=n,c=n=>i[n]+e*a[n]+t*o[n]+r*s[n];return[c(0),c(1),c(2)]}function ya({origin:e,normal:t,x_axis:n}){return{origin:e,normal:t,x_axis:n}}function ba({origin:e,normal:t,x_axis:n}){let[r,i]=[Aa(t),Aa(n)];return{origin:e,normal:r,x_axis:i,y_axis:Da(r,i)}}function xa([e,t]){return Math.hypot(e,t)<1e-9?[1,0,0]:Aa([-t,e,0])}function Sa(e,t,n){let r=ha(e,t);return r!==null&&Math.abs(_a(r,n)[1])<1e-5}function Ca(e,t){let n=null,r=0;return e.triangle_faces.forEach((i,a)=>{if(i!==t)return;let[o,s,c]=[0,1,2].map(t=>wa(e,3*a+t));if(o===void 0||s===void 0||c===void 0)return;let l=Da(Ea(s,o),Ea(c,o)),u=Math.hypot(...l);u>r&&(r=u,n={normal:l,corner:o})}),n}function wa(e,t){return Ta(e,e.triangles[t]??0)}function Ta({positions:e},t){let n=3*t;return[e[n]??0,e[n+1]??0,e[n+2]??0]}function Ea(e,t){return[e[0]-t[0],e[1]-t[1],e[2]-t[2]]}function Da([e,t,n],[r,i,a]){return[t*a-n*i,n*r-e*a,e*i-t*r]}function Oa(e,t){return e[0]*t[0]+e[1]*t[1]+e[2]*t[2]}function ka([e,t,n],r){return[e*r+0,t*r+0,n*r+0]}function Aa(e){let t=Math.hypot(...e)||1,n=n=>{let r=e[n]/t;return Math.abs(r)<1e-12?0:r};return[n(0),n(1),n(2)]}function ja(e,t,n,r){let i=Ia(Fa(r=>Pa(e,va(r,t,n)))),[a,o,s]=[r([0,0]),r([1,0]),r([0,1])],c=[[o.x-a.x,s.x-a.x,a.x],[o.y-a.y,s.y-a.y,a.y],[0,0,1]];return i&&La(c,i)}function Ma([e,t,n]){let r=n[2],[[i,a,o]=[],[s,c,l]=[],[u,d,f]=[]]=[0,1,2].map(i=>[e,t,n].map(e=>(e[i]??0)/r));return`matrix3d(${[i,a,0,o,s,c,0,l,0,0,1,0,u,d,0,f].join(`, `)})`}function Na(e,t,n){let r=Oa(Ea(e.position,t.origin),t.normal),[i,a]=[Math.min(...n),Math.max(...n)];return r>(i+a)/2?a:i}function Pa(e,t){let{position:n,target:r,up:i,vertical_fov_deg:a,width:o,height:s}=e,c=Aa(Ea(r,n)),l=Aa(Da(c,i)),u=Ea(t,n),d=Oa(u,c),f=s/2/Math.tan(a/2*(Math.PI/180)),p=Da(c,l);return[o/2*d+f*Oa(u,l),s/2*d+f*Oa(u,p),d]}function Fa(e){let t=e([0,0]),[n,r]=[Ea(e([1,0]),t),Ea(e([0,1]),t)];return[[n[0],r[0],t[0]],[n[1],r[1],t[1]],[n[2],r[2],t[2]]]}function Ia([e,t,n]){let r=[Da(t,n),Da(n,e),Da(e,t)],i=Oa(e,r[0]),a=e=>[r[0][e]/i,r[1][e]/i,r[2][e]/i];return Math.abs(i)<1e-12?null:[a(0),a(1),a(2)]}function La(e,t){let n=([e,n,r])=>{let i=i=>e*t[0][i]+n*t[1][i]+r*t[2][i];return[i(0),i(1),i(2)]};return[n(e[0]),n(e[1]),n(e[2])]}var Ra=class{element=e(`img`,{class:`sketch-picture`,alt:``,hidden:!0});isOn=!1;show(e,t,{picture:n,program:r,build:i}){let a=i?.sketches.find(({operation:e})=>e===t?.index)?.frame,o=n!==null&&a!==void 0;if(this.element.hidden=!0,!this.isOn||!o)return o;let s=An(n),c=ja(s,a,Na(s,a,[0,...(t?.extrudes??[]).flatMap(e=>{let t=r?.operations[e];return t?.op===`add_extrude`&&t.operation!==`cut`?za(t.extent):[]})]),t=>e.place(t));return c!==null&&(this.element.hidden=!1,this.element.src=n.picture.address,Object.assign(this.element.style,{width:`${s.width}px`,height:`${s.height}px`,transform:Ma(c)})),o}};function za(e){return`one_side`in e?[0,e.one_side]:`symmetric`in e?[-e.symmetric/2,e.symmetric/2]:[-e.two_sides.backward,e.two_sides.forward]}var Ba=1.5,Va=class{workbench;element;svg=t(`svg`,{class:`sheet`,role:`group`});curves=t(`g`,{class:`curves`});points=t(`g`,{class:`points`});grid=t(`path`,{class:`grid`});axes=t(`path`,{class:`axes`});where=e(`p`,{class:`hint`});areas;relations;marks;picture=new Ra;under=r(`Picture below`,()=>this.togglePicture(),{class:`secondary`,"aria-pressed":`false`});larger=r(`Larger`,()=>this.enlarge(!this.isLarge),{class:`secondary`,"aria-pressed":`false`});sheet=new na([],1,1);sketch=null;dragged=null;size=[280,220];constructor(t){this.workbench=t,this.areas=new aa(t),this.marks=new ea(t);let n=[this.areas.element,this.curves,this.marks.element,this.points];this.svg.append(this.grid,this.axes,...n);let r=e(`div`,{class:`sheet-box`},this.picture.element,this.svg),a=e(`div`,{class:`sketch-actions`},this.under,this.larger);this.relations=new Qi(t);let o=[r,this.marks.choice,this.where,a,this.relations.element];this.element=i(`sketch`,`Sketch`,...o),this.element.dataset.tab=`sketch`;let{store:s}=t;s.watch([`program`,`selected`,`hovered`,`unit`],e=>this.show(e)),s.watch([`picture`,`build`],e=>this.showPicture(e)),this.element.addEventListener(`keydown`,e=>{e.key===`Escape`&&this.isLarge&&(e.stopPropagation(),this.enlarge(!1))}),new ResizeObserver(()=>{this.size=[this.svg.clientWidth,this.svg.clientHeight],this.show(s.state)}).observe(this.svg),this.svg.addEventListener(`pointermove`,e=>this.drag(e));for(let e of[`pointerup`,`pointercancel`])this.svg.addEventListener(e,()=>this.drop())}show(e){let{program:t}=e,n=t===null?[]:P(t);this.sketch=n.findLast(({index:t})=>t<=(e.selected??-1))??n[0]??null;let r=this.sketch===null?0:n.indexOf(this.sketch)+1;if(this.svg.setAttribute(`aria-label`,`Sketch ${r}, flat; its points can be moved`),this.dragged===null){let e=this.sketch?.curves.flatMap(({curve:e})=>g(e))??[];this.sheet=new na(e,...this.size)}this.grid.setAttribute(`d`,this.sheet.gridPath()),this.axes.setAttribute(`d`,this.sheet.axesPath()),this.areas.show(this.sheet,this.sketch,e),this.showPicture(e),this.showCurves(e),this.showHandles(),this.marks.show(this.sheet,this.sketch,e),this.relations.show(this.sketch,e),this.where.textContent=`Grid ${Ae(this.sheet.gridUnits,e.unit,3)}. Drag points or use arrow keys.`}showPicture(e){this.under.disabled=!this.picture.show(this.sheet,this.sketch,e),this.svg.classList.toggle(`over-picture`,!this.picture.element.hidden)}togglePicture(){this.picture.isOn=!this.picture.isOn,this.under.setAttribute(`aria-pressed`,String(this.picture.isOn)),this.showPicture(this.workbench.store.state)}get isLarge(){return this.element.classList.contains(`large`)}enlarge(e){this.element.classList.toggle(`large`,e),this.larger.setAttribute(`aria-pressed`,String(e)),this.larger.textContent=e?`Smaller`:`Larger`,this.larger.focus()}showCurves(e){let n=(this.sketch?.curves??[]).map(({index:n,curve:r})=>{let i=e.selected===n||e.hovered.includes(n),a=this.sheet.path(g(r,Ba)),o=t(`path`,{class:i?`curve chosen`:`curve`,d:a});return o.addEventListener(`click`,()=>this.workbench.select(n)),o});this.curves.replaceChildren(...n)}showHandles(){let e=this.sketch===null?[]:Nr(this.sketch);for(;this.points.childElementCount>e.length;)this.points.lastElementChild?.remove();e.forEach((e,t)=>{let r=this.points.children[t],i=r instanceof SVGCircleElement?r:this.newHandle(t),{x:a,y:o}=this.sheet.place(e.point),s=e.point.map(e=>H(e*10)).join(`, `);n(i,{class:`handle ${e.kind}`,cx:a,cy:o,"aria-label":`${e.label} at ${s} millimetres`})})}newHandle(e){let n=t(`circle`,{r:6,tabindex:0,role:`button`});return n.addEventListener(`pointerdown`,t=>{this.dragged=this.handle(e),this.svg.setPointerCapture(t.pointerId),t.preventDefault(),n.focus()}),n.addEventListener(`keydown`,t=>this.key(t,e)),this.points.append(n),n}handle(e){return this.sketch===null?null:Nr(this.sketch)[e]??null}drag(e){if(this.dragged!==null){let t=this.svg.getBoundingClientRect(),n={x:e.clientX-t.left,y:e.clientY-t.top};this.move(this.dragged,this.sheet.rounded(this.sheet.point(n)),`drag ${this.dragged.key}`)}}drop(){this.dragged!==null&&(this.dragged=null,this.workbench.settle(),this.show(this.workbench.store.state))}key(e,t){let n={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]}[e.key],r=this.handle(t);if(n===void 0||r===null)return;e.preventDefault();let i=(e.shiftKey?10:e.altKey?.1:1)/10,a=[r.point[0]+n[0]*i,r.point[1]+n[1]*i];this.move(r,a,`keys ${r.key}`)}move(e,t,n){let{program:r}=this.workbench.store.state,i=r&&e.move(r,t);i&&this.workbench.edit(i,n)}},Ha={mask:`The part`,normals:`Normals`,depth:`Depth`,edges:`Edges`},Ua={mask:`Red is taken for the part.`,normals:`Red looks to the right, green up, blue towards you.`,depth:`Light is near.`,edges:``},Wa={outline:`outline`,"step-near":`step, near side`,"step-far":`step, far side`,convex:`convex`,concave:`concave`,rim:`rim of a hole`};function Ga(){return Object.entries(Ha).map(([t,n])=>e(`option`,{value:t},n))}function Ka({name:t,legend:n}){let r=n.map(({name:t,color:n})=>{let r=e(`span`,{class:`swatch`});return r.style.background=n,e(`span`,{},r,Wa[t]??t)});return[Ua[t],...r]}var qa={isometric:`isometric, without perspective`,paper:`60° from (20, 20, 20), all of the picture`},Ja=class{workbench;crop;element;layer=e(`select`,{"aria-label":`What is seen in the picture`});cameras=e(`select`,{"aria-label":`Its camera`});objects=e(`div`,{class:`actions`,role:`group`});legend=e(`p`,{class:`legend`,role:`status`});content=null;constructor(t,n){this.workbench=t,this.crop=n,this.layer.append(e(`option`,{value:``},`the picture alone`),...Ga()),this.layer.addEventListener(`change`,()=>void this.look());let r=Object.entries(qa).map(([t,n])=>e(`option`,{value:t},n));this.cameras.append(e(`option`,{value:``},`not known`),...r),this.objects.setAttribute(`aria-label`,`Objects`),this.element=e(`div`,{class:`attempt-help`},e(`label`,{class:`tray-row`},`Show`,this.layer),e(`label`,{class:`tray-row`},`Camera`,this.cameras),this.objects,this.legend)}get camera(){let{value:e}=this.cameras;return e===`isometric`||e===`paper`?e:null}show(e){if(e!==this.content){this.content=e,this.layer.value=``,this.cameras.value=``,this.legend.textContent=``;let t=r(`Find its objects`,()=>void this.look(),{class:`secondary`});this.objects.replaceChildren(t)}}async look(){let{content:e}=this,{value:t}=this.layer;this.legend.textContent=`Looking…`;let n=e===null?null:await this.seen(e);if(n!==null&&e===this.content&&t===this.layer.value){this.showObjects(n);let e=n.layers.find(({name:e})=>e===t);this.legend.replaceChildren(...e===void 0?[]:Ka(e)),await this.cover(n,e)}}async seen(e){try{return await this.workbench.seeing.of(e)}catch(t){return e===this.content&&(this.layer.value=``,this.legend.textContent=t instanceof Ke?it(t.message):``,t instanceof Ke||this.workbench.failures.add(`picture`,t,()=>void this.look())),null}}showObjects(e){let t=e.objects.map((t,n)=>r(`Object ${n+1}`,()=>this.crop.frameObject(Ya(t,e)),{class:`secondary`}));this.objects.replaceChildren(...t)}async cover(t,n){if(n===void 0){this.crop.layOver(null);return}let r=e(`img`,{src:n.picture});await r.decode();let i=await createImageBitmap(r);n.name===this.layer.value&&this.crop.layOver({image:i,place:Ya(t.square,t)})}};function Ya({left:e,top:t,right:n,bottom:r},{width_px:i,height_px:a}){return[e/i,t/a,n/i,r/a]}var Xa=[0,0,1,1],Za=.95;function Qa([e,t,n,r]){return[1-r,e,1-t,n]}function $a(e,t){return e===0?t:$a(e-1,Qa(t))}function eo({width:e,height:t},n){return n%2==0?[e,t]:[t,e]}function to(e,t,n,[r,i],a){let[o,s]=eo({width:a[0],height:a[1]},n);e.save(),e.translate(r+a[0]/2,i+a[1]/2),e.rotate(n*Math.PI/2),e.drawImage(t,-o/2,-s/2,o,s),e.restore()}async function no(e,t,[n,r,i,a],o){let s=eo(e,t),[c,l]=s,[u,d]=[(i-n)*c,(a-r)*l].map(Math.round),f=new OffscreenCanvas(Math.max(1,u??1),Math.max(1,d??1)),p=f.getContext(`2d`);p!==null&&to(p,e,t,[-n*c,-r*l],s);let m=/jpe?g|hei[cf]/.test(o)?`image/jpeg`:`image/png`;return f.convertToBlob({type:m,quality:Za})}var ro=.02,io=.04,ao=[.15,.15,.85,.85],oo=.15,so=1200,co=.75,lo=class{element;canvas=e(`canvas`,{role:`img`,"aria-label":`The picture`});mark=e(`div`,{class:`crop-frame`,tabindex:0,role:`group`,"aria-label":`Frame around the part: arrow keys move it, with Shift its size changes`});content=null;bitmap=null;cover=null;quarters=0;frame=Xa;from=null;constructor(){this.element=e(`div`,{class:`crop`},this.canvas,this.mark),this.element.addEventListener(`pointerdown`,e=>this.begin(e)),this.element.addEventListener(`pointermove`,e=>this.draw(e)),this.element.addEventListener(`pointerup`,()=>{this.from=null}),this.mark.addEventListener(`keydown`,e=>this.key(e))}async show(e,t){if(e===this.content)return;this.content=e,this.quarters=0,this.bitmap=null,this.cover=null,this.element.hidden=!0;let n=await createImageBitmap(e);e===this.content&&(this.bitmap=n,this.element.hidden=!1,this.paint(),this.place(t?ao:Xa))}turn(e){let t=e===`right`?1:3;this.quarters=(this.quarters+t)%4,this.paint(),this.place($a(t,this.frame))}layOver(e){this.cover=e,this.paint()}frameObject([e,t,n,r]){let[i,a]=[oo*(n-e),oo*(r-t)],o=[e-i,t-a,n+i,r+a];this.place($a(this.quarters,o))}async cut(){let{content:e,bitmap:t,frame:n,quarters:r}=this,i=n.every((e,t)=>e===Xa[t])&&r===0;return e===null||t===null||i?e:no(t,r,n,e.type)}paint(){let{bitmap:e,canvas:t,quarters:n}=this;if(e!==null){let r=Math.min(1,so/Math.max(e.width,e.height)),[i=1,a=1]=eo(e,n).map(e=>Math.round(e*r));Object.assign(t,{width:i,height:a});let o=t.getContext(`2d`);o!==null&&(to(o,e,n,[0,0],[i,a]),this.paintCover(o,[i,a]))}}paintCover(e,t){let{cover:n,quarters:r}=this;if(n!==null){let[i,a,o,s]=$a(r,n.place),[c,l]=t,u=[(o-i)*c,(s-a)*l];e.globalAlpha=co,to(e,n.image,r,[i*c,a*l],u)}}begin(e){this.from=this.at(e),this.element.setPointerCapture(e.pointerId),e.preventDefault()}draw(e){if(this.from!==null){let[[t,n],[r,i]]=[this.from,this.at(e)];this.place([Math.min(t,r),Math.min(n,i),Math.max(t,r),Math.max(n,i)])}}at({clientX:e,clientY:t}){let{left:n,top:r,width:i,height:a}=this.canvas.getBoundingClientRect();return[uo((e-n)/i),uo((t-r)/a)]}key(e){let t={ArrowLeft:[-.02,0],ArrowRight:[ro,0],ArrowUp:[0,-.02],ArrowDown:[0,ro]}[e.key];if(t!==void 0){e.preventDefault();let[n,r,i,a]=this.frame,[o,s]=e.shiftKey?[n,r]:[n+t[0],r+t[1]];this.place([o,s,i+t[0],a+t[1]])}}place([e,t,n,r]){let i=[uo(e),uo(t),uo(n),uo(r)];i[2]-i[0]<io||i[3]-i[1]<io||(this.frame=i,this.mark.style.inset=[i[1],1-i[2],1-i[3],i[0]].map(e=>`${e*100}%`).join(` `))}};function uo(e){return Math.min(1,Math.max(0,e))}var fo={refused:`This picture could not be read`,whole:`Crop or turn the picture`},po=`Draw a frame around one part, all of it with some background, and leave out other things. A picture at a slant, of a part on a plain ground, is read best.`,mo=`This browser cannot show the picture: only all of it can be read.`,ho=class{workbench;element;given=e(`img`,{class:`given`,alt:`The picture being read`});reading;prepared;title=e(`h2`);reason=e(`p`,{class:`reason`,role:`alert`});hint=e(`p`,{class:`hint`});crop=new lo;help;attempt=null;constructor(t,n){this.workbench=t,this.reading=e(`div`,{class:`reading`,role:`status`},this.given,e(`p`,{},`Reading the picture…`),e(`progress`,{"aria-label":`Reading the picture`}),this.actions(r(`Crop or turn it first`,()=>this.prepare(),{class:`secondary`}),r(`Stop`,()=>t.pictures.stop(),{class:`secondary`}))),this.help=new Ja(t,this.crop);let i=e=>{let t=r(z(e===`left`?`undo`:`redo`),()=>this.crop.turn(e));return t.classList.add(`secondary`),t.append(`Turn ${e}`),t};this.prepared=e(`div`,{class:`reading prepared`},this.title,this.reason,this.crop.element,this.actions(i(`left`),i(`right`)),this.help.element,this.hint,this.actions(r(`Read what is in the frame`,()=>void this.readFrame(),{class:`primary`}),r(`Choose another picture`,n,{class:`secondary`}),r(`Close`,()=>t.pictures.stop(),{class:`secondary`}))),this.element=e(`div`,{},this.reading,this.prepared)}show(e){if(this.attempt=e,this.element.hidden=e===null,this.reading.hidden=!e?.isReading,this.prepared.hidden=e?.isReading??!0,e?.isReading)this.given.src=e.address;else if(e){let t=e.refusal!==null;this.title.textContent=t?fo.refused:fo.whole,this.reason.textContent=e.refusal,this.prepared.classList.toggle(`refused`,t),this.open(e.content,t)}}async open(e,t){this.hint.textContent=po,this.help.show(e),await this.crop.show(e,t).catch(()=>{this.hint.textContent=mo})}actions(...t){return e(`div`,{class:`actions`},...t)}prepare(){this.attempt!==null&&this.workbench.pictures.prepare(this.attempt.content,this.attempt.name)}async readFrame(){let{attempt:e}=this,t=await this.crop.cut();e!==null&&t!==null&&await this.workbench.pictures.take(t,e.name,this.help.camera)}},go=new Intl.DateTimeFormat(`en-GB`,{dateStyle:`medium`,timeStyle:`short`}),_o=class{workbench;keeper;element=e(`section`,{class:`parts`,"aria-labelledby":`parts-title`});list=e(`ul`,{class:`part-list`});constructor(t,n){this.workbench=t,this.keeper=n;let r=e(`h2`,{id:`parts-title`},`Your parts, kept in this browser`);this.element.append(r,this.list),this.element.hidden=!0,n.onChange(()=>this.workbench.store.state.history===null&&void this.show())}async show(){let e=await this.keeper.list();this.list.replaceChildren(...e.map(e=>this.row(e))),this.element.hidden=e.length===0}row(t){let{id:n,name:i,changed:a,thumbnail:o}=t,s=o===``?z(`extrude`):e(`img`,{src:o,alt:``}),c=e(`span`,{class:`part-words`},e(`strong`,{},i||`part`),e(`time`,{datetime:new Date(a).toISOString()},go.format(a))),l=r(s,()=>void this.open(t),{class:`part`});return l.append(c),e(`li`,{},l,r(`Duplicate`,()=>void this.keeper.duplicate(n),{class:`secondary`,"aria-label":`Duplicate ${i}`}),r(`Delete`,()=>void this.remove(t),{class:`secondary`,"aria-label":`Delete ${i}`}))}async open({id:e,name:t}){await this.keeper.open(e)||this.workbench.tell(`${t} is open in another tab. Duplicate it to go on with a copy here.`)}async remove({id:e,name:t}){confirm(`Delete ${t} with its history? This cannot be undone.`)&&await this.keeper.remove(e)}},vo=class{queue;element=e(`section`,{class:`parts`,"aria-labelledby":`queue-title`});list=e(`ol`,{class:`part-list queue`});constructor(t,n){this.queue=n;let r=e(`h2`,{id:`queue-title`},`Read one after the other`);this.element.append(r,this.list),t.store.watch([`queue`],({queue:e})=>this.show(e))}show(e){this.element.hidden=e.length===0,this.list.replaceChildren(...e.map(e=>this.row(e)))}row({id:t,file:n,address:i,isReading:a,refusal:o}){let s=Un(n)?e(`img`,{src:i,alt:``}):z(`file`),c=o??(a?`Being read…`:`Waits`),l=e(`span`,{class:`part-words`},e(`strong`,{},n.name),e(`small`,{class:o===null?``:`reason`},c)),u=r(`Crop or turn`,()=>this.queue.prepare(t),{class:`secondary`,"aria-label":`Crop or turn ${n.name}`}),d=r(`Remove`,()=>this.queue.remove(t),{class:`secondary`,"aria-label":`Remove ${n.name}`}),f=o!==null&&Un(n);return e(`li`,{},e(`span`,{class:`part`},s,l),...f?[u]:[],d)}},yo=class{workbench;client;element;examples=e(`div`,{class:`examples`});invitation;attempt;parts=null;constructor(t,n,i,a){this.workbench=t,this.client=n;let o=r(`Choose a picture`,a.choose,{class:`primary`}),s=r(z(`camera`),a.photograph,{class:`secondary touch-only`});s.append(`Take a photo`);let c=r(z(`sketch`),a.begin,{class:`secondary`});c.append(`Draw a part by hand`);let l=e(`p`,{class:`hint`},`Drop it here, paste it, or choose it: all of one part: a rendering, a screenshot, a photograph. Program files open too. Several files are read one after the other.`),u=e(`div`,{class:`zone`},z(`picture`),e(`h1`,{},`Picture in, solid out`),l,e(`div`,{class:`actions`},o,s,c)),d=e(`h2`,{class:`examples-title`},`Or try an example`),f=new vo(t,i).element;this.invitation=e(`div`,{class:`invitation`},u,f,d),this.invitation.append(this.examples),this.attempt=new ho(t,a.choose),this.element=e(`div`,{class:`start`},this.invitation,this.attempt.element),t.store.watch([`history`,`attempt`],e=>this.show(e)),this.offer()}showParts(e){e!==null&&(this.parts=new _o(this.workbench,e),this.invitation.children[1]?.after(this.parts.element),this.parts.show())}show({history:e,attempt:t}){let n=this.element.hidden;this.element.hidden=e!==null&&t===null,this.invitation.hidden=t!==null,this.attempt.show(t),n&&!this.element.hidden&&this.parts?.show()}async offer(){let t=Array.from({length:8},()=>e(`span`,{class:`example`}));this.examples.replaceChildren(...t);try{let e=await this.client.examples();this.examples.replaceChildren(...e.map(e=>this.example(e)))}catch(e){this.workbench.failures.add(`picture`,e,()=>void this.offer())}}example({name:t,title:n,picture:i}){let a=r(e(`img`,{src:i,alt:``,width:512,height:512}),()=>void this.workbench.pictures.takeExample(i,t),{class:`example`,"data-example":t});return a.append(e(`span`,{},n)),a}},bo={steps:`Steps`,sketch:`Sketch`,picture:`Picture`,text:`Text`,export:`Export`};function xo(t){let n=Object.entries(bo).map(([e,t])=>r(t,()=>i(e),{"data-for":e})),i=e=>{t.dataset.tab=e;for(let t of n)t.setAttribute(`aria-current`,String(t.dataset.for===e))};return i(`steps`),e(`nav`,{class:`tabs`,"aria-label":`Panels`},...n)}var So=class{element;area=e(`textarea`,{id:`text`,spellcheck:`false`,autocapitalize:`off`,autocomplete:`off`,wrap:`off`,rows:8,"aria-label":`Program text`,"aria-describedby":`text-problem`});numbers=e(`div`,{class:`line-numbers`,"aria-hidden":`true`});marks=e(`pre`,{class:`marks`,"aria-hidden":`true`});problem=e(`p`,{id:`text-problem`,class:`problem-text`,role:`status`});selected=null;place={top:0,left:0};constructor(t){let n=e(`div`,{class:`editor`},this.numbers,this.marks,this.area);this.element=i(`text-panel`,`Program text`,n,this.problem),this.element.dataset.tab=`text`,this.area.addEventListener(`input`,()=>t.type(this.area.value)),this.area.addEventListener(`scroll`,()=>{this.place={top:this.area.scrollTop,left:this.area.scrollLeft},this.follow(this.place)}),t.store.watch([`text`,`problem`,`selected`,`history`],e=>this.show(e))}show(e){this.area.value!==e.text&&(this.area.value=e.text),this.area.disabled=e.history===null;let t=e.problem?.line===void 0?null:e.problem;this.area.setAttribute(`aria-invalid`,String(t!==null)),this.problem.textContent=t?.message??``,this.mark(e,t),e.selected!==this.selected&&(this.selected=e.selected,this.reveal()),(this.place.top>0||this.place.left>0)&&this.follow(this.place)}mark({text:t,selected:n},r){let i=t.split(`
`),a=n===null?-1:Co(i)[n]??-1;this.numbers.replaceChildren(...i.map((t,n)=>e(`span`,{class:n+1===r?.line?`wrong`:null},String(n+1)))),this.marks.replaceChildren(...i.map((t,n)=>{let i=n+1===r?.line?wo(t,r.column??1):[t||` `];return e(`span`,{class:n===a?`chosen`:null},...i)}))}reveal(){let e=[...this.marks.children],t=e.findIndex(e=>e.classList.contains(`chosen`)),{clientHeight:n,scrollTop:r,scrollHeight:i}=this.area;if(t<0||n===0||document.activeElement===this.area)return;let a=t/e.length*i,o=a>=r&&a+30<=r+n;this.area.scrollTop=o?r:a-n/3}follow({top:e,left:t}){this.marks.scrollTop=e,this.marks.scrollLeft=t,this.numbers.scrollTop=e}};function Co(e){return e.flatMap((e,t)=>e.replace(/#.*/,``).trim()===``?[]:[t])}function wo(t,n){let r=Math.min(Math.max(n-1,0),Math.max(t.length-1,0)),i=/^[^\s,()]+/.exec(t.slice(r))?.[0].length??1,a=t.slice(r,r+i)||` `;return[t.slice(0,r),e(`mark`,{},a),t.slice(r+i)]}var To=`This wants a number.`;function Eo(e,t){let n=e.operations[t];if(n===void 0)return[];let r=Do(e);switch(n.op){case`add_sketch`:return[];case`add_circle`:return Lo(t,n,r);case`add_extrude`:return Ro(t,n);case`add_line`:return[...jo(t,n,r),Po(t,n)];case`add_arc`:return[...jo(t,n,r),Fo(t,n),Io(t,n)]}}function Do(e){let t=e.operations.flatMap(Ao).map(Math.abs);return ko(1.5*Math.max(2,...t)*10)}function Oo(e){return ko(2*Math.max(.1,Math.abs(e))*10)}function ko(e){let t=10**Math.floor(Math.log10(e));return Number((([1,1.5,2,3,5,7.5,10].find(n=>n*t>=e)??10)*t).toPrecision(3))}function Ao(e){switch(e.op){case`add_sketch`:return[];case`add_circle`:return[...e.center,e.radius];case`add_extrude`:return zo(e.extent).map(([,e])=>e);case`add_line`:case`add_arc`:return[...e.start,...l(e)??[]]}}function jo(e,t,n){if(!M(t)||t.op===`add_circle`)return[];let r=l(t)??t.start;return[Mo({index:e,end:`start`},t.start,0,n),Mo({index:e,end:`start`},t.start,1,n),Mo({index:e,end:`end`},r,0,n),Mo({index:e,end:`end`},r,1,n)]}function Mo(e,t,n,r){return{key:`${e.end}-${n}`,label:`${e.end===`start`?`Start`:`End`} ${`xy`[n]}`,unit:`mm`,value:t[n]*10,range:[-r,r],limits:`The ends of a curve cannot be one point.`,set:(r,i)=>ne(r,e,No(t,n,i/10))}}function No(e,t,n){return t===0?[n,e[1]]:[e[0],n]}function Po(e,{start:t,end:n}){let r=I(t,n);return{key:`length`,label:`Length`,unit:`mm`,value:r*10,range:[.1,Oo(r)],limits:`A length is above 0.`,set:(i,a)=>{let o=a/10/r,s=[t[0]+(n[0]-t[0])*o,t[1]+(n[1]-t[1])*o];return a>0&&r>0?ne(i,{index:e,end:`end`},s):null}}}function Fo(e,t){return{key:`sweep`,label:`Sweep`,unit:`°`,value:t.sweep_deg,range:[-350,350],limits:`A sweep is from -359.9° to 359.9° and not 0.`,set:(n,r)=>{let i=d(t.start,l(t)??t.start,r);return i===null?null:N(n,e,i)}}}function Io(e,t){let n=l(t)??t.start,r=I(t.start,n)/2*10;return{key:`radius`,label:`Radius`,unit:`mm`,value:f(t)*10,range:[r,Oo(Math.max(f(t),2*r/10))],limits:`Between these ends a radius is at least ${H(r)} mm.`,set:(r,i)=>{let a=p(t.start,n,i/10,t.sweep_deg),o=a===null?null:d(t.start,n,a);return o===null?null:N(r,e,o)}}}function Lo(e,t,n){let r=r=>({key:`center-${r}`,label:`Centre ${`xy`[r]}`,unit:`mm`,value:t.center[r]*10,range:[-n,n],limits:To,set:(n,i)=>{let a=No(t.center,r,i/10);return N(n,e,{...t,center:a})}}),i=(n,r)=>({key:n.toLowerCase(),label:n,unit:`mm`,value:t.radius*r*10,range:[.1,Oo(t.radius*r)],limits:`A ${n.toLowerCase()} is above 0.`,set(n,i){let a=i/r/10;return i>0?N(n,e,{...t,radius:a}):null}});return[r(0),r(1),i(`Diameter`,2),i(`Radius`,1)]}function Ro(e,t){return zo(t.extent).map(([n,r,i])=>({key:n.toLowerCase(),label:n,unit:`mm`,value:r*10,range:r<0?[-Oo(r),-.1]:[.1,Oo(r)],limits:To,set:(n,r)=>{let a=i(r/10);return N(n,e,{...t,extent:a})}}))}function zo(e){if(`one_side`in e)return[[`Depth`,e.one_side,e=>({one_side:e})]];if(`symmetric`in e)return[[`Depth`,e.symmetric,e=>({symmetric:e})]];let{forward:t,backward:n}=e.two_sides;return[[`Forward`,t,e=>({two_sides:{forward:e,backward:n}})],[`Backward`,n,e=>({two_sides:{forward:t,backward:e}})]]}var Bo=[10,5,2,1,.5,.2,.1],Vo=[90,45,30,15,5,1],Ho=1.5;function Uo(e,t){let n=t*10,r=Ko(e,t),i=new Set(r.flatMap(({members:e})=>e));return[...r,...Jo(e,n),...e.operations.flatMap((t,r)=>Zo(e,t,r,n,i.has(r)))]}var Wo=.1;function Go(e,t,n=Bo){let[r]=n.map(n=>{let r=Number((Math.round(e/n)*n).toFixed(6))+0,i=Math.abs(r-e);return{round:r,off:i,chance:(i+Wo*t)/n}}).filter(({off:e})=>e<t).toSorted((e,t)=>e.chance-t.chance);return r===void 0||r.off<1e-6?null:r.round}function Ko(e,t){let n=e.operations.flatMap((e,t)=>e.op===`add_circle`?[{index:t,radius:e.radius}]:[]).sort((e,t)=>e.radius-t.radius),r=[];for(let e of n){let n=r.at(-1),i=n?.[0];n&&i&&e.radius-i.radius<t?n.push(e):r.push([e])}return r.flatMap(e=>{let n=e.reduce((e,{radius:t})=>e+t,0)/e.length,r=Go(2*n*10,2*t*10),i=r===null||r<=0?n:r/2/10,a=Math.max(...e.map(e=>Math.abs(e.radius-i)));if(e.length<2||a<1e-9)return[];let o=e.map(({index:e})=>e);return[{title:`Circles ${o.map(e=>e+1).join(`, `)}: diameters equal, ${H(2*i*10)} mm`,moves:a,members:o,apply:e=>o.reduce((e,t)=>qo(e,t,i),e)}]})}function qo(e,t,n){let r=e.operations[t];return r?.op===`add_circle`?N(e,t,{...r,radius:n}):e}function Jo(e,t){return P(e).flatMap((e,n)=>te(e.curves).flatMap(({point:e,ends:[r]},i)=>{let a=Yo(e,t);return a===null||r===void 0?[]:[{title:`Corner ${i+1} of sketch ${n+1}: ${Xo(e)} → ${Xo(a)} mm`,moves:I(e,a),apply:e=>ne(e,r,a)}]}))}function Yo(e,t){let[n,r]=e.map(e=>Go(e*10,t));return(n??null)===null&&(r??null)===null?null:[(n??e[0]*10)/10,(r??e[1]*10)/10]}function Xo(e){return e.map(e=>H(e*10)).join(`, `)}function Zo(e,t,n,r,i){switch(t.op){case`add_arc`:return ns(t,n);case`add_circle`:return $o(e,n,i?[`center-0`,`center-1`]:[`center-0`,`center-1`,`diameter`],r);case`add_extrude`:return es(t.extent,n,r)??$o(e,n,Qo,r);default:return[]}}var Qo=[`depth`,`forward`,`backward`];function $o(e,t,n,r){let i=(e,n)=>Eo(e,t).find(e=>e.key===n);return n.flatMap(n=>{let a=i(e,n),o=a===void 0?null:Go(a.value,r);return a===void 0||o===null?[]:[{title:`Step ${t+1}, ${a.label.toLowerCase()}: ${H(a.value)} → ${H(o)} mm`,moves:Math.abs(o-a.value)/10,apply:e=>i(e,n)?.set(e,o)??null}]})}function es(e,t,n){if(!(`two_sides`in e))return null;let{forward:r,backward:i}=e.two_sides;if(Math.abs(r-i)*10>=n||r<=0)return null;let a=(r+i)*10,o=(Go(a,n)??a)/10;return[{title:`Step ${t+1}: symmetric, ${H(o*10)} mm`,moves:Math.max(Math.abs(o/2-r),Math.abs(o/2-i)),apply:e=>ts(e,t,{symmetric:o})}]}function ts(e,t,n){let r=e.operations[t];return r?.op===`add_extrude`?N(e,t,{...r,extent:n}):null}function ns(e,t){let n=Go(e.sweep_deg,Ho,Vo);if(n===null||n===0)return[];let r=I(e.start,l(e)??e.start)/2,i=e=>r*Math.tan(e/4*(Math.PI/180));return[{title:`Step ${t+1}, sweep: ${H(e.sweep_deg)}° → ${H(n)}°`,moves:Math.abs(i(n)-i(e.sweep_deg)),apply(e){let r=e.operations[t],i=r?.op===`add_arc`?d(r.start,l(r)??r.start,n):null;return i&&N(e,t,i)}}]}var rs=.006,is=.02,as=`Finds round numbers and relations that the part nearly has.`,os=class{workbench;element;start=r(`Tidy up…`,()=>this.begin(),{class:`secondary`});hint=e(`p`,{class:`hint`},as);reach=e(`input`,{type:`range`,min:0,max:is,step:is/40,"aria-label":`How far things may move`});reachWords=e(`output`,{class:`value`});list=e(`ul`,{class:`proposals`});work;before=null;isOwn=!1;offered=[];constructor(t){this.workbench=t;let n=r(`Keep these`,()=>this.end(!0),{class:`primary`}),a=r(`Cancel`,()=>this.end(!1),{class:`secondary`}),o=e(`label`,{class:`tray-row`},`Move up to`,this.reach,this.reachWords),s=e(`div`,{class:`actions`},n,a);this.work=e(`div`,{class:`tidy`},o,this.list,s),this.element=i(`tidy`,`Tidy up`,this.hint,this.start,this.work),this.element.dataset.tab=`steps`,this.work.hidden=!0,this.reach.addEventListener(`input`,()=>this.offer()),this.list.addEventListener(`change`,()=>this.show()),t.store.watch([`program`],e=>this.follow(e))}begin(){let{program:e,history:t}=this.workbench.store.state;e!==null&&t!==null&&(this.workbench.settle(),this.before={program:e,version:t.present},this.reach.value=String(rs),this.start.hidden=!0,this.work.hidden=!1,this.offer(),this.reach.focus())}offer(){let{before:t}=this,{picture:n,unit:r}=this.workbench.store.state;if(t===null)return;let i=this.reach.valueAsNumber*ss(this.workbench.store.state);this.reachWords.value=Ae(i,r),this.offered=Uo(t.program,i),this.list.replaceChildren(...this.offered.map(({title:t,moves:i})=>{let a=e(`input`,{type:`checkbox`});a.checked=!0;let o=n===null?``:`, ${cs(i,n)} px of the picture`,s=`moves ${Ae(i,r,3)}${o}`,c=e(`label`,{},a,e(`span`,{},t));return c.append(e(`small`,{},s)),e(`li`,{},c)})),this.hint.textContent=this.offered.length===0?`Nothing is nearly round within this reach.`:`Untick what is to stay.`,this.show()}show(){let{before:e}=this;if(e!==null){let t=[...this.list.querySelectorAll(`input`)],n=this.offered.filter((e,n)=>t[n]?.checked).reduce((e,t)=>t.apply(e)??e,e.program);this.act(()=>this.workbench.edit(n,`tidy`))}}act(e){this.isOwn=!0,e(),this.isOwn=!1}end(e){let{history:t}=this.workbench.store.state;!e&&t?.past.at(-1)===this.before?.version&&this.act(()=>this.workbench.undo()),this.workbench.settle(),this.leave(),this.start.focus()}leave(){this.before=null,this.start.hidden=!1,this.work.hidden=!0,this.hint.textContent=as}follow({program:e}){this.before!==null&&!this.isOwn&&this.leave(),this.start.disabled=(e?.operations.length??0)===0}};function ss({build:e}){let t=e?.measures?.box;return t===void 0?1:Math.max(...[0,1,2].map(e=>t[1][e]-t[0][e]))}function cs(e,t){let{position:n,target:r,vertical_fov_deg:i,height:a}=An(t);return(e/(2*Math.hypot(...n.map((e,t)=>e-(r[t]??0)))*Math.tan(i/2*(Math.PI/180)))*a).toFixed(1)}function ls(e){return{past:[],present:e,future:[],gesture:null}}function us(e,t,n){return{past:n!==null&&n===e.gesture?e.past:[...e.past,e.present].slice(-200),present:t,future:[],gesture:n}}function ds(e){return{...e,gesture:null}}function fs(e){let t=e.past.at(-1);if(t===void 0)return e;let n=[e.present,...e.future];return{past:e.past.slice(0,-1),present:t,future:n,gesture:null}}function ps(e){let[t,...n]=e.future;return t===void 0?e:{past:[...e.past,e.present],present:t,future:n,gesture:null}}function ms(e,t,n){let[r,i]=[P(e.program),P(n.program)];return i.reduce((n,i)=>{let a=t[i.index]?.from??null,o=r.find(({index:e})=>e===a),s=a===null?[]:Gi(e,a);return o===void 0||s.length===0?n:qi(n,i.index,Br(s,e=>{let n=i.curves.findIndex(({index:n})=>t[n]?.from===o.curves[e]?.index);return n<0?null:n}))},n)}function hs(e){switch(e.op){case`add_sketch`:return`add_sketch(${_s(e.plane)})`;case`add_line`:return`add_line(${vs(...e.start,...e.end)})`;case`add_arc`:return`add_arc(${vs(...e.start,...e.center,e.sweep_deg)})`;case`add_circle`:return`add_circle(${vs(...e.center,e.radius)})`;case`add_extrude`:return gs(e)}}function gs({profiles:e,extent:t,operation:n}){let r=e.length===1?vs(...e):`[${vs(...e)}]`;if(`one_side`in t)return`add_extrude(${r}, ${ys(t.one_side)}, ${n})`;if(`symmetric`in t)return`add_extrude(${r}, ${ys(t.symmetric)}, ${n}, symmetric)`;let{forward:i,backward:a}=t.two_sides;return`add_extrude(${r}, ${ys(i)}, ${n}, ${ys(a)})`}function _s(e){if(typeof e==`string`)return e;if(`frame`in e){let{origin:t,normal:n,x_axis:r}=e.frame;return`plane(${vs(...t,...n,...r)})`}return`face`in e?`face(${vs(...e.face)})`:`side`in e?`side(${vs(e.side.sketch,e.side.curve)})`:`start`in e?`start(${e.start})`:`end(${e.end})`}function vs(...e){return e.map(ys).join(`, `)}function ys(e){return String(e===0?0:e)}var bs=6,xs=9;function Ss(e,t){let n=e.statements.flatMap((n,r)=>{let[i,a]=[e.program.operations[r],t.operations[r]];return a===void 0||Ns(i,a)?[]:[Ds(e.text,n,a)]}),r=ks(e.text,n);return un(r)??{text:r,program:t,statements:an(r)}}function Cs(e,t,n){let r=an(e),i=ws(e,r,t),a=[];for(let[o,s]of n.operations.entries())if(!Ns(t.program.operations[o],s)){let t=r[i(o)??-1];if(t===void 0)return null;a.push(Ds(e,t,s))}return ks(e,a)}function ws(e,t,n){let[r,i]=[Ts(n.text,n.statements),Ts(e,t)],a=Math.min(r.length,i.length),o=0;for(;o<a&&r[o]===i[o];)o++;let s=0;for(;s<a-o&&r.at(-1-s)===i.at(-1-s);)s++;let c=i.length-r.length;return e=>e>=r.length-s?e+c:e<o||c===0?e:null}function Ts(e,t){return t.map(({from:t,to:n})=>e.slice(t,n))}function Es(e,t,n,r){let{from:i,to:a,text:o}=Ds(e,t,n);return e.slice(r.from,i)+o+e.slice(a,r.to)}function Ds(e,t,n){let{from:r,to:i}=t,a=Os(e,t,n)??hs(As(n)),o=/^[ ]{2,}(?=#)/.exec(e.slice(i))?.[0].length??0;if(o===0)return{from:r,to:i,text:a};let s=o-(a.length-(i-r));return{from:r,to:i+o,text:a+` `.repeat(Math.max(1,s))}}function Os(e,{tokens:t,from:n,to:r},i){let a=hs(As(i)),o=[a,a.replace(/, new\)$/,`)`),a.replace(/\(0, ([^,]+), new\)$/,`($1)`)].map(e=>on(e)).find(e=>e.length===t.length&&e.every((e,n)=>{let r=t[n];return sn(e)!==null&&sn(r)!==null||e.text.toLowerCase()===r?.text.toLowerCase()}))?.flatMap(({text:e},r)=>{let i=t[r];return i===void 0||Number(i.text)===Number(e)||sn(i)===null?[]:[{from:i.from-n,to:i.to-n,text:e}]});return o&&ks(e.slice(n,r),o)}function ks(e,t){let[n,r]=[``,0];for(let{from:i,to:a,text:o}of t)n+=e.slice(r,i)+o,r=a;return n+e.slice(r)}function As(e){switch(e.op){case`add_sketch`:return e;case`add_arc`:{let[t,n]=e.center,r=[Ms(t,xs),Ms(n,xs)];return{...js(e),center:r}}default:return js(e)}}function js(e){return JSON.parse(JSON.stringify(e),(e,t)=>typeof t==`number`?Ms(t,bs):t)}function Ms(e,t){return Number(e.toFixed(t))+0}function Ns(e,t){return e===t||JSON.stringify(e)===JSON.stringify(t)}function Ps(e,t,n){let{steps:r,freed:i}=It(e.program,t,n),{text:a,statements:o}=e,s=a.includes(`\r
`)?`\r
`:`
`,c=Is(a,o),l=c.at(-1),u=new Fs(s,c[0]?.above??(l===void 0?a:``)),d=new Set(r.map(({from:e})=>e)),f=0;for(let{from:t,operation:n,name:i}of r){let r=t===null?void 0:c[t],l=t===null?void 0:o[t];if(r===void 0||l===void 0||t===null){let e=i===void 0?``:`  # ${i}`;u.gap(n.op===`add_sketch`?s:``),u.line(hs(As(n))+e);continue}for(;f<t;f++)u.remark(d.has(f)||f===0?``:c[f]?.above??``);u.gap(t>0?r.above:n.op===`add_sketch`?s:``);let p=n===e.program.operations[t]?a.slice(r.from,r.to):Es(a,l,n,r);u.line(r.attached+p.replace(/\r?\n$/,``))}let p=l===void 0?``:a.slice(l.to);return{read:ms(e,r,dn(u.text+p)),freed:i}}var Fs=class{newline;text;constructor(e,t){this.newline=e,this.text=t}gap(e){let t=this.text.trim()===``||/\n[ \t]*\r?\n$/.test(this.text);this.text+=t?e.replace(/^(?:[ \t]*\r?\n)+/,``):e}remark(e){e.trim()!==``&&this.gap(e)}line(e){let t=this.text!==``&&!this.text.endsWith(`
`);this.text+=(t?this.newline:``)+e+this.newline}};function Is(e,t){let n=0;return t.map(t=>{let r=e.lastIndexOf(`
`,t.from-1)+1,i=e.indexOf(`
`,t.to),a=e.slice(n,Math.max(n,r)),o=/^[\s\S]*\n[ \t]*\r?\n|^[ \t]*\r?\n/.exec(a)?.[0]??``;return n=i<0?e.length:i+1,{above:o,attached:a.slice(o.length),from:r,to:n}})}var Ls=class{work;patienceMillis;waiting=null;running=null;drained=Promise.resolve();constructor(e,t){this.work=e,this.patienceMillis=t}ask(e){if(this.waiting=e,this.running===null){this.drained=this.drain();return}let t=this.running;setTimeout(()=>{this.running===t&&this.waiting!==null&&t.abort()},this.patienceMillis)}async rest(){await this.drained}forget(){this.waiting=null}cancel(){this.waiting=null,this.running?.abort()}async drain(){for(;this.waiting!==null;){let e=this.waiting;this.waiting=null,this.running=new AbortController,await this.work(e,this.running.signal)}this.running=null}},Rs=250,zs=class{store;client;failures;again;latest=new Ls((e,t)=>this.run(e,t),Rs);constructor(e,t,n,r){this.store=e,this.client=t,this.failures=n,this.again=r}ask(e){this.latest.ask(e)}forget(){this.latest.forget(),this.failures.forget(`build`,`text`)}cancel(){this.latest.cancel()}rest(){return this.latest.rest()}async run(e,t){let{version:n}=e,r=On(n),i=e.of;try{r===null?this.store.update({build:null,built:null,editMillis:null}):r===this.store.state.built?.text?this.store.update({built:{part:n.part,text:r}}):this.accept(e,r,await this.client.build({text:r},t)),this.isFaulty(n,r)&&(i=`text`,this.accept(e,n.text,await this.client.build({text:n.text},t))),this.failures.forget(`build`,`text`),this.isPresent(n)&&this.store.update({problem:null})}catch(e){this.refuse(n,i,e)}}isFaulty(e,t){let n=e.read?.statements.length===0&&!Dn(e);return t!==e.text&&!n&&this.store.state.sketching===null}accept({version:e,since:t},n,r){let{history:i,built:a}=this.store.state,{part:o}=e;if(i!==null&&i.present.part===o){if(i.present.text===n&&i.present.read?.text!==n){let e={text:n,program:r.program,statements:an(n)};this.store.update({history:{...i,present:{...i.present,read:e}}})}this.store.update({build:r,built:{part:o,text:n}}),a?.part===o&&performance.measure(`edit-to-mesh`,{start:t,end:performance.now()}),this.store.update({editMillis:performance.now()-t})}}refuse(e,t,n){let{history:r,built:i}=this.store.state;if(Ye(n)||r===null||r.present.part!==e.part)return;i!==null&&i.part!==e.part&&this.store.update({build:null,built:null,editMillis:null});let a=this.isPresent(e)&&(t===`text`||!Dn(e));this.failures.add(t,n,this.again,a)}isPresent({part:e,text:t}){let n=this.store.state.history?.present;return n?.part===e&&n.text===t}},Bs=40,Vs=1e-11,Hs=1e-6,Us=1e-12,Ws=4,Gs=1e-7;function Ks(e,t,n){let r=qs(e,t,n);for(let i=0;i<Ws&&r!==null;i++){let i=r,a=Float64Array.from(t,t=>(e[t]??0)-(i[t]??0)),o=Ys(i,t,n),s=Zs(o,o.map(e=>$s(e,a,a.length)),Us),c=s&&Array.from(a,(e,t)=>e+(s[t]??0)),l=c&&nc(c)>Gs?ec(i,t,c,1):null,u=l&&qs(l,t,n);if(u===null||tc(u,e)>=tc(i,e))break;r=u}return r}function qs(e,t,n){let r=[...e],i=Xs(n,r);for(let e=0;e<Bs&&rc(i)>Vs;e++){let e=Zs(Ys(r,t,n),i,Math.max(Us,nc(i)**2)),a=e&&Js(r,t,e,i,n);if(a===null)return null;r=a,i=Xs(n,r)}return rc(i)<=Vs&&r.every(Number.isFinite)?r:null}function Js(e,t,n,r,i){for(let a=1;a>.001;a/=2){let o=ec(e,t,n,a);if(nc(Xs(i,o))<nc(r))return o}return null}function Ys(e,t,n){let r=new Map(t.map((e,t)=>[e,t])),i=[...e];return n.flatMap(n=>{let a=n.of(e).map(()=>new Float64Array(t.length));for(let t of n.places){let o=r.get(t),s=e[t];if(o!==void 0&&s!==void 0){i[t]=s+Hs;let e=n.of(i);i[t]=s-Hs;let r=n.of(i);i[t]=s;for(let[t,n]of a.entries())n[o]=((e[t]??0)-(r[t]??0))/(2*Hs)}}return a})}function Xs(e,t){return e.flatMap(e=>e.of(t))}function Zs(e,t,n){let r=e.map((t,n)=>Float64Array.from(e.slice(0,n+1),e=>$s(t,e,t.length))),i=r.reduce((e,t,n)=>e+(t[n]??0),0),a=n*i/r.length;for(let[e,t]of r.entries())t[e]=(t[e]??0)+a;let o=i>0?Qs(r,t):null;return o&&Array.from(e[0]??[],(t,n)=>e.reduce((e,t,r)=>e-(t[n]??0)*(o[r]??0),0))}function Qs(e,t){for(let[t,n]of e.entries()){for(let[r,i]of e.slice(0,t).entries())n[r]=((n[r]??0)-$s(n,i,r))/(i[r]??0);let r=Math.sqrt((n[t]??0)-$s(n,n,t));if(!(r>0&&r<1/0))return null;n[t]=r}let n=Float64Array.from(t);for(let[t,r]of e.entries())n[t]=((n[t]??0)-$s(r,n,t))/(r[t]??0);for(let[t,r]of[...e.entries()].reverse()){let e=(n[t]??0)/(r[t]??0);for(let i=0;i<t;i++)n[i]=(n[i]??0)-(r[i]??0)*e;n[t]=e}return n}function $s(e,t,n){let r=0;for(let i=0;i<n;i++)r+=(e[i]??0)*(t[i]??0);return r}function ec(e,t,n,r){let i=[...e];for(let[e,a]of t.entries())i[a]=(i[a]??0)+r*(n[e]??0);return i}function tc(e,t){return nc(e.map((e,n)=>e-(t[n]??0)))}function nc(e){return Math.hypot(...e)}function rc(e){return e.reduce((e,t)=>Math.max(e,Math.abs(t)),0)}var ic=1e-9;function ac(e,t,n,r=null){let i=t,a=P(t);for(let[t,o]of P(e).entries()){let e=o.curves.findIndex(({index:e})=>e===r),s=n(o.index).filter(({kind:t,curves:n})=>t!==`length`||!n.includes(e)),c=a[t];if(s.length===0||c?.curves.length!==o.curves.length)continue;let l=oc(sc(o),sc(c),s);if(l===null)return null;for(let[e,{index:t,curve:n}]of c.curves.entries())i=l[e]===n?i:N(i,t,l[e]??n)}return i}function oc(e,t,n){let r=Ur.of(e),i=r.valuesOf(t);if(i===null)return t;let a=new Set(r.values.flatMap((e,t)=>Math.abs(e-(i[t]??e))>ic?Wr(r.shapes,t):[]));if(a.size===0)return t;let o=Ks(i,r.values.flatMap((e,t)=>a.has(t)?[]:[t]),ai(n,r.shapes,r.values));return o===null?null:r.curvesWith(o)?.map((e,n)=>cc(e,t[n])?t[n]??e:e)??null}function sc({curves:e}){return e.map(({curve:e})=>e)}function cc(e,t){let n=e=>Object.values(e??{}).flat().filter(e=>typeof e==`number`),[r,i]=[n(e),n(t)];return r.length===i.length&&r.every((e,t)=>Math.abs(e-(i[t]??0))<ic)}function lc({read:e},t,n){return e===null?t:ac(e.program,t,t=>Gi(e,t),n)}function uc(e,t){let{text:n,read:r}=e;if(r===null||t===r.program)return e;let i=Ss(r,t),a=Dn(e)?Cs(n,r,t):i.text;return a===null?null:{...e,text:a,read:i}}var dc=422,fc=class{store;client;failures;go;reading=null;constructor(e,t,n,r){this.store=e,this.client=t,this.failures=n,this.go=r}prepare(e,t){this.begin(e,t,!1)}async take(e,t,n=null){let{address:r}=this.begin(e,t,!0),i=new AbortController;this.reading=i,this.store.update({problem:null,news:`Reading the picture.`});try{let{signal:a}=i,{part:o,millis:s}=await this.read(e,t,r,a,n),c=o.picture?.picture.candidates.length??0,l=`Read in ${Math.round(s)} milliseconds; ${c} candidates.`;this.store.update({attempt:null,news:l}),this.go(o)}catch(r){this.reading===i&&!Ye(r)&&this.refuse(r,()=>void this.take(e,t,n))}}async read(e,t,n,r,i=null){let{confidence:a,camera:o,candidates:s,millis:c}=await this.client.reconstruct(e,r,i),l={picture:{id:wn(),name:t,content:e,address:n,confidence:a,camera:o,candidates:s},taken:0,scale:1};return{part:Tn(mc(l),pc(t),l),millis:c.total}}async takeExample(e,t){try{await this.take(await this.client.picture(e),`${t}.png`)}catch(n){this.failures.add(`picture`,n,()=>void this.takeExample(e,t))}}stop(){this.reading?.abort(),this.reading=null;let{attempt:e}=this.store.state;e!==null&&(URL.revokeObjectURL(e.address),this.store.update({attempt:null}))}choose(e){let{history:t,picture:n}=this.store.state;if(t!==null&&n!==null&&n.picture.candidates[e]!==void 0){let r={...n,taken:e};this.go(En({...t.present,picture:r,read:null},mc(r)))}}begin(e,t,n){this.stop();let r={name:t,content:e,address:URL.createObjectURL(e),isReading:n,refusal:null};return this.store.update({attempt:r}),r}refuse(e,t){let{attempt:n}=this.store.state;if(n===null||!(e instanceof Ke)||e.status!==dc){this.stop(),this.failures.add(`picture`,e,t);return}let r=it(e.message);this.store.update({attempt:{...n,isReading:!1,refusal:r},news:``})}};function pc(e){return e.replace(/\.[^.]*$/,``)||`part`}function mc({picture:e,taken:t,scale:n}){let r=e.candidates[t]?.text??``,i=n===1?null:un(r),a=i===null?r:Ss(i,vr(i.program,n)).text;return Ee(e.name,e.confidence)+a}var hc=`cadseq.theme`,gc=`cadseq.unit`,_c=`cadseq.part`;function vc(e){Tc(()=>localStorage.setItem(hc,e))}function yc(){let e=Tc(()=>localStorage.getItem(hc));return e===`light`||e===`dark`?e:`system`}function bc(e){Tc(()=>localStorage.setItem(gc,e))}function xc(){return Tc(()=>localStorage.getItem(gc))===`in`?`in`:`mm`}function Sc(e){Tc(()=>e===null?sessionStorage.removeItem(_c):sessionStorage.setItem(_c,e))}function Cc(){return Tc(()=>sessionStorage.getItem(_c))??null}function wc(){return Tc(()=>{let[e,t]=[`cadseq.program`,`cadseq.name`].map(e=>localStorage.getItem(e));return localStorage.removeItem(`cadseq.program`),e?{text:e,name:t??`part`}:null})}function Tc(e){try{return e()}catch{return null}}var Ec=class{client;known=new WeakMap;constructor(e){this.client=e}of(e){let t=this.known.get(e);if(t!==void 0)return t;let n=this.client.see(e);return this.known.set(e,n),n.catch(()=>this.known.delete(e)),n}},Dc=200,Oc=1500,kc=4194304,Ac=`The relations that this sketch keeps do not allow that.`,jc=class{store;client;builds;typing;typedLast=0;failures;pictures;seeing;constructor(e,t){this.store=e,this.client=t,this.failures=new st(e),this.seeing=new Ec(t),this.builds=new zs(e,t,this.failures,()=>this.show()),this.pictures=new fc(e,t,this.failures,e=>this.go(e))}open(e,t){this.go(Tn(e,t))}resume(e){this.start(e)}edit(e,t,n=null){let{history:r}=this.store.state,i=r&&lc(r.present,e,n);r!==null&&i===null&&this.tell(Ac);let a=i&&this.edited(i);return a!==null&&this.step(a,t),a!==null}rearrange(e,t={}){let{history:n,build:r}=this.store.state,i=n?.present.read??null;if(n===null||i===null||Dn(n.present))return this.tell(`The text is being written; finish it there first.`),!1;let a=e=>{let t=fa(i.program,e,r);return t&&ya(t)};try{let r=e(i.program),o=r&&Ps(i,r,a);if(o===null)return!1;if(this.step({...n.present,text:o.read.text,read:o.read},null,t),o.freed.length>0){let e=o.freed.map(e=>`step ${e+1}`).join(`, `);this.tell(`What ${e} lay on is gone: it stays where it was, on a plane of its own.`)}return!0}catch(e){if(e instanceof Pt)return this.tell(e.message),!1;throw e}}nameStep(e,t){this.comment(`name ${e}`,n=>Ki(n,e,t))}constrain(e,t){this.comment(null,n=>qi(n,e,t))}comment(e,t){let{history:n}=this.store.state,r=n?.present.read??null;if(n!==null&&r!==null&&!Dn(n.present)){let i=t(r),a={...n.present,text:i.text,read:i};this.store.update({history:us(n,a,e)}),this.show()}}scale(e){let{program:t}=this.store.state,n=t&&this.edited(vr(t,e));if(n!==null){let{picture:t}=n;this.step({...n,picture:t&&{...t,scale:t.scale*e}},null)}}settle(){let{history:e}=this.store.state;e!==null&&e.gesture!==null&&this.store.update({history:ds(e)})}type(e){let{history:t}=this.store.state;if(t===null)return;let n=performance.now(),r=n-this.typedLast>Oc?ds(t):t;this.typedLast=n,this.store.update({history:us(r,En(t.present,e),`typing`)}),clearTimeout(this.typing),this.typing=setTimeout(()=>this.build(`text`,n),Dc)}rename(e){let{history:t}=this.store.state;t!==null&&e!==t.present.name&&this.store.update({history:us(t,{...t.present,name:e},`name`)})}undo(){this.travel(fs)}redo(){this.travel(ps)}select(e){this.store.update({selected:e})}showIn(e){bc(e),this.store.update({unit:e})}tell(e){this.store.update({news:e})}async openFile(e){try{let{part:t,notes:n}=await this.readFile(e);this.go(t),this.tell([`Opened ${e.name}.`,...n].join(` `))}catch(t){this.failures.add(`file`,t,()=>void this.openFile(e))}}async readFile(e){let t=pc(e.name);if(/\.(cad|txt)$/i.test(e.name)&&e.size<=kc)return{part:Tn(await e.text(),t),notes:[]};let{text:n,notes:r}=await this.client.import(e,e.name);return{part:Tn(n,t),notes:[...r]}}close(){clearTimeout(this.typing),this.builds.cancel(),this.pictures.stop();let{history:e}=this.store.state;this.store.update({history:null,build:null,built:null,problem:null,selected:null,sketching:null,tool:null,hovered:[]});for(let{address:t}of e?jn(e):[])URL.revokeObjectURL(t)}async solid(){return this.show(),await this.builds.rest(),this.store.state.built?.text??null}go(e){let{history:t}=this.store.state;this.start(t===null?ls(e):us(t,e,null))}start(e){this.builds.forget();let{read:t}=e.present,n=t&&Mc(t.program),r=this.store.state.opened+1;this.store.update({history:e,problem:null,selected:n,sketching:null,tool:null}),this.show(),this.store.update({opened:r})}edited(e){let{history:t}=this.store.state,n=t&&uc(t.present,e);return t!==null&&n===null&&this.tell(`This step is being written in the text; finish it there first.`),n}step(e,t,n={}){let{history:r}=this.store.state;r!==null&&e!==r.present&&(this.store.update({history:us(r,e,t),...n}),this.show())}travel(e){let{history:t}=this.store.state,n=t&&e(t);n&&n!==t&&(this.store.update({history:n}),this.show())}show(){this.build(`build`,performance.now())}build(e,t){clearTimeout(this.typing);let{history:n,selected:r}=this.store.state;if(n!==null){let i=(n.present.read?.program.operations.length??0)-1;r!==null&&r>i&&this.store.update({selected:i<0?null:i}),this.builds.ask({version:n.present,of:e,since:t})}}};function Mc(e){let t=e.operations.findLastIndex(e=>e.op===`add_extrude`);return t<0?null:t}var Nc={one_side:`One side`,symmetric:`Symmetric`,two_sides:`Two sides`};function Pc(e,t,n,r){let i=t.operations[n],a=r=>{e.edit(N(t,n,r),null)};switch(i?.op){case`add_sketch`:{let{plane:e}=i,t=Object.fromEntries(A.map(e=>[e,e])),n=typeof e==`string`?{}:{own:sa(e)},r=typeof e==`string`?e:`own`;return[Bc(`Plane`,{...t,...n},r,e=>{let t=A.find(t=>t===e);a(t===void 0?i:{...i,plane:t})})]}case`add_extrude`:return Fc(i,Lc(t,n,r),a);default:return[]}}function Fc(e,t,n){let r=Bc(`Result`,{new:`New body`,join:`Join`,cut:`Cut`,intersect:`Intersect`},e.operation,t=>{let r=j.find(e=>e===t)??e.operation;n({...e,operation:r})}),i=Bc(`Extent`,Nc,Rc(e.extent),t=>{n({...e,extent:zc(t,e.extent)})}),a=Math.max(t,...e.profiles.map(e=>e+1));return a>1?[r,i,Ic(e,a,n)]:[r,i]}function Ic(t,n,r){let i=Array.from({length:n},(n,r)=>{let i=e(`input`,{type:`checkbox`,value:r});return i.checked=t.profiles.includes(r),i}),a=i.map((t,n)=>e(`label`,{},t,String(n))),o=e(`fieldset`,{class:`profiles`},e(`legend`,{},`Profiles`),...a);return o.addEventListener(`change`,()=>{let e=i.flatMap((e,t)=>e.checked?[t]:[]);r({...t,profiles:e.length>0?e:t.profiles});for(let[n,r]of i.entries())r.checked=e.length>0?r.checked:t.profiles.includes(n)}),o}function Lc(e,t,n){return n?.sketches[ee(e,t)]?.profiles??1}function Rc(e){return`one_side`in e?`one_side`:`symmetric`in e?`symmetric`:`two_sides`}function zc(e,t){let n=`one_side`in t?t.one_side:`symmetric`in t?t.symmetric:t.two_sides.forward+t.two_sides.backward;switch(e){case`symmetric`:return{symmetric:n};case`two_sides`:return{two_sides:{forward:n/2,backward:n/2}};default:return{one_side:n}}}function Bc(t,n,r,i){let a=e(`select`,{},...Object.entries(n).map(([t,n])=>e(`option`,{value:t},n)));return a.value=r,a.addEventListener(`change`,()=>i(a.value)),e(`label`,{class:`choice`},e(`span`,{},t),a)}var Vc=class{parameter;actions;element;field;slider;refusal;factor;unit;constructor(t,n,r,i=`mm`){this.parameter=t,this.actions=r;let{label:a}=t,o=t.unit===`mm`?i:t.unit;this.factor=o===`in`?Oe.in:1;let s=o===``?a:`${a} in ${{mm:`millimetres`,in:`inches`,"°":`degrees`,"":``}[o]}`;this.unit=o,this.field=e(`input`,{id:n,type:`text`,inputmode:`decimal`,autocomplete:`off`,class:`number`,role:`spinbutton`,"aria-label":s}),this.slider=e(`input`,{type:`range`,"data-parameter":t.key,"aria-label":s.replace(a,`${a}, slider,`)}),this.refusal=e(`p`,{id:`${n}-refusal`,class:`refusal`,role:`status`}),this.field.setAttribute(`aria-describedby`,this.refusal.id);let c=e(`label`,{for:n},a),l=e(`span`,{class:`number-box`},this.field,e(`span`,{},o));this.element=e(`div`,{class:`parameter`},c,this.slider,l,this.refusal),this.listen(),this.show(t)}show(e){let t=e.value!==this.parameter.value&&!this.isTyped(e.value);this.parameter=e;let{value:n,range:r}=e,i=this.textOf(n);(document.activeElement!==this.slider||this.slider.min===``)&&(this.slider.min=String(Math.min(r[0],n)),this.slider.max=String(Math.max(r[1],n)),this.slider.step=String(this.step)),(document.activeElement!==this.slider||this.slider.valueAsNumber!==n)&&(this.slider.value=String(n)),this.slider.setAttribute(`aria-valuetext`,`${i} ${this.unit}`),this.field.setAttribute(`aria-valuenow`,i),(document.activeElement!==this.field||t)&&(this.field.value=i,this.say(null))}textOf(e){return H(e/this.factor,this.factor===1?3:4)}get step(){let{unit:e,range:t}=this.parameter,n=10**Math.floor(Math.log10((t[1]-t[0])/100));return e===`mm`?Math.min(.1,n):1}say(e){this.field.setAttribute(`aria-invalid`,String(e!==null)),this.refusal.textContent=e}isTyped(e){let t=Er(this.field.value,this.factor);return t!==null&&Math.abs(t-e)<=1e-6*Math.max(1,Math.abs(e))}listen(){let{slider:e,field:t}=this;e.addEventListener(`input`,()=>this.change(e.valueAsNumber,`slider`)),e.addEventListener(`change`,()=>this.actions.settle()),t.addEventListener(`focus`,()=>t.select()),t.addEventListener(`input`,()=>this.typed()),t.addEventListener(`blur`,()=>{this.actions.settle(),this.show(this.parameter)}),t.addEventListener(`keydown`,e=>this.key(e)),this.element.addEventListener(`wheel`,e=>this.wheel(e),{passive:!1})}typed(){let e=Er(this.field.value,this.factor);e===null?this.say(`Type a number, such as 12, 1.2 cm, 25/2 or 1/2 in.`):this.change(e,`typing`)}key(e){let t={ArrowUp:1,ArrowDown:-1}[e.key];if(e.key===`Enter`)this.actions.settle(),this.field.select();else if(t!==void 0){e.preventDefault();let n=e.shiftKey?10:e.altKey?.1:1,r=this.factor===1?1:this.factor/10,i=Number(H(this.parameter.value+t*n*r));this.field.value=this.textOf(i),this.change(i,`keys`)}}wheel(e){if(this.element.contains(document.activeElement)){e.preventDefault();let t=(e.deltaY||e.deltaX)<0?1:-1,n=this.step*(e.shiftKey?10:1),r=Number(H(this.parameter.value+t*n));this.field.value=this.textOf(r),this.change(r,`wheel`)}}change(e,t){this.say(this.actions.change(e,`${this.field.id} ${t}`))}};function Hc(t,n){let r=t.store.state.history?.present.read??null,i=e(`input`,{type:`text`,value:r===null?``:Wi(r,n),placeholder:`None`,autocomplete:`off`,spellcheck:`false`,maxlength:80});return i.addEventListener(`change`,()=>t.nameStep(n,i.value)),e(`label`,{class:`choice`},e(`span`,{},`Name`),i)}function Uc(t,n,r){let i=n.op===`add_sketch`?[Wc(`sketch`,`Draw`,`Draw in this sketch`,()=>t.openSketch(r)),Wc(`extrude`,`Extrude`,`Extrude this sketch`,()=>t.extrude())]:[],a=n.op===`add_sketch`?`the sketch with all of its steps`:`the step`;return e(`div`,{class:`step-actions`,role:`group`,"aria-label":`This step`},...i,e(`span`,{class:`spacer`}),Gc(`up`,`Move ${a} up`,`Alt+ArrowUp`,()=>t.move(r,-1)),Gc(`down`,`Move ${a} down`,`Alt+ArrowDown`,()=>t.move(r,1)),Gc(`delete`,`Delete ${a}`,`Delete`,()=>t.remove(r)))}function Wc(e,t,n,i){let a=r(z(e),i,{class:`secondary`,"aria-label":n,title:n});return a.append(t),a}function Gc(e,t,n,i){let a={class:`tool`,"aria-label":t,title:`${t} (${n})`};return r(z(e),i,{...a,"aria-keyshortcuts":n})}var Kc={add_sketch:`sketch`,add_line:`line`,add_arc:`arc`,add_circle:`circle`,add_extrude:`extrude`},qc=14,Jc=[`length`,`radius`,`diameter`],Yc=class{workbench;making;element;list=e(`ol`,{class:`timeline`});rows=[];shape=``;selected=null;constructor(e,t){this.workbench=e,this.making=t,this.element=i(`steps`,`Steps`,this.list),this.element.dataset.tab=`steps`;let{store:n}=e;n.watch([`program`,`selected`,`hovered`,`build`,`problem`,`unit`],e=>this.show(e)),this.list.addEventListener(`keydown`,e=>this.key(e)),this.list.addEventListener(`pointerover`,e=>this.point(e)),this.list.addEventListener(`pointerleave`,()=>n.update({hovered:[]}))}show(e){let{program:t}=e,n=t===null?``:Qc(t,e);if(n!==this.shape&&(this.shape=n,this.rebuild(t,e)),t!==null){let n=Xc(t,e);for(let[r,i]of this.rows.entries())this.refresh(i,r,t,e),i.item.hidden=n(r)}e.selected!==this.selected&&(this.selected=e.selected,this.rows[e.selected??-1]?.item.scrollIntoView({block:`nearest`}))}rebuild(e,t){let n=this.rows.findIndex(({step:e})=>e===document.activeElement),r=e?.operations??[];this.rows=r.map((e,n)=>this.row(e,n,t)),this.list.replaceChildren(...this.rows.map(({item:e})=>e)),this.rows[n]?.step.focus()}row(t,n,i){let{program:a}=i,o=i.selected===n,s=e(`span`,{class:`detail`}),c=r(null,()=>this.workbench.select(this.workbench.store.state.selected===n?null:n),{class:`step`,"aria-expanded":o?`true`:`false`,"data-operation":n}),l=e(`span`,{class:`title`});c.append(e(`span`,{class:`ordinal`},String(n+1)),z(Kc[t.op])),c.append(l,s);let u=(a!==null&&o?Eo(a,n):[]).map(e=>this.field(e,n)),d=e(`li`,{class:`operation ${t.op}`},c);if(a!==null&&o){let r=e(`div`,{class:`parameters`},...u.map(e=>e.element));r.append(...Pc(this.workbench,a,n,i.build)),r.append(Hc(this.workbench,n),Uc(this.making,t,n)),d.append(r)}return{item:d,step:c,title:l,detail:s,fields:u}}refresh(e,t,n,r){let i=n.operations[t];if(i===void 0)return;let a=r.history?.present.read??null,o=a===null?``:Wi(a,t),s=oa(i,r.unit).title,c=Zc(n,t,i,r.unit);e.title.textContent=o||s,e.detail.textContent=o===``?c:`${s} ${c}`,e.item.classList.toggle(`hovered`,r.hovered.includes(t));let l=r.problem?.operation===t;e.item.classList.toggle(`wrong`,l);let u=e.fields.length>0?Eo(n,t):[];for(let[t,n]of u.entries())e.fields[t]?.show(n)}field(e,t){let{workbench:n}=this,{key:r}=e;return new Vc(e,`operation-${t}-${r}`,{change(i,a){let{program:o}=n.store.state,s=o&&Eo(o,t).find(e=>e.key===r),c=o===null?null:s?.set(o,i);if(!c||c===o)return e.limits;let l=Jc.includes(r)?t:null;return n.edit(c,a,l)?null:Ac},settle:()=>n.settle()},n.store.state.unit)}point(e){let t=this.rows.findIndex(({item:t})=>t.contains(e.target)),{hovered:n}=this.workbench.store.state;t>=0&&n.join()!==String(t)&&this.workbench.store.update({hovered:[t]})}key(e){let t=this.rows.filter(({item:e})=>!e.hidden),n=t.findIndex(({step:t})=>t===e.target),r={ArrowDown:n+1,ArrowUp:n-1,Home:0,End:t.length-1}[e.key];n>=0&&r!==void 0&&(e.preventDefault(),t[r]?.step.focus())}};function Xc(e,{selected:t,problem:n}){if(e.operations.length<=qc)return()=>!1;let r=[t,n?.operation].flatMap(t=>typeof t==`number`?[ee(e,t)]:[]),i=-1,a=e.operations.map(e=>(i+=+(e.op===`add_sketch`),M(e)&&!r.includes(i)));return e=>a[e]??!1}function Zc(e,t,n,r){let{detail:i}=oa(n,r);if(n.op!==`add_sketch`||e.operations.length<=qc)return i;let a=e.operations.slice(t+1),o=a.findIndex(e=>!M(e)),s=o<0?a.length:o;return`${i}, ${s} ${s===1?`curve`:`curves`}`}function Qc(e,{selected:t,build:n,unit:r}){let i=t===null?void 0:e.operations[t];return[e.operations.map(({op:e})=>e).join(),t,i?.op===`add_extrude`?[Object.keys(i.extent),i.operation,i.profiles].join():i?.op===`add_sketch`?JSON.stringify(i.plane):``,n?.sketches.map(e=>e.profiles).join(),r].join(` `)}var $c=class{workbench;making;viewport;element=e(`div`,{class:`tray make-tray`,role:`group`,hidden:!0});hint=e(`p`,{class:`hint`,role:`status`});place=e(`p`,{class:`place`});fields=e(`div`,{class:`tray-fields`});fieldsOf=``;shown=[];constructor(e,t,n){this.workbench=e,this.making=t,this.viewport=n,this.element.setAttribute(`aria-label`,`Tool in use`),this.element.append(this.hint,this.place,this.fields),this.element.addEventListener(`keydown`,e=>this.key(e)),document.addEventListener(`keydown`,e=>this.digit(e),{capture:!0}),e.store.watch([`sketching`,`tool`,`unit`],e=>this.ask(e));for(let t of[n.sketching,n.stamping])t.onChange(()=>this.ask(e.store.state))}ask(e){let t=this.asked(e);if(this.element.hidden=t===null,t===null){this.fieldsOf=``;return}this.hint.textContent!==t.hint&&(this.hint.textContent=t.hint),this.place.textContent=tl(this.viewport.sketching.place??this.viewport.stamping.place,e.unit);let n=[t.key,e.unit,...t.numbers.map(({label:e})=>e)].join();n!==this.fieldsOf&&(this.fieldsOf=n,this.shown=t.numbers.map(e=>this.field(e)),this.fields.replaceChildren(...t.extras?.()??[],...this.shown.map(e=>e.element)));for(let[e,n]of t.numbers.entries())this.shown[e]?.show(n)}key(e){e.key===`Enter`&&e.target instanceof HTMLInputElement&&(this.viewport.sketching.accept(),this.viewport.focus())}digit(e){let t=e.ctrlKey||e.metaKey||e.altKey||el(e.target);this.viewport.sketching.isBusy&&!t&&/^[\d.]$/.test(e.key)&&(this.fields.querySelector(`.number`)?.focus(),e.stopPropagation())}field(e){let{label:t}=e,n={change:n=>(this.asked(this.workbench.store.state)?.numbers.find(e=>e.label===t))?.take(n)?null:e.limits,settle:()=>void 0},{unit:r}=this.workbench.store.state,i=new Vc(e,`tool-${e.key}`,n,r);return i.element.classList.toggle(`without-slider`,e.isQuick),i}asked(e){let{tool:t,sketching:n}=e;switch(t?.kind){case`plane`:return{key:`plane`,hint:`Click a flat face or a plane for the sketch.`,numbers:[],extras:()=>A.map(e=>r(e,()=>this.making.sketchOn(e),{class:`secondary`,"aria-label":`Sketch on ${e}`}))};case`draw`:return this.askedOfStroke();case`pattern`:return this.askedOfPattern(t.pattern===`line`);case`hole`:return this.askedOfHole();case`paste`:return{key:`paste`,hint:`Click where the feature goes.`,numbers:[]};case void 0:return n===null?null:{key:`select`,hint:`Drag points; click a curve to change it.`,numbers:[]}}}askedOfStroke(){let{sketching:e}=this.viewport,{stroke:t}=e,n=(t?.measures??[]).map(n=>{let r=n.unit===`mm`?10:1,i=n.of(t?.all??[])*r;return{...nl(n.label,n.unit,Number.isFinite(i)?i:0),take:t=>(e.type(n,t/r),!0)}}),r=t?.shape===ge.polygon?[{...nl(`Sides`,``,e.sides),take:t=>e.setSides(t)}]:[];return{key:`stroke`,hint:t?.hint??``,numbers:[...n,...r]}}askedOfPattern(e){let{sketching:t}=this.viewport;return{key:`pattern`,hint:`Click ${e?`where the second one goes`:`the centre`}; the wheel changes how many there are.`,numbers:[{...nl(`Count`,``,t.count),take:e=>t.setCount(e)}]}}askedOfHole(){let{stamping:t}=this.viewport,n=()=>{let n=e(`input`,{type:`checkbox`});return n.checked=t.depth===null,n.addEventListener(`change`,()=>t.setDepth(n.checked?null:t.diameter)),e(`label`,{class:`check`},n,`Through`)},r={...nl(`Diameter`,`mm`,t.diameter*10),isQuick:!1,range:[1,30],take:e=>t.setDiameter(e/10)},i={...nl(`Depth`,`mm`,(t.depth??0)*10),isQuick:!1,range:[.5,50],take:e=>t.setDepth(e/10)};return{key:`hole ${t.depth===null}`,hint:`Click a flat face; the wheel changes the diameter.`,numbers:t.depth===null?[r]:[r,i],extras:()=>[n()]}}};function el(e){return e instanceof HTMLInputElement||e instanceof HTMLTextAreaElement}function tl(e,t){let[n,r]=(e??[]).map(e=>ke(e,t,3));return n===void 0?``:`x ${n}, y ${r} ${t}`}function nl(e,t,n){return{key:e.toLowerCase(),label:e,unit:t,value:n,range:[0,1],limits:`This wants a number above 0.`,isQuick:!0}}var rl=5e5;function il({past:e,present:t,future:n}){let r=al(rl,[...e].reverse()).reverse();return{id:t.part,past:r.map(ol),present:ol(t),future:al(rl,n).map(ol)}}function al(e,t){let n=e;return t.filter(({text:e,read:t})=>(n-=e.length+(t===null||t.text===e?0:t.text.length),n>=0))}function ol({part:e,name:t,text:n,read:r,picture:i}){return{part:e,name:t,text:n,readText:r===null||r.text===n?null:r.text,picture:i&&{id:i.picture.id,taken:i.taken,scale:i.scale}}}function sl({address:e,...t}){return t}function cl(e,t){let{part:n,name:r,text:i}=e,a=fn(e.readText??i),o=e.picture&&t.get(e.picture.id);if(!e.picture||!o)return{part:n,name:r,text:i,read:a,picture:null};let{taken:s,scale:c}=e.picture;return{part:n,name:r,text:i,read:a,picture:{picture:o,taken:s,scale:c}}}function ll({past:e,present:t,future:n},r){let i=e=>cl(e,r);return{past:e.map(i),present:i(t),future:n.map(i),gesture:null}}var ul=300,dl=1200,fl={changed:0,thumbnail:``},pl=class e{workbench;library;picture;shown=fl;loaded=null;waiting;taking;known=new Set;claims=new nt(`part`);listeners=[];constructor(e,t,n){this.workbench=e,this.library=t,this.picture=n,e.store.listen((e,t)=>this.follow(e,t)),addEventListener(`pagehide`,()=>this.keepNow()),document.addEventListener(`visibilitychange`,()=>this.keepNow())}static async start(t,n){try{return new e(t,await Fn.open(),n)}catch{return t.tell(`This browser keeps nothing: save what you make as files.`),null}}onChange(e){this.listeners.push(e)}list(){return this.library.list()}async goOn(){let e=wc();if(e!==null){this.workbench.open(e.text,e.name);return}let t=Cc(),n=this.workbench.store.state.queue.length===0,r=t??(n?(await this.list())[0]?.id:void 0);r!==void 0&&!await this.open(r)&&r===t&&await this.duplicate(r)}async add(e,t){let n=ls(e),r={id:e.part,name:e.name,changed:Date.now(),thumbnail:t};await this.library.keep(r,il(n),jn(n).map(sl)),this.tell()}async open(e){let t=await this.library.load(e);if(t===void 0||!await this.claims.claim(e))return!1;let n=(await this.list()).find(t=>t.id===e);return this.loaded=await this.history(t),this.workbench.resume(this.loaded),this.shown=n?{changed:n.changed,thumbnail:n.thumbnail}:fl,!0}async duplicate(e){let t=await this.library.load(e);if(t!==void 0){let{present:e}=await this.history(t);this.workbench.resume(ls({...e,part:wn(),name:`${e.name} copy`}))}}async remove(e){await this.library.remove(e),this.tell()}keepNow(){this.waiting!==void 0&&this.keep()}follow(e,t){let{history:n}=e;n===null?t.history!==null&&(this.leavePart(t.history),Sc(null),this.claims.release()):(n!==t.history&&(n.present.part!==t.history?.present.part&&(this.leavePart(t.history),this.arrive(n.present.part)),n!==this.loaded&&(this.shown={...this.shown,changed:Date.now()},this.waiting??=setTimeout(()=>this.keep(),ul))),e.build!==t.build&&e.build!==null&&(clearTimeout(this.taking),this.taking=setTimeout(()=>this.takePicture(),dl)))}async arrive(e){if(Sc(e),await this.claims.claim(e))return;let{history:t}=this.workbench.store.state;if(t?.present.part===e){let e={...t.present,part:wn(),name:`${t.present.name} copy`};this.workbench.store.update({history:{...t,present:e}}),this.workbench.show(),this.workbench.tell(`Another tab has this part too; here it goes on as a copy.`)}}leavePart(e){this.waiting!==void 0&&this.keep(e),clearTimeout(this.taking),this.shown=fl}takePicture(){this.shown={...this.shown,thumbnail:this.picture()},this.keep()}keep(e=this.workbench.store.state.history){if(clearTimeout(this.waiting),this.waiting=void 0,e===null)return;let{part:t,name:n}=e.present,r={id:t,name:n,...this.shown},i=il(e),a=new Set(Ln(i)),o=jn(e).filter(({id:e})=>a.has(e)&&!this.known.has(e));this.library.keep(r,i,o.map(sl)).then(()=>{for(let e of o)this.known.add(e.id);this.tell()},e=>this.workbench.failures.add(`parts`,e,()=>this.keep()))}tell(){for(let e of this.listeners)e()}async history(e){let t=new Map;for(let n of Ln(e)){let e=await this.library.picture(n);e!==void 0&&(t.set(n,{...e,address:URL.createObjectURL(e.content)}),this.known.add(n))}return ll(e,t)}};function ml(e,t){let n=Kt(e,Gt(e,t)),r=new Set([t]);for(let e=0;e<r.size;){e=r.size;for(let[e,t]of n)n.some(([e,n])=>r.has(e)&&bl(t,n))&&r.add(e)}return[...r].sort((e,t)=>e-t)}function hl(e,t,n,r){let i=_l(t);return Array.from({length:Math.max(0,r-1)},(a,o)=>t.map(t=>{let a=o+1;return e===`line`?tn(t,[(n[0]-i[0])*a,(n[1]-i[1])*a]):nn(t,e=>u(e,n,360*a/r))}))}function gl(e,t,n){let r=Gt(e,t[0]??0),i=Kt(e,r),a=n.flat(),o=[...i.map(([,e])=>e),...a],s=e=>{let r=t.indexOf(i[e]?.[0]??-1),a=n.map((e,n)=>i.length+n*t.length+r);return r<0?[e]:[e,...a]},c=Ft(e).map((e,t)=>{let{operation:n}=e;if(n.op!==`add_extrude`||!yl(r,t))return e;let a=i.map(([,e])=>e);return{...e,operation:vl(n,wt(a,n.profiles,o,s))}}),l=$t(e,r),u=a.map(e=>({from:null,operation:e}));return[...c.slice(0,l),...u,...c.slice(l)]}function _l(e){let t=e.flatMap(e=>e.op===`add_circle`?[e.center]:[e.start,F(e,`end`)??e.start]),n=e=>{let n=t.map(t=>t[e]);return(Math.min(...n)+Math.max(...n))/2};return[n(0),n(1)]}function vl(e,t){return t.length===0?e:{...e,profiles:t}}function yl({from:e,to:t},n){return n>=e&&n<t}function bl(e,t){let n=e=>[`start`,`end`].flatMap(t=>{let n=F(e,t);return n===null?[]:[n]});return n(e).some(e=>n(t).some(t=>I(e,t)<=v))}function xl(e,t){let n={op:`add_circle`,center:[0,0],radius:e/2},r={one_side:-t};return{curves:[n],extrudes:[{op:`add_extrude`,profiles:[0],extent:r,operation:`cut`}]}}function Sl(e,t){let n=Gt(e,t);return{curves:Kt(e,n).map(([,e])=>e),extrudes:e.operations.slice(n.from,n.to).filter(e=>e.op===`add_extrude`)}}function Cl({curves:e},t){let[n,r]=_l(e);return e.map(e=>tn(e,[t[0]-n,t[1]-r]))}function wl(e,t,n,r){let i=[{op:`add_sketch`,plane:t},...Cl(r,n),...r.extrudes];return Qt(e,e.operations.length,i)}function Tl(e,t,n,r){return gl(e,[t+1],[Cl(r,n)])}function El(e){return Wt(e).at(-1)??null}function Dl(e,t,n,r){let i=[n,...Array.from({length:8},(e,t)=>{let i=t*Math.PI/4;return[n[0]+.999*r*Math.cos(i),n[1]+.999*r*Math.sin(i)]})].map(n=>Ol(e,va(n,t),t.normal));return Number(Math.max(0,...i).toFixed(6))}function Ol(e,t,n){let r=0,i=n=>Ea(wa(e,n),t);for(let t=0;t<e.triangles.length;t+=3){let[e,a,o]=[i(t),i(t+1),i(t+2)],[s,c,l]=[Oa(Da(e,a),n),Oa(Da(a,o),n),Oa(Da(o,e),n)],u=s+c+l;if(Math.abs(u)>1e-12&&s/u>-1e-9&&c/u>-1e-9&&l/u>-1e-9){let t=(s*Oa(o,n)+c*Oa(e,n)+l*Oa(a,n))/u;r=Math.max(r,-t)}}return r}var kl=class{workbench;copiedText=null;constructor(e){this.workbench=e,e.store.listen(({program:t,sketching:n})=>{n!==null&&t?.operations[n]?.op!==`add_sketch`&&e.store.update({sketching:null,tool:null})})}begin(){this.workbench.open(``,`part`),this.take({kind:`plane`})}take(e){this.workbench.store.update({tool:e})}draw(e){let{sketching:t}=this.workbench.store.state;this.take(t===null?{kind:`plane`}:{kind:`draw`,shape:e})}sketchOn(e){let{program:t}=this.workbench.store.state,n=t?.operations.length??0;this.workbench.rearrange(t=>Qt(t,n,[{op:`add_sketch`,plane:e}]),{sketching:n,selected:n,tool:{kind:`draw`,shape:`line`}})}openSketch(e){let{program:t}=this.workbench.store.state;if(t!==null&&t.operations.length>0){let n=Gt(t,e).from;this.workbench.store.update({sketching:n,selected:e,tool:null})}}add(e){let{program:t,sketching:n}=this.workbench.store.state;if(t===null||n===null||e.length===0)return;let r=$t(t,Gt(t,n)),i=r+e.length-1;this.workbench.rearrange(t=>Qt(t,r,e),{selected:i})}pattern(e,t,n){let{program:r,selected:i}=this.workbench.store.state,a=r===null?[]:Al(r,i);if(r!==null&&a.length>0){let i=hl(e,a.map(e=>r.operations[e]).filter(M),t,n);this.workbench.rearrange(e=>gl(e,a,i))}}closeSketch(){let{program:e,sketching:t}=this.workbench.store.state;if(e===null||t===null)return;let n={sketching:null,tool:null};Kt(e,Gt(e,t)).length===0?this.workbench.rearrange(e=>Yt(e,t),{...n,selected:null}):(this.workbench.store.update({...n,selected:t}),this.workbench.show())}extrude(){let{program:e,sketching:t,selected:n}=this.workbench.store.state,r=t??n;if(e===null||r===null)return;let i=Gt(e,r),a=Kt(e,i).map(([,e])=>e),o=xt(a);if(o.length===0){this.workbench.tell(`The sketch encloses nothing yet: its curves must form a closed loop.`);return}let s=Math.max(...o.map(({outer:e})=>e.area)),c=!e.operations.slice(0,i.to).some(({op:e})=>e===`add_extrude`),l=en(a,jl(Math.sqrt(s)/3),c?`new`:`join`);this.workbench.rearrange(e=>Qt(e,i.to,[l]),{sketching:null,tool:null,selected:i.to})}remove(e){let{sketching:t}=this.workbench.store.state,n=t!==null&&e>t?t:null;this.workbench.rearrange(t=>Yt(t,e),{selected:n})}move(e,t){let{program:n}=this.workbench.store.state,r=n&&Xt(n,e,t);if(!r)this.workbench.tell(`This step is the ${t<0?`first`:`last`} of its kind here.`);else{let t=r.findIndex(({from:t})=>t===e);this.workbench.rearrange(()=>r,{selected:t})}}copy(e){let{history:t,program:n}=this.workbench.store.state,r=t?.present.read??null;if(n===null||r===null)return null;let{from:i,to:a}=Gt(n,e),o=Sl(n,e);this.workbench.store.update({copied:o}),this.workbench.tell(`Copied the feature: paste it on a face or a plane.`);let[s,c]=[r.statements[i],r.statements[a-1]];return this.copiedText=s&&c?`${r.text.slice(s.from,c.to)}\n`:null,this.copiedText}isCopied(e){let t=e===null||e.trim()===this.copiedText?.trim();return this.workbench.store.state.copied!==null&&t}stamp(e,t,n){this.workbench.rearrange(r=>wl(r,e,t,n))&&this.selectLast()}stampAgain(e,t){this.workbench.rearrange(n=>{let r=El(n);return r&&Tl(n,r.from,e,t)})&&this.selectLast()}leave(){let{tool:e,sketching:t}=this.workbench.store.state;return e===null?t!==null&&this.closeSketch():this.take(null),e!==null||t!==null}selectLast(){let{program:e}=this.workbench.store.state;this.workbench.select((e?.operations.length??0)-1)}};function Al(e,t){return t!==null&&M(e.operations[t])?ml(e,t):[]}function jl(e){let t=10**Math.floor(Math.log10(e)),n=[5,2,1].find(n=>n*t<=e)??1;return Number((n*t).toPrecision(1))}var Ml=matchMedia(`(prefers-color-scheme: dark)`),Nl=class{theme=yc();listeners=[];constructor(){Ml.addEventListener(`change`,()=>{this.apply(),this.tell()}),this.apply()}onChange(e){this.listeners.push(e)}next(){let e=Ml.matches?[`system`,`light`,`dark`]:[`system`,`dark`,`light`];this.theme=e[(e.indexOf(this.theme)+1)%e.length]??`system`,vc(this.theme),this.apply(),this.tell()}apply(){let e=Ml.matches?`dark`:`light`;document.documentElement.dataset.theme=this.theme===`system`?e:this.theme}tell(){for(let e of this.listeners)e()}},Pl={LEFT:0,MIDDLE:1,RIGHT:2,ROTATE:0,DOLLY:1,PAN:2},Fl={ROTATE:0,PAN:1,DOLLY_PAN:2,DOLLY_ROTATE:3},Il=1e3,Ll=1001,Rl=1002,zl=1003,Bl=1004,Vl=1005,Hl=1006,Ul=1007,Wl=1008,Gl=1009,Kl=1010,ql=1011,Jl=1012,Yl=1013,Xl=1014,Zl=1015,Ql=1016,$l=1017,eu=1018,tu=1020,nu=35902,ru=35899,iu=1021,au=1022,ou=1023,su=1026,cu=1027,lu=1028,uu=1029,du=1030,fu=1031,pu=1033,mu=33776,hu=33777,gu=33778,_u=33779,vu=35840,yu=35841,bu=35842,xu=35843,Su=36196,Cu=37492,wu=37496,Tu=37488,Eu=37489,Du=37490,Ou=37491,ku=37808,Au=37809,ju=37810,Mu=37811,Nu=37812,Pu=37813,Fu=37814,Iu=37815,Lu=37816,Ru=37817,zu=37818,Bu=37819,Vu=37820,Hu=37821,Uu=36492,Wu=36494,Gu=36495,Ku=36283,qu=36284,Ju=36285,Yu=36286,Xu=2300,Zu=2301,Qu=2302,$u=2303,ed=2400,td=2401,nd=2402,rd=3200,id=`srgb`,ad=`srgb-linear`,od=`linear`,sd=`srgb`,cd=7680,ld=7681,ud=34055,dd=34056,fd=35044,pd=2e3;function md(e){for(let t=e.length-1;t>=0;--t)if(e[t]>=65535)return!0;return!1}function hd(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function gd(e){return document.createElementNS(`http://www.w3.org/1999/xhtml`,e)}function _d(){let e=gd(`canvas`);return e.style.display=`block`,e}var vd={};function yd(...e){let t=`THREE.`+e.shift();console.log(t,...e)}function bd(e){let t=e[0];if(typeof t==`string`&&t.startsWith(`TSL:`)){let t=e[1];t&&t.isStackTrace?e[0]+=` `+t.getLocation():e[1]=`Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.`}return e}function U(...e){e=bd(e);let t=`THREE.`+e.shift();{let n=e[0];n&&n.isStackTrace?console.warn(n.getError(t)):console.warn(t,...e)}}function W(...e){e=bd(e);let t=`THREE.`+e.shift();{let n=e[0];n&&n.isStackTrace?console.error(n.getError(t)):console.error(t,...e)}}function xd(...e){let t=e.join(` `);t in vd||(vd[t]=!0,U(...e))}function Sd(e,t,n){return new Promise(function(r,i){function a(){switch(e.clientWaitSync(t,e.SYNC_FLUSH_COMMANDS_BIT,0)){case e.WAIT_FAILED:i();break;case e.TIMEOUT_EXPIRED:setTimeout(a,n);break;default:r()}}setTimeout(a,n)})}var Cd={0:0,2:6,4:4,3:5,1:1,6:2,7:7,5:3},wd=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n!==void 0&&n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let r=n[e];if(r!==void 0){let e=r.indexOf(t);e!==-1&&r.splice(e,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let t=n.slice(0);for(let n=0,r=t.length;n<r;n++)t[n].call(this,e);e.target=null}}},Td=`00.01.02.03.04.05.06.07.08.09.0a.0b.0c.0d.0e.0f.10.11.12.13.14.15.16.17.18.19.1a.1b.1c.1d.1e.1f.20.21.22.23.24.25.26.27.28.29.2a.2b.2c.2d.2e.2f.30.31.32.33.34.35.36.37.38.39.3a.3b.3c.3d.3e.3f.40.41.42.43.44.45.46.47.48.49.4a.4b.4c.4d.4e.4f.50.51.52.53.54.55.56.57.58.59.5a.5b.5c.5d.5e.5f.60.61.62.63.64.65.66.67.68.69.6a.6b.6c.6d.6e.6f.70.71.72.73.74.75.76.77.78.79.7a.7b.7c.7d.7e.7f.80.81.82.83.84.85.86.87.88.89.8a.8b.8c.8d.8e.8f.90.91.92.93.94.95.96.97.98.99.9a.9b.9c.9d.9e.9f.a0.a1.a2.a3.a4.a5.a6.a7.a8.a9.aa.ab.ac.ad.ae.af.b0.b1.b2.b3.b4.b5.b6.b7.b8.b9.ba.bb.bc.bd.be.bf.c0.c1.c2.c3.c4.c5.c6.c7.c8.c9.ca.cb.cc.cd.ce.cf.d0.d1.d2.d3.d4.d5.d6.d7.d8.d9.da.db.dc.dd.de.df.e0.e1.e2.e3.e4.e5.e6.e7.e8.e9.ea.eb.ec.ed.ee.ef.f0.f1.f2.f3.f4.f5.f6.f7.f8.f9.fa.fb.fc.fd.fe.ff`.split(`.`),Ed=1234567,Dd=Math.PI/180,Od=180/Math.PI;function kd(){let e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0,r=Math.random()*4294967295|0;return(Td[e&255]+Td[e>>8&255]+Td[e>>16&255]+Td[e>>24&255]+`-`+Td[t&255]+Td[t>>8&255]+`-`+Td[t>>16&15|64]+Td[t>>24&255]+`-`+Td[n&63|128]+Td[n>>8&255]+`-`+Td[n>>16&255]+Td[n>>24&255]+Td[r&255]+Td[r>>8&255]+Td[r>>16&255]+Td[r>>24&255]).toLowerCase()}function G(e,t,n){return Math.max(t,Math.min(n,e))}function Ad(e,t){return(e%t+t)%t}function jd(e,t,n,r,i){return r+(e-t)*(i-r)/(n-t)}function Md(e,t,n){return e===t?0:(n-e)/(t-e)}function Nd(e,t,n){return(1-n)*e+n*t}function Pd(e,t,n,r){return Nd(e,t,1-Math.exp(-n*r))}function Fd(e,t=1){return t-Math.abs(Ad(e,t*2)-t)}function Id(e,t,n){return e<=t?0:e>=n?1:(e=(e-t)/(n-t),e*e*(3-2*e))}function Ld(e,t,n){return e<=t?0:e>=n?1:(e=(e-t)/(n-t),e*e*e*(e*(e*6-15)+10))}function Rd(e,t){return e+Math.floor(Math.random()*(t-e+1))}function zd(e,t){return e+Math.random()*(t-e)}function Bd(e){return e*(.5-Math.random())}function Vd(e){e!==void 0&&(Ed=e);let t=Ed+=1831565813;return t=Math.imul(t^t>>>15,t|1),t^=t+Math.imul(t^t>>>7,t|61),((t^t>>>14)>>>0)/4294967296}function Hd(e){return e*Dd}function Ud(e){return e*Od}function Wd(e){return e>0&&Number.isInteger(e)&&2**Math.round(Math.log2(e))===e}function Gd(e){return 2**Math.ceil(Math.log(e)/Math.LN2)}function Kd(e){return 2**Math.floor(Math.log(e)/Math.LN2)}function qd(e,t,n,r,i){let a=Math.cos,o=Math.sin,s=a(n/2),c=o(n/2),l=a((t+r)/2),u=o((t+r)/2),d=a((t-r)/2),f=o((t-r)/2),p=a((r-t)/2),m=o((r-t)/2);switch(i){case`XYX`:e.set(s*u,c*d,c*f,s*l);break;case`YZY`:e.set(c*f,s*u,c*d,s*l);break;case`ZXZ`:e.set(c*d,c*f,s*u,s*l);break;case`XZX`:e.set(s*u,c*m,c*p,s*l);break;case`YXY`:e.set(c*p,s*u,c*m,s*l);break;case`ZYZ`:e.set(c*m,c*p,s*u,s*l);break;default:U(`MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: `+i)}}function Jd(e){switch(e.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function Yd(e,t){if(t.constructor===Float32Array)return e;let n=Jd(t);if(n===void 0)throw Error(`THREE.MathUtils: Invalid component type.`);return Math.max(e/n,-1)}function Xd(e,t){if(t.constructor===Float32Array)return e;let n=Jd(t);if(n===void 0)throw Error(`THREE.MathUtils: Invalid component type.`);return Math.round(e*n)}var Zd={DEG2RAD:Dd,RAD2DEG:Od,generateUUID:kd,clamp:G,euclideanModulo:Ad,mapLinear:jd,inverseLerp:Md,lerp:Nd,damp:Pd,pingpong:Fd,smoothstep:Id,smootherstep:Ld,randInt:Rd,randFloat:zd,randFloatSpread:Bd,seededRandom:Vd,degToRad:Hd,radToDeg:Ud,isPowerOfTwo:Wd,ceilPowerOfTwo:Gd,floorPowerOfTwo:Kd,setQuaternionFromProperEuler:qd,normalize:Xd,denormalize:Yd},K=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw Error(`THREE.Vector2: index is out of range: `+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw Error(`THREE.Vector2: index is out of range: `+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6],this.y=r[1]*t+r[4]*n+r[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=G(this.x,e.x,t.x),this.y=G(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=G(this.x,e,t),this.y=G(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(G(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(G(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),r=Math.sin(t),i=this.x-e.x,a=this.y-e.y;return this.x=i*n-a*r+e.x,this.y=i*r+a*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Qd=class{constructor(e=0,t=0,n=0,r=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=r}static slerpFlat(e,t,n,r,i,a,o){let s=n[r+0],c=n[r+1],l=n[r+2],u=n[r+3],d=i[a+0],f=i[a+1],p=i[a+2],m=i[a+3];if(u!==m||s!==d||c!==f||l!==p){let e=s*d+c*f+l*p+u*m;e<0&&(d=-d,f=-f,p=-p,m=-m,e=-e);let t=1-o;if(e<.9995){let n=Math.acos(e),r=Math.sin(n);t=Math.sin(t*n)/r,o=Math.sin(o*n)/r,s=s*t+d*o,c=c*t+f*o,l=l*t+p*o,u=u*t+m*o}else{s=s*t+d*o,c=c*t+f*o,l=l*t+p*o,u=u*t+m*o;let e=1/Math.sqrt(s*s+c*c+l*l+u*u);s*=e,c*=e,l*=e,u*=e}}e[t]=s,e[t+1]=c,e[t+2]=l,e[t+3]=u}static multiplyQuaternionsFlat(e,t,n,r,i,a){let o=n[r],s=n[r+1],c=n[r+2],l=n[r+3],u=i[a],d=i[a+1],f=i[a+2],p=i[a+3];return e[t]=o*p+l*u+s*f-c*d,e[t+1]=s*p+l*d+c*u-o*f,e[t+2]=c*p+l*f+o*d-s*u,e[t+3]=l*p-o*u-s*d-c*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,r){return this._x=e,this._y=t,this._z=n,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,r=e._y,i=e._z,a=e._order,o=Math.cos,s=Math.sin,c=o(n/2),l=o(r/2),u=o(i/2),d=s(n/2),f=s(r/2),p=s(i/2);switch(a){case`XYZ`:this._x=d*l*u+c*f*p,this._y=c*f*u-d*l*p,this._z=c*l*p+d*f*u,this._w=c*l*u-d*f*p;break;case`YXZ`:this._x=d*l*u+c*f*p,this._y=c*f*u-d*l*p,this._z=c*l*p-d*f*u,this._w=c*l*u+d*f*p;break;case`ZXY`:this._x=d*l*u-c*f*p,this._y=c*f*u+d*l*p,this._z=c*l*p+d*f*u,this._w=c*l*u-d*f*p;break;case`ZYX`:this._x=d*l*u-c*f*p,this._y=c*f*u+d*l*p,this._z=c*l*p-d*f*u,this._w=c*l*u+d*f*p;break;case`YZX`:this._x=d*l*u+c*f*p,this._y=c*f*u+d*l*p,this._z=c*l*p-d*f*u,this._w=c*l*u-d*f*p;break;case`XZY`:this._x=d*l*u-c*f*p,this._y=c*f*u-d*l*p,this._z=c*l*p+d*f*u,this._w=c*l*u+d*f*p;break;default:U(`Quaternion: .setFromEuler() encountered an unknown order: `+a)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,r=Math.sin(n);return this._x=e.x*r,this._y=e.y*r,this._z=e.z*r,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],r=t[4],i=t[8],a=t[1],o=t[5],s=t[9],c=t[2],l=t[6],u=t[10],d=n+o+u;if(d>0){let e=.5/Math.sqrt(d+1);this._w=.25/e,this._x=(l-s)*e,this._y=(i-c)*e,this._z=(a-r)*e}else if(n>o&&n>u){let e=2*Math.sqrt(1+n-o-u);this._w=(l-s)/e,this._x=.25*e,this._y=(r+a)/e,this._z=(i+c)/e}else if(o>u){let e=2*Math.sqrt(1+o-n-u);this._w=(i-c)/e,this._x=(r+a)/e,this._y=.25*e,this._z=(s+l)/e}else{let e=2*Math.sqrt(1+u-n-o);this._w=(a-r)/e,this._x=(i+c)/e,this._y=(s+l)/e,this._z=.25*e}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(G(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let r=Math.min(1,t/n);return this.slerp(e,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x*=e,this._y*=e,this._z*=e,this._w*=e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,r=e._y,i=e._z,a=e._w,o=t._x,s=t._y,c=t._z,l=t._w;return this._x=n*l+a*o+r*c-i*s,this._y=r*l+a*s+i*o-n*c,this._z=i*l+a*c+n*s-r*o,this._w=a*l-n*o-r*s-i*c,this._onChangeCallback(),this}slerp(e,t){let n=e._x,r=e._y,i=e._z,a=e._w,o=this.dot(e);o<0&&(n=-n,r=-r,i=-i,a=-a,o=-o);let s=1-t;if(o<.9995){let e=Math.acos(o),c=Math.sin(e);s=Math.sin(s*e)/c,t=Math.sin(t*e)/c,this._x=this._x*s+n*t,this._y=this._y*s+r*t,this._z=this._z*s+i*t,this._w=this._w*s+a*t,this._onChangeCallback()}else this._x=this._x*s+n*t,this._y=this._y*s+r*t,this._z=this._z*s+i*t,this._w=this._w*s+a*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),r=Math.sqrt(1-n),i=Math.sqrt(n);return this.set(r*Math.sin(e),r*Math.cos(e),i*Math.sin(t),i*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},q=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw Error(`THREE.Vector3: index is out of range: `+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw Error(`THREE.Vector3: index is out of range: `+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(ef.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(ef.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,r=this.z,i=e.elements;return this.x=i[0]*t+i[3]*n+i[6]*r,this.y=i[1]*t+i[4]*n+i[7]*r,this.z=i[2]*t+i[5]*n+i[8]*r,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,r=this.z,i=e.elements,a=1/(i[3]*t+i[7]*n+i[11]*r+i[15]);return this.x=(i[0]*t+i[4]*n+i[8]*r+i[12])*a,this.y=(i[1]*t+i[5]*n+i[9]*r+i[13])*a,this.z=(i[2]*t+i[6]*n+i[10]*r+i[14])*a,this}applyQuaternion(e){let t=this.x,n=this.y,r=this.z,i=e.x,a=e.y,o=e.z,s=e.w,c=2*(a*r-o*n),l=2*(o*t-i*r),u=2*(i*n-a*t);return this.x=t+s*c+a*u-o*l,this.y=n+s*l+o*c-i*u,this.z=r+s*u+i*l-a*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,r=this.z,i=e.elements;return this.x=i[0]*t+i[4]*n+i[8]*r,this.y=i[1]*t+i[5]*n+i[9]*r,this.z=i[2]*t+i[6]*n+i[10]*r,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=G(this.x,e.x,t.x),this.y=G(this.y,e.y,t.y),this.z=G(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=G(this.x,e,t),this.y=G(this.y,e,t),this.z=G(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(G(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,r=e.y,i=e.z,a=t.x,o=t.y,s=t.z;return this.x=r*s-i*o,this.y=i*a-n*s,this.z=n*o-r*a,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return $d.copy(this).projectOnVector(e),this.sub($d)}reflect(e){return this.sub($d.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(G(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,r=this.z-e.z;return t*t+n*n+r*r}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let r=Math.sin(t)*e;return this.x=r*Math.sin(n),this.y=Math.cos(t)*e,this.z=r*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),r=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=r,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},$d=new q,ef=new Qd,J=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,r,i,a,o,s,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,r,i,a,o,s,c)}set(e,t,n,r,i,a,o,s,c){let l=this.elements;return l[0]=e,l[1]=r,l[2]=o,l[3]=t,l[4]=i,l[5]=s,l[6]=n,l[7]=a,l[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,r=t.elements,i=this.elements,a=n[0],o=n[3],s=n[6],c=n[1],l=n[4],u=n[7],d=n[2],f=n[5],p=n[8],m=r[0],h=r[3],g=r[6],_=r[1],v=r[4],y=r[7],b=r[2],x=r[5],S=r[8];return i[0]=a*m+o*_+s*b,i[3]=a*h+o*v+s*x,i[6]=a*g+o*y+s*S,i[1]=c*m+l*_+u*b,i[4]=c*h+l*v+u*x,i[7]=c*g+l*y+u*S,i[2]=d*m+f*_+p*b,i[5]=d*h+f*v+p*x,i[8]=d*g+f*y+p*S,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],r=e[2],i=e[3],a=e[4],o=e[5],s=e[6],c=e[7],l=e[8];return t*a*l-t*o*c-n*i*l+n*o*s+r*i*c-r*a*s}invert(){let e=this.elements,t=e[0],n=e[1],r=e[2],i=e[3],a=e[4],o=e[5],s=e[6],c=e[7],l=e[8],u=l*a-o*c,d=o*s-l*i,f=c*i-a*s,p=t*u+n*d+r*f;if(p===0)return this.set(0,0,0,0,0,0,0,0,0);let m=1/p;return e[0]=u*m,e[1]=(r*c-l*n)*m,e[2]=(o*n-r*a)*m,e[3]=d*m,e[4]=(l*t-r*s)*m,e[5]=(r*i-o*t)*m,e[6]=f*m,e[7]=(n*s-c*t)*m,e[8]=(a*t-n*i)*m,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,r,i,a,o){let s=Math.cos(i),c=Math.sin(i);return this.set(n*s,n*c,-n*(s*a+c*o)+a+e,-r*c,r*s,-r*(-c*a+s*o)+o+t,0,0,1),this}scale(e,t){return xd(`Matrix3: .scale() is deprecated. Use .makeScale() instead.`),this.premultiply(tf.makeScale(e,t)),this}rotate(e){return xd(`Matrix3: .rotate() is deprecated. Use .makeRotation() instead.`),this.premultiply(tf.makeRotation(-e)),this}translate(e,t){return xd(`Matrix3: .translate() is deprecated. Use .makeTranslation() instead.`),this.premultiply(tf.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let e=0;e<9;e++)if(t[e]!==n[e])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},tf=new J,nf=new J().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),rf=new J().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function af(){let e={enabled:!0,workingColorSpace:ad,spaces:{},convert:function(e,t,n){return this.enabled===!1||t===n||!t||!n||(this.spaces[t].transfer===`srgb`&&(e.r=of(e.r),e.g=of(e.g),e.b=of(e.b)),this.spaces[t].primaries!==this.spaces[n].primaries&&(e.applyMatrix3(this.spaces[t].toXYZ),e.applyMatrix3(this.spaces[n].fromXYZ)),this.spaces[n].transfer===`srgb`&&(e.r=sf(e.r),e.g=sf(e.g),e.b=sf(e.b))),e},workingToColorSpace:function(e,t){return this.convert(e,this.workingColorSpace,t)},colorSpaceToWorking:function(e,t){return this.convert(e,t,this.workingColorSpace)},getPrimaries:function(e){return this.spaces[e].primaries},getTransfer:function(e){return e===``?od:this.spaces[e].transfer},getToneMappingMode:function(e){return this.spaces[e].outputColorSpaceConfig.toneMappingMode||`standard`},getLuminanceCoefficients:function(e,t=this.workingColorSpace){return e.fromArray(this.spaces[t].luminanceCoefficients)},define:function(e){Object.assign(this.spaces,e)},_getMatrix:function(e,t,n){return e.copy(this.spaces[n].fromXYZ).multiply(this.spaces[t].toXYZ)},_getDrawingBufferColorSpace:function(e){return this.spaces[e].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(e=this.workingColorSpace){return this.spaces[e].workingColorSpaceConfig.unpackColorSpace}},t=[.64,.33,.3,.6,.15,.06],n=[.2126,.7152,.0722],r=[.3127,.329];return e.define({[ad]:{primaries:t,whitePoint:r,transfer:od,toXYZ:nf,fromXYZ:rf,luminanceCoefficients:n,workingColorSpaceConfig:{unpackColorSpace:id},outputColorSpaceConfig:{drawingBufferColorSpace:id}},[id]:{primaries:t,whitePoint:r,transfer:sd,toXYZ:nf,fromXYZ:rf,luminanceCoefficients:n,outputColorSpaceConfig:{drawingBufferColorSpace:id}}}),e}var Y=af();function of(e){return e<.04045?e*.0773993808:(e*.9478672986+.0521327014)**2.4}function sf(e){return e<.0031308?e*12.92:1.055*e**.41666-.055}var cf,lf=class{static getDataURL(e,t=`image/png`){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>`u`)return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{cf===void 0&&(cf=gd(`canvas`)),cf.width=e.width,cf.height=e.height;let t=cf.getContext(`2d`);e instanceof ImageData?t.putImageData(e,0,0):t.drawImage(e,0,0,e.width,e.height),n=cf}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<`u`&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<`u`&&e instanceof HTMLCanvasElement||typeof ImageBitmap<`u`&&e instanceof ImageBitmap){let t=gd(`canvas`);t.width=e.width,t.height=e.height;let n=t.getContext(`2d`);n.drawImage(e,0,0,e.width,e.height);let r=n.getImageData(0,0,e.width,e.height),i=r.data;for(let e=0;e<i.length;e++)i[e]=of(i[e]/255)*255;return n.putImageData(r,0,0),t}if(e.data){let t=e.data.slice(0);for(let e=0;e<t.length;e++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[e]=Math.floor(of(t[e]/255)*255):t[e]=of(t[e]);return{data:t,width:e.width,height:e.height}}return U(`ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied.`),e}},uf=0,df=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:uf++}),this.uuid=kd(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<`u`&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<`u`&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t===null?e.set(0,0,0):e.set(t.width||0,t.height||0,t.depth||0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e==`string`;if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:``},r=this.data;if(r!==null){let e;if(Array.isArray(r)){e=[];for(let t=0,n=r.length;t<n;t++)r[t].isDataTexture?e.push(ff(r[t].image)):e.push(ff(r[t]))}else e=ff(r);n.url=e}return t||(e.images[this.uuid]=n),n}};function ff(e){return typeof HTMLImageElement<`u`&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<`u`&&e instanceof HTMLCanvasElement||typeof ImageBitmap<`u`&&e instanceof ImageBitmap?lf.getDataURL(e):e.data?{data:Array.from(e.data),width:e.width,height:e.height,type:e.data.constructor.name}:(U(`Texture: Unable to serialize Texture.`),{})}var pf=0,mf=new q,hf=class e extends wd{constructor(t=e.DEFAULT_IMAGE,n=e.DEFAULT_MAPPING,r=Ll,i=Ll,a=Hl,o=Wl,s=ou,c=Gl,l=e.DEFAULT_ANISOTROPY,u=``){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:pf++}),this.uuid=kd(),this.name=``,this.source=new df(t),this.mipmaps=[],this.mapping=n,this.channel=0,this.wrapS=r,this.wrapT=i,this.magFilter=a,this.minFilter=o,this.anisotropy=l,this.format=s,this.internalFormat=null,this.type=c,this.offset=new K(0,0),this.repeat=new K(1,1),this.center=new K(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new J,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=u,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(t&&t.depth&&t.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(mf).x}get height(){return this.source.getSize(mf).y}get depth(){return this.source.getSize(mf).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){U(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let r=this[t];r===void 0?U(`Texture.setValues(): property '${t}' does not exist.`):r&&n&&r.isVector2&&n.isVector2||r&&n&&r.isVector3&&n.isVector3||r&&n&&r.isMatrix3&&n.isMatrix3?r.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e==`string`;if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:`Texture`,generator:`Texture.toJSON`},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:`dispose`})}transformUv(e){if(this.mapping!==300)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Il:e.x-=Math.floor(e.x);break;case Ll:e.x=e.x<0?0:1;break;case Rl:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x-=Math.floor(e.x)}if(e.y<0||e.y>1)switch(this.wrapT){case Il:e.y-=Math.floor(e.y);break;case Ll:e.y=e.y<0?0:1;break;case Rl:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y-=Math.floor(e.y)}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};hf.DEFAULT_IMAGE=null,hf.DEFAULT_MAPPING=300,hf.DEFAULT_ANISOTROPY=1;var gf=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,r=1){this.x=e,this.y=t,this.z=n,this.w=r}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,r){return this.x=e,this.y=t,this.z=n,this.w=r,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw Error(`THREE.Vector4: index is out of range: `+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw Error(`THREE.Vector4: index is out of range: `+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w===void 0?1:e.w,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,r=this.z,i=this.w,a=e.elements;return this.x=a[0]*t+a[4]*n+a[8]*r+a[12]*i,this.y=a[1]*t+a[5]*n+a[9]*r+a[13]*i,this.z=a[2]*t+a[6]*n+a[10]*r+a[14]*i,this.w=a[3]*t+a[7]*n+a[11]*r+a[15]*i,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,r,i,a=.01,o=.1,s=e.elements,c=s[0],l=s[4],u=s[8],d=s[1],f=s[5],p=s[9],m=s[2],h=s[6],g=s[10];if(Math.abs(l-d)<a&&Math.abs(u-m)<a&&Math.abs(p-h)<a){if(Math.abs(l+d)<o&&Math.abs(u+m)<o&&Math.abs(p+h)<o&&Math.abs(c+f+g-3)<o)return this.set(1,0,0,0),this;t=Math.PI;let e=(c+1)/2,s=(f+1)/2,_=(g+1)/2,v=(l+d)/4,y=(u+m)/4,b=(p+h)/4;return e>s&&e>_?e<a?(n=0,r=.707106781,i=.707106781):(n=Math.sqrt(e),r=v/n,i=y/n):s>_?s<a?(n=.707106781,r=0,i=.707106781):(r=Math.sqrt(s),n=v/r,i=b/r):_<a?(n=.707106781,r=.707106781,i=0):(i=Math.sqrt(_),n=y/i,r=b/i),this.set(n,r,i,t),this}let _=Math.sqrt((h-p)*(h-p)+(u-m)*(u-m)+(d-l)*(d-l));return Math.abs(_)<.001&&(_=1),this.x=(h-p)/_,this.y=(u-m)/_,this.z=(d-l)/_,this.w=Math.acos((c+f+g-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=G(this.x,e.x,t.x),this.y=G(this.y,e.y,t.y),this.z=G(this.z,e.z,t.z),this.w=G(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=G(this.x,e,t),this.y=G(this.y,e,t),this.z=G(this.z,e,t),this.w=G(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(G(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},_f=class extends wd{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Hl,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new gf(0,0,e,t),this.scissorTest=!1,this.viewport=new gf(0,0,e,t),this.textures=[];let r=n.count;for(let i=0;i<r;i++)this.textures[i]=new hf({width:e,height:t,depth:n.depth}),this.textures[i].isRenderTargetTexture=!0,this.textures[i].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Hl,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let e=0;e<this.textures.length;e++)this.textures[e].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let r=0,i=this.textures.length;r<i;r++)this.textures[r].image.width=e,this.textures[r].image.height=t,this.textures[r].image.depth=n,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let n=Object.assign({},e.textures[t].image);this.textures[t].source=new df(n)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null){if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture}else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:`dispose`})}},vf=class extends _f{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},yf=class extends hf{constructor(e=null,t=1,n=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:r},this.magFilter=zl,this.minFilter=zl,this.wrapR=Ll,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}},bf=class extends hf{constructor(e=null,t=1,n=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:r},this.magFilter=zl,this.minFilter=zl,this.wrapR=Ll,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}},xf=class e{static{this.prototype.isMatrix4=!0}constructor(e,t,n,r,i,a,o,s,c,l,u,d,f,p,m,h){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,r,i,a,o,s,c,l,u,d,f,p,m,h)}set(e,t,n,r,i,a,o,s,c,l,u,d,f,p,m,h){let g=this.elements;return g[0]=e,g[4]=t,g[8]=n,g[12]=r,g[1]=i,g[5]=a,g[9]=o,g[13]=s,g[2]=c,g[6]=l,g[10]=u,g[14]=d,g[3]=f,g[7]=p,g[11]=m,g[15]=h,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new e().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,r=1/Sf.setFromMatrixColumn(e,0).length(),i=1/Sf.setFromMatrixColumn(e,1).length(),a=1/Sf.setFromMatrixColumn(e,2).length();return t[0]=n[0]*r,t[1]=n[1]*r,t[2]=n[2]*r,t[3]=0,t[4]=n[4]*i,t[5]=n[5]*i,t[6]=n[6]*i,t[7]=0,t[8]=n[8]*a,t[9]=n[9]*a,t[10]=n[10]*a,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,r=e.y,i=e.z,a=Math.cos(n),o=Math.sin(n),s=Math.cos(r),c=Math.sin(r),l=Math.cos(i),u=Math.sin(i);if(e.order===`XYZ`){let e=a*l,n=a*u,r=o*l,i=o*u;t[0]=s*l,t[4]=-s*u,t[8]=c,t[1]=n+r*c,t[5]=e-i*c,t[9]=-o*s,t[2]=i-e*c,t[6]=r+n*c,t[10]=a*s}else if(e.order===`YXZ`){let e=s*l,n=s*u,r=c*l,i=c*u;t[0]=e+i*o,t[4]=r*o-n,t[8]=a*c,t[1]=a*u,t[5]=a*l,t[9]=-o,t[2]=n*o-r,t[6]=i+e*o,t[10]=a*s}else if(e.order===`ZXY`){let e=s*l,n=s*u,r=c*l,i=c*u;t[0]=e-i*o,t[4]=-a*u,t[8]=r+n*o,t[1]=n+r*o,t[5]=a*l,t[9]=i-e*o,t[2]=-a*c,t[6]=o,t[10]=a*s}else if(e.order===`ZYX`){let e=a*l,n=a*u,r=o*l,i=o*u;t[0]=s*l,t[4]=r*c-n,t[8]=e*c+i,t[1]=s*u,t[5]=i*c+e,t[9]=n*c-r,t[2]=-c,t[6]=o*s,t[10]=a*s}else if(e.order===`YZX`){let e=a*s,n=a*c,r=o*s,i=o*c;t[0]=s*l,t[4]=i-e*u,t[8]=r*u+n,t[1]=u,t[5]=a*l,t[9]=-o*l,t[2]=-c*l,t[6]=n*u+r,t[10]=e-i*u}else if(e.order===`XZY`){let e=a*s,n=a*c,r=o*s,i=o*c;t[0]=s*l,t[4]=-u,t[8]=c*l,t[1]=e*u+i,t[5]=a*l,t[9]=n*u-r,t[2]=r*u-n,t[6]=o*l,t[10]=i*u+e}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(wf,e,Tf)}lookAt(e,t,n){let r=this.elements;return Of.subVectors(e,t),Of.lengthSq()===0&&(Of.z=1),Of.normalize(),Ef.crossVectors(n,Of),Ef.lengthSq()===0&&(Math.abs(n.z)===1?Of.x+=1e-4:Of.z+=1e-4,Of.normalize(),Ef.crossVectors(n,Of)),Ef.normalize(),Df.crossVectors(Of,Ef),r[0]=Ef.x,r[4]=Df.x,r[8]=Of.x,r[1]=Ef.y,r[5]=Df.y,r[9]=Of.y,r[2]=Ef.z,r[6]=Df.z,r[10]=Of.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,r=t.elements,i=this.elements,a=n[0],o=n[4],s=n[8],c=n[12],l=n[1],u=n[5],d=n[9],f=n[13],p=n[2],m=n[6],h=n[10],g=n[14],_=n[3],v=n[7],y=n[11],b=n[15],x=r[0],S=r[4],C=r[8],w=r[12],T=r[1],E=r[5],D=r[9],O=r[13],k=r[2],A=r[6],j=r[10],M=r[14],N=r[3],P=r[7],ee=r[11],F=r[15];return i[0]=a*x+o*T+s*k+c*N,i[4]=a*S+o*E+s*A+c*P,i[8]=a*C+o*D+s*j+c*ee,i[12]=a*w+o*O+s*M+c*F,i[1]=l*x+u*T+d*k+f*N,i[5]=l*S+u*E+d*A+f*P,i[9]=l*C+u*D+d*j+f*ee,i[13]=l*w+u*O+d*M+f*F,i[2]=p*x+m*T+h*k+g*N,i[6]=p*S+m*E+h*A+g*P,i[10]=p*C+m*D+h*j+g*ee,i[14]=p*w+m*O+h*M+g*F,i[3]=_*x+v*T+y*k+b*N,i[7]=_*S+v*E+y*A+b*P,i[11]=_*C+v*D+y*j+b*ee,i[15]=_*w+v*O+y*M+b*F,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],r=e[8],i=e[12],a=e[1],o=e[5],s=e[9],c=e[13],l=e[2],u=e[6],d=e[10],f=e[14],p=e[3],m=e[7],h=e[11],g=e[15],_=s*f-c*d,v=o*f-c*u,y=o*d-s*u,b=a*f-c*l,x=a*d-s*l,S=a*u-o*l;return t*(m*_-h*v+g*y)-n*(p*_-h*b+g*x)+r*(p*v-m*b+g*S)-i*(p*y-m*x+h*S)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],r=e[8],i=e[1],a=e[5],o=e[9],s=e[2],c=e[6],l=e[10];return t*(a*l-o*c)-n*(i*l-o*s)+r*(i*c-a*s)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let r=this.elements;return e.isVector3?(r[12]=e.x,r[13]=e.y,r[14]=e.z):(r[12]=e,r[13]=t,r[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],r=e[2],i=e[3],a=e[4],o=e[5],s=e[6],c=e[7],l=e[8],u=e[9],d=e[10],f=e[11],p=e[12],m=e[13],h=e[14],g=e[15],_=t*o-n*a,v=t*s-r*a,y=t*c-i*a,b=n*s-r*o,x=n*c-i*o,S=r*c-i*s,C=l*m-u*p,w=l*h-d*p,T=l*g-f*p,E=u*h-d*m,D=u*g-f*m,O=d*g-f*h,k=_*O-v*D+y*E+b*T-x*w+S*C;if(k===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let A=1/k;return e[0]=(o*O-s*D+c*E)*A,e[1]=(r*D-n*O-i*E)*A,e[2]=(m*S-h*x+g*b)*A,e[3]=(d*x-u*S-f*b)*A,e[4]=(s*T-a*O-c*w)*A,e[5]=(t*O-r*T+i*w)*A,e[6]=(h*y-p*S-g*v)*A,e[7]=(l*S-d*y+f*v)*A,e[8]=(a*D-o*T+c*C)*A,e[9]=(n*T-t*D-i*C)*A,e[10]=(p*x-m*y+g*_)*A,e[11]=(u*y-l*x-f*_)*A,e[12]=(o*w-a*E-s*C)*A,e[13]=(t*E-n*w+r*C)*A,e[14]=(m*v-p*b-h*_)*A,e[15]=(l*b-u*v+d*_)*A,this}scale(e){let t=this.elements,n=e.x,r=e.y,i=e.z;return t[0]*=n,t[4]*=r,t[8]*=i,t[1]*=n,t[5]*=r,t[9]*=i,t[2]*=n,t[6]*=r,t[10]*=i,t[3]*=n,t[7]*=r,t[11]*=i,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],r=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,r))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),r=Math.sin(t),i=1-n,a=e.x,o=e.y,s=e.z,c=i*a,l=i*o;return this.set(c*a+n,c*o-r*s,c*s+r*o,0,c*o+r*s,l*o+n,l*s-r*a,0,c*s-r*o,l*s+r*a,i*s*s+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,r,i,a){return this.set(1,n,i,0,e,1,a,0,t,r,1,0,0,0,0,1),this}compose(e,t,n){let r=this.elements,i=t._x,a=t._y,o=t._z,s=t._w,c=i+i,l=a+a,u=o+o,d=i*c,f=i*l,p=i*u,m=a*l,h=a*u,g=o*u,_=s*c,v=s*l,y=s*u,b=n.x,x=n.y,S=n.z;return r[0]=(1-(m+g))*b,r[1]=(f+y)*b,r[2]=(p-v)*b,r[3]=0,r[4]=(f-y)*x,r[5]=(1-(d+g))*x,r[6]=(h+_)*x,r[7]=0,r[8]=(p+v)*S,r[9]=(h-_)*S,r[10]=(1-(d+m))*S,r[11]=0,r[12]=e.x,r[13]=e.y,r[14]=e.z,r[15]=1,this}decompose(e,t,n){let r=this.elements;e.x=r[12],e.y=r[13],e.z=r[14];let i=this.determinantAffine();if(i===0)return n.set(1,1,1),t.identity(),this;let a=Sf.set(r[0],r[1],r[2]).length(),o=Sf.set(r[4],r[5],r[6]).length(),s=Sf.set(r[8],r[9],r[10]).length();i<0&&(a=-a),Cf.copy(this);let c=1/a,l=1/o,u=1/s;return Cf.elements[0]*=c,Cf.elements[1]*=c,Cf.elements[2]*=c,Cf.elements[4]*=l,Cf.elements[5]*=l,Cf.elements[6]*=l,Cf.elements[8]*=u,Cf.elements[9]*=u,Cf.elements[10]*=u,t.setFromRotationMatrix(Cf),n.x=a,n.y=o,n.z=s,this}makePerspective(e,t,n,r,i,a,o=pd,s=!1){let c=this.elements,l=2*i/(t-e),u=2*i/(n-r),d=(t+e)/(t-e),f=(n+r)/(n-r),p,m;if(s)p=i/(a-i),m=a*i/(a-i);else if(o===2e3)p=-(a+i)/(a-i),m=-2*a*i/(a-i);else if(o===2001)p=-a/(a-i),m=-a*i/(a-i);else throw Error(`THREE.Matrix4.makePerspective(): Invalid coordinate system: `+o);return c[0]=l,c[4]=0,c[8]=d,c[12]=0,c[1]=0,c[5]=u,c[9]=f,c[13]=0,c[2]=0,c[6]=0,c[10]=p,c[14]=m,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,n,r,i,a,o=pd,s=!1){let c=this.elements,l=2/(t-e),u=2/(n-r),d=-(t+e)/(t-e),f=-(n+r)/(n-r),p,m;if(s)p=1/(a-i),m=a/(a-i);else if(o===2e3)p=-2/(a-i),m=-(a+i)/(a-i);else if(o===2001)p=-1/(a-i),m=-i/(a-i);else throw Error(`THREE.Matrix4.makeOrthographic(): Invalid coordinate system: `+o);return c[0]=l,c[4]=0,c[8]=0,c[12]=d,c[1]=0,c[5]=u,c[9]=0,c[13]=f,c[2]=0,c[6]=0,c[10]=p,c[14]=m,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let e=0;e<16;e++)if(t[e]!==n[e])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},Sf=new q,Cf=new xf,wf=new q(0,0,0),Tf=new q(1,1,1),Ef=new q,Df=new q,Of=new q,kf=new xf,Af=new Qd,jf=class e{constructor(t=0,n=0,r=0,i=e.DEFAULT_ORDER){this.isEuler=!0,this._x=t,this._y=n,this._z=r,this._order=i}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,r=this._order){return this._x=e,this._y=t,this._z=n,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let r=e.elements,i=r[0],a=r[4],o=r[8],s=r[1],c=r[5],l=r[9],u=r[2],d=r[6],f=r[10];switch(t){case`XYZ`:this._y=Math.asin(G(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(-l,f),this._z=Math.atan2(-a,i)):(this._x=Math.atan2(d,c),this._z=0);break;case`YXZ`:this._x=Math.asin(-G(l,-1,1)),Math.abs(l)<.9999999?(this._y=Math.atan2(o,f),this._z=Math.atan2(s,c)):(this._y=Math.atan2(-u,i),this._z=0);break;case`ZXY`:this._x=Math.asin(G(d,-1,1)),Math.abs(d)<.9999999?(this._y=Math.atan2(-u,f),this._z=Math.atan2(-a,c)):(this._y=0,this._z=Math.atan2(s,i));break;case`ZYX`:this._y=Math.asin(-G(u,-1,1)),Math.abs(u)<.9999999?(this._x=Math.atan2(d,f),this._z=Math.atan2(s,i)):(this._x=0,this._z=Math.atan2(-a,c));break;case`YZX`:this._z=Math.asin(G(s,-1,1)),Math.abs(s)<.9999999?(this._x=Math.atan2(-l,c),this._y=Math.atan2(-u,i)):(this._x=0,this._y=Math.atan2(o,f));break;case`XZY`:this._z=Math.asin(-G(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(d,c),this._y=Math.atan2(o,i)):(this._x=Math.atan2(-l,f),this._y=0);break;default:U(`Euler: .setFromRotationMatrix() encountered an unknown order: `+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return kf.makeRotationFromQuaternion(e),this.setFromRotationMatrix(kf,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Af.setFromEuler(this),this.setFromQuaternion(Af,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};jf.DEFAULT_ORDER=`XYZ`;var Mf=class{constructor(){this.mask=1}set(e){this.mask=1<<e>>>0}enable(e){this.mask|=1<<e}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e}disable(e){this.mask&=~(1<<e)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return!!(this.mask&1<<e)}},Nf=0,Pf=new q,Ff=new Qd,If=new xf,Lf=new q,Rf=new q,zf=new q,Bf=new Qd,Vf=new q(1,0,0),Hf=new q(0,1,0),Uf=new q(0,0,1),Wf={type:`added`},Gf={type:`removed`},Kf={type:`childadded`,child:null},qf={type:`childremoved`,child:null},Jf=class e extends wd{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:Nf++}),this.uuid=kd(),this.name=``,this.type=`Object3D`,this.parent=null,this.children=[],this.up=e.DEFAULT_UP.clone();let t=new q,n=new jf,r=new Qd,i=new q(1,1,1);function a(){r.setFromEuler(n,!1)}function o(){n.setFromQuaternion(r,void 0,!1)}n._onChange(a),r._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:t},rotation:{configurable:!0,enumerable:!0,value:n},quaternion:{configurable:!0,enumerable:!0,value:r},scale:{configurable:!0,enumerable:!0,value:i},modelViewMatrix:{value:new xf},normalMatrix:{value:new J}}),this.matrix=new xf,this.matrixWorld=new xf,this.matrixAutoUpdate=e.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=e.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new Mf,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return Ff.setFromAxisAngle(e,t),this.quaternion.multiply(Ff),this}rotateOnWorldAxis(e,t){return Ff.setFromAxisAngle(e,t),this.quaternion.premultiply(Ff),this}rotateX(e){return this.rotateOnAxis(Vf,e)}rotateY(e){return this.rotateOnAxis(Hf,e)}rotateZ(e){return this.rotateOnAxis(Uf,e)}translateOnAxis(e,t){return Pf.copy(e).applyQuaternion(this.quaternion),this.position.add(Pf.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Vf,e)}translateY(e){return this.translateOnAxis(Hf,e)}translateZ(e){return this.translateOnAxis(Uf,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(If.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?Lf.copy(e):Lf.set(e,t,n);let r=this.parent;this.updateWorldMatrix(!0,!1),Rf.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?If.lookAt(Rf,Lf,this.up):If.lookAt(Lf,Rf,this.up),this.quaternion.setFromRotationMatrix(If),r&&(If.extractRotation(r.matrixWorld),Ff.setFromRotationMatrix(If),this.quaternion.premultiply(Ff.invert()))}add(e){if(arguments.length>1){for(let e=0;e<arguments.length;e++)this.add(arguments[e]);return this}return e===this?(W(`Object3D.add: object can't be added as a child of itself.`,e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(Wf),Kf.child=e,this.dispatchEvent(Kf),Kf.child=null):W(`Object3D.add: object not an instance of THREE.Object3D.`,e),this)}remove(e){if(arguments.length>1){for(let e=0;e<arguments.length;e++)this.remove(arguments[e]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(Gf),qf.child=e,this.dispatchEvent(qf),qf.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),If.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),If.multiply(e.parent.matrixWorld)),e.applyMatrix4(If),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(Wf),Kf.child=e,this.dispatchEvent(Kf),Kf.child=null,this}getObjectById(e){return this.getObjectByProperty(`id`,e)}getObjectByName(e){return this.getObjectByProperty(`name`,e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,r=this.children.length;n<r;n++){let r=this.children[n].getObjectByProperty(e,t);if(r!==void 0)return r}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let r=this.children;for(let i=0,a=r.length;i<a;i++)r[i].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Rf,e,zf),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Rf,Bf,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,r=e.z,i=this.matrix.elements;i[12]+=t-i[0]*t-i[4]*n-i[8]*r,i[13]+=n-i[1]*t-i[5]*n-i[9]*r,i[14]+=r-i[2]*t-i[6]*n-i[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let r=this.parent;if(e===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let e=this.children;for(let t=0,r=e.length;t<r;t++)e[t].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e==`string`,n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:`Object`,generator:`Object3D.toJSON`});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type=`InstancedMesh`,r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type=`BatchedMesh`,r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(e=>({...e,boundingBox:e.boundingBox?e.boundingBox.toJSON():void 0,boundingSphere:e.boundingSphere?e.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(e=>({...e})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(e),r.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function i(t,n){return t[n.uuid]===void 0&&(t[n.uuid]=n.toJSON(e)),n.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=i(e.geometries,this.geometry);let t=this.geometry.parameters;if(t!==void 0&&t.shapes!==void 0){let n=t.shapes;if(Array.isArray(n))for(let t=0,r=n.length;t<r;t++){let r=n[t];i(e.shapes,r)}else i(e.shapes,n)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(i(e.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0){if(Array.isArray(this.material)){let t=[];for(let n=0,r=this.material.length;n<r;n++)t.push(i(e.materials,this.material[n]));r.material=t}else r.material=i(e.materials,this.material)}if(this.children.length>0){r.children=[];for(let t=0;t<this.children.length;t++)r.children.push(this.children[t].toJSON(e).object)}if(this.animations.length>0){r.animations=[];for(let t=0;t<this.animations.length;t++){let n=this.animations[t];r.animations.push(i(e.animations,n))}}if(t){let t=a(e.geometries),r=a(e.materials),i=a(e.textures),o=a(e.images),s=a(e.shapes),c=a(e.skeletons),l=a(e.animations),u=a(e.nodes);t.length>0&&(n.geometries=t),r.length>0&&(n.materials=r),i.length>0&&(n.textures=i),o.length>0&&(n.images=o),s.length>0&&(n.shapes=s),c.length>0&&(n.skeletons=c),l.length>0&&(n.animations=l),u.length>0&&(n.nodes=u)}return n.object=r,n;function a(e){let t=[];for(let n in e){let r=e[n];delete r.metadata,t.push(r)}return t}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot===null?null:e.pivot.clone(),this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let t=0;t<e.children.length;t++){let n=e.children[t];this.add(n.clone())}return this}dispose(){this.dispatchEvent({type:`dispose`})}};Jf.DEFAULT_UP=new q(0,1,0),Jf.DEFAULT_MATRIX_AUTO_UPDATE=!0,Jf.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var Yf=class extends Jf{constructor(){super(),this.isGroup=!0,this.type=`Group`}},Xf={type:`move`},Zf=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new Yf,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new Yf,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new q,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new q),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new Yf,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new q,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new q,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:`connected`,data:e}),this}disconnect(e){return this.dispatchEvent({type:`disconnected`,data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let r=null,i=null,a=null,o=this._targetRay,s=this._grip,c=this._hand;if(e&&t.session.visibilityState!==`visible-blurred`){if(c&&e.hand){a=!0;for(let r of e.hand.values()){let e=t.getJointPose(r,n),i=this._getHandJoint(c,r);e!==null&&(i.matrix.fromArray(e.transform.matrix),i.matrix.decompose(i.position,i.quaternion,i.scale),i.matrixWorldNeedsUpdate=!0,i.jointRadius=e.radius),i.visible=e!==null}let r=c.joints[`index-finger-tip`],i=c.joints[`thumb-tip`],o=r.position.distanceTo(i.position);c.inputState.pinching&&o>.025?(c.inputState.pinching=!1,this.dispatchEvent({type:`pinchend`,handedness:e.handedness,target:this})):!c.inputState.pinching&&o<=.015&&(c.inputState.pinching=!0,this.dispatchEvent({type:`pinchstart`,handedness:e.handedness,target:this}))}else s!==null&&e.gripSpace&&(i=t.getPose(e.gripSpace,n),i!==null&&(s.matrix.fromArray(i.transform.matrix),s.matrix.decompose(s.position,s.quaternion,s.scale),s.matrixWorldNeedsUpdate=!0,i.linearVelocity?(s.hasLinearVelocity=!0,s.linearVelocity.copy(i.linearVelocity)):s.hasLinearVelocity=!1,i.angularVelocity?(s.hasAngularVelocity=!0,s.angularVelocity.copy(i.angularVelocity)):s.hasAngularVelocity=!1,s.eventsEnabled&&s.dispatchEvent({type:`gripUpdated`,data:e,target:this})));o!==null&&(r=t.getPose(e.targetRaySpace,n),r===null&&i!==null&&(r=i),r!==null&&(o.matrix.fromArray(r.transform.matrix),o.matrix.decompose(o.position,o.quaternion,o.scale),o.matrixWorldNeedsUpdate=!0,r.linearVelocity?(o.hasLinearVelocity=!0,o.linearVelocity.copy(r.linearVelocity)):o.hasLinearVelocity=!1,r.angularVelocity?(o.hasAngularVelocity=!0,o.angularVelocity.copy(r.angularVelocity)):o.hasAngularVelocity=!1,this.dispatchEvent(Xf)))}return o!==null&&(o.visible=r!==null),s!==null&&(s.visible=i!==null),c!==null&&(c.visible=a!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new Yf;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},Qf={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},$f={h:0,s:0,l:0},ep={h:0,s:0,l:0};function tp(e,t,n){return n<0&&(n+=1),n>1&&--n,n<1/6?e+(t-e)*6*n:n<1/2?t:n<2/3?e+(t-e)*6*(2/3-n):e}var X=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let t=e;t&&t.isColor?this.copy(t):typeof t==`number`?this.setHex(t):typeof t==`string`&&this.setStyle(t)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=id){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,Y.colorSpaceToWorking(this,t),this}setRGB(e,t,n,r=Y.workingColorSpace){return this.r=e,this.g=t,this.b=n,Y.colorSpaceToWorking(this,r),this}setHSL(e,t,n,r=Y.workingColorSpace){if(e=Ad(e,1),t=G(t,0,1),n=G(n,0,1),t===0)this.r=this.g=this.b=n;else{let r=n<=.5?n*(1+t):n+t-n*t,i=2*n-r;this.r=tp(i,r,e+1/3),this.g=tp(i,r,e),this.b=tp(i,r,e-1/3)}return Y.colorSpaceToWorking(this,r),this}setStyle(e,t=id){function n(t){t!==void 0&&parseFloat(t)<1&&U(`Color: Alpha component of `+e+` will be ignored.`)}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(e)){let i,a=r[1],o=r[2];switch(a){case`rgb`:case`rgba`:if(i=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(o))return n(i[4]),this.setRGB(Math.min(255,parseInt(i[1],10))/255,Math.min(255,parseInt(i[2],10))/255,Math.min(255,parseInt(i[3],10))/255,t);if(i=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(o))return n(i[4]),this.setRGB(Math.min(100,parseFloat(i[1]))/100,Math.min(100,parseFloat(i[2]))/100,Math.min(100,parseFloat(i[3]))/100,t);break;case`hsl`:case`hsla`:if(i=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(o))return n(i[4]),this.setHSL(parseFloat(i[1])/360,parseFloat(i[2])/100,parseFloat(i[3])/100,t);break;default:U(`Color: Unknown color model `+e)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(e)){let n=r[1],i=n.length;if(i===3)return this.setRGB(parseInt(n.charAt(0),16)/15,parseInt(n.charAt(1),16)/15,parseInt(n.charAt(2),16)/15,t);if(i===6)return this.setHex(parseInt(n,16),t);U(`Color: Invalid hex color `+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=id){let n=Qf[e.toLowerCase()];return n===void 0?U(`Color: Unknown color `+e):this.setHex(n,t),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=of(e.r),this.g=of(e.g),this.b=of(e.b),this}copyLinearToSRGB(e){return this.r=sf(e.r),this.g=sf(e.g),this.b=sf(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=id){return Y.workingToColorSpace(np.copy(this),e),Math.round(G(np.r*255,0,255))*65536+Math.round(G(np.g*255,0,255))*256+Math.round(G(np.b*255,0,255))}getHexString(e=id){return(`000000`+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=Y.workingColorSpace){Y.workingToColorSpace(np.copy(this),t);let n=np.r,r=np.g,i=np.b,a=Math.max(n,r,i),o=Math.min(n,r,i),s,c,l=(o+a)/2;if(o===a)s=0,c=0;else{let e=a-o;switch(c=l<=.5?e/(a+o):e/(2-a-o),a){case n:s=(r-i)/e+(r<i?6:0);break;case r:s=(i-n)/e+2;break;case i:s=(n-r)/e+4}s/=6}return e.h=s,e.s=c,e.l=l,e}getRGB(e,t=Y.workingColorSpace){return Y.workingToColorSpace(np.copy(this),t),e.r=np.r,e.g=np.g,e.b=np.b,e}getStyle(e=id){Y.workingToColorSpace(np.copy(this),e);let t=np.r,n=np.g,r=np.b;return e===`srgb`?`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(r*255)})`:`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${r.toFixed(3)})`}offsetHSL(e,t,n){return this.getHSL($f),this.setHSL($f.h+e,$f.s+t,$f.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL($f),e.getHSL(ep);let n=Nd($f.h,ep.h,t),r=Nd($f.s,ep.s,t),i=Nd($f.l,ep.l,t);return this.setHSL(n,r,i),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,r=this.b,i=e.elements;return this.r=i[0]*t+i[3]*n+i[6]*r,this.g=i[1]*t+i[4]*n+i[7]*r,this.b=i[2]*t+i[5]*n+i[8]*r,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},np=new X;X.NAMES=Qf;var rp=class extends Jf{constructor(){super(),this.isScene=!0,this.type=`Scene`,this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new jf,this.environmentIntensity=1,this.environmentRotation=new jf,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<`u`&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent(`observe`,{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background===null?null:e.background.clone(),this.environment=e.environment===null?null:e.environment.clone(),this.fog=e.fog===null?null:e.fog.clone(),this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial===null?null:e.overrideMaterial.clone(),this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},ip=new q,ap=new q,op=new q,sp=new q,cp=new q,lp=new q,up=new q,dp=new q,fp=new q,pp=new q,mp=new gf,hp=new gf,gp=new gf,_p=class e{constructor(e=new q,t=new q,n=new q){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,r){r.subVectors(n,t),ip.subVectors(e,t),r.cross(ip);let i=r.lengthSq();return i>0?r.multiplyScalar(1/Math.sqrt(i)):r.set(0,0,0)}static getBarycoord(e,t,n,r,i){ip.subVectors(r,t),ap.subVectors(n,t),op.subVectors(e,t);let a=ip.dot(ip),o=ip.dot(ap),s=ip.dot(op),c=ap.dot(ap),l=ap.dot(op),u=a*c-o*o;if(u===0)return i.set(0,0,0),null;let d=1/u,f=(c*s-o*l)*d,p=(a*l-o*s)*d;return i.set(1-f-p,p,f)}static containsPoint(e,t,n,r){return this.getBarycoord(e,t,n,r,sp)!==null&&sp.x>=0&&sp.y>=0&&sp.x+sp.y<=1}static getInterpolation(e,t,n,r,i,a,o,s){return this.getBarycoord(e,t,n,r,sp)===null?(s.x=0,s.y=0,`z`in s&&(s.z=0),`w`in s&&(s.w=0),null):(s.setScalar(0),s.addScaledVector(i,sp.x),s.addScaledVector(a,sp.y),s.addScaledVector(o,sp.z),s)}static getInterpolatedAttribute(e,t,n,r,i,a){return mp.setScalar(0),hp.setScalar(0),gp.setScalar(0),mp.fromBufferAttribute(e,t),hp.fromBufferAttribute(e,n),gp.fromBufferAttribute(e,r),a.setScalar(0),a.addScaledVector(mp,i.x),a.addScaledVector(hp,i.y),a.addScaledVector(gp,i.z),a}static isFrontFacing(e,t,n,r){return ip.subVectors(n,t),ap.subVectors(e,t),ip.cross(ap).dot(r)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,r){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[r]),this}setFromAttributeAndIndices(e,t,n,r){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,r),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return ip.subVectors(this.c,this.b),ap.subVectors(this.a,this.b),ip.cross(ap).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(t){return e.getNormal(this.a,this.b,this.c,t)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(t,n){return e.getBarycoord(t,this.a,this.b,this.c,n)}getInterpolation(t,n,r,i,a){return e.getInterpolation(t,this.a,this.b,this.c,n,r,i,a)}containsPoint(t){return e.containsPoint(t,this.a,this.b,this.c)}isFrontFacing(t){return e.isFrontFacing(this.a,this.b,this.c,t)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,r=this.b,i=this.c,a,o;cp.subVectors(r,n),lp.subVectors(i,n),dp.subVectors(e,n);let s=cp.dot(dp),c=lp.dot(dp);if(s<=0&&c<=0)return t.copy(n);fp.subVectors(e,r);let l=cp.dot(fp),u=lp.dot(fp);if(l>=0&&u<=l)return t.copy(r);let d=s*u-l*c;if(d<=0&&s>=0&&l<=0&&s-l>0)return a=s/(s-l),t.copy(n).addScaledVector(cp,a);pp.subVectors(e,i);let f=cp.dot(pp),p=lp.dot(pp);if(p>=0&&f<=p)return t.copy(i);let m=f*c-s*p;if(m<=0&&c>=0&&p<=0)return o=c/(c-p),t.copy(n).addScaledVector(lp,o);let h=l*p-f*u;if(h<=0&&u-l>=0&&f-p>=0)return up.subVectors(i,r),o=(u-l)/(u-l+(f-p)),t.copy(r).addScaledVector(up,o);let g=1/(h+m+d);return a=m*g,o=d*g,t.copy(n).addScaledVector(cp,a).addScaledVector(lp,o)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},vp=class{constructor(e=new q(1/0,1/0,1/0),t=new q(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(bp.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(bp.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=bp.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let r=n.getAttribute(`position`);if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let t=0,n=r.count;t<n;t++)e.isMesh===!0?e.getVertexPosition(t,bp):bp.fromBufferAttribute(r,t),bp.applyMatrix4(e.matrixWorld),this.expandByPoint(bp);else e.boundingBox===void 0?(n.boundingBox===null&&n.computeBoundingBox(),xp.copy(n.boundingBox)):(e.boundingBox===null&&e.computeBoundingBox(),xp.copy(e.boundingBox)),xp.applyMatrix4(e.matrixWorld),this.union(xp)}let r=e.children;for(let e=0,n=r.length;e<n;e++)this.expandByObject(r[e],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,bp),bp.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(Op),kp.subVectors(this.max,Op),Sp.subVectors(e.a,Op),Cp.subVectors(e.b,Op),wp.subVectors(e.c,Op),Tp.subVectors(Cp,Sp),Ep.subVectors(wp,Cp),Dp.subVectors(Sp,wp);let t=[0,-Tp.z,Tp.y,0,-Ep.z,Ep.y,0,-Dp.z,Dp.y,Tp.z,0,-Tp.x,Ep.z,0,-Ep.x,Dp.z,0,-Dp.x,-Tp.y,Tp.x,0,-Ep.y,Ep.x,0,-Dp.y,Dp.x,0];return!Mp(t,Sp,Cp,wp,kp)||(t=[1,0,0,0,1,0,0,0,1],!Mp(t,Sp,Cp,wp,kp))?!1:(Ap.crossVectors(Tp,Ep),t=[Ap.x,Ap.y,Ap.z],Mp(t,Sp,Cp,wp,kp))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,bp).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(bp).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()||(yp[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),yp[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),yp[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),yp[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),yp[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),yp[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),yp[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),yp[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(yp)),this}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},yp=[new q,new q,new q,new q,new q,new q,new q,new q],bp=new q,xp=new vp,Sp=new q,Cp=new q,wp=new q,Tp=new q,Ep=new q,Dp=new q,Op=new q,kp=new q,Ap=new q,jp=new q;function Mp(e,t,n,r,i){for(let a=0,o=e.length-3;a<=o;a+=3){jp.fromArray(e,a);let o=i.x*Math.abs(jp.x)+i.y*Math.abs(jp.y)+i.z*Math.abs(jp.z),s=t.dot(jp),c=n.dot(jp),l=r.dot(jp);if(Math.max(-Math.max(s,c,l),Math.min(s,c,l))>o)return!1}return!0}var Np=new q,Pp=new K,Fp=0,Ip=class extends wd{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw TypeError(`THREE.BufferAttribute: array should be a Typed Array.`);this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:Fp++}),this.name=``,this.array=e,this.itemSize=t,this.count=e===void 0?0:e.length/t,this.normalized=n,this.usage=fd,this.updateRanges=[],this.gpuType=Zl,this.version=0,this._normalizationScale=e===void 0?void 0:Jd(e)}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let r=0,i=this.itemSize;r<i;r++)this.array[e+r]=t.array[n+r];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)Pp.fromBufferAttribute(this,t),Pp.applyMatrix3(e),this.setXY(t,Pp.x,Pp.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)Np.fromBufferAttribute(this,t),Np.applyMatrix3(e),this.setXYZ(t,Np.x,Np.y,Np.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)Np.fromBufferAttribute(this,t),Np.applyMatrix4(e),this.setXYZ(t,Np.x,Np.y,Np.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)Np.fromBufferAttribute(this,t),Np.applyNormalMatrix(e),this.setXYZ(t,Np.x,Np.y,Np.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)Np.fromBufferAttribute(this,t),Np.transformDirection(e),this.setXYZ(t,Np.x,Np.y,Np.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=r,this}setXYZW(e,t,n,r,i){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r),i=this._normalize(i)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=r,this.array[e+3]=i,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:`dispose`})}_denormalize(e){let t=this._normalizationScale;return t===void 0?Yd(e,this.array):Math.max(e/t,-1)}_normalize(e){let t=this._normalizationScale;return t===void 0?Xd(e,this.array):Math.round(e*t)}},Lp=class extends Ip{constructor(e,t,n){super(new Uint16Array(e),t,n)}},Rp=class extends Ip{constructor(e,t,n){super(new Uint32Array(e),t,n)}},zp=class extends Ip{constructor(e,t,n){super(new Float32Array(e),t,n)}},Bp=new vp,Vp=new q,Hp=new q,Up=class{constructor(e=new q,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t===void 0?Bp.setFromPoints(e).getCenter(n):n.copy(t);let r=0;for(let t=0,i=e.length;t<i;t++)r=Math.max(r,n.distanceToSquared(e[t]));return this.radius=Math.sqrt(r),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius*=e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;Vp.subVectors(e,this.center);let t=Vp.lengthSq();if(t>this.radius*this.radius){let e=Math.sqrt(t),n=(e-this.radius)*.5;this.center.addScaledVector(Vp,n/e),this.radius+=n}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(Hp.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(Vp.copy(e.center).add(Hp)),this.expandByPoint(Vp.copy(e.center).sub(Hp))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},Wp=0,Gp=new xf,Kp=new Jf,qp=new q,Jp=new vp,Yp=new vp,Xp=new q,Zp=class e extends wd{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:Wp++}),this.uuid=kd(),this.name=``,this.type=`BufferGeometry`,this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return this.index=Array.isArray(e)?new(md(e)?Rp:Lp)(e,1):e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let t=new J().getNormalMatrix(e);n.applyNormalMatrix(t),n.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(e),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return Gp.makeRotationFromQuaternion(e),this.applyMatrix4(Gp),this}rotateX(e){return Gp.makeRotationX(e),this.applyMatrix4(Gp),this}rotateY(e){return Gp.makeRotationY(e),this.applyMatrix4(Gp),this}rotateZ(e){return Gp.makeRotationZ(e),this.applyMatrix4(Gp),this}translate(e,t,n){return Gp.makeTranslation(e,t,n),this.applyMatrix4(Gp),this}scale(e,t,n){return Gp.makeScale(e,t,n),this.applyMatrix4(Gp),this}lookAt(e){return Kp.lookAt(e),Kp.updateMatrix(),this.applyMatrix4(Kp.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(qp).negate(),this.translate(qp.x,qp.y,qp.z),this}setFromPoints(e){let t=this.getAttribute(`position`);if(t===void 0){let t=[];for(let n=0,r=e.length;n<r;n++){let r=e[n];t.push(r.x,r.y,r.z||0)}this.setAttribute(`position`,new zp(t,3))}else{let n=Math.min(e.length,t.count);for(let r=0;r<n;r++){let n=e[r];t.setXYZ(r,n.x,n.y,n.z||0)}e.length>t.count&&U(`BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry.`),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new vp);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute)W(`BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.`,this),this.boundingBox.set(new q(-1/0,-1/0,-1/0),new q(1/0,1/0,1/0));else{if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let e=0,n=t.length;e<n;e++){let n=t[e];Jp.setFromBufferAttribute(n),this.morphTargetsRelative?(Xp.addVectors(this.boundingBox.min,Jp.min),this.boundingBox.expandByPoint(Xp),Xp.addVectors(this.boundingBox.max,Jp.max),this.boundingBox.expandByPoint(Xp)):(this.boundingBox.expandByPoint(Jp.min),this.boundingBox.expandByPoint(Jp.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&W(`BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.`,this)}}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Up);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute)W(`BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.`,this),this.boundingSphere.set(new q,1/0);else if(e){let n=this.boundingSphere.center;if(Jp.setFromBufferAttribute(e),t)for(let e=0,n=t.length;e<n;e++){let n=t[e];Yp.setFromBufferAttribute(n),this.morphTargetsRelative?(Xp.addVectors(Jp.min,Yp.min),Jp.expandByPoint(Xp),Xp.addVectors(Jp.max,Yp.max),Jp.expandByPoint(Xp)):(Jp.expandByPoint(Yp.min),Jp.expandByPoint(Yp.max))}Jp.getCenter(n);let r=0;for(let t=0,i=e.count;t<i;t++)Xp.fromBufferAttribute(e,t),r=Math.max(r,n.distanceToSquared(Xp));if(t)for(let i=0,a=t.length;i<a;i++){let a=t[i],o=this.morphTargetsRelative;for(let t=0,i=a.count;t<i;t++)Xp.fromBufferAttribute(a,t),o&&(qp.fromBufferAttribute(e,t),Xp.add(qp)),r=Math.max(r,n.distanceToSquared(Xp))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&W(`BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.`,this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){W(`BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)`);return}let n=t.position,r=t.normal,i=t.uv,a=this.getAttribute(`tangent`);(a===void 0||a.count!==n.count)&&(a=new Ip(new Float32Array(4*n.count),4),this.setAttribute(`tangent`,a));let o=[],s=[],c=new Uint8Array(n.count);for(let e=0;e<n.count;e++)o[e]=new q,s[e]=new q;let l=new q,u=new q,d=new q,f=new K,p=new K,m=new K,h=new q,g=new q;function _(e,t,r){c[e]=c[t]=c[r]=1,l.fromBufferAttribute(n,e),u.fromBufferAttribute(n,t),d.fromBufferAttribute(n,r),f.fromBufferAttribute(i,e),p.fromBufferAttribute(i,t),m.fromBufferAttribute(i,r),u.sub(l),d.sub(l),p.sub(f),m.sub(f);let a=1/(p.x*m.y-m.x*p.y);isFinite(a)&&(h.copy(u).multiplyScalar(m.y).addScaledVector(d,-p.y).multiplyScalar(a),g.copy(d).multiplyScalar(p.x).addScaledVector(u,-m.x).multiplyScalar(a),o[e].add(h),o[t].add(h),o[r].add(h),s[e].add(g),s[t].add(g),s[r].add(g))}let v=this.groups;v.length===0&&(v=[{start:0,count:e.count}]);for(let t=0,n=v.length;t<n;++t){let n=v[t],r=n.start,i=n.count;for(let t=r,n=r+i;t<n;t+=3)_(e.getX(t+0),e.getX(t+1),e.getX(t+2))}let y=new q,b=new q,x=new q,S=new q;function C(e){x.fromBufferAttribute(r,e),S.copy(x);let t=o[e];y.copy(t),y.sub(x.multiplyScalar(x.dot(t))).normalize(),b.crossVectors(S,t);let n=b.dot(s[e])<0?-1:1;a.setXYZW(e,y.x,y.y,y.z,n)}for(let e=0,t=n.count;e<t;++e)c[e]&&C(e);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute(`position`);if(t!==void 0){let n=this.getAttribute(`normal`);if(n===void 0||n.count!==t.count)n=new Ip(new Float32Array(t.count*3),3),this.setAttribute(`normal`,n);else for(let e=0,t=n.count;e<t;e++)n.setXYZ(e,0,0,0);let r=new q,i=new q,a=new q,o=new q,s=new q,c=new q,l=new q,u=new q;if(e)for(let d=0,f=e.count;d<f;d+=3){let f=e.getX(d+0),p=e.getX(d+1),m=e.getX(d+2);r.fromBufferAttribute(t,f),i.fromBufferAttribute(t,p),a.fromBufferAttribute(t,m),l.subVectors(a,i),u.subVectors(r,i),l.cross(u),o.fromBufferAttribute(n,f),s.fromBufferAttribute(n,p),c.fromBufferAttribute(n,m),o.add(l),s.add(l),c.add(l),n.setXYZ(f,o.x,o.y,o.z),n.setXYZ(p,s.x,s.y,s.z),n.setXYZ(m,c.x,c.y,c.z)}else for(let e=0,o=t.count;e<o;e+=3)r.fromBufferAttribute(t,e+0),i.fromBufferAttribute(t,e+1),a.fromBufferAttribute(t,e+2),l.subVectors(a,i),u.subVectors(r,i),l.cross(u),n.setXYZ(e+0,l.x,l.y,l.z),n.setXYZ(e+1,l.x,l.y,l.z),n.setXYZ(e+2,l.x,l.y,l.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)Xp.fromBufferAttribute(e,t),Xp.normalize(),e.setXYZ(t,Xp.x,Xp.y,Xp.z)}toNonIndexed(){function t(e,t){let n=e.array,r=e.itemSize,i=e.normalized,a=new n.constructor(t.length*r),o=0,s=0;for(let i=0,c=t.length;i<c;i++){o=e.isInterleavedBufferAttribute?t[i]*e.data.stride+e.offset:t[i]*r;for(let e=0;e<r;e++)a[s++]=n[o++]}return new Ip(a,r,i)}if(this.index===null)return U(`BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed.`),this;let n=new e,r=this.index.array,i=this.attributes;for(let e in i){let a=i[e],o=t(a,r);n.setAttribute(e,o)}let a=this.morphAttributes;for(let e in a){let i=[],o=a[e];for(let e=0,n=o.length;e<n;e++){let n=o[e],a=t(n,r);i.push(a)}n.morphAttributes[e]=i}n.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let e=0,t=o.length;e<t;e++){let t=o[e];n.addGroup(t.start,t.count,t.materialIndex)}return n}toJSON(){let e={metadata:{version:4.7,type:`BufferGeometry`,generator:`BufferGeometry.toJSON`}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?`BufferGeometry`:this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let t=this.parameters;for(let n in t)t[n]!==void 0&&(e[n]=t[n]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let t in n){let r=n[t];e.data.attributes[t]=r.toJSON(e.data)}let r={},i=!1;for(let t in this.morphAttributes){let n=this.morphAttributes[t],a=[];for(let t=0,r=n.length;t<r;t++){let r=n[t];a.push(r.toJSON(e.data))}a.length>0&&(r[t]=a,i=!0)}i&&(e.data.morphAttributes=r,e.data.morphTargetsRelative=this.morphTargetsRelative);let a=this.groups;a.length>0&&(e.data.groups=JSON.parse(JSON.stringify(a)));let o=this.boundingSphere;return o!==null&&(e.data.boundingSphere=o.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let r=e.attributes;for(let e in r){let n=r[e];this.setAttribute(e,n.clone(t))}let i=e.morphAttributes;for(let e in i){let n=[],r=i[e];for(let e=0,i=r.length;e<i;e++)n.push(r[e].clone(t));this.morphAttributes[e]=n}this.morphTargetsRelative=e.morphTargetsRelative;let a=e.groups;for(let e=0,t=a.length;e<t;e++){let t=a[e];this.addGroup(t.start,t.count,t.materialIndex)}let o=e.boundingBox;o!==null&&(this.boundingBox=o.clone());let s=e.boundingSphere;return s!==null&&(this.boundingSphere=s.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:`dispose`})}},Qp=class{constructor(e,t){this.isInterleavedBuffer=!0,this.array=e,this.stride=t,this.count=e===void 0?0:e.length/t,this.usage=fd,this.updateRanges=[],this.version=0,this.uuid=kd()}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.array=new e.array.constructor(e.array),this.count=e.count,this.stride=e.stride,this.usage=e.usage,this}copyAt(e,t,n){e*=this.stride,n*=t.stride;for(let r=0,i=this.stride;r<i;r++)this.array[e+r]=t.array[n+r];return this}set(e,t=0){return this.array.set(e,t),this}clone(e){e.arrayBuffers===void 0&&(e.arrayBuffers={});let t=$p(this.array);e.arrayBuffers[t]===void 0&&(e.arrayBuffers[t]=this.array.slice(0).buffer);let n=new this.array.constructor(e.arrayBuffers[t]),r=new this.constructor(n,this.stride);return r.setUsage(this.usage),r}onUpload(e){return this.onUploadCallback=e,this}toJSON(e){e.arrayBuffers===void 0&&(e.arrayBuffers={});let t=$p(this.array);e.arrayBuffers[t]===void 0&&(e.arrayBuffers[t]=Array.from(new Uint32Array(this.array.slice(0).buffer)));let n={uuid:this.uuid,buffer:t,type:this.array.constructor.name,stride:this.stride};return n.usage=this.usage,n}};function $p(e){return e.buffer._uuid===void 0&&(e.buffer._uuid=kd()),e.byteOffset===0&&e.byteLength===e.buffer.byteLength?e.buffer._uuid:e.buffer._uuid+`:`+e.byteOffset+`:`+e.byteLength}var em=new q,tm=class e{constructor(e,t,n,r=!1){this.isInterleavedBufferAttribute=!0,this.name=``,this.data=e,this.itemSize=t,this.offset=n,this.normalized=r,this._normalizationScale=e===void 0?void 0:Jd(e.array)}get count(){return this.data.count}get array(){return this.data.array}set needsUpdate(e){this.data.needsUpdate=e}applyMatrix4(e){for(let t=0,n=this.data.count;t<n;t++)em.fromBufferAttribute(this,t),em.applyMatrix4(e),this.setXYZ(t,em.x,em.y,em.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)em.fromBufferAttribute(this,t),em.applyNormalMatrix(e),this.setXYZ(t,em.x,em.y,em.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)em.fromBufferAttribute(this,t),em.transformDirection(e),this.setXYZ(t,em.x,em.y,em.z);return this}getComponent(e,t){let n=this.array[e*this.data.stride+this.offset+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.data.array[e*this.data.stride+this.offset+t]=n,this}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset]=t,this}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset+1]=t,this}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset+2]=t,this}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset+3]=t,this}getX(e){let t=this.data.array[e*this.data.stride+this.offset];return this.normalized&&(t=this._denormalize(t)),t}getY(e){let t=this.data.array[e*this.data.stride+this.offset+1];return this.normalized&&(t=this._denormalize(t)),t}getZ(e){let t=this.data.array[e*this.data.stride+this.offset+2];return this.normalized&&(t=this._denormalize(t)),t}getW(e){let t=this.data.array[e*this.data.stride+this.offset+3];return this.normalized&&(t=this._denormalize(t)),t}setXY(e,t,n){return e=e*this.data.stride+this.offset,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.data.array[e+0]=t,this.data.array[e+1]=n,this}setXYZ(e,t,n,r){return e=e*this.data.stride+this.offset,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r)),this.data.array[e+0]=t,this.data.array[e+1]=n,this.data.array[e+2]=r,this}setXYZW(e,t,n,r,i){return e=e*this.data.stride+this.offset,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r),i=this._normalize(i)),this.data.array[e+0]=t,this.data.array[e+1]=n,this.data.array[e+2]=r,this.data.array[e+3]=i,this}clone(t){if(t===void 0){yd(`InterleavedBufferAttribute.clone(): Cloning an interleaved buffer attribute will de-interleave buffer data.`);let e=[];for(let t=0;t<this.count;t++){let n=t*this.data.stride+this.offset;for(let t=0;t<this.itemSize;t++)e.push(this.data.array[n+t])}return new Ip(new this.array.constructor(e),this.itemSize,this.normalized)}return t.interleavedBuffers===void 0&&(t.interleavedBuffers={}),t.interleavedBuffers[this.data.uuid]===void 0&&(t.interleavedBuffers[this.data.uuid]=this.data.clone(t)),new e(t.interleavedBuffers[this.data.uuid],this.itemSize,this.offset,this.normalized)}toJSON(e){if(e===void 0){yd(`InterleavedBufferAttribute.toJSON(): Serializing an interleaved buffer attribute will de-interleave buffer data.`);let e=[];for(let t=0;t<this.count;t++){let n=t*this.data.stride+this.offset;for(let t=0;t<this.itemSize;t++)e.push(this.data.array[n+t])}return{itemSize:this.itemSize,type:this.array.constructor.name,array:e,normalized:this.normalized}}return e.interleavedBuffers===void 0&&(e.interleavedBuffers={}),e.interleavedBuffers[this.data.uuid]===void 0&&(e.interleavedBuffers[this.data.uuid]=this.data.toJSON(e)),{isInterleavedBufferAttribute:!0,itemSize:this.itemSize,data:this.data.uuid,offset:this.offset,normalized:this.normalized}}_denormalize(e){let t=this._normalizationScale;return t===void 0?Yd(e,this.data.array):Math.max(e/t,-1)}_normalize(e){let t=this._normalizationScale;return t===void 0?Xd(e,this.data.array):Math.round(e*t)}},nm=new q,rm=new q,im=new J,am=class{constructor(e=new q(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,r){return this.normal.set(e,t,n),this.constant=r,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let r=nm.subVectors(n,t).cross(rm.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(r,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let r=e.delta(nm),i=this.normal.dot(r);if(i===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let a=-(e.start.dot(this.normal)+this.constant)/i;return n===!0&&(a<0||a>1)?null:t.copy(e.start).addScaledVector(r,a)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||im.getNormalMatrix(e),r=this.coplanarPoint(nm).applyMatrix4(e),i=this.normal.applyMatrix3(n).normalize();return this.constant=-r.dot(i),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},om=0,sm=class extends wd{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:om++}),this.uuid=kd(),this.name=``,this.type=`Material`,this.blending=1,this.side=0,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=204,this.blendDst=205,this.blendEquation=100,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new X(0,0,0),this.blendAlpha=0,this.depthFunc=3,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=519,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=cd,this.stencilZFail=cd,this.stencilZPass=cd,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){U(`Material: parameter '${t}' has value of undefined.`);continue}let r=this[t];r===void 0?U(`Material: '${t}' is not a property of THREE.${this.type}.`):r&&r.isColor?r.set(n):r&&r.isVector2&&n&&n.isVector2||r&&r.isEuler&&n&&n.isEuler||r&&r.isVector3&&n&&n.isVector3?r.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e==`string`;t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:`Material`,generator:`Material.toJSON`}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(e=>e.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function r(e){let t=[];for(let n in e){let r=e[n];delete r.metadata,t.push(r)}return t}if(t){let t=r(e.textures),i=r(e.images);t.length>0&&(n.textures=t),i.length>0&&(n.images=i)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new X().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(e=>new am().fromJSON(e))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(this.vertexColors=typeof e.vertexColors==`number`?e.vertexColors>0:e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let t=e.normalScale;Array.isArray(t)===!1&&(t=[t,t]),this.normalScale=new K().fromArray(t)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new K().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let e=t.length;n=Array(e);for(let r=0;r!==e;++r)n[r]=t[r].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:`dispose`})}set needsUpdate(e){e===!0&&this.version++}},cm=new q,lm=new q,um=new q,dm=new q,fm=class{constructor(e=new q,t=new q(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,cm)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=cm.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(cm.copy(this.origin).addScaledVector(this.direction,t),cm.distanceToSquared(e))}distanceSqToSegment(e,t,n,r){lm.copy(e).add(t).multiplyScalar(.5),um.copy(t).sub(e).normalize(),dm.copy(this.origin).sub(lm);let i=e.distanceTo(t)*.5,a=-this.direction.dot(um),o=dm.dot(this.direction),s=-dm.dot(um),c=dm.lengthSq(),l=Math.abs(1-a*a),u,d,f,p;if(l>0){if(u=a*s-o,d=a*o-s,p=i*l,u>=0){if(d>=-p){if(d<=p){let e=1/l;u*=e,d*=e,f=u*(u+a*d+2*o)+d*(a*u+d+2*s)+c}else d=i,u=Math.max(0,-(a*d+o)),f=-u*u+d*(d+2*s)+c}else d=-i,u=Math.max(0,-(a*d+o)),f=-u*u+d*(d+2*s)+c}else d<=-p?(u=Math.max(0,-(-a*i+o)),d=u>0?-i:Math.min(Math.max(-i,-s),i),f=-u*u+d*(d+2*s)+c):d<=p?(u=0,d=Math.min(Math.max(-i,-s),i),f=d*(d+2*s)+c):(u=Math.max(0,-(a*i+o)),d=u>0?i:Math.min(Math.max(-i,-s),i),f=-u*u+d*(d+2*s)+c)}else d=a>0?-i:i,u=Math.max(0,-(a*d+o)),f=-u*u+d*(d+2*s)+c;return n&&n.copy(this.origin).addScaledVector(this.direction,u),r&&r.copy(lm).addScaledVector(um,d),f}intersectSphere(e,t){if(e.radius<0)return null;cm.subVectors(e.center,this.origin);let n=cm.dot(this.direction),r=cm.dot(cm)-n*n,i=e.radius*e.radius;if(r>i)return null;let a=Math.sqrt(i-r),o=n-a,s=n+a;return s<0?null:o<0?this.at(s,t):this.at(o,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,r,i,a,o,s,c=1/this.direction.x,l=1/this.direction.y,u=1/this.direction.z,d=this.origin;return c>=0?(n=(e.min.x-d.x)*c,r=(e.max.x-d.x)*c):(n=(e.max.x-d.x)*c,r=(e.min.x-d.x)*c),l>=0?(i=(e.min.y-d.y)*l,a=(e.max.y-d.y)*l):(i=(e.max.y-d.y)*l,a=(e.min.y-d.y)*l),n>a||i>r||((i>n||isNaN(n))&&(n=i),(a<r||isNaN(r))&&(r=a),u>=0?(o=(e.min.z-d.z)*u,s=(e.max.z-d.z)*u):(o=(e.max.z-d.z)*u,s=(e.min.z-d.z)*u),n>s||o>r)||((o>n||n!==n)&&(n=o),(s<r||r!==r)&&(r=s),r<0)?null:this.at(n>=0?n:r,t)}intersectsBox(e){return this.intersectBox(e,cm)!==null}intersectTriangle(e,t,n,r,i){let a=this.origin,o=this.direction,s=o.x,c=o.y,l=o.z,u=e.x-a.x,d=e.y-a.y,f=e.z-a.z,p=t.x-a.x,m=t.y-a.y,h=t.z-a.z,g=n.x-a.x,_=n.y-a.y,v=n.z-a.z,y=Math.abs(s),b=Math.abs(c),x=Math.abs(l),S,C,w,T,E,D,O,k,A,j,M,N;if(y>=b&&y>=x?(w=s,D=u,A=p,N=g,s>=0?(S=c,C=l,T=d,E=f,O=m,k=h,j=_,M=v):(S=l,C=c,T=f,E=d,O=h,k=m,j=v,M=_)):b>=x?(w=c,D=d,A=m,N=_,c>=0?(S=l,C=s,T=f,E=u,O=h,k=p,j=v,M=g):(S=s,C=l,T=u,E=f,O=p,k=h,j=g,M=v)):(w=l,D=f,A=h,N=v,l>=0?(S=s,C=c,T=u,E=d,O=p,k=m,j=g,M=_):(S=c,C=s,T=d,E=u,O=m,k=p,j=_,M=g)),w===0)return null;let P=S/w,ee=C/w,F=1/w,te=T-P*D,ne=E-ee*D,re=O-P*A,ie=k-ee*A,ae=j-P*N,I=M-ee*N,oe=ae*ie-I*re,se=te*I-ne*ae,ce=re*ne-ie*te;if(r){if(oe<0||se<0||ce<0)return null}else if((oe<0||se<0||ce<0)&&(oe>0||se>0||ce>0))return null;let le=oe+se+ce;if(le===0)return null;let ue=F*(oe*D+se*A+ce*N);return(le>0?ue<0:ue>0)?null:this.at(ue/le,i)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},pm=class extends sm{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type=`MeshBasicMaterial`,this.color=new X(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new jf,this.combine=0,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap=`round`,this.wireframeLinejoin=`round`,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},mm=new xf,hm=new fm,gm=new Up,_m=new q,vm=new q,ym=new q,bm=new q,xm=new q,Sm=new q,Cm=new q,wm=new q,Tm=class extends Jf{constructor(e=new Zp,t=new pm){super(),this.isMesh=!0,this.type=`Mesh`,this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),this.morphTargetInfluences=e.morphTargetInfluences===void 0?void 0:e.morphTargetInfluences.slice(),this.morphTargetDictionary=e.morphTargetDictionary===void 0?void 0:Object.assign({},e.morphTargetDictionary),this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let e=this.geometry.morphAttributes,t=Object.keys(e);if(t.length>0){let n=e[t[0]];if(n!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let e=0,t=n.length;e<t;e++){let t=n[e].name||String(e);this.morphTargetInfluences.push(0),this.morphTargetDictionary[t]=e}}}}getVertexPosition(e,t){let n=this.geometry,r=n.attributes.position,i=n.morphAttributes.position,a=n.morphTargetsRelative;t.fromBufferAttribute(r,e);let o=this.morphTargetInfluences;if(i&&o){Sm.set(0,0,0);for(let n=0,r=i.length;n<r;n++){let r=o[n],s=i[n];r!==0&&(xm.fromBufferAttribute(s,e),a?Sm.addScaledVector(xm,r):Sm.addScaledVector(xm.sub(t),r))}t.add(Sm)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,r=this.material,i=this.matrixWorld;r!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),gm.copy(n.boundingSphere),gm.applyMatrix4(i),hm.copy(e.ray).recast(e.near),gm.containsPoint(hm.origin)===!1&&(hm.intersectSphere(gm,_m)===null||hm.origin.distanceToSquared(_m)>(e.far-e.near)**2)||(mm.copy(i).invert(),hm.copy(e.ray).applyMatrix4(mm),(n.boundingBox===null||hm.intersectsBox(n.boundingBox)!==!1)&&this._computeIntersections(e,t,hm)))}_computeIntersections(e,t,n){let r,i=this.geometry,a=this.material,o=i.index,s=i.attributes.position,c=i.attributes.uv,l=i.attributes.uv1,u=i.attributes.normal,d=i.groups,f=i.drawRange;if(o!==null){if(Array.isArray(a))for(let i=0,s=d.length;i<s;i++){let s=d[i],p=a[s.materialIndex],m=Math.max(s.start,f.start),h=Math.min(o.count,Math.min(s.start+s.count,f.start+f.count));for(let i=m,a=h;i<a;i+=3){let a=o.getX(i),d=o.getX(i+1),f=o.getX(i+2);r=Dm(this,p,e,n,c,l,u,a,d,f),r&&(r.faceIndex=Math.floor(i/3),r.face.materialIndex=s.materialIndex,t.push(r))}}else{let i=Math.max(0,f.start),s=Math.min(o.count,f.start+f.count);for(let d=i,f=s;d<f;d+=3){let i=o.getX(d),s=o.getX(d+1),f=o.getX(d+2);r=Dm(this,a,e,n,c,l,u,i,s,f),r&&(r.faceIndex=Math.floor(d/3),t.push(r))}}}else if(s!==void 0){if(Array.isArray(a))for(let i=0,o=d.length;i<o;i++){let o=d[i],p=a[o.materialIndex],m=Math.max(o.start,f.start),h=Math.min(s.count,Math.min(o.start+o.count,f.start+f.count));for(let i=m,a=h;i<a;i+=3){let a=i,s=i+1,d=i+2;r=Dm(this,p,e,n,c,l,u,a,s,d),r&&(r.faceIndex=Math.floor(i/3),r.face.materialIndex=o.materialIndex,t.push(r))}}else{let i=Math.max(0,f.start),o=Math.min(s.count,f.start+f.count);for(let s=i,d=o;s<d;s+=3){let i=s,o=s+1,d=s+2;r=Dm(this,a,e,n,c,l,u,i,o,d),r&&(r.faceIndex=Math.floor(s/3),t.push(r))}}}}};function Em(e,t,n,r,i,a,o,s){let c;if(c=t.side===1?r.intersectTriangle(o,a,i,!0,s):r.intersectTriangle(i,a,o,t.side===0,s),c===null)return null;wm.copy(s),wm.applyMatrix4(e.matrixWorld);let l=n.ray.origin.distanceTo(wm);return l<n.near||l>n.far?null:{distance:l,point:wm.clone(),object:e}}function Dm(e,t,n,r,i,a,o,s,c,l){e.getVertexPosition(s,vm),e.getVertexPosition(c,ym),e.getVertexPosition(l,bm);let u=Em(e,t,n,r,vm,ym,bm,Cm);if(u){let e=new q;_p.getBarycoord(Cm,vm,ym,bm,e),i&&(u.uv=_p.getInterpolatedAttribute(i,s,c,l,e,new K)),a&&(u.uv1=_p.getInterpolatedAttribute(a,s,c,l,e,new K)),o&&(u.normal=_p.getInterpolatedAttribute(o,s,c,l,e,new q),u.normal.dot(r.direction)>0&&u.normal.multiplyScalar(-1));let t={a:s,b:c,c:l,normal:new q,materialIndex:0};_p.getNormal(vm,ym,bm,t.normal),u.face=t,u.barycoord=e}return u}var Om=class extends hf{constructor(e=null,t=1,n=1,r,i,a,o,s,c=zl,l=zl,u,d){super(null,a,o,s,c,l,r,i,u,d),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}},km=new Up,Am=new K(.5,.5),jm=new q,Mm=class{constructor(e=new am,t=new am,n=new am,r=new am,i=new am,a=new am){this.planes=[e,t,n,r,i,a]}set(e,t,n,r,i,a){let o=this.planes;return o[0].copy(e),o[1].copy(t),o[2].copy(n),o[3].copy(r),o[4].copy(i),o[5].copy(a),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=pd,n=!1){let r=this.planes,i=e.elements,a=i[0],o=i[1],s=i[2],c=i[3],l=i[4],u=i[5],d=i[6],f=i[7],p=i[8],m=i[9],h=i[10],g=i[11],_=i[12],v=i[13],y=i[14],b=i[15];if(r[0].setComponents(c-a,f-l,g-p,b-_).normalize(),r[1].setComponents(c+a,f+l,g+p,b+_).normalize(),r[2].setComponents(c+o,f+u,g+m,b+v).normalize(),r[3].setComponents(c-o,f-u,g-m,b-v).normalize(),n)r[4].setComponents(s,d,h,y).normalize(),r[5].setComponents(c-s,f-d,g-h,b-y).normalize();else if(r[4].setComponents(c-s,f-d,g-h,b-y).normalize(),t===2e3)r[5].setComponents(c+s,f+d,g+h,b+y).normalize();else if(t===2001)r[5].setComponents(s,d,h,y).normalize();else throw Error(`THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: `+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),km.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),km.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(km)}intersectsSprite(e){return km.center.set(0,0,0),km.radius=.7071067811865476+Am.distanceTo(e.center),km.applyMatrix4(e.matrixWorld),this.intersectsSphere(km)}intersectsSphere(e){let t=this.planes,n=e.center,r=-e.radius;for(let e=0;e<6;e++)if(t[e].distanceToPoint(n)<r)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let r=t[n];if(jm.x=r.normal.x>0?e.max.x:e.min.x,jm.y=r.normal.y>0?e.max.y:e.min.y,jm.z=r.normal.z>0?e.max.z:e.min.z,r.distanceToPoint(jm)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},Nm=new xf,Pm=class e{constructor(){this.coordinateSystem=pd,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let e=0;e<t.length;e++){let r=t[e];Nm.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),n[e]===void 0&&(n[e]=new Mm),n[e].setFromProjectionMatrix(Nm,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let r=0;r<e._count;r++)t[r]===void 0&&(t[r]=new Mm),t[r].copy(n[r]);return this._count=e._count,this}clone(){return new e().copy(this)}},Fm=class extends hf{constructor(e=[],t=301,n,r,i,a,o,s,c,l){super(e,t,n,r,i,a,o,s,c,l),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}},Im=class extends hf{constructor(e,t,n=Xl,r,i,a,o=zl,s=zl,c,l=su,u=1){if(l!==1026&&l!==1027)throw Error(`THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat`);super({width:e,height:t,depth:u},r,i,a,o,s,l,n,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new df(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Lm=class extends Im{constructor(e,t=Xl,n=301,r,i,a=zl,o=zl,s,c=su){let l={width:e,height:e,depth:1},u=[l,l,l,l,l,l];super(e,e,t,n,r,i,a,o,s,c),this.image=u,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Rm=class extends hf{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},zm=class e extends Zp{constructor(e=1,t=1,n=1,r=1,i=1,a=1){super(),this.type=`BoxGeometry`,this.parameters={width:e,height:t,depth:n,widthSegments:r,heightSegments:i,depthSegments:a};let o=this;r=Math.floor(r),i=Math.floor(i),a=Math.floor(a);let s=[],c=[],l=[],u=[],d=0,f=0;p(`z`,`y`,`x`,-1,-1,n,t,e,a,i,0),p(`z`,`y`,`x`,1,-1,n,t,-e,a,i,1),p(`x`,`z`,`y`,1,1,e,n,t,r,a,2),p(`x`,`z`,`y`,1,-1,e,n,-t,r,a,3),p(`x`,`y`,`z`,1,-1,e,t,n,r,i,4),p(`x`,`y`,`z`,-1,-1,e,t,-n,r,i,5),this.setIndex(s),this.setAttribute(`position`,new zp(c,3)),this.setAttribute(`normal`,new zp(l,3)),this.setAttribute(`uv`,new zp(u,2));function p(e,t,n,r,i,a,p,m,h,g,_){let v=a/h,y=p/g,b=a/2,x=p/2,S=m/2,C=h+1,w=g+1,T=0,E=0,D=new q;for(let a=0;a<w;a++){let o=a*y-x;for(let s=0;s<C;s++)D[e]=(s*v-b)*r,D[t]=o*i,D[n]=S,c.push(D.x,D.y,D.z),D[e]=0,D[t]=0,D[n]=m>0?1:-1,l.push(D.x,D.y,D.z),u.push(s/h),u.push(1-a/g),T+=1}for(let e=0;e<g;e++)for(let t=0;t<h;t++){let n=d+t+C*e,r=d+t+C*(e+1),i=d+(t+1)+C*(e+1),a=d+(t+1)+C*e;s.push(n,r,a),s.push(r,i,a),E+=6}o.addGroup(f,E,_),f+=E,d+=T}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(t){return new e(t.width,t.height,t.depth,t.widthSegments,t.heightSegments,t.depthSegments)}},Bm=class e extends Zp{constructor(e=1,t=1,n=1,r=1){super(),this.type=`PlaneGeometry`,this.parameters={width:e,height:t,widthSegments:n,heightSegments:r};let i=e/2,a=t/2,o=Math.floor(n),s=Math.floor(r),c=o+1,l=s+1,u=e/o,d=t/s,f=[],p=[],m=[],h=[];for(let e=0;e<l;e++){let t=e*d-a;for(let n=0;n<c;n++){let r=n*u-i;p.push(r,-t,0),m.push(0,0,1),h.push(n/o),h.push(1-e/s)}}for(let e=0;e<s;e++)for(let t=0;t<o;t++){let n=t+c*e,r=t+c*(e+1),i=t+1+c*(e+1),a=t+1+c*e;f.push(n,r,a),f.push(r,i,a)}this.setIndex(f),this.setAttribute(`position`,new zp(p,3)),this.setAttribute(`normal`,new zp(m,3)),this.setAttribute(`uv`,new zp(h,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(t){return new e(t.width,t.height,t.widthSegments,t.heightSegments)}},Vm=class extends Zp{constructor(e=null){if(super(),this.type=`WireframeGeometry`,this.parameters={geometry:e},e!==null){let t=[],n=new Set,r=new q,i=new q;if(e.index!==null){let a=e.attributes.position,o=e.index,s=e.groups;s.length===0&&(s=[{start:0,count:o.count,materialIndex:0}]);for(let e=0,c=s.length;e<c;++e){let c=s[e],l=c.start,u=c.count;for(let e=l,s=l+u;e<s;e+=3)for(let s=0;s<3;s++){let c=o.getX(e+s),l=o.getX(e+(s+1)%3);r.fromBufferAttribute(a,c),i.fromBufferAttribute(a,l),Hm(r,i,n)===!0&&(t.push(r.x,r.y,r.z),t.push(i.x,i.y,i.z))}}}else{let a=e.attributes.position;for(let e=0,o=a.count/3;e<o;e++)for(let o=0;o<3;o++){let s=3*e+o,c=3*e+(o+1)%3;r.fromBufferAttribute(a,s),i.fromBufferAttribute(a,c),Hm(r,i,n)===!0&&(t.push(r.x,r.y,r.z),t.push(i.x,i.y,i.z))}}this.setAttribute(`position`,new zp(t,3))}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}};function Hm(e,t,n){let r=`${e.x},${e.y},${e.z}-${t.x},${t.y},${t.z}`,i=`${t.x},${t.y},${t.z}-${e.x},${e.y},${e.z}`;return n.has(r)===!0||n.has(i)===!0?!1:(n.add(r),n.add(i),!0)}function Um(e){let t={};for(let n in e){t[n]={};for(let r in e[n]){let i=e[n][r];if(Gm(i))i.isRenderTargetTexture?(U(`UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms().`),t[n][r]=null):t[n][r]=i.clone();else if(Array.isArray(i)){if(Gm(i[0])){let e=[];for(let t=0,n=i.length;t<n;t++)e[t]=i[t].clone();t[n][r]=e}else t[n][r]=i.slice()}else t[n][r]=i}}return t}function Wm(e){let t={};for(let n=0;n<e.length;n++){let r=Um(e[n]);for(let e in r)t[e]=r[e]}return t}function Gm(e){return e&&(e.isColor||e.isMatrix3||e.isMatrix4||e.isVector2||e.isVector3||e.isVector4||e.isTexture||e.isQuaternion)}function Km(e){let t=[];for(let n=0;n<e.length;n++)t.push(e[n].clone());return t}function qm(e){let t=e.getRenderTarget();return t===null?e.outputColorSpace:t.isXRRenderTarget===!0?t.texture.colorSpace:Y.workingColorSpace}var Jm={clone:Um,merge:Wm},Ym=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Xm=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Zm=class extends sm{constructor(e){super(),this.isShaderMaterial=!0,this.type=`ShaderMaterial`,this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=Ym,this.fragmentShader=Xm,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=Um(e.uniforms),this.uniformsGroups=Km(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let n in this.uniforms){let r=this.uniforms[n].value;r&&r.isTexture?t.uniforms[n]={type:`t`,value:r.toJSON(e).uuid}:r&&r.isColor?t.uniforms[n]={type:`c`,value:r.getHex()}:r&&r.isVector2?t.uniforms[n]={type:`v2`,value:r.toArray()}:r&&r.isVector3?t.uniforms[n]={type:`v3`,value:r.toArray()}:r&&r.isVector4?t.uniforms[n]={type:`v4`,value:r.toArray()}:r&&r.isMatrix3?t.uniforms[n]={type:`m3`,value:r.toArray()}:r&&r.isMatrix4?t.uniforms[n]={type:`m4`,value:r.toArray()}:t.uniforms[n]={value:r}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let e in this.extensions)this.extensions[e]===!0&&(n[e]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let r=e.uniforms[n];switch(this.uniforms[n]={},r.type){case`t`:this.uniforms[n].value=t[r.value]||null;break;case`c`:this.uniforms[n].value=new X().setHex(r.value);break;case`v2`:this.uniforms[n].value=new K().fromArray(r.value);break;case`v3`:this.uniforms[n].value=new q().fromArray(r.value);break;case`v4`:this.uniforms[n].value=new gf().fromArray(r.value);break;case`m3`:this.uniforms[n].value=new J().fromArray(r.value);break;case`m4`:this.uniforms[n].value=new xf().fromArray(r.value);break;default:this.uniforms[n].value=r.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let t in e.extensions)this.extensions[t]=e.extensions[t];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Qm=class extends Zm{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type=`RawShaderMaterial`}},$m=class extends sm{constructor(e){super(),this.isMeshStandardMaterial=!0,this.type=`MeshStandardMaterial`,this.defines={STANDARD:``},this.color=new X(16777215),this.roughness=1,this.metalness=0,this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new X(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=0,this.normalScale=new K(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.roughnessMap=null,this.metalnessMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new jf,this.envMapIntensity=1,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap=`round`,this.wireframeLinejoin=`round`,this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.defines={STANDARD:``},this.color.copy(e.color),this.roughness=e.roughness,this.metalness=e.metalness,this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.roughnessMap=e.roughnessMap,this.metalnessMap=e.metalnessMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.envMapIntensity=e.envMapIntensity,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}},eh=class extends sm{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type=`MeshDepthMaterial`,this.depthPacking=rd,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},th=class extends sm{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type=`MeshDistanceMaterial`,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function nh(e,t){return!e||e.constructor===t?e:typeof t.BYTES_PER_ELEMENT==`number`?new t(e):Array.prototype.slice.call(e)}function rh(e){return e!==void 0&&e.inTangents!==void 0&&e.outTangents!==void 0}var ih=class{constructor(e,t,n,r){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=r===void 0?new t.constructor(n):r,this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,r=t[n],i=t[n-1];validate_interval:{seek:{let a;linear_scan:{forward_scan:if(!(e<r)){for(let a=n+2;;){if(r===void 0){if(e<i)break forward_scan;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===a)break;if(i=r,r=t[++n],e<r)break seek}a=t.length;break linear_scan}if(!(e>=i)){let o=t[1];e<o&&(n=2,i=o);for(let a=n-2;;){if(i===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===a)break;if(r=i,i=t[--n-1],e>=i)break seek}a=n,n=0;break linear_scan}break validate_interval}for(;n<a;){let r=n+a>>>1;e<t[r]?a=r:n=r+1}if(r=t[n],i=t[n-1],i===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,i,r)}return this.interpolate_(n,i,e,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,r=this.valueSize,i=e*r;for(let e=0;e!==r;++e)t[e]=n[i+e];return t}interpolate_(){throw Error(`THREE.Interpolant: Call to abstract method.`)}intervalChanged_(){}},ah=class extends ih{constructor(e,t,n,r){super(e,t,n,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:ed,endingEnd:ed}}intervalChanged_(e,t,n){let r=this.parameterPositions,i=e-2,a=e+1,o=r[i],s=r[a];if(o===void 0)switch(this.getSettings_().endingStart){case td:i=e,o=2*t-n;break;case nd:i=r.length-2,o=t+r[i]-r[i+1];break;default:i=e,o=n}if(s===void 0)switch(this.getSettings_().endingEnd){case td:a=e,s=2*n-t;break;case nd:a=1,s=n+r[1]-r[0];break;default:a=e-1,s=t}let c=(n-t)*.5,l=this.valueSize;this._weightPrev=c/(t-o),this._weightNext=c/(s-n),this._offsetPrev=i*l,this._offsetNext=a*l}interpolate_(e,t,n,r){let i=this.resultBuffer,a=this.sampleValues,o=this.valueSize,s=e*o,c=s-o,l=this._offsetPrev,u=this._offsetNext,d=this._weightPrev,f=this._weightNext,p=(n-t)/(r-t),m=p*p,h=m*p,g=-d*h+2*d*m-d*p,_=(1+d)*h+(-1.5-2*d)*m+(-.5+d)*p+1,v=(-1-f)*h+(1.5+f)*m+.5*p,y=f*h-f*m;for(let e=0;e!==o;++e)i[e]=g*a[l+e]+_*a[c+e]+v*a[s+e]+y*a[u+e];return i}},oh=class extends ih{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e,t,n,r){let i=this.resultBuffer,a=this.sampleValues,o=this.valueSize,s=e*o,c=s-o,l=(n-t)/(r-t),u=1-l;for(let e=0;e!==o;++e)i[e]=a[c+e]*u+a[s+e]*l;return i}},sh=class extends ih{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e){return this.copySampleValue_(e-1)}},ch=class extends ih{interpolate_(e,t,n,r){let i=this.resultBuffer,a=this.sampleValues,o=this.valueSize,s=e*o,c=s-o,l=this.inTangents,u=this.outTangents;if(!l||!u){let e=(n-t)/(r-t),l=1-e;for(let t=0;t!==o;++t)i[t]=a[c+t]*l+a[s+t]*e;return i}let d=o*2,f=e-1;for(let p=0;p!==o;++p){let o=a[c+p],m=a[s+p],h=f*d+p*2,g=u[h],_=u[h+1],v=e*d+p*2,y=l[v],b=l[v+1],x=dh(n,t,g,y,r);i[p]=lh(x,o,_,b,m)}return i}};function lh(e,t,n,r,i){let a=1-e;return a*a*a*t+3*a*a*e*n+3*a*e*e*r+e*e*e*i}function uh(e,t,n,r,i){let a=1-e;return 3*a*a*(n-t)+6*a*e*(r-n)+3*e*e*(i-r)}function dh(e,t,n,r,i){let a=(e-t)/(i-t);for(let o=0;o<8;o++){let o=lh(a,t,n,r,i)-e;if(Math.abs(o)<1e-10)break;let s=uh(a,t,n,r,i);if(Math.abs(s)<1e-10)break;a=Math.max(0,Math.min(1,a-o/s))}return a}var fh=class{constructor(e,t,n,r){if(e===void 0)throw Error(`THREE.KeyframeTrack: track name is undefined`);if(t===void 0||t.length===0)throw Error(`THREE.KeyframeTrack: no keyframes in track named `+e);this.name=e,this.times=nh(t,this.TimeBufferType),this.values=nh(n,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:nh(e.times,Array),values:nh(e.values,Array)};let t=e.getInterpolation();t!==e.DefaultInterpolation&&(n.interpolation=t),rh(e.settings)&&(n.settings={inTangents:nh(e.settings.inTangents,Array),outTangents:nh(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new sh(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new oh(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new ah(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new ch(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case Xu:t=this.InterpolantFactoryMethodDiscrete;break;case Zu:t=this.InterpolantFactoryMethodLinear;break;case Qu:t=this.InterpolantFactoryMethodSmooth;break;case $u:t=this.InterpolantFactoryMethodBezier}if(t===void 0){let t=`unsupported interpolation for `+this.ValueTypeName+` keyframe track named `+this.name;if(this.createInterpolant===void 0){if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw Error(t)}return U(`KeyframeTrack:`,t),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return Xu;case this.InterpolantFactoryMethodLinear:return Zu;case this.InterpolantFactoryMethodSmooth:return Qu;case this.InterpolantFactoryMethodBezier:return $u}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,r=t.length;n!==r;++n)t[n]+=e;rh(this.settings)&&(ph(this.settings.inTangents,e),ph(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,r=t.length;n!==r;++n)t[n]*=e;rh(this.settings)&&(mh(this.settings.inTangents,e),mh(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,r=n.length,i=0,a=r-1;for(;i!==r&&n[i]<e;)++i;for(;a!==-1&&n[a]>t;)--a;if(++a,i!==0||a!==r){i>=a&&(a=Math.max(a,1),i=a-1);let e=this.getValueSize();this.times=n.slice(i,a),this.values=this.values.slice(i*e,a*e)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(W(`KeyframeTrack: Invalid value size in track.`,this),e=!1);let n=this.times,r=this.values,i=n.length;i===0&&(W(`KeyframeTrack: Track is empty.`,this),e=!1);let a=null;for(let t=0;t!==i;t++){let r=n[t];if(typeof r==`number`&&isNaN(r)){W(`KeyframeTrack: Time is not a valid number.`,this,t,r),e=!1;break}if(a!==null&&a>r){W(`KeyframeTrack: Out of order keys.`,this,t,r,a),e=!1;break}a=r}if(r!==void 0&&hd(r))for(let t=0,n=r.length;t!==n;++t){let n=r[t];if(isNaN(n)){W(`KeyframeTrack: Value is not a valid number.`,this,t,n),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),r=this.getInterpolation()===Qu,i=e.length-1,a=1;for(let o=1;o<i;++o){let i=!1,s=e[o];if(s!==e[o+1]&&(o!==1||s!==e[0])){if(r)i=!0;else{let e=o*n,r=e-n,a=e+n;for(let o=0;o!==n;++o){let n=t[e+o];if(n!==t[r+o]||n!==t[a+o]){i=!0;break}}}}if(i){if(o!==a){e[a]=e[o];let r=o*n,i=a*n;for(let e=0;e!==n;++e)t[i+e]=t[r+e]}++a}}if(i>0){e[a]=e[i];for(let e=i*n,r=a*n,o=0;o!==n;++o)t[r+o]=t[e+o];++a}return a===e.length?(this.times=e,this.values=t):(this.times=e.slice(0,a),this.values=t.slice(0,a*n)),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,r=new n(this.name,e,t);return r.createInterpolant=this.createInterpolant,rh(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function ph(e,t){for(let n=0,r=e.length;n!==r;n+=2)e[n]+=t}function mh(e,t){for(let n=0,r=e.length;n!==r;n+=2)e[n]*=t}fh.prototype.ValueTypeName=``,fh.prototype.TimeBufferType=Float32Array,fh.prototype.ValueBufferType=Float32Array,fh.prototype.DefaultInterpolation=Zu;var hh=class extends fh{constructor(e,t,n){super(e,t,n)}};hh.prototype.ValueTypeName=`bool`,hh.prototype.ValueBufferType=Array,hh.prototype.DefaultInterpolation=Xu,hh.prototype.InterpolantFactoryMethodLinear=void 0,hh.prototype.InterpolantFactoryMethodSmooth=void 0;var gh=class extends fh{constructor(e,t,n,r){super(e,t,n,r)}};gh.prototype.ValueTypeName=`color`;var _h=class extends fh{constructor(e,t,n,r){super(e,t,n,r)}};_h.prototype.ValueTypeName=`number`;var vh=class extends ih{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e,t,n,r){let i=this.resultBuffer,a=this.sampleValues,o=this.valueSize,s=(n-t)/(r-t),c=e*o;for(let e=c+o;c!==e;c+=4)Qd.slerpFlat(i,0,a,c-o,a,c,s);return i}},yh=class extends fh{constructor(e,t,n,r){super(e,t,n,r)}InterpolantFactoryMethodLinear(e){return new vh(this.times,this.values,this.getValueSize(),e)}};yh.prototype.ValueTypeName=`quaternion`,yh.prototype.InterpolantFactoryMethodSmooth=void 0;var bh=class extends fh{constructor(e,t,n){super(e,t,n)}};bh.prototype.ValueTypeName=`string`,bh.prototype.ValueBufferType=Array,bh.prototype.DefaultInterpolation=Xu,bh.prototype.InterpolantFactoryMethodLinear=void 0,bh.prototype.InterpolantFactoryMethodSmooth=void 0;var xh=class extends fh{constructor(e,t,n,r){super(e,t,n,r)}};xh.prototype.ValueTypeName=`vector`;var Sh=class extends Jf{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type=`Light`,this.color=new X(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}},Ch=class extends Sh{constructor(e,t,n){super(e,n),this.isHemisphereLight=!0,this.type=`HemisphereLight`,this.position.copy(Jf.DEFAULT_UP),this.updateMatrix(),this.groundColor=new X(t)}copy(e,t){return super.copy(e,t),this.groundColor.copy(e.groundColor),this}toJSON(e){let t=super.toJSON(e);return t.object.groundColor=this.groundColor.getHex(),t}},wh=new xf,Th=new q,Eh=new q,Dh=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new K(512,512),this.mapType=Gl,this.map=null,this.mapPass=null,this.matrix=new xf,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new Mm,this._frameExtents=new K(1,1),this._viewportCount=1,this._viewports=[new gf(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;Th.setFromMatrixPosition(e.matrixWorld),t.position.copy(Th),Eh.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(Eh),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,n,r){wh.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),n.setFromProjectionMatrix(wh,e.coordinateSystem,e.reversedDepth);let i=this._frameExtents,a=r?r.z/i.x:1,o=r?r.w/i.y:1,s=r?r.x/i.x:0,c=r?r.y/i.y:0;e.coordinateSystem===2001||e.reversedDepth?t.set(.5*a,0,0,.5*a+s,0,.5*o,0,.5*o+c,0,0,1,0,0,0,0,1):t.set(.5*a,0,0,.5*a+s,0,.5*o,0,.5*o+c,0,0,.5,.5,0,0,0,1),t.multiply(wh)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},Oh=new q,kh=new Qd,Ah=new q,jh=class extends Jf{constructor(){super(),this.isCamera=!0,this.type=`Camera`,this.matrixWorldInverse=new xf,this.projectionMatrix=new xf,this.projectionMatrixInverse=new xf,this.coordinateSystem=pd,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(Oh,kh,Ah),Ah.x===1&&Ah.y===1&&Ah.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Oh,kh,Ah.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(Oh,kh,Ah),Ah.x===1&&Ah.y===1&&Ah.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Oh,kh,Ah.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Mh=new q,Nh=new K,Ph=new K,Fh=class extends jh{constructor(e=50,t=1,n=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type=`PerspectiveCamera`,this.fov=e,this.zoom=1,this.near=n,this.far=r,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=Od*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(Dd*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return Od*2*Math.atan(Math.tan(Dd*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){Mh.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(Mh.x,Mh.y).multiplyScalar(-e/Mh.z),Mh.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(Mh.x,Mh.y).multiplyScalar(-e/Mh.z)}getViewSize(e,t){return this.getViewBounds(e,Nh,Ph),t.subVectors(Ph,Nh)}setViewOffset(e,t,n,r,i,a){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=r,this.view.width=i,this.view.height=a,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(Dd*.5*this.fov)/this.zoom,n=2*t,r=this.aspect*n,i=-.5*r,a=this.view;if(this.view!==null&&this.view.enabled){let e=a.fullWidth,o=a.fullHeight;i+=a.offsetX*r/e,t-=a.offsetY*n/o,r*=a.width/e,n*=a.height/o}let o=this.filmOffset;o!==0&&(i+=e*o/this.getFilmWidth()),this.projectionMatrix.makePerspective(i,i+r,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}},Ih=class extends jh{constructor(e=-1,t=1,n=1,r=-1,i=.1,a=2e3){super(),this.isOrthographicCamera=!0,this.type=`OrthographicCamera`,this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=r,this.near=i,this.far=a,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,r,i,a){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=r,this.view.width=i,this.view.height=a,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,r=(this.top+this.bottom)/2,i=n-e,a=n+e,o=r+t,s=r-t;if(this.view!==null&&this.view.enabled){let e=(this.right-this.left)/this.view.fullWidth/this.zoom,t=(this.top-this.bottom)/this.view.fullHeight/this.zoom;i+=e*this.view.offsetX,a=i+e*this.view.width,o-=t*this.view.offsetY,s=o-t*this.view.height}this.projectionMatrix.makeOrthographic(i,a,o,s,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},Lh=class extends Dh{constructor(){super(new Ih(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},Rh=class extends Sh{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type=`DirectionalLight`,this.position.copy(Jf.DEFAULT_UP),this.updateMatrix(),this.target=new Jf,this.shadow=new Lh}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}},zh=class extends Zp{constructor(){super(),this.isInstancedBufferGeometry=!0,this.type=`InstancedBufferGeometry`,this.instanceCount=1/0}copy(e){return super.copy(e),this.instanceCount=e.instanceCount,this}toJSON(){let e=super.toJSON();return e.instanceCount=this.instanceCount,e.isInstancedBufferGeometry=!0,e}},Bh=-90,Vh=1,Hh=class extends Jf{constructor(e,t,n){super(),this.type=`CubeCamera`,this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new Fh(Bh,Vh,e,t);r.layers=this.layers,this.add(r);let i=new Fh(Bh,Vh,e,t);i.layers=this.layers,this.add(i);let a=new Fh(Bh,Vh,e,t);a.layers=this.layers,this.add(a);let o=new Fh(Bh,Vh,e,t);o.layers=this.layers,this.add(o);let s=new Fh(Bh,Vh,e,t);s.layers=this.layers,this.add(s);let c=new Fh(Bh,Vh,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,r,i,a,o,s]=t;for(let e of t)this.remove(e);if(e===2e3)n.up.set(0,1,0),n.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),i.up.set(0,0,-1),i.lookAt(0,1,0),a.up.set(0,0,1),a.lookAt(0,-1,0),o.up.set(0,1,0),o.lookAt(0,0,1),s.up.set(0,1,0),s.lookAt(0,0,-1);else if(e===2001)n.up.set(0,-1,0),n.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),i.up.set(0,0,1),i.lookAt(0,1,0),a.up.set(0,0,-1),a.lookAt(0,-1,0),o.up.set(0,-1,0),o.lookAt(0,0,1),s.up.set(0,-1,0),s.lookAt(0,0,-1);else throw Error(`THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: `+e);for(let e of t)this.add(e),e.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:r}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[i,a,o,s,c,l]=this.children,u=e.getRenderTarget(),d=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),p=e.xr.enabled;e.xr.enabled=!1;let m=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let h=!1;h=e.isWebGLRenderer===!0?e.state.buffers.depth.getReversed():e.reversedDepthBuffer,e.setRenderTarget(n,0,r),h&&e.autoClear===!1&&e.clearDepth(),e.render(t,i),e.setRenderTarget(n,1,r),h&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,2,r),h&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,3,r),h&&e.autoClear===!1&&e.clearDepth(),e.render(t,s),e.setRenderTarget(n,4,r),h&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),n.texture.mipmapsAutoUpdate=m,e.setRenderTarget(n,5,r),h&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(u,d,f),e.xr.enabled=p,n.texture.needsPMREMUpdate=!0}},Uh=class extends Fh{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}},Wh=`\\[\\]\\.:\\/`,Gh=RegExp(`[\\[\\]\\.:\\/]`,`g`),Kh=`[^\\[\\]\\.:\\/]`,qh=`[^`+Wh.replace(`\\.`,``)+`]`,Jh=`((?:WC+[\\/:])*)`.replace(`WC`,Kh),Yh=`(WCOD+)?`.replace(`WCOD`,qh),Xh=`(?:\\.(WC+)(?:\\[(.+)\\])?)?`.replace(`WC`,Kh),Zh=`\\.(WC+)(?:\\[(.+)\\])?`.replace(`WC`,Kh),Qh=RegExp(`^`+Jh+Yh+Xh+Zh+`$`),$h=[`material`,`materials`,`bones`,`map`],eg=class{constructor(e,t,n){let r=n||tg.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,r)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,r=this._bindings[n];r!==void 0&&r.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let r=this._targetGroup.nCachedObjects_,i=n.length;r!==i;++r)n[r].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},tg=class e{constructor(t,n,r){this.path=n,this.parsedPath=r||e.parseTrackName(n),this.node=e.findNode(t,this.parsedPath.nodeName),this.rootNode=t,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(t,n,r){return t&&t.isAnimationObjectGroup?new e.Composite(t,n,r):new e(t,n,r)}static sanitizeNodeName(e){return e.replace(/\s/g,`_`).replace(Gh,``)}static parseTrackName(e){let t=Qh.exec(e);if(t===null)throw Error(`THREE.PropertyBinding: Cannot parse trackName: `+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},r=n.nodeName&&n.nodeName.lastIndexOf(`.`);if(r!==void 0&&r!==-1){let e=n.nodeName.substring(r+1);$h.indexOf(e)!==-1&&(n.nodeName=n.nodeName.substring(0,r),n.objectName=e)}if(n.propertyName===null||n.propertyName.length===0)throw Error(`THREE.PropertyBinding: can not parse propertyName from trackName: `+e);return n}static findNode(e,t){if(t===void 0||t===``||t===`.`||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(e){for(let r=0;r<e.length;r++){let i=e[r];if(i.name===t||i.uuid===t)return i;let a=n(i.children);if(a)return a}return null},r=n(e.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let r=0,i=n.length;r!==i;++r)e[t++]=n[r]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let r=0,i=n.length;r!==i;++r)n[r]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let r=0,i=n.length;r!==i;++r)n[r]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let r=0,i=n.length;r!==i;++r)n[r]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let t=this.node,n=this.parsedPath,r=n.objectName,i=n.propertyName,a=n.propertyIndex;if(t||(t=e.findNode(this.rootNode,n.nodeName),this.node=t),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!t){U(`PropertyBinding: No target node found for track: `+this.path+`.`);return}if(r){let e=n.objectIndex;switch(r){case`materials`:if(!t.material){W(`PropertyBinding: Can not bind to material as node does not have a material.`,this);return}if(!t.material.materials){W(`PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.`,this);return}t=t.material.materials;break;case`bones`:if(!t.skeleton){W(`PropertyBinding: Can not bind to bones as node does not have a skeleton.`,this);return}t=t.skeleton.bones;for(let n=0;n<t.length;n++)if(t[n].name===e){e=n;break}break;case`map`:if(`map`in t){t=t.map;break}if(!t.material){W(`PropertyBinding: Can not bind to material as node does not have a material.`,this);return}if(!t.material.map){W(`PropertyBinding: Can not bind to material.map as node.material does not have a map.`,this);return}t=t.material.map;break;default:if(t[r]===void 0){W(`PropertyBinding: Can not bind to objectName of node undefined.`,this);return}t=t[r]}if(e!==void 0){if(t[e]===void 0){W(`PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.`,this,t);return}t=t[e]}}let o=t[i];if(o===void 0){let e=n.nodeName;W(`PropertyBinding: Trying to update property for track: `+e+`.`+i+` but it wasn't found.`,t);return}let s=this.Versioning.None;this.targetObject=t,t.isMaterial===!0?s=this.Versioning.NeedsUpdate:t.isObject3D===!0&&(s=this.Versioning.MatrixWorldNeedsUpdate);let c=this.BindingType.Direct;if(a!==void 0){if(i===`morphTargetInfluences`){if(!t.geometry){W(`PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.`,this);return}if(!t.geometry.morphAttributes){W(`PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.`,this);return}t.morphTargetDictionary[a]!==void 0&&(a=t.morphTargetDictionary[a])}c=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=a}else o.fromArray!==void 0&&o.toArray!==void 0?(c=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(c=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=i;this.getValue=this.GetterByBindingType[c],this.setValue=this.SetterByBindingTypeAndVersioning[c][s]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};tg.Composite=eg,tg.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3},tg.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2},tg.prototype.GetterByBindingType=[tg.prototype._getValue_direct,tg.prototype._getValue_array,tg.prototype._getValue_arrayElement,tg.prototype._getValue_toArray],tg.prototype.SetterByBindingTypeAndVersioning=[[tg.prototype._setValue_direct,tg.prototype._setValue_direct_setNeedsUpdate,tg.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[tg.prototype._setValue_array,tg.prototype._setValue_array_setNeedsUpdate,tg.prototype._setValue_array_setMatrixWorldNeedsUpdate],[tg.prototype._setValue_arrayElement,tg.prototype._setValue_arrayElement_setNeedsUpdate,tg.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[tg.prototype._setValue_fromArray,tg.prototype._setValue_fromArray_setNeedsUpdate,tg.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var ng=class extends Qp{constructor(e,t,n=1){super(e,t),this.isInstancedInterleavedBuffer=!0,this.meshPerAttribute=n}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}clone(e){let t=super.clone(e);return t.meshPerAttribute=this.meshPerAttribute,t}toJSON(e){let t=super.toJSON(e);return t.isInstancedInterleavedBuffer=!0,t.meshPerAttribute=this.meshPerAttribute,t}},rg=new xf,ig=class{constructor(e,t,n=0,r=1/0){this.ray=new fm(e,t),this.near=n,this.far=r,this.camera=null,this.layers=new Mf,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(e,t){this.ray.set(e,t)}setFromCamera(e,t){t.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(e.x,e.y,.5).unproject(t).sub(this.ray.origin).normalize(),this.camera=t):t.isOrthographicCamera?(this.ray.origin.set(e.x,e.y,t.projectionMatrix.elements[14]).unproject(t),this.ray.direction.set(0,0,-1).transformDirection(t.matrixWorld),this.camera=t):W(`Raycaster: Unsupported camera type: `+t.type)}setFromXRController(e){return rg.identity().extractRotation(e.matrixWorld),this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(rg),this}intersectObject(e,t=!0,n=[]){return og(e,this,n,t),n.sort(ag),n}intersectObjects(e,t=!0,n=[]){for(let r=0,i=e.length;r<i;r++)og(e[r],this,n,t);return n.sort(ag),n}};function ag(e,t){return e.distance-t.distance}function og(e,t,n,r){let i=!0;if(e.layers.test(t.layers)&&e.raycast(t,n)===!1&&(i=!1),i===!0&&r===!0){let r=e.children;for(let e=0,i=r.length;e<i;e++)og(r[e],t,n,!0)}}var sg=class{constructor(e=1,t=0,n=0){this.radius=e,this.phi=t,this.theta=n}set(e,t,n){return this.radius=e,this.phi=t,this.theta=n,this}copy(e){return this.radius=e.radius,this.phi=e.phi,this.theta=e.theta,this}makeSafe(){let e=1e-6;return this.phi=G(this.phi,e,Math.PI-e),this}setFromVector3(e){return this.setFromCartesianCoords(e.x,e.y,e.z)}setFromCartesianCoords(e,t,n){return this.radius=Math.sqrt(e*e+t*t+n*n),this.radius===0?(this.theta=0,this.phi=0):(this.theta=Math.atan2(e,n),this.phi=Math.acos(G(t/this.radius,-1,1))),this}clone(){return new this.constructor().copy(this)}};(class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,r){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,r)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,r){let i=this.elements;return i[0]=e,i[2]=t,i[1]=n,i[3]=r,this}});var cg=new K,lg=class{constructor(e=new K(1/0,1/0),t=new K(-1/0,-1/0)){this.isBox2=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=cg.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=1/0,this.max.x=this.max.y=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y}getCenter(e){return this.isEmpty()?e.set(0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,cg).distanceTo(e)}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}},ug=new q,dg=new q,fg=new q,pg=new q,mg=new q,hg=new q,gg=new q,_g=class{constructor(e=new q,t=new q){this.start=e,this.end=t}set(e,t){return this.start.copy(e),this.end.copy(t),this}copy(e){return this.start.copy(e.start),this.end.copy(e.end),this}getCenter(e){return e.addVectors(this.start,this.end).multiplyScalar(.5)}delta(e){return e.subVectors(this.end,this.start)}distanceSq(){return this.start.distanceToSquared(this.end)}distance(){return this.start.distanceTo(this.end)}at(e,t){return this.delta(t).multiplyScalar(e).add(this.start)}closestPointToPointParameter(e,t){ug.subVectors(e,this.start),dg.subVectors(this.end,this.start);let n=dg.dot(dg);if(n===0)return 0;let r=dg.dot(ug)/n;return t&&(r=G(r,0,1)),r}closestPointToPoint(e,t,n){let r=this.closestPointToPointParameter(e,t);return this.delta(n).multiplyScalar(r).add(this.start)}distanceSqToLine3(e,t=hg,n=gg){let r=1e-8*1e-8,i,a,o=this.start,s=e.start,c=this.end,l=e.end;fg.subVectors(c,o),pg.subVectors(l,s),mg.subVectors(o,s);let u=fg.dot(fg),d=pg.dot(pg),f=pg.dot(mg);if(u<=r&&d<=r)return t.copy(o),n.copy(s),t.distanceToSquared(n);if(u<=r)i=0,a=f/d,a=G(a,0,1);else{let e=fg.dot(mg);if(d<=r)a=0,i=G(-e/u,0,1);else{let t=fg.dot(pg),n=u*d-t*t;i=n===0?0:G((t*f-e*d)/n,0,1),a=(t*i+f)/d,a<0?(a=0,i=G(-e/u,0,1)):a>1&&(a=1,i=G((t-e)/u,0,1))}}return t.copy(o).addScaledVector(fg,i),n.copy(s).addScaledVector(pg,a),t.distanceToSquared(n)}applyMatrix4(e){return this.start.applyMatrix4(e),this.end.applyMatrix4(e),this}equals(e){return e.start.equals(this.start)&&e.end.equals(this.end)}clone(){return new this.constructor().copy(this)}},vg=class extends wd{constructor(e,t=null){super(),this.object=e,this.domElement=t,this.enabled=!0,this.state=-1,this.keys={},this.mouseButtons={LEFT:null,MIDDLE:null,RIGHT:null},this.touches={ONE:null,TWO:null}}connect(e){this.domElement!==null&&this.disconnect(),this.domElement=e}disconnect(){}dispose(){}update(){}};function yg(e,t,n,r){let i=bg(r);switch(n){case iu:return e*t;case lu:return e*t/i.components*i.byteLength;case uu:return e*t/i.components*i.byteLength;case du:return e*t*2/i.components*i.byteLength;case fu:return e*t*2/i.components*i.byteLength;case au:return e*t*3/i.components*i.byteLength;case ou:return e*t*4/i.components*i.byteLength;case pu:return e*t*4/i.components*i.byteLength;case mu:case hu:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*8;case gu:case _u:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case yu:case xu:return Math.max(e,16)*Math.max(t,8)/4;case vu:case bu:return Math.max(e,8)*Math.max(t,8)/2;case Su:case Cu:case Tu:case Eu:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*8;case wu:case Du:case Ou:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case ku:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case Au:return Math.floor((e+4)/5)*Math.floor((t+3)/4)*16;case ju:return Math.floor((e+4)/5)*Math.floor((t+4)/5)*16;case Mu:return Math.floor((e+5)/6)*Math.floor((t+4)/5)*16;case Nu:return Math.floor((e+5)/6)*Math.floor((t+5)/6)*16;case Pu:return Math.floor((e+7)/8)*Math.floor((t+4)/5)*16;case Fu:return Math.floor((e+7)/8)*Math.floor((t+5)/6)*16;case Iu:return Math.floor((e+7)/8)*Math.floor((t+7)/8)*16;case Lu:return Math.floor((e+9)/10)*Math.floor((t+4)/5)*16;case Ru:return Math.floor((e+9)/10)*Math.floor((t+5)/6)*16;case zu:return Math.floor((e+9)/10)*Math.floor((t+7)/8)*16;case Bu:return Math.floor((e+9)/10)*Math.floor((t+9)/10)*16;case Vu:return Math.floor((e+11)/12)*Math.floor((t+9)/10)*16;case Hu:return Math.floor((e+11)/12)*Math.floor((t+11)/12)*16;case Uu:case Wu:case Gu:return Math.ceil(e/4)*Math.ceil(t/4)*16;case Ku:case qu:return Math.ceil(e/4)*Math.ceil(t/4)*8;case Ju:case Yu:return Math.ceil(e/4)*Math.ceil(t/4)*16}throw Error(`Unable to determine texture byte length for ${n} format.`)}function bg(e){switch(e){case Gl:case Kl:return{byteLength:1,components:1};case Jl:case ql:case Ql:return{byteLength:2,components:1};case $l:case eu:return{byteLength:2,components:4};case Xl:case Yl:case Zl:return{byteLength:4,components:1};case nu:case ru:return{byteLength:4,components:3}}throw Error(`THREE.TextureUtils: Unknown texture type ${e}.`)}typeof __THREE_DEVTOOLS__<`u`&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent(`register`,{detail:{revision:`187`}})),typeof window<`u`&&(window.__THREE__?U(`WARNING: Multiple instances of Three.js being imported.`):window.__THREE__=`187`);function xg(){let e=null,t=!1,n=null,r=null;function i(t,a){r=e.requestAnimationFrame(i),n(t,a)}return{start:function(){t!==!0&&n!==null&&e!==null&&(r=e.requestAnimationFrame(i),t=!0)},stop:function(){e!==null&&e.cancelAnimationFrame(r),t=!1},setAnimationLoop:function(e){n=e},setContext:function(t){e=t}}}function Sg(e){let t=new WeakMap;function n(t,n){let r=t.array,i=t.usage,a=r.byteLength,o=e.createBuffer();e.bindBuffer(n,o),e.bufferData(n,r,i),t.onUploadCallback();let s;if(r instanceof Float32Array)s=e.FLOAT;else if(typeof Float16Array<`u`&&r instanceof Float16Array)s=e.HALF_FLOAT;else if(r instanceof Uint16Array)s=t.isFloat16BufferAttribute?e.HALF_FLOAT:e.UNSIGNED_SHORT;else if(r instanceof Int16Array)s=e.SHORT;else if(r instanceof Uint32Array)s=e.UNSIGNED_INT;else if(r instanceof Int32Array)s=e.INT;else if(r instanceof Int8Array)s=e.BYTE;else if(r instanceof Uint8Array)s=e.UNSIGNED_BYTE;else if(r instanceof Uint8ClampedArray)s=e.UNSIGNED_BYTE;else throw Error(`THREE.WebGLAttributes: Unsupported buffer data format: `+r);return{buffer:o,type:s,bytesPerElement:r.BYTES_PER_ELEMENT,version:t.version,size:a}}function r(t,n,r){let i=n.array,a=n.updateRanges;if(e.bindBuffer(r,t),a.length===0)e.bufferSubData(r,0,i);else{a.sort((e,t)=>e.start-t.start);let t=0;for(let e=1;e<a.length;e++){let n=a[t],r=a[e];r.start<=n.start+n.count+1?n.count=Math.max(n.count,r.start+r.count-n.start):(++t,a[t]=r)}a.length=t+1;for(let t=0,n=a.length;t<n;t++){let n=a[t];e.bufferSubData(r,n.start*i.BYTES_PER_ELEMENT,i,n.start,n.count)}n.clearUpdateRanges()}n.onUploadCallback()}function i(e){return e.isInterleavedBufferAttribute&&(e=e.data),t.get(e)}function a(n){n.isInterleavedBufferAttribute&&(n=n.data);let r=t.get(n);r&&(e.deleteBuffer(r.buffer),t.delete(n))}function o(e,i){if(e.isInterleavedBufferAttribute&&(e=e.data),e.isGLBufferAttribute){let n=t.get(e);(!n||n.version<e.version)&&t.set(e,{buffer:e.buffer,type:e.type,bytesPerElement:e.elementSize,version:e.version});return}let a=t.get(e);if(a===void 0)t.set(e,n(e,i));else if(a.version<e.version){if(a.size!==e.array.byteLength)throw Error(`THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.`);r(a.buffer,e,i),a.version=e.version}}return{get:i,remove:a,update:o}}var Z={alphahash_fragment:`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,alphahash_pars_fragment:`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,alphamap_fragment:`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,alphamap_pars_fragment:`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,alphatest_fragment:`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,alphatest_pars_fragment:`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,aomap_fragment:`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,aomap_pars_fragment:`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,batching_pars_vertex:`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,batching_vertex:`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,begin_vertex:`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,beginnormal_vertex:`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,bsdfs:`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,iridescence_fragment:`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,bumpmap_pars_fragment:`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,clipping_planes_fragment:`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,clipping_planes_pars_fragment:`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,clipping_planes_pars_vertex:`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,clipping_planes_vertex:`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,color_fragment:`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,color_pars_fragment:`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,color_pars_vertex:`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,color_vertex:`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,common:`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,defaultnormal_vertex:`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,displacementmap_pars_vertex:`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,displacementmap_vertex:`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,emissivemap_fragment:`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,emissivemap_pars_fragment:`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,colorspace_fragment:`gl_FragColor = linearToOutputTexel( gl_FragColor );`,colorspace_pars_fragment:`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,envmap_fragment:`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,envmap_common_pars_fragment:`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,envmap_pars_fragment:`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,envmap_pars_vertex:`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,envmap_physical_pars_fragment:`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,envmap_vertex:`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,fog_vertex:`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,fog_pars_vertex:`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,fog_fragment:`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,fog_pars_fragment:`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,gradientmap_pars_fragment:`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,lightmap_pars_fragment:`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,lights_lambert_fragment:`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,lights_lambert_pars_fragment:`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,lights_pars_begin:`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,lights_toon_fragment:`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,lights_toon_pars_fragment:`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,lights_phong_fragment:`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,lights_phong_pars_fragment:`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,lights_physical_fragment:`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,lights_physical_pars_fragment:`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,lights_fragment_begin:`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,lights_fragment_maps:`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,lights_fragment_end:`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,lightprobes_pars_fragment:`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,logdepthbuf_fragment:`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,logdepthbuf_pars_fragment:`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,logdepthbuf_pars_vertex:`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,logdepthbuf_vertex:`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,map_fragment:`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,map_pars_fragment:`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,map_particle_fragment:`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,map_particle_pars_fragment:`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,metalnessmap_fragment:`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,metalnessmap_pars_fragment:`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,morphinstance_vertex:`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,morphcolor_vertex:`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,morphnormal_vertex:`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,morphtarget_pars_vertex:`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,morphtarget_vertex:`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,normal_fragment_begin:`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,normal_fragment_maps:`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,normal_pars_fragment:`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,normal_pars_vertex:`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,normal_vertex:`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,normalmap_pars_fragment:`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,clearcoat_normal_fragment_begin:`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,clearcoat_normal_fragment_maps:`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,clearcoat_pars_fragment:`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,iridescence_pars_fragment:`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,opaque_fragment:`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,packing:`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,premultiplied_alpha_fragment:`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,project_vertex:`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,dithering_fragment:`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,dithering_pars_fragment:`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,roughnessmap_fragment:`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,roughnessmap_pars_fragment:`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,shadowmap_pars_fragment:`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,shadowmap_pars_vertex:`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,shadowmap_vertex:`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,shadowmask_pars_fragment:`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,skinbase_vertex:`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,skinning_pars_vertex:`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,skinning_vertex:`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,skinnormal_vertex:`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,specularmap_fragment:`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,specularmap_pars_fragment:`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,tonemapping_fragment:`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,tonemapping_pars_fragment:`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,transmission_fragment:`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,transmission_pars_fragment:`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,uv_pars_fragment:`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,uv_pars_vertex:`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,uv_vertex:`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,worldpos_vertex:`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,background_vert:`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,background_frag:`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,backgroundCube_vert:`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,backgroundCube_frag:`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,cube_vert:`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,cube_frag:`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,depth_vert:`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,depth_frag:`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,distance_vert:`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,distance_frag:`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,equirect_vert:`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,equirect_frag:`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,linedashed_vert:`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,linedashed_frag:`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,meshbasic_vert:`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,meshbasic_frag:`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,meshlambert_vert:`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,meshlambert_frag:`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,meshmatcap_vert:`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,meshmatcap_frag:`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,meshnormal_vert:`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,meshnormal_frag:`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,meshphong_vert:`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,meshphong_frag:`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,meshphysical_vert:`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,meshphysical_frag:`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,meshtoon_vert:`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,meshtoon_frag:`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,points_vert:`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,points_frag:`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,shadow_vert:`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,shadow_frag:`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,sprite_vert:`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,sprite_frag:`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`},Q={common:{diffuse:{value:new X(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new J},alphaMap:{value:null},alphaMapTransform:{value:new J},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new J}},envmap:{envMap:{value:null},envMapRotation:{value:new J},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new J}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new J}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new J},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new J},normalScale:{value:new K(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new J},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new J}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new J}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new J}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new X(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new X(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new J},alphaTest:{value:0},uvTransform:{value:new J}},sprite:{diffuse:{value:new X(16777215)},opacity:{value:1},center:{value:new K(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new J},alphaMap:{value:null},alphaMapTransform:{value:new J},alphaTest:{value:0}}},Cg={basic:{uniforms:Wm([Q.common,Q.specularmap,Q.envmap,Q.aomap,Q.lightmap,Q.fog]),vertexShader:Z.meshbasic_vert,fragmentShader:Z.meshbasic_frag},lambert:{uniforms:Wm([Q.common,Q.specularmap,Q.envmap,Q.aomap,Q.lightmap,Q.emissivemap,Q.bumpmap,Q.normalmap,Q.displacementmap,Q.fog,Q.lights,{emissive:{value:new X(0)},envMapIntensity:{value:1}}]),vertexShader:Z.meshlambert_vert,fragmentShader:Z.meshlambert_frag},phong:{uniforms:Wm([Q.common,Q.specularmap,Q.envmap,Q.aomap,Q.lightmap,Q.emissivemap,Q.bumpmap,Q.normalmap,Q.displacementmap,Q.fog,Q.lights,{emissive:{value:new X(0)},specular:{value:new X(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:Z.meshphong_vert,fragmentShader:Z.meshphong_frag},standard:{uniforms:Wm([Q.common,Q.envmap,Q.aomap,Q.lightmap,Q.emissivemap,Q.bumpmap,Q.normalmap,Q.displacementmap,Q.roughnessmap,Q.metalnessmap,Q.fog,Q.lights,{emissive:{value:new X(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:Z.meshphysical_vert,fragmentShader:Z.meshphysical_frag},toon:{uniforms:Wm([Q.common,Q.aomap,Q.lightmap,Q.emissivemap,Q.bumpmap,Q.normalmap,Q.displacementmap,Q.gradientmap,Q.fog,Q.lights,{emissive:{value:new X(0)}}]),vertexShader:Z.meshtoon_vert,fragmentShader:Z.meshtoon_frag},matcap:{uniforms:Wm([Q.common,Q.bumpmap,Q.normalmap,Q.displacementmap,Q.fog,{matcap:{value:null}}]),vertexShader:Z.meshmatcap_vert,fragmentShader:Z.meshmatcap_frag},points:{uniforms:Wm([Q.points,Q.fog]),vertexShader:Z.points_vert,fragmentShader:Z.points_frag},dashed:{uniforms:Wm([Q.common,Q.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:Z.linedashed_vert,fragmentShader:Z.linedashed_frag},depth:{uniforms:Wm([Q.common,Q.displacementmap]),vertexShader:Z.depth_vert,fragmentShader:Z.depth_frag},normal:{uniforms:Wm([Q.common,Q.bumpmap,Q.normalmap,Q.displacementmap,{opacity:{value:1}}]),vertexShader:Z.meshnormal_vert,fragmentShader:Z.meshnormal_frag},sprite:{uniforms:Wm([Q.sprite,Q.fog]),vertexShader:Z.sprite_vert,fragmentShader:Z.sprite_frag},background:{uniforms:{uvTransform:{value:new J},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:Z.background_vert,fragmentShader:Z.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new J}},vertexShader:Z.backgroundCube_vert,fragmentShader:Z.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:Z.cube_vert,fragmentShader:Z.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:Z.equirect_vert,fragmentShader:Z.equirect_frag},distance:{uniforms:Wm([Q.common,Q.displacementmap,{referencePosition:{value:new q},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:Z.distance_vert,fragmentShader:Z.distance_frag},shadow:{uniforms:Wm([Q.lights,Q.fog,{color:{value:new X(0)},opacity:{value:1}}]),vertexShader:Z.shadow_vert,fragmentShader:Z.shadow_frag}};Cg.physical={uniforms:Wm([Cg.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new J},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new J},clearcoatNormalScale:{value:new K(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new J},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new J},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new J},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new J},sheen:{value:0},sheenColor:{value:new X(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new J},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new J},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new J},transmissionSamplerSize:{value:new K},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new J},attenuationDistance:{value:0},attenuationColor:{value:new X(0)},specularColor:{value:new X(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new J},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new J},anisotropyVector:{value:new K},anisotropyMap:{value:null},anisotropyMapTransform:{value:new J}}]),vertexShader:Z.meshphysical_vert,fragmentShader:Z.meshphysical_frag};var wg={r:0,b:0,g:0},Tg=new xf,Eg=new J;Eg.set(-1,0,0,0,1,0,0,0,1);function Dg(e,t,n,r,i,a){let o=new X(0),s=i===!0?0:1,c,l,u=null,d=0,f=null;function p(e){let n=e.isScene===!0?e.background:null;if(n&&n.isTexture){let r=e.backgroundBlurriness>0;n=t.get(n,r)}return n}function m(t){let r=!1,i=p(t);i===null?g(o,s):i&&i.isColor&&(g(i,1),r=!0);let c=e.xr.getEnvironmentBlendMode();c===`additive`?n.buffers.color.setClear(0,0,0,1,a):c===`alpha-blend`&&n.buffers.color.setClear(0,0,0,0,a),(e.autoClear||r)&&(n.buffers.depth.setTest(!0),n.buffers.depth.setMask(!0),n.buffers.color.setMask(!0),e.clear(e.autoClearColor,e.autoClearDepth,e.autoClearStencil))}function h(t,n){let i=p(n);i&&i.isCubeTexture?(l===void 0&&(l=new Tm(new zm(1,1,1),new Zm({name:`BackgroundCubeMaterial`,uniforms:Um(Cg.backgroundCube.uniforms),vertexShader:Cg.backgroundCube.vertexShader,fragmentShader:Cg.backgroundCube.fragmentShader,side:1,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute(`normal`),l.geometry.deleteAttribute(`uv`),l.onBeforeRender=function(e,t,n){this.matrixWorld.copyPosition(n.matrixWorld)},Object.defineProperty(l.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),r.update(l)),l.material.uniforms.envMap.value=i,l.material.uniforms.backgroundBlurriness.value=n.backgroundBlurriness,l.material.uniforms.backgroundIntensity.value=n.backgroundIntensity,l.material.uniforms.backgroundRotation.value.setFromMatrix4(Tg.makeRotationFromEuler(n.backgroundRotation)).transpose(),i.isRenderTargetTexture===!1&&l.material.uniforms.backgroundRotation.value.premultiply(Eg),l.material.toneMapped=Y.getTransfer(i.colorSpace)!==sd,(u!==i||d!==i.version||f!==e.toneMapping)&&(l.material.needsUpdate=!0,u=i,d=i.version,f=e.toneMapping),l.layers.enableAll(),t.unshift(l,l.geometry,l.material,0,0,null)):i&&i.isTexture&&(c===void 0&&(c=new Tm(new Bm(2,2),new Zm({name:`BackgroundMaterial`,uniforms:Um(Cg.background.uniforms),vertexShader:Cg.background.vertexShader,fragmentShader:Cg.background.fragmentShader,side:0,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute(`normal`),Object.defineProperty(c.material,"map",{get:function(){return this.uniforms.t2D.value}}),r.update(c)),c.material.uniforms.t2D.value=i,c.material.uniforms.backgroundIntensity.value=n.backgroundIntensity,c.material.toneMapped=Y.getTransfer(i.colorSpace)!==sd,i.matrixAutoUpdate===!0&&i.updateMatrix(),c.material.uniforms.uvTransform.value.copy(i.matrix),(u!==i||d!==i.version||f!==e.toneMapping)&&(c.material.needsUpdate=!0,u=i,d=i.version,f=e.toneMapping),c.layers.enableAll(),t.unshift(c,c.geometry,c.material,0,0,null))}function g(t,r){t.getRGB(wg,qm(e)),n.buffers.color.setClear(wg.r,wg.g,wg.b,r,a)}function _(){l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0),c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0)}return{getClearColor:function(){return o},setClearColor:function(e,t=1){o.set(e),s=t,g(o,s)},getClearAlpha:function(){return s},setClearAlpha:function(e){s=e,g(o,s)},render:m,addToRenderList:h,dispose:_}}function Og(e,t){let n=e.getParameter(e.MAX_VERTEX_ATTRIBS),r={},i=f(null),a=i,o=!1;function s(n,r,i,s,c){let u=!1,f=d(n,s,i,r);a!==f&&(a=f,l(a.object)),u=p(n,s,i,c),u&&m(n,s,i,c),c!==null&&t.update(c,e.ELEMENT_ARRAY_BUFFER),(u||o)&&(o=!1,b(n,r,i,s),c!==null&&e.bindBuffer(e.ELEMENT_ARRAY_BUFFER,t.get(c).buffer))}function c(){return e.createVertexArray()}function l(t){return e.bindVertexArray(t)}function u(t){return e.deleteVertexArray(t)}function d(e,t,n,i){let a=i.wireframe===!0,o=r[t.id];o===void 0&&(o={},r[t.id]=o);let s=e.isInstancedMesh===!0?e.id:0,l=o[s];l===void 0&&(l={},o[s]=l);let u=l[n.id];u===void 0&&(u={},l[n.id]=u);let d=u[a];return d===void 0&&(d=f(c()),u[a]=d),d}function f(e){let t=[],r=[],i=[];for(let e=0;e<n;e++)t[e]=0,r[e]=0,i[e]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:t,enabledAttributes:r,attributeDivisors:i,object:e,attributes:{},index:null}}function p(e,t,n,r){let i=a.attributes,o=t.attributes,s=0,c=n.getAttributes();for(let t in c)if(c[t].location>=0){let n=i[t],r=o[t];if(r===void 0&&(t===`instanceMatrix`&&e.instanceMatrix&&(r=e.instanceMatrix),t===`instanceColor`&&e.instanceColor&&(r=e.instanceColor)),n===void 0||n.attribute!==r||r&&n.data!==r.data)return!0;s++}return a.attributesNum!==s||a.index!==r}function m(e,t,n,r){let i={},o=t.attributes,s=0,c=n.getAttributes();for(let t in c)if(c[t].location>=0){let n=o[t];n===void 0&&(t===`instanceMatrix`&&e.instanceMatrix&&(n=e.instanceMatrix),t===`instanceColor`&&e.instanceColor&&(n=e.instanceColor));let r={};r.attribute=n,n&&n.data&&(r.data=n.data),i[t]=r,s++}a.attributes=i,a.attributesNum=s,a.index=r}function h(){let e=a.newAttributes;for(let t=0,n=e.length;t<n;t++)e[t]=0}function g(e){_(e,0)}function _(t,n){let r=a.newAttributes,i=a.enabledAttributes,o=a.attributeDivisors;r[t]=1,i[t]===0&&(e.enableVertexAttribArray(t),i[t]=1),o[t]!==n&&(e.vertexAttribDivisor(t,n),o[t]=n)}function v(){let t=a.newAttributes,n=a.enabledAttributes;for(let r=0,i=n.length;r<i;r++)n[r]!==t[r]&&(e.disableVertexAttribArray(r),n[r]=0)}function y(t,n,r,i,a,o,s){s===!0?e.vertexAttribIPointer(t,n,r,a,o):e.vertexAttribPointer(t,n,r,i,a,o)}function b(n,r,i,a){h();let o=a.attributes,s=i.getAttributes(),c=r.defaultAttributeValues;for(let r in s){let i=s[r];if(i.location>=0){let s=o[r];if(s===void 0&&(r===`instanceMatrix`&&n.instanceMatrix&&(s=n.instanceMatrix),r===`instanceColor`&&n.instanceColor&&(s=n.instanceColor)),s!==void 0){let r=s.normalized,o=s.itemSize,c=t.get(s);if(c===void 0)continue;let l=c.buffer,u=c.type,d=c.bytesPerElement,f=u===e.INT||u===e.UNSIGNED_INT||s.gpuType===1013;if(s.isInterleavedBufferAttribute){let t=s.data,c=t.isInterleavedBuffer===!0?t.stride:t.itemSize,p=s.offset;if(t.isInstancedInterleavedBuffer||t.isInstancedBufferAttribute){for(let e=0;e<i.locationSize;e++)_(i.location+e,t.meshPerAttribute);n.isInstancedMesh!==!0&&a._maxInstanceCount===void 0&&(a._maxInstanceCount=t.meshPerAttribute*t.count)}else for(let e=0;e<i.locationSize;e++)g(i.location+e);e.bindBuffer(e.ARRAY_BUFFER,l);for(let e=0;e<i.locationSize;e++)y(i.location+e,o/i.locationSize,u,r,c*d,(p+o/i.locationSize*e)*d,f)}else{if(s.isInstancedBufferAttribute){for(let e=0;e<i.locationSize;e++)_(i.location+e,s.meshPerAttribute);n.isInstancedMesh!==!0&&a._maxInstanceCount===void 0&&(a._maxInstanceCount=s.meshPerAttribute*s.count)}else for(let e=0;e<i.locationSize;e++)g(i.location+e);e.bindBuffer(e.ARRAY_BUFFER,l);for(let e=0;e<i.locationSize;e++)y(i.location+e,o/i.locationSize,u,r,o*d,o/i.locationSize*e*d,f)}}else if(c!==void 0){let t=c[r];if(t!==void 0)switch(t.length){case 2:e.vertexAttrib2fv(i.location,t);break;case 3:e.vertexAttrib3fv(i.location,t);break;case 4:e.vertexAttrib4fv(i.location,t);break;default:e.vertexAttrib1fv(i.location,t)}}}}v()}function x(){T();for(let e in r){let t=r[e];for(let e in t){let n=t[e];for(let e in n){let t=n[e];for(let e in t)u(t[e].object),delete t[e];delete n[e]}}delete r[e]}}function S(e){if(r[e.id]===void 0)return;let t=r[e.id];for(let e in t){let n=t[e];for(let e in n){let t=n[e];for(let e in t)u(t[e].object),delete t[e];delete n[e]}}delete r[e.id]}function C(e){for(let t in r){let n=r[t];for(let t in n){let r=n[t];if(r[e.id]===void 0)continue;let i=r[e.id];for(let e in i)u(i[e].object),delete i[e];delete r[e.id]}}}function w(e){for(let t in r){let n=r[t],i=e.isInstancedMesh===!0?e.id:0,a=n[i];if(a!==void 0){for(let e in a){let t=a[e];for(let e in t)u(t[e].object),delete t[e];delete a[e]}delete n[i],Object.keys(n).length===0&&delete r[t]}}}function T(){E(),o=!0,a!==i&&(a=i,l(a.object))}function E(){i.geometry=null,i.program=null,i.wireframe=!1}return{setup:s,reset:T,resetDefaultState:E,dispose:x,releaseStatesOfGeometry:S,releaseStatesOfObject:w,releaseStatesOfProgram:C,initAttributes:h,enableAttribute:g,disableUnusedAttributes:v}}function kg(e,t,n){let r;function i(e){r=e}function a(t,i){e.drawArrays(r,t,i),n.update(i,r,1)}function o(t,i,a){a!==0&&(e.drawArraysInstanced(r,t,i,a),n.update(i,r,a))}function s(e,i,a){if(a===0)return;t.get(`WEBGL_multi_draw`).multiDrawArraysWEBGL(r,e,0,i,0,a);let o=0;for(let e=0;e<a;e++)o+=i[e];n.update(o,r,1)}this.setMode=i,this.render=a,this.renderInstances=o,this.renderMultiDraw=s}function Ag(e,t,n,r){let i;function a(){if(i!==void 0)return i;if(t.has(`EXT_texture_filter_anisotropic`)===!0){let n=t.get(`EXT_texture_filter_anisotropic`);i=e.getParameter(n.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else i=0;return i}function o(t){return t===1023||r.convert(t)===e.getParameter(e.IMPLEMENTATION_COLOR_READ_FORMAT)}function s(n){let i=n===1016&&(t.has(`EXT_color_buffer_half_float`)||t.has(`EXT_color_buffer_float`));return!(n!==1009&&n!==1015&&!i&&r.convert(n)!==e.getParameter(e.IMPLEMENTATION_COLOR_READ_TYPE))}function c(t){if(t===`highp`){if(e.getShaderPrecisionFormat(e.VERTEX_SHADER,e.HIGH_FLOAT).precision>0&&e.getShaderPrecisionFormat(e.FRAGMENT_SHADER,e.HIGH_FLOAT).precision>0)return`highp`;t=`mediump`}return t===`mediump`&&e.getShaderPrecisionFormat(e.VERTEX_SHADER,e.MEDIUM_FLOAT).precision>0&&e.getShaderPrecisionFormat(e.FRAGMENT_SHADER,e.MEDIUM_FLOAT).precision>0?`mediump`:`lowp`}let l=n.precision===void 0?`highp`:n.precision,u=c(l);u!==l&&(U(`WebGLRenderer:`,l,`not supported, using`,u,`instead.`),l=u);let d=n.reversedDepthBuffer===!0&&t.has(`EXT_clip_control`),f=n.logarithmicDepthBuffer===!0&&d===!1;n.reversedDepthBuffer===!0&&d===!1&&U(`WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer.`),n.logarithmicDepthBuffer===!0&&d===!0&&U(`WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.`);let p=e.getParameter(e.MAX_TEXTURE_IMAGE_UNITS),m=e.getParameter(e.MAX_VERTEX_TEXTURE_IMAGE_UNITS),h=e.getParameter(e.MAX_TEXTURE_SIZE),g=e.getParameter(e.MAX_CUBE_MAP_TEXTURE_SIZE),_=e.getParameter(e.MAX_VERTEX_ATTRIBS),v=e.getParameter(e.MAX_VERTEX_UNIFORM_VECTORS),y=e.getParameter(e.MAX_VARYING_VECTORS),b=e.getParameter(e.MAX_FRAGMENT_UNIFORM_VECTORS),x=e.getParameter(e.MAX_SAMPLES),S=e.getParameter(e.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:a,getMaxPrecision:c,textureFormatReadable:o,textureTypeReadable:s,precision:l,logarithmicDepthBuffer:f,reversedDepthBuffer:d,maxTextures:p,maxVertexTextures:m,maxTextureSize:h,maxCubemapSize:g,maxAttributes:_,maxVertexUniforms:v,maxVaryings:y,maxFragmentUniforms:b,maxSamples:x,samples:S}}function jg(e){let t=this,n=null,r=0,i=!1,a=!1,o=new am,s=new J,c={value:null,needsUpdate:!1};this.uniform=c,this.numPlanes=0,this.numIntersection=0,this.init=function(e,t){let n=e.length!==0||t||r!==0||i;return i=t,r=e.length,n},this.beginShadows=function(){a=!0,u(null)},this.endShadows=function(){a=!1},this.setGlobalState=function(e,t){n=u(e,t,0)},this.setState=function(t,o,s){let d=t.clippingPlanes,f=t.clipIntersection,p=t.clipShadows,m=e.get(t);if(!i||d===null||d.length===0||a&&!p)a?u(null):l();else{let e=a?0:r,t=e*4,i=m.clippingState||null;c.value=i,i=u(d,o,t,s);for(let e=0;e!==t;++e)i[e]=n[e];m.clippingState=i,this.numIntersection=f?this.numPlanes:0,this.numPlanes+=e}};function l(){c.value!==n&&(c.value=n,c.needsUpdate=r>0),t.numPlanes=r,t.numIntersection=0}function u(e,n,r,i){let a=e===null?0:e.length,l=null;if(a!==0){if(l=c.value,i!==!0||l===null){let t=r+a*4,i=n.matrixWorldInverse;s.getNormalMatrix(i),(l===null||l.length<t)&&(l=new Float32Array(t));for(let t=0,n=r;t!==a;++t,n+=4)o.copy(e[t]).applyMatrix4(i,s),o.normal.toArray(l,n),l[n+3]=o.constant}c.value=l,c.needsUpdate=!0}return t.numPlanes=a,t.numIntersection=0,l}}var Mg=class extends vf{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},r=[n,n,n,n,n,n];this.texture=new Fm(r),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},r=new zm(5,5,5),i=new Zm({name:`CubemapFromEquirect`,uniforms:Um(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:1,blending:0});i.uniforms.tEquirect.value=t;let a=new Tm(r,i),o=t.minFilter;return t.minFilter===1008&&(t.minFilter=Hl),new Hh(1,10,this).update(e,a),t.minFilter=o,a.geometry.dispose(),a.material.dispose(),this}clear(e,t=!0,n=!0,r=!0){let i=e.getRenderTarget();for(let i=0;i<6;i++)e.setRenderTarget(this,i),e.clear(t,n,r);e.setRenderTarget(i)}},Ng=256,Pg=3,Fg=20,Ig=256,Lg=16,Rg=3,zg=new q,Bg=new X,Vg=class e{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new Hh(1,10,null),this._boxMesh=new Tm(new zm(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,r=100,i={}){let{size:a=256,position:o=zg}=i,s=this._renderer;this._setSize(a);let c=this._allocateTarget(),l=this._getSourceTarget(!0);t>0&&(l.texture.mipmapsAutoUpdate=!1);let u=s.autoClear,d=s.autoClearColor,f=s.autoClearDepth,p=s.autoClearStencil,m=e.background;s.autoClear=!0,s.autoClearColor=!0,s.autoClearDepth=!0,s.autoClearStencil=!0,m===null&&(e.background=s.getClearColor(Bg));let h=new Hh(n,r,l);return h.position.copy(o),h.update(s,e),s.autoClear=u,s.autoClearColor=d,s.autoClearDepth=f,s.autoClearStencil=p,e.background=m,t>0&&(l.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=Jg(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=qg(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(Ng,Kd(e))}_fromTexture(e,t){e.mapping===301||e.mapping===302?this._setSize(e.image.length===0?Ng:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=Hg(e,!1,!1),n=Math.log2(e)-Pg;for(let r=0;r<=n;r++)t.texture.mipmaps.push({width:e>>r,height:e>>r});return t.texture.name=`PMREM`,t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=Hg(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let r=this._boxMesh,i=this._cubeCamera;r.material=n,i.renderTarget=e,i.activeMipmapLevel=t;let a=e.width>>t;e.viewport.set(0,0,a,a),i.update(this._renderer,r),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===301||e.mapping===302?(this._cubemapMaterial===null&&(this._cubemapMaterial=Jg()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=qg()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(t){this._ggxMaterial===null&&(this._ggxMaterial=Wg(),this._integrationMaterial=Gg());let n=this._cubeSize,r=t.texture.mipmaps.length-1,i=this._ggxMaterial.uniforms;i.envMap.value=this._sourceTarget.texture;let a=this._integrationMaterial.uniforms;a.envMap.value=this._sourceTarget.texture,a.sourceLod.value=Math.log2(n/Lg);for(let o=0;o<=r;o++){let s=e.lodToRoughness(o,r);if(o>r-Rg)a.roughness.value=s,this._renderCube(t,o,this._integrationMaterial);else{let e=s>0?Math.log2(n)+.5*Math.log2(6/(Ig*s**4))+.5:0;i.roughness.value=s,i.lodBias.value=e,this._renderCube(t,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=Kg());let n=this._blurMaterial,r=n.uniforms,i=this._sourceTarget;r.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,r.envMap.value=i.texture,this._renderCube(e,0,n),r.envMap.value=e.texture,this._renderCube(i,0,n)}};function Hg(e,t,n){return new Mg(e,{minFilter:Wl,generateMipmaps:t,type:Ql,colorSpace:ad,depthBuffer:n})}function Ug(e,t,n){return new Zm({name:e,uniforms:t,vertexShader:Z.cube_vert,fragmentShader:n,side:1,blending:0,depthTest:!1,depthWrite:!1})}function Wg(){return Ug(`PMREMGGXConvolution`,{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Ig}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function Gg(){return Ug(`PMREMGGXIntegration`,{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Lg}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function Kg(){return Ug(`PMREMSphericalGaussianBlur`,{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${Fg}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function qg(){return Ug(`PMREMEquirectangularToCubemap`,{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function Jg(){return Ug(`PMREMCubemapToCubemap`,{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function Yg(e){let t=new WeakMap,n=new WeakMap,r=null;function i(e,t=!1){return e==null?null:t?o(e):a(e)}function a(n){if(n&&n.isTexture){let r=n.mapping;if(r===303||r===304){if(t.has(n)){let e=t.get(n).texture;return s(e,n.mapping)}{let r=n.image;if(r&&r.height>0){let i=new Mg(r.height);return i.fromEquirectangularTexture(e,n),t.set(n,i),n.addEventListener(`dispose`,l),s(i.texture,n.mapping)}return null}}}return n}function o(t){if(t&&t.isTexture&&t.isPMREMTexture!==!0){let i=t.mapping,a=i===303||i===304,o=i===301||i===302;if(a||o){let i=n.get(t),s=i===void 0?0:i.texture.pmremVersion;if(t.isRenderTargetTexture&&t.pmremVersion!==s)return r===null&&(r=new Vg(e)),i=a?r.fromEquirectangular(t,i):r.fromCubemap(t,i),i.texture.pmremVersion=t.pmremVersion,n.set(t,i),i.texture;if(i!==void 0)return i.texture;{let s=t.image;return a&&s&&s.height>0||o&&s&&c(s)?(r===null&&(r=new Vg(e)),i=a?r.fromEquirectangular(t):r.fromCubemap(t),i.texture.pmremVersion=t.pmremVersion,n.set(t,i),t.addEventListener(`dispose`,u),i.texture):null}}}return t}function s(e,t){return t===303?e.mapping=301:t===304&&(e.mapping=302),e}function c(e){let t=0;for(let n=0;n<6;n++)e[n]!==void 0&&t++;return t===6}function l(e){let n=e.target;n.removeEventListener(`dispose`,l);let r=t.get(n);r!==void 0&&(t.delete(n),r.dispose())}function u(e){let t=e.target;t.removeEventListener(`dispose`,u);let r=n.get(t);r!==void 0&&(n.delete(t),r.dispose())}function d(){t=new WeakMap,n=new WeakMap,r!==null&&(r.dispose(),r=null)}return{get:i,dispose:d}}function Xg(e){let t={};function n(n){if(t[n]!==void 0)return t[n];let r=e.getExtension(n);return t[n]=r,r}return{has:function(e){return n(e)!==null},init:function(){n(`EXT_color_buffer_float`),n(`WEBGL_clip_cull_distance`),n(`OES_texture_float_linear`),n(`EXT_color_buffer_half_float`),n(`WEBGL_multisampled_render_to_texture`),n(`WEBGL_render_shared_exponent`)},get:function(e){let t=n(e);return t===null&&xd(`WebGLRenderer: `+e+` extension not supported.`),t}}}function Zg(e,t,n,r){let i={},a=new WeakMap,o=new FinalizationRegistry(e=>delete i[e]);function s(e){c(e.target)}function c(e){e.index!==null&&t.remove(e.index);for(let n in e.attributes)t.remove(e.attributes[n]);e.removeEventListener(`dispose`,s),delete i[e.id],o.unregister(e);let c=a.get(e);c&&(t.remove(c),a.delete(e)),r.releaseStatesOfGeometry(e),e.isInstancedBufferGeometry===!0&&delete e._maxInstanceCount,n.memory.geometries--}function l(e,t){return i[t.id]===void 0&&(t.addEventListener(`dispose`,s),i[t.id]=new WeakRef(t),o.register(t,t.id,t),n.memory.geometries++),t}function u(n){let r=n.attributes;for(let n in r)t.update(r[n],e.ARRAY_BUFFER)}function d(e){let n=e.index,r=e.attributes.position,i=0;if(r===void 0)return;let o=n===null?r.array.length/3-1:n.array.length,s=new(r.count>=65535?Rp:Lp)(Math.ceil(o/3)*6,1),c=s.array;if(n!==null){let e=n.array;i=n.version;for(let t=0,n=0;t<o;t+=3){let r=e[t+0],i=e[t+1],a=e[t+2];c[n++]=r,c[n++]=i,c[n++]=i,c[n++]=a,c[n++]=a,c[n++]=r}}else{i=r.version;for(let e=0,t=0;e<o;e+=3){let n=e+0,r=e+1,i=e+2;c[t++]=n,c[t++]=r,c[t++]=r,c[t++]=i,c[t++]=i,c[t++]=n}}s.version=i;let l=a.get(e);l&&t.remove(l),a.set(e,s)}function f(e){let t=a.get(e);if(t){let n=e.index;n!==null&&t.version<n.version&&d(e)}else d(e);return a.get(e)}function p(){for(let e in i){let t=i[e].deref();t!==void 0&&c(t)}}return{get:l,update:u,getWireframeAttribute:f,dispose:p}}function Qg(e,t,n){let r;function i(e){r=e}let a,o;function s(e){a=e.type,o=e.bytesPerElement}function c(t,i){e.drawElements(r,i,a,t*o),n.update(i,r,1)}function l(t,i,s){s!==0&&(e.drawElementsInstanced(r,i,a,t*o,s),n.update(i,r,s))}function u(e,i,o){if(o===0)return;t.get(`WEBGL_multi_draw`).multiDrawElementsWEBGL(r,i,0,a,e,0,o);let s=0;for(let e=0;e<o;e++)s+=i[e];n.update(s,r,1)}this.setMode=i,this.setIndex=s,this.render=c,this.renderInstances=l,this.renderMultiDraw=u}function $g(e){let t={geometries:0,textures:0},n={frame:0,calls:0,triangles:0,points:0,lines:0};function r(t,r,i){switch(n.calls++,r){case e.TRIANGLES:n.triangles+=t/3*i;break;case e.LINES:n.lines+=t/2*i;break;case e.LINE_STRIP:n.lines+=i*(t-1);break;case e.LINE_LOOP:n.lines+=i*t;break;case e.POINTS:n.points+=i*t;break;default:W(`WebGLInfo: Unknown draw mode:`,r)}}function i(){n.calls=0,n.triangles=0,n.points=0,n.lines=0}return{memory:t,render:n,programs:null,autoReset:!0,reset:i,update:r}}function e_(e,t,n){let r=new WeakMap,i=new gf;function a(a,o,s){let c=a.morphTargetInfluences,l=o.morphAttributes.position||o.morphAttributes.normal||o.morphAttributes.color,u=l===void 0?0:l.length,d=r.get(o);if(d===void 0||d.count!==u){d!==void 0&&d.texture.dispose();let e=o.morphAttributes.position!==void 0,n=o.morphAttributes.normal!==void 0,a=o.morphAttributes.color!==void 0,s=o.morphAttributes.position||[],c=o.morphAttributes.normal||[],l=o.morphAttributes.color||[],f=0;e===!0&&(f=1),n===!0&&(f=2),a===!0&&(f=3);let p=o.attributes.position.count*f,m=1;p>t.maxTextureSize&&(m=Math.ceil(p/t.maxTextureSize),p=t.maxTextureSize);let h=new Float32Array(p*m*4*u),g=new yf(h,p,m,u);g.type=Zl,g.needsUpdate=!0;let _=f*4;for(let t=0;t<u;t++){let r=s[t],o=c[t],u=l[t],d=p*m*4*t;for(let t=0;t<r.count;t++){let s=t*_;e===!0&&(i.fromBufferAttribute(r,t),h[d+s+0]=i.x,h[d+s+1]=i.y,h[d+s+2]=i.z,h[d+s+3]=0),n===!0&&(i.fromBufferAttribute(o,t),h[d+s+4]=i.x,h[d+s+5]=i.y,h[d+s+6]=i.z,h[d+s+7]=0),a===!0&&(i.fromBufferAttribute(u,t),h[d+s+8]=i.x,h[d+s+9]=i.y,h[d+s+10]=i.z,h[d+s+11]=u.itemSize===4?i.w:1)}}d={count:u,texture:g,size:new K(p,m)},r.set(o,d);function v(){g.dispose(),r.delete(o),o.removeEventListener(`dispose`,v)}o.addEventListener(`dispose`,v)}if(a.isInstancedMesh===!0&&a.morphTexture!==null)s.getUniforms().setValue(e,`morphTexture`,a.morphTexture,n);else{let t=0;for(let e=0;e<c.length;e++)t+=c[e];let n=o.morphTargetsRelative?1:1-t;s.getUniforms().setValue(e,`morphTargetBaseInfluence`,n),s.getUniforms().setValue(e,`morphTargetInfluences`,c)}s.getUniforms().setValue(e,`morphTargetsTexture`,d.texture,n),s.getUniforms().setValue(e,`morphTargetsTextureSize`,d.size)}return{update:a}}function t_(e,t,n,r,i){let a=new WeakMap;function o(r){let o=i.render.frame,s=r.geometry,l=t.get(r,s);if(a.get(l)!==o&&(t.update(l),a.set(l,o)),r.isInstancedMesh&&(r.hasEventListener(`dispose`,c)===!1&&r.addEventListener(`dispose`,c),a.get(r)!==o&&(n.update(r.instanceMatrix,e.ARRAY_BUFFER),r.instanceColor!==null&&n.update(r.instanceColor,e.ARRAY_BUFFER),a.set(r,o))),r.isSkinnedMesh){let e=r.skeleton;a.get(e)!==o&&(e.update(),a.set(e,o))}return l}function s(){a=new WeakMap}function c(e){let t=e.target;t.removeEventListener(`dispose`,c),r.releaseStatesOfObject(t),n.remove(t.instanceMatrix),t.instanceColor!==null&&n.remove(t.instanceColor)}return{update:o,dispose:s}}var n_={1:`LINEAR_TONE_MAPPING`,2:`REINHARD_TONE_MAPPING`,3:`CINEON_TONE_MAPPING`,4:`ACES_FILMIC_TONE_MAPPING`,6:`AGX_TONE_MAPPING`,7:`NEUTRAL_TONE_MAPPING`,5:`CUSTOM_TONE_MAPPING`};function r_(e,t,n,r,i,a){let o=new vf(t,n,{type:e,depthBuffer:i,stencilBuffer:a,samples:r?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),s=null,c=null,l=null,u=new Zp;u.setAttribute(`position`,new zp([-1,3,0,-1,-1,0,3,-1,0],3)),u.setAttribute(`uv`,new zp([0,2,0,0,2,0],2));let d=new Qm({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),f=new Tm(u,d),p=new Ih(-1,1,1,-1,0,1),m=null,h=null,g=!1,_,v=null,y=[],b=!1;this.setSize=function(e,t){o.setSize(e,t),s!==null&&s.setSize(e,t),c!==null&&c.setSize(e,t);for(let n=0;n<y.length;n++){let r=y[n];r.setSize&&r.setSize(e,t)}},this.setEffects=function(e){y=e,b=y.length>0&&y[0].isRenderPass===!0;let t=o.width,n=o.height;y.length>0&&s===null&&(s=new vf(t,n,{type:Ql,depthBuffer:!1,stencilBuffer:!1}),c=new vf(t,n,{type:Ql,depthBuffer:!1,stencilBuffer:!1}));let r=i===!0&&y.some(e=>e.needsDepthTexture===!0);r!==(o.depthTexture!==null)&&(r===!0&&l===null&&(l=new Im(t,n),a===!0&&(l.format=cu,l.type=tu)),o.dispose(),o.depthTexture=r?l:null,o.resolveDepthBuffer=r,o.storeMultisampledDepthBuffer=r);for(let e=0;e<y.length;e++){let i=y[e];i.setSize&&i.setSize(t,n),r&&i.needsDepthTexture===!0&&i.setDepthTexture&&i.setDepthTexture(l)}},this.begin=function(e,t){if(g||e.toneMapping===0&&y.length===0)return!1;if(v=t,t!==null){let e=t.width,n=t.height;(o.width!==e||o.height!==n)&&this.setSize(e,n)}return b===!1&&e.setRenderTarget(o),_=e.toneMapping,e.toneMapping=0,!0},this.hasRenderPass=function(){return b},this.end=function(e,t){e.toneMapping=_,g=!0;let n=o,r=s;for(let i=0;i<y.length;i++){let a=y[i];a.enabled!==!1&&(a.render(e,r,n,t),a.needsSwap!==!1&&(n=r,r=r===s?c:s))}if(m!==e.outputColorSpace||h!==e.toneMapping){m=e.outputColorSpace,h=e.toneMapping,d.defines={},Y.getTransfer(m)===`srgb`&&(d.defines.SRGB_TRANSFER=``);let t=n_[h];t&&(d.defines[t]=``),d.needsUpdate=!0}d.uniforms.tDiffuse.value=n.texture,e.setRenderTarget(v),e.render(f,p),v=null,g=!1},this.isCompositing=function(){return g},this.dispose=function(){o.dispose(),s!==null&&s.dispose(),c!==null&&c.dispose(),u.dispose(),d.dispose()}}var i_=new hf,a_=new Im(1,1),o_=new Lm(1),s_=new yf,c_=new bf,l_=new Fm,u_=[],d_=[],f_=new Float32Array(16),p_=new Float32Array(9),m_=new Float32Array(4);function h_(e,t,n){let r=e[0];if(r<=0||r>0)return e;let i=t*n,a=u_[i];if(a===void 0&&(a=new Float32Array(i),u_[i]=a),t!==0){r.toArray(a,0);for(let r=1,i=0;r!==t;++r)i+=n,e[r].toArray(a,i)}return a}function g_(e,t){if(e.length!==t.length)return!1;for(let n=0,r=e.length;n<r;n++)if(e[n]!==t[n])return!1;return!0}function __(e,t){for(let n=0,r=t.length;n<r;n++)e[n]=t[n]}function v_(e,t){let n=d_[t];n===void 0&&(n=new Int32Array(t),d_[t]=n);for(let r=0;r!==t;++r)n[r]=e.allocateTextureUnit();return n}function y_(e,t){let n=this.cache;n[0]!==t&&(e.uniform1f(this.addr,t),n[0]=t)}function b_(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2f(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(g_(n,t))return;e.uniform2fv(this.addr,t),__(n,t)}}function x_(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3f(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else if(t.r!==void 0)(n[0]!==t.r||n[1]!==t.g||n[2]!==t.b)&&(e.uniform3f(this.addr,t.r,t.g,t.b),n[0]=t.r,n[1]=t.g,n[2]=t.b);else{if(g_(n,t))return;e.uniform3fv(this.addr,t),__(n,t)}}function S_(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4f(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(g_(n,t))return;e.uniform4fv(this.addr,t),__(n,t)}}function C_(e,t){let n=this.cache,r=t.elements;if(r===void 0){if(g_(n,t))return;e.uniformMatrix2fv(this.addr,!1,t),__(n,t)}else{if(g_(n,r))return;m_.set(r),e.uniformMatrix2fv(this.addr,!1,m_),__(n,r)}}function w_(e,t){let n=this.cache,r=t.elements;if(r===void 0){if(g_(n,t))return;e.uniformMatrix3fv(this.addr,!1,t),__(n,t)}else{if(g_(n,r))return;p_.set(r),e.uniformMatrix3fv(this.addr,!1,p_),__(n,r)}}function T_(e,t){let n=this.cache,r=t.elements;if(r===void 0){if(g_(n,t))return;e.uniformMatrix4fv(this.addr,!1,t),__(n,t)}else{if(g_(n,r))return;f_.set(r),e.uniformMatrix4fv(this.addr,!1,f_),__(n,r)}}function E_(e,t){let n=this.cache;n[0]!==t&&(e.uniform1i(this.addr,t),n[0]=t)}function D_(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2i(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(g_(n,t))return;e.uniform2iv(this.addr,t),__(n,t)}}function O_(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3i(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else{if(g_(n,t))return;e.uniform3iv(this.addr,t),__(n,t)}}function k_(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4i(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(g_(n,t))return;e.uniform4iv(this.addr,t),__(n,t)}}function A_(e,t){let n=this.cache;n[0]!==t&&(e.uniform1ui(this.addr,t),n[0]=t)}function j_(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2ui(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(g_(n,t))return;e.uniform2uiv(this.addr,t),__(n,t)}}function M_(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3ui(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else{if(g_(n,t))return;e.uniform3uiv(this.addr,t),__(n,t)}}function N_(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4ui(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(g_(n,t))return;e.uniform4uiv(this.addr,t),__(n,t)}}function P_(e){return e.version===0&&(e.compareFunction=519,e.needsUpdate=!0),e}function F_(e,t,n){let r=this.cache,i=n.allocateTextureUnit();r[0]!==i&&(e.uniform1i(this.addr,i),r[0]=i);let a;a=this.type===e.SAMPLER_2D_SHADOW?P_(a_):i_,n.setTexture2D(t||a,i)}function I_(e,t,n){let r=this.cache,i=n.allocateTextureUnit();r[0]!==i&&(e.uniform1i(this.addr,i),r[0]=i),n.setTexture3D(t||c_,i)}function L_(e,t,n){let r=this.cache,i=n.allocateTextureUnit();r[0]!==i&&(e.uniform1i(this.addr,i),r[0]=i);let a;a=this.type===e.SAMPLER_CUBE_SHADOW?P_(o_):l_,n.setTextureCube(t||a,i)}function R_(e,t,n){let r=this.cache,i=n.allocateTextureUnit();r[0]!==i&&(e.uniform1i(this.addr,i),r[0]=i),n.setTexture2DArray(t||s_,i)}function z_(e){switch(e){case 5126:return y_;case 35664:return b_;case 35665:return x_;case 35666:return S_;case 35674:return C_;case 35675:return w_;case 35676:return T_;case 5124:case 35670:return E_;case 35667:case 35671:return D_;case 35668:case 35672:return O_;case 35669:case 35673:return k_;case 5125:return A_;case 36294:return j_;case 36295:return M_;case 36296:return N_;case 35678:case 36198:case 36298:case 36306:case 35682:return F_;case 35679:case 36299:case 36307:return I_;case 35680:case 36300:case 36308:case 36293:return L_;case 36289:case 36303:case 36311:case 36292:return R_}}function B_(e,t){e.uniform1fv(this.addr,t)}function V_(e,t){let n=h_(t,this.size,2);e.uniform2fv(this.addr,n)}function H_(e,t){let n=h_(t,this.size,3);e.uniform3fv(this.addr,n)}function U_(e,t){let n=h_(t,this.size,4);e.uniform4fv(this.addr,n)}function W_(e,t){let n=h_(t,this.size,4);e.uniformMatrix2fv(this.addr,!1,n)}function G_(e,t){let n=h_(t,this.size,9);e.uniformMatrix3fv(this.addr,!1,n)}function K_(e,t){let n=h_(t,this.size,16);e.uniformMatrix4fv(this.addr,!1,n)}function q_(e,t){e.uniform1iv(this.addr,t)}function J_(e,t){e.uniform2iv(this.addr,t)}function Y_(e,t){e.uniform3iv(this.addr,t)}function X_(e,t){e.uniform4iv(this.addr,t)}function Z_(e,t){e.uniform1uiv(this.addr,t)}function Q_(e,t){e.uniform2uiv(this.addr,t)}function $_(e,t){e.uniform3uiv(this.addr,t)}function ev(e,t){e.uniform4uiv(this.addr,t)}function tv(e,t,n){let r=this.cache,i=t.length,a=v_(n,i);g_(r,a)||(e.uniform1iv(this.addr,a),__(r,a));let o;o=this.type===e.SAMPLER_2D_SHADOW?P_(a_):i_;for(let e=0;e!==i;++e)n.setTexture2D(t[e]||o,a[e])}function nv(e,t,n){let r=this.cache,i=t.length,a=v_(n,i);g_(r,a)||(e.uniform1iv(this.addr,a),__(r,a));for(let e=0;e!==i;++e)n.setTexture3D(t[e]||c_,a[e])}function rv(e,t,n){let r=this.cache,i=t.length,a=v_(n,i);g_(r,a)||(e.uniform1iv(this.addr,a),__(r,a));let o;o=this.type===e.SAMPLER_CUBE_SHADOW?P_(o_):l_;for(let e=0;e!==i;++e)n.setTextureCube(t[e]||o,a[e])}function iv(e,t,n){let r=this.cache,i=t.length,a=v_(n,i);g_(r,a)||(e.uniform1iv(this.addr,a),__(r,a));for(let e=0;e!==i;++e)n.setTexture2DArray(t[e]||s_,a[e])}function av(e){switch(e){case 5126:return B_;case 35664:return V_;case 35665:return H_;case 35666:return U_;case 35674:return W_;case 35675:return G_;case 35676:return K_;case 5124:case 35670:return q_;case 35667:case 35671:return J_;case 35668:case 35672:return Y_;case 35669:case 35673:return X_;case 5125:return Z_;case 36294:return Q_;case 36295:return $_;case 36296:return ev;case 35678:case 36198:case 36298:case 36306:case 35682:return tv;case 35679:case 36299:case 36307:return nv;case 35680:case 36300:case 36308:case 36293:return rv;case 36289:case 36303:case 36311:case 36292:return iv}}var ov=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=z_(t.type)}},sv=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=av(t.type)}},cv=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let r=this.seq;for(let i=0,a=r.length;i!==a;++i){let a=r[i];a.setValue(e,t[a.id],n)}}},lv=/(\w+)(\])?(\[|\.)?/g;function uv(e,t){e.seq.push(t),e.map[t.id]=t}function dv(e,t,n){let r=e.name,i=r.length;for(lv.lastIndex=0;;){let a=lv.exec(r),o=lv.lastIndex,s=a[1],c=a[2]===`]`,l=a[3];if(c&&(s|=0),l===void 0||l===`[`&&o+2===i){uv(n,l===void 0?new ov(s,e,t):new sv(s,e,t));break}{let e=n.map[s];e===void 0&&(e=new cv(s),uv(n,e)),n=e}}}var fv=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let r=0;r<n;++r){let n=e.getActiveUniform(t,r);dv(n,e.getUniformLocation(t,n.name),this)}let r=[],i=[];for(let t of this.seq)t.type===e.SAMPLER_2D_SHADOW||t.type===e.SAMPLER_CUBE_SHADOW||t.type===e.SAMPLER_2D_ARRAY_SHADOW?r.push(t):i.push(t);r.length>0&&(this.seq=r.concat(i))}setValue(e,t,n,r){let i=this.map[t];i!==void 0&&i.setValue(e,n,r)}setOptional(e,t,n){let r=t[n];r!==void 0&&this.setValue(e,n,r)}static upload(e,t,n,r){for(let i=0,a=t.length;i!==a;++i){let a=t[i],o=n[a.id];o.needsUpdate!==!1&&a.setValue(e,o.value,r)}}static seqWithValue(e,t){let n=[];for(let r=0,i=e.length;r!==i;++r){let i=e[r];i.id in t&&n.push(i)}return n}};function pv(e,t,n){let r=e.createShader(t);return e.shaderSource(r,n),e.compileShader(r),r}var mv=37297,hv=0;function gv(e,t){let n=e.split(`
`),r=[],i=Math.max(t-6,0),a=Math.min(t+6,n.length);for(let e=i;e<a;e++){let i=e+1;r.push(`${i===t?`>`:` `} ${i}: ${n[e]}`)}return r.join(`
`)}var _v=new J;function vv(e){Y._getMatrix(_v,Y.workingColorSpace,e);let t=`mat3( ${_v.elements.map(e=>e.toFixed(4))} )`;switch(Y.getTransfer(e)){case od:return[t,`LinearTransferOETF`];case sd:return[t,`sRGBTransferOETF`];default:return U(`WebGLProgram: Unsupported color space: `,e),[t,`LinearTransferOETF`]}}function yv(e,t,n){let r=e.getShaderParameter(t,e.COMPILE_STATUS),i=(e.getShaderInfoLog(t)||``).trim();if(r&&i===``)return``;let a=/ERROR: 0:(\d+)/.exec(i);if(a){let r=parseInt(a[1]);return n.toUpperCase()+`

`+i+`

`+gv(e.getShaderSource(t),r)}return i}function bv(e,t){let n=vv(t);return[`vec4 ${e}( vec4 value ) {`,`	return ${n[1]}( vec4( ${n[0]} * value.rgb, value.a ) );`,`}`].join(`
`)}var xv={1:`Linear`,2:`Reinhard`,3:`Cineon`,4:`ACESFilmic`,6:`AgX`,7:`Neutral`,5:`Custom`};function Sv(e,t){let n=xv[t];return n===void 0?(U(`WebGLProgram: Unsupported toneMapping:`,t),`vec3 `+e+`( vec3 color ) { return LinearToneMapping( color ); }`):`vec3 `+e+`( vec3 color ) { return `+n+`ToneMapping( color ); }`}var Cv=new q;function wv(){return Y.getLuminanceCoefficients(Cv),[`float luminance( const in vec3 rgb ) {`,`	const vec3 weights = vec3( ${Cv.x.toFixed(4)}, ${Cv.y.toFixed(4)}, ${Cv.z.toFixed(4)} );`,`	return dot( weights, rgb );`,`}`].join(`
`)}function Tv(e){return[e.extensionClipCullDistance?`#extension GL_ANGLE_clip_cull_distance : require`:``,e.extensionMultiDraw?`#extension GL_ANGLE_multi_draw : require`:``].filter(Ov).join(`
`)}function Ev(e){let t=[];for(let n in e){let r=e[n];r!==!1&&t.push(`#define `+n+` `+r)}return t.join(`
`)}function Dv(e,t){let n={},r=e.getProgramParameter(t,e.ACTIVE_ATTRIBUTES);for(let i=0;i<r;i++){let r=e.getActiveAttrib(t,i),a=r.name,o=1;r.type===e.FLOAT_MAT2&&(o=2),r.type===e.FLOAT_MAT3&&(o=3),r.type===e.FLOAT_MAT4&&(o=4),n[a]={type:r.type,location:e.getAttribLocation(t,a),locationSize:o}}return n}function Ov(e){return e!==``}function kv(e,t){let n=t.numSpotLightShadows+t.numSpotLightMaps-t.numSpotLightShadowsWithMaps;return e.replace(/NUM_SUN_LIGHTS/g,t.numSunLights).replace(/NUM_DIR_LIGHTS/g,t.numDirLights).replace(/NUM_SPOT_LIGHTS/g,t.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,t.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,n).replace(/NUM_RECT_AREA_LIGHTS/g,t.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,t.numPointLights).replace(/NUM_HEMI_LIGHTS/g,t.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,t.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,t.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,t.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,t.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,t.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,t.numLightProbeGrids)}function Av(e,t){return e.replace(/NUM_CLIPPING_PLANES/g,t.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,t.numClippingPlanes-t.numClipIntersection)}var jv=/^[ \t]*#include +<([\w\d./]+)>/gm;function Mv(e){return e.replace(jv,Nv)}function Nv(e,t){let n=Z[t];if(n===void 0)throw Error(`THREE.WebGLProgram: Can not resolve #include <`+t+`>`);return Mv(n)}var Pv=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Fv(e){return e.replace(Pv,Iv)}function Iv(e,t,n,r){let i=``;for(let e=parseInt(t);e<parseInt(n);e++)i+=r.replace(/\[\s*i\s*\]/g,`[ `+e+` ]`).replace(/UNROLLED_LOOP_INDEX/g,e);return i}function Lv(e){let t=`precision ${e.precision} float;
	precision ${e.precision} int;
	precision ${e.precision} sampler2D;
	precision ${e.precision} samplerCube;
	precision ${e.precision} sampler3D;
	precision ${e.precision} sampler2DArray;
	precision ${e.precision} sampler2DShadow;
	precision ${e.precision} samplerCubeShadow;
	precision ${e.precision} sampler2DArrayShadow;
	precision ${e.precision} isampler2D;
	precision ${e.precision} isampler3D;
	precision ${e.precision} isamplerCube;
	precision ${e.precision} isampler2DArray;
	precision ${e.precision} usampler2D;
	precision ${e.precision} usampler3D;
	precision ${e.precision} usamplerCube;
	precision ${e.precision} usampler2DArray;
	`;return e.precision===`highp`?t+=`
#define HIGH_PRECISION`:e.precision===`mediump`?t+=`
#define MEDIUM_PRECISION`:e.precision===`lowp`&&(t+=`
#define LOW_PRECISION`),t}var Rv={1:`SHADOWMAP_TYPE_PCF`,3:`SHADOWMAP_TYPE_VSM`};function zv(e){return Rv[e.shadowMapType]||`SHADOWMAP_TYPE_BASIC`}var Bv={302:`ENVMAP_MODE_REFRACTION`};function Vv(e){return e.envMap===!1?`ENVMAP_MODE_REFLECTION`:Bv[e.envMapMode]||`ENVMAP_MODE_REFLECTION`}var Hv={0:`ENVMAP_BLENDING_MULTIPLY`,1:`ENVMAP_BLENDING_MIX`,2:`ENVMAP_BLENDING_ADD`};function Uv(e){return e.envMap===!1?`ENVMAP_BLENDING_NONE`:Hv[e.combine]||`ENVMAP_BLENDING_NONE`}function Wv(e,t,n,r){let i=e.getContext(),a=n.defines,o=n.vertexShader,s=n.fragmentShader,c=zv(n),l=n.envMapPMREM===!0?`ENVMAP_TYPE_PMREM`:`ENVMAP_TYPE_CUBE`,u=Vv(n),d=Uv(n),f=Tv(n),p=Ev(a),m=i.createProgram(),h,g,_=n.glslVersion?`#version `+n.glslVersion+`
`:``;n.isRawShaderMaterial?(h=[`#define SHADER_TYPE `+n.shaderType,`#define SHADER_NAME `+n.shaderName,p].filter(Ov).join(`
`),h.length>0&&(h+=`
`),g=[`#define SHADER_TYPE `+n.shaderType,`#define SHADER_NAME `+n.shaderName,p].filter(Ov).join(`
`),g.length>0&&(g+=`
`)):(h=[Lv(n),`#define SHADER_TYPE `+n.shaderType,`#define SHADER_NAME `+n.shaderName,p,n.extensionClipCullDistance?`#define USE_CLIP_DISTANCE`:``,n.batching?`#define USE_BATCHING`:``,n.batchingColor?`#define USE_BATCHING_COLOR`:``,n.instancing?`#define USE_INSTANCING`:``,n.instancingColor?`#define USE_INSTANCING_COLOR`:``,n.instancingMorph?`#define USE_INSTANCING_MORPH`:``,n.useFog&&n.fog?`#define USE_FOG`:``,n.useFog&&n.fogExp2?`#define FOG_EXP2`:``,n.map?`#define USE_MAP`:``,n.envMap?`#define USE_ENVMAP`:``,n.envMap?`#define `+u:``,n.lightMap?`#define USE_LIGHTMAP`:``,n.aoMap?`#define USE_AOMAP`:``,n.bumpMap?`#define USE_BUMPMAP`:``,n.normalMap?`#define USE_NORMALMAP`:``,n.normalMapObjectSpace?`#define USE_NORMALMAP_OBJECTSPACE`:``,n.normalMapTangentSpace?`#define USE_NORMALMAP_TANGENTSPACE`:``,n.displacementMap?`#define USE_DISPLACEMENTMAP`:``,n.emissiveMap?`#define USE_EMISSIVEMAP`:``,n.anisotropy?`#define USE_ANISOTROPY`:``,n.anisotropyMap?`#define USE_ANISOTROPYMAP`:``,n.clearcoatMap?`#define USE_CLEARCOATMAP`:``,n.clearcoatRoughnessMap?`#define USE_CLEARCOAT_ROUGHNESSMAP`:``,n.clearcoatNormalMap?`#define USE_CLEARCOAT_NORMALMAP`:``,n.diffuseRoughnessMap?`#define USE_DIFFUSE_ROUGHNESSMAP`:``,n.iridescenceMap?`#define USE_IRIDESCENCEMAP`:``,n.iridescenceThicknessMap?`#define USE_IRIDESCENCE_THICKNESSMAP`:``,n.specularMap?`#define USE_SPECULARMAP`:``,n.specularColorMap?`#define USE_SPECULAR_COLORMAP`:``,n.specularIntensityMap?`#define USE_SPECULAR_INTENSITYMAP`:``,n.roughnessMap?`#define USE_ROUGHNESSMAP`:``,n.metalnessMap?`#define USE_METALNESSMAP`:``,n.alphaMap?`#define USE_ALPHAMAP`:``,n.alphaHash?`#define USE_ALPHAHASH`:``,n.transmission?`#define USE_TRANSMISSION`:``,n.transmissionMap?`#define USE_TRANSMISSIONMAP`:``,n.thicknessMap?`#define USE_THICKNESSMAP`:``,n.sheenColorMap?`#define USE_SHEEN_COLORMAP`:``,n.sheenRoughnessMap?`#define USE_SHEEN_ROUGHNESSMAP`:``,n.mapUv?`#define MAP_UV `+n.mapUv:``,n.alphaMapUv?`#define ALPHAMAP_UV `+n.alphaMapUv:``,n.lightMapUv?`#define LIGHTMAP_UV `+n.lightMapUv:``,n.aoMapUv?`#define AOMAP_UV `+n.aoMapUv:``,n.emissiveMapUv?`#define EMISSIVEMAP_UV `+n.emissiveMapUv:``,n.bumpMapUv?`#define BUMPMAP_UV `+n.bumpMapUv:``,n.normalMapUv?`#define NORMALMAP_UV `+n.normalMapUv:``,n.displacementMapUv?`#define DISPLACEMENTMAP_UV `+n.displacementMapUv:``,n.metalnessMapUv?`#define METALNESSMAP_UV `+n.metalnessMapUv:``,n.roughnessMapUv?`#define ROUGHNESSMAP_UV `+n.roughnessMapUv:``,n.anisotropyMapUv?`#define ANISOTROPYMAP_UV `+n.anisotropyMapUv:``,n.clearcoatMapUv?`#define CLEARCOATMAP_UV `+n.clearcoatMapUv:``,n.clearcoatNormalMapUv?`#define CLEARCOAT_NORMALMAP_UV `+n.clearcoatNormalMapUv:``,n.clearcoatRoughnessMapUv?`#define CLEARCOAT_ROUGHNESSMAP_UV `+n.clearcoatRoughnessMapUv:``,n.diffuseRoughnessMapUv?`#define DIFFUSE_ROUGHNESSMAP_UV `+n.diffuseRoughnessMapUv:``,n.iridescenceMapUv?`#define IRIDESCENCEMAP_UV `+n.iridescenceMapUv:``,n.iridescenceThicknessMapUv?`#define IRIDESCENCE_THICKNESSMAP_UV `+n.iridescenceThicknessMapUv:``,n.sheenColorMapUv?`#define SHEEN_COLORMAP_UV `+n.sheenColorMapUv:``,n.sheenRoughnessMapUv?`#define SHEEN_ROUGHNESSMAP_UV `+n.sheenRoughnessMapUv:``,n.specularMapUv?`#define SPECULARMAP_UV `+n.specularMapUv:``,n.specularColorMapUv?`#define SPECULAR_COLORMAP_UV `+n.specularColorMapUv:``,n.specularIntensityMapUv?`#define SPECULAR_INTENSITYMAP_UV `+n.specularIntensityMapUv:``,n.transmissionMapUv?`#define TRANSMISSIONMAP_UV `+n.transmissionMapUv:``,n.thicknessMapUv?`#define THICKNESSMAP_UV `+n.thicknessMapUv:``,n.vertexTangents&&n.flatShading===!1?`#define USE_TANGENT`:``,n.vertexNormals?`#define HAS_NORMAL`:``,n.vertexColors?`#define USE_COLOR`:``,n.vertexAlphas?`#define USE_COLOR_ALPHA`:``,n.vertexUv1s?`#define USE_UV1`:``,n.vertexUv2s?`#define USE_UV2`:``,n.vertexUv3s?`#define USE_UV3`:``,n.pointsUvs?`#define USE_POINTS_UV`:``,n.flatShading?`#define FLAT_SHADED`:``,n.skinning?`#define USE_SKINNING`:``,n.morphTargets?`#define USE_MORPHTARGETS`:``,n.morphNormals&&n.flatShading===!1?`#define USE_MORPHNORMALS`:``,n.morphColors?`#define USE_MORPHCOLORS`:``,n.morphTargetsCount>0?`#define MORPHTARGETS_TEXTURE_STRIDE `+n.morphTextureStride:``,n.morphTargetsCount>0?`#define MORPHTARGETS_COUNT `+n.morphTargetsCount:``,n.doubleSided?`#define DOUBLE_SIDED`:``,n.flipSided?`#define FLIP_SIDED`:``,n.shadowMapEnabled?`#define USE_SHADOWMAP`:``,n.shadowMapEnabled?`#define `+c:``,n.sizeAttenuation?`#define USE_SIZEATTENUATION`:``,n.numLightProbes>0?`#define USE_LIGHT_PROBES`:``,n.logarithmicDepthBuffer?`#define USE_LOGARITHMIC_DEPTH_BUFFER`:``,n.reversedDepthBuffer?`#define USE_REVERSED_DEPTH_BUFFER`:``,`uniform mat4 modelMatrix;`,`uniform mat4 modelViewMatrix;`,`uniform mat4 projectionMatrix;`,`uniform mat4 viewMatrix;`,`uniform mat3 normalMatrix;`,`uniform vec3 cameraPosition;`,`uniform bool isOrthographic;`,`#ifdef USE_INSTANCING`,`	attribute mat4 instanceMatrix;`,`#endif`,`#ifdef USE_INSTANCING_COLOR`,`	attribute vec3 instanceColor;`,`#endif`,`#ifdef USE_INSTANCING_MORPH`,`	uniform sampler2D morphTexture;`,`#endif`,`attribute vec3 position;`,`attribute vec3 normal;`,`attribute vec2 uv;`,`#ifdef USE_UV1`,`	attribute vec2 uv1;`,`#endif`,`#ifdef USE_UV2`,`	attribute vec2 uv2;`,`#endif`,`#ifdef USE_UV3`,`	attribute vec2 uv3;`,`#endif`,`#ifdef USE_TANGENT`,`	attribute vec4 tangent;`,`#endif`,`#if defined( USE_COLOR_ALPHA )`,`	attribute vec4 color;`,`#elif defined( USE_COLOR )`,`	attribute vec3 color;`,`#endif`,`#ifdef USE_SKINNING`,`	attribute vec4 skinIndex;`,`	attribute vec4 skinWeight;`,`#endif`,`
`].filter(Ov).join(`
`),g=[Lv(n),`#define SHADER_TYPE `+n.shaderType,`#define SHADER_NAME `+n.shaderName,p,n.useFog&&n.fog?`#define USE_FOG`:``,n.useFog&&n.fogExp2?`#define FOG_EXP2`:``,n.alphaToCoverage?`#define ALPHA_TO_COVERAGE`:``,n.map?`#define USE_MAP`:``,n.matcap?`#define USE_MATCAP`:``,n.envMap?`#define USE_ENVMAP`:``,n.envMap?`#define `+l:``,n.envMap?`#define `+u:``,n.envMap?`#define `+d:``,n.envMapPMREM?`#define ENVMAP_MAX_LOD `+n.envMapMaxLod+`.0`:``,n.envMapPMREM?`#define ENVMAP_SIZE `+n.envMapSize+`.0`:``,n.lightMap?`#define USE_LIGHTMAP`:``,n.aoMap?`#define USE_AOMAP`:``,n.bumpMap?`#define USE_BUMPMAP`:``,n.normalMap?`#define USE_NORMALMAP`:``,n.normalMapObjectSpace?`#define USE_NORMALMAP_OBJECTSPACE`:``,n.normalMapTangentSpace?`#define USE_NORMALMAP_TANGENTSPACE`:``,n.packedNormalMap?`#define USE_PACKED_NORMALMAP`:``,n.emissiveMap?`#define USE_EMISSIVEMAP`:``,n.anisotropy?`#define USE_ANISOTROPY`:``,n.anisotropyMap?`#define USE_ANISOTROPYMAP`:``,n.clearcoat?`#define USE_CLEARCOAT`:``,n.clearcoatMap?`#define USE_CLEARCOATMAP`:``,n.clearcoatRoughnessMap?`#define USE_CLEARCOAT_ROUGHNESSMAP`:``,n.clearcoatNormalMap?`#define USE_CLEARCOAT_NORMALMAP`:``,n.diffuseRoughness?`#define USE_DIFFUSE_ROUGHNESS`:``,n.diffuseRoughnessMap?`#define USE_DIFFUSE_ROUGHNESSMAP`:``,n.dispersion?`#define USE_DISPERSION`:``,n.retroreflection?`#define USE_RETROREFLECTION`:``,n.iridescence?`#define USE_IRIDESCENCE`:``,n.iridescenceMap?`#define USE_IRIDESCENCEMAP`:``,n.iridescenceThicknessMap?`#define USE_IRIDESCENCE_THICKNESSMAP`:``,n.specularMap?`#define USE_SPECULARMAP`:``,n.specularColorMap?`#define USE_SPECULAR_COLORMAP`:``,n.specularIntensityMap?`#define USE_SPECULAR_INTENSITYMAP`:``,n.roughnessMap?`#define USE_ROUGHNESSMAP`:``,n.metalnessMap?`#define USE_METALNESSMAP`:``,n.alphaMap?`#define USE_ALPHAMAP`:``,n.alphaTest?`#define USE_ALPHATEST`:``,n.alphaHash?`#define USE_ALPHAHASH`:``,n.sheen?`#define USE_SHEEN`:``,n.sheenColorMap?`#define USE_SHEEN_COLORMAP`:``,n.sheenRoughnessMap?`#define USE_SHEEN_ROUGHNESSMAP`:``,n.transmission?`#define USE_TRANSMISSION`:``,n.transmissionMap?`#define USE_TRANSMISSIONMAP`:``,n.thicknessMap?`#define USE_THICKNESSMAP`:``,n.vertexTangents&&n.flatShading===!1?`#define USE_TANGENT`:``,n.vertexColors||n.instancingColor?`#define USE_COLOR`:``,n.vertexAlphas||n.batchingColor?`#define USE_COLOR_ALPHA`:``,n.vertexUv1s?`#define USE_UV1`:``,n.vertexUv2s?`#define USE_UV2`:``,n.vertexUv3s?`#define USE_UV3`:``,n.pointsUvs?`#define USE_POINTS_UV`:``,n.gradientMap?`#define USE_GRADIENTMAP`:``,n.flatShading?`#define FLAT_SHADED`:``,n.doubleSided?`#define DOUBLE_SIDED`:``,n.flipSided?`#define FLIP_SIDED`:``,n.shadowMapEnabled?`#define USE_SHADOWMAP`:``,n.shadowMapEnabled?`#define `+c:``,n.premultipliedAlpha?`#define PREMULTIPLIED_ALPHA`:``,n.numLightProbes>0?`#define USE_LIGHT_PROBES`:``,n.decodeVideoTexture?`#define DECODE_VIDEO_TEXTURE`:``,n.decodeVideoTextureEmissive?`#define DECODE_VIDEO_TEXTURE_EMISSIVE`:``,n.logarithmicDepthBuffer?`#define USE_LOGARITHMIC_DEPTH_BUFFER`:``,n.reversedDepthBuffer?`#define USE_REVERSED_DEPTH_BUFFER`:``,`uniform mat4 viewMatrix;`,`uniform vec3 cameraPosition;`,`uniform bool isOrthographic;`,n.toneMapping===0?``:`#define TONE_MAPPING`,n.toneMapping===0?``:Z.tonemapping_pars_fragment,n.toneMapping===0?``:Sv(`toneMapping`,n.toneMapping),n.dithering?`#define DITHERING`:``,n.opaque?`#define OPAQUE`:``,Z.colorspace_pars_fragment,bv(`linearToOutputTexel`,n.outputColorSpace),wv(),n.useDepthPacking?`#define DEPTH_PACKING `+n.depthPacking:``,`
`].filter(Ov).join(`
`)),o=Mv(o),o=kv(o,n),o=Av(o,n),s=Mv(s),s=kv(s,n),s=Av(s,n),o=Fv(o),s=Fv(s),n.isRawShaderMaterial!==!0&&(_=`#version 300 es
`,h=[f,`#define attribute in`,`#define varying out`,`#define texture2D texture`].join(`
`)+`
`+h,g=[`#define varying in`,n.glslVersion===`300 es`?``:`layout(location = 0) out highp vec4 pc_fragColor;`,n.glslVersion===`300 es`?``:`#define gl_FragColor pc_fragColor`,`#define gl_FragDepthEXT gl_FragDepth`,`#define texture2D texture`,`#define textureCube texture`,`#define texture2DProj textureProj`,`#define texture2DLodEXT textureLod`,`#define texture2DProjLodEXT textureProjLod`,`#define textureCubeLodEXT textureLod`,`#define texture2DGradEXT textureGrad`,`#define texture2DProjGradEXT textureProjGrad`,`#define textureCubeGradEXT textureGrad`].join(`
`)+`
`+g);let v=_+h+o,y=_+g+s,b=pv(i,i.VERTEX_SHADER,v),x=pv(i,i.FRAGMENT_SHADER,y);i.attachShader(m,b),i.attachShader(m,x),n.index0AttributeName===void 0?n.hasPositionAttribute===!0&&i.bindAttribLocation(m,0,`position`):i.bindAttribLocation(m,0,n.index0AttributeName),i.linkProgram(m);function S(t){if(e.debug.checkShaderErrors){let n=i.getProgramInfoLog(m)||``,r=i.getShaderInfoLog(b)||``,a=i.getShaderInfoLog(x)||``,o=n.trim(),s=r.trim(),c=a.trim(),l=!0,u=!0;if(i.getProgramParameter(m,i.LINK_STATUS)===!1){if(l=!1,typeof e.debug.onShaderError==`function`)e.debug.onShaderError(i,m,b,x);else{let e=yv(i,b,`vertex`),n=yv(i,x,`fragment`);W(`WebGLProgram: Shader Error `+i.getError()+` - VALIDATE_STATUS `+i.getProgramParameter(m,i.VALIDATE_STATUS)+`

Material Name: `+t.name+`
Material Type: `+t.type+`

Program Info Log: `+o+`
`+e+`
`+n)}}else o===``?(s===``||c===``)&&(u=!1):U(`WebGLProgram: Program Info Log:`,o);u&&(t.diagnostics={runnable:l,programLog:o,vertexShader:{log:s,prefix:h},fragmentShader:{log:c,prefix:g}})}i.deleteShader(b),i.deleteShader(x),C=new fv(i,m),w=Dv(i,m)}let C;this.getUniforms=function(){return C===void 0&&S(this),C};let w;this.getAttributes=function(){return w===void 0&&S(this),w};let T=n.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return T===!1&&(T=i.getProgramParameter(m,mv)),T},this.destroy=function(){r.releaseStatesOfProgram(this),i.deleteProgram(m),this.program=void 0},this.type=n.shaderType,this.name=n.shaderName,this.id=hv++,this.cacheKey=t,this.usedTimes=1,this.program=m,this.vertexShader=b,this.fragmentShader=x,this}var Gv=0,Kv=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let r=this._getShaderCacheForMaterial(e);return r.has(t)===!1&&(r.add(t),t.usedTimes++),r.has(n)===!1&&(r.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let e of t)e.usedTimes--,e.usedTimes===0&&this.shaderCache.delete(e.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new qv(e),t.set(e,n)),n}},qv=class{constructor(e){this.id=Gv++,this.code=e,this.usedTimes=0}};function Jv(e){return e===1030||e===37490||e===36285}function Yv(e,t,n,r,i,a){let o=new Mf,s=new Kv,c=new Set,l=[],u=new Map,d=r.logarithmicDepthBuffer,f={MeshDepthMaterial:`depth`,MeshDistanceMaterial:`distance`,MeshNormalMaterial:`normal`,MeshBasicMaterial:`basic`,MeshLambertMaterial:`lambert`,MeshPhongMaterial:`phong`,MeshToonMaterial:`toon`,MeshStandardMaterial:`physical`,MeshPhysicalMaterial:`physical`,MeshMatcapMaterial:`matcap`,LineBasicMaterial:`basic`,LineDashedMaterial:`dashed`,PointsMaterial:`points`,ShadowMaterial:`shadow`,SpriteMaterial:`sprite`};function p(e){return c.add(e),e===0?`uv`:`uv${e}`}function m(i,o,l,u,m,h){let g=u.fog,_=m.geometry,v=i.isMeshStandardMaterial||i.isMeshLambertMaterial||i.isMeshPhongMaterial?u.environment:null,y=i.isMeshStandardMaterial||i.isMeshLambertMaterial&&!i.envMap||i.isMeshPhongMaterial&&!i.envMap,b=t.get(i.envMap||v,y),x=f[i.type],S=r.precision;i.precision!==null&&(S=r.getMaxPrecision(i.precision),S!==i.precision&&U(`WebGLProgram.getParameters:`,i.precision,`not supported, using`,S,`instead.`));let C=_.morphAttributes.position||_.morphAttributes.normal||_.morphAttributes.color,w=C===void 0?0:C.length,T=0;_.morphAttributes.position!==void 0&&(T=1),_.morphAttributes.normal!==void 0&&(T=2),_.morphAttributes.color!==void 0&&(T=3);let E,D,O,k;if(x){let e=Cg[x];E=e.vertexShader,D=e.fragmentShader}else{E=i.vertexShader,D=i.fragmentShader;let e=s.getVertexShaderStage(i),t=s.getFragmentShaderStage(i);s.update(i,e,t),O=e.id,k=t.id}let A=e.getRenderTarget(),j=e.state.buffers.depth.getReversed(),M=m.isInstancedMesh===!0,N=m.isBatchedMesh===!0,P=!!i.map,ee=!!i.matcap,F=!!b,te=F&&b.isPMREMTexture===!0,ne=!!i.aoMap,re=!!i.lightMap,ie=!!i.bumpMap&&i.wireframe===!1,ae=!!i.normalMap,I=!!i.displacementMap,oe=!!i.emissiveMap,se=!!i.metalnessMap,ce=!!i.roughnessMap,le=i.anisotropy>0,ue=i.clearcoat>0,de=i.diffuseRoughness>0,fe=i.dispersion>0,pe=i.retroreflectivity>0,me=i.iridescence>0,he=i.sheen>0,ge=i.transmission>0,_e=le&&!!i.anisotropyMap,ve=ue&&!!i.clearcoatMap,ye=ue&&!!i.clearcoatNormalMap,be=ue&&!!i.clearcoatRoughnessMap,xe=de&&!!i.diffuseRoughnessMap,L=me&&!!i.iridescenceMap,Se=me&&!!i.iridescenceThicknessMap,Ce=he&&!!i.sheenColorMap,we=he&&!!i.sheenRoughnessMap,R=!!i.specularMap,z=!!i.specularColorMap,B=!!i.specularIntensityMap,V=ge&&!!i.transmissionMap,Te=ge&&!!i.thicknessMap,Ee=!!i.gradientMap,De=!!i.alphaMap,H=i.alphaTest>0,Oe=!!i.alphaHash,ke=!!i.extensions,Ae=0;i.toneMapped&&(A===null||A.isXRRenderTarget===!0)&&(Ae=e.toneMapping);let je=te?b.isCompressedCubeTexture?b.image[0].mipmaps:b.mipmaps:null,Me={shaderID:x,shaderType:i.type,shaderName:i.name,vertexShader:E,fragmentShader:D,defines:i.defines,customVertexShaderID:O,customFragmentShaderID:k,isRawShaderMaterial:i.isRawShaderMaterial===!0,glslVersion:i.glslVersion,precision:S,batching:N,batchingColor:N&&m._colorsTexture!==null,instancing:M,instancingColor:M&&m.instanceColor!==null,instancingMorph:M&&m.morphTexture!==null,outputColorSpace:A===null?e.outputColorSpace:A.isXRRenderTarget===!0?A.texture.colorSpace:Y.workingColorSpace,alphaToCoverage:!!i.alphaToCoverage,map:P,matcap:ee,envMap:F,envMapMode:F&&b.mapping,envMapPMREM:te,envMapMaxLod:te?je.length-1:null,envMapSize:te?je[0].width:null,aoMap:ne,lightMap:re,bumpMap:ie,normalMap:ae,displacementMap:I,emissiveMap:oe,normalMapObjectSpace:ae&&i.normalMapType===1,normalMapTangentSpace:ae&&i.normalMapType===0,packedNormalMap:ae&&i.normalMapType===0&&Jv(i.normalMap.format),metalnessMap:se,roughnessMap:ce,anisotropy:le,anisotropyMap:_e,clearcoat:ue,clearcoatMap:ve,clearcoatNormalMap:ye,clearcoatRoughnessMap:be,diffuseRoughness:de,diffuseRoughnessMap:xe,dispersion:fe,retroreflection:pe,iridescence:me,iridescenceMap:L,iridescenceThicknessMap:Se,sheen:he,sheenColorMap:Ce,sheenRoughnessMap:we,specularMap:R,specularColorMap:z,specularIntensityMap:B,transmission:ge,transmissionMap:V,thicknessMap:Te,gradientMap:Ee,opaque:i.transparent===!1&&i.blending===1&&i.alphaToCoverage===!1,alphaMap:De,alphaTest:H,alphaHash:Oe,combine:i.combine,mapUv:P&&p(i.map.channel),aoMapUv:ne&&p(i.aoMap.channel),lightMapUv:re&&p(i.lightMap.channel),bumpMapUv:ie&&p(i.bumpMap.channel),normalMapUv:ae&&p(i.normalMap.channel),displacementMapUv:I&&p(i.displacementMap.channel),emissiveMapUv:oe&&p(i.emissiveMap.channel),metalnessMapUv:se&&p(i.metalnessMap.channel),roughnessMapUv:ce&&p(i.roughnessMap.channel),anisotropyMapUv:_e&&p(i.anisotropyMap.channel),clearcoatMapUv:ve&&p(i.clearcoatMap.channel),clearcoatNormalMapUv:ye&&p(i.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:be&&p(i.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:xe&&p(i.diffuseRoughnessMap.channel),iridescenceMapUv:L&&p(i.iridescenceMap.channel),iridescenceThicknessMapUv:Se&&p(i.iridescenceThicknessMap.channel),sheenColorMapUv:Ce&&p(i.sheenColorMap.channel),sheenRoughnessMapUv:we&&p(i.sheenRoughnessMap.channel),specularMapUv:R&&p(i.specularMap.channel),specularColorMapUv:z&&p(i.specularColorMap.channel),specularIntensityMapUv:B&&p(i.specularIntensityMap.channel),transmissionMapUv:V&&p(i.transmissionMap.channel),thicknessMapUv:Te&&p(i.thicknessMap.channel),alphaMapUv:De&&p(i.alphaMap.channel),vertexTangents:!!_.attributes.tangent&&(ae||le),vertexNormals:!!_.attributes.normal,vertexColors:i.vertexColors,vertexAlphas:i.vertexColors===!0&&!!_.attributes.color&&_.attributes.color.itemSize===4,pointsUvs:m.isPoints===!0&&!!_.attributes.uv&&(P||De),fog:!!g,useFog:i.fog===!0,fogExp2:!!g&&g.isFogExp2,flatShading:i.wireframe===!1&&(i.flatShading===!0||_.attributes.normal===void 0&&ae===!1&&(i.isMeshLambertMaterial||i.isMeshPhongMaterial||i.isMeshStandardMaterial||i.isMeshPhysicalMaterial)),sizeAttenuation:i.sizeAttenuation===!0,logarithmicDepthBuffer:d,reversedDepthBuffer:j,skinning:m.isSkinnedMesh===!0,hasPositionAttribute:_.attributes.position!==void 0,morphTargets:_.morphAttributes.position!==void 0,morphNormals:_.morphAttributes.normal!==void 0,morphColors:_.morphAttributes.color!==void 0,morphTargetsCount:w,morphTextureStride:T,numSunLights:o.sun.length,numDirLights:o.directional.length,numPointLights:o.point.length,numSpotLights:o.spot.length,numSpotLightMaps:o.spotLightMap.length,numRectAreaLights:o.rectArea.length,numHemiLights:o.hemi.length,numSunLightShadows:o.sunShadowMap.length,numDirLightShadows:o.directionalShadowMap.length,numPointLightShadows:o.pointShadowMap.length,numSpotLightShadows:o.spotShadowMap.length,numSpotLightShadowsWithMaps:o.numSpotLightShadowsWithMaps,numLightProbes:o.numLightProbes,numLightProbeGrids:h.filter(e=>e.texture!==null).length,numClippingPlanes:a.numPlanes,numClipIntersection:a.numIntersection,dithering:i.dithering,shadowMapEnabled:e.shadowMap.enabled&&l.length>0,shadowMapType:e.shadowMap.type,toneMapping:Ae,decodeVideoTexture:P&&i.map.isVideoTexture===!0&&Y.getTransfer(i.map.colorSpace)===`srgb`,decodeVideoTextureEmissive:oe&&i.emissiveMap.isVideoTexture===!0&&Y.getTransfer(i.emissiveMap.colorSpace)===`srgb`,premultipliedAlpha:i.premultipliedAlpha,doubleSided:i.side===2,flipSided:i.side===1,useDepthPacking:i.depthPacking>=0,depthPacking:i.depthPacking||0,index0AttributeName:i.index0AttributeName,extensionClipCullDistance:ke&&i.extensions.clipCullDistance===!0&&n.has(`WEBGL_clip_cull_distance`),extensionMultiDraw:(ke&&i.extensions.multiDraw===!0||N)&&n.has(`WEBGL_multi_draw`),rendererExtensionParallelShaderCompile:n.has(`KHR_parallel_shader_compile`),customProgramCacheKey:i.customProgramCacheKey()};return Me.vertexUv1s=c.has(1),Me.vertexUv2s=c.has(2),Me.vertexUv3s=c.has(3),c.clear(),Me}function h(t){let n=[];if(t.shaderID?n.push(t.shaderID):(n.push(t.customVertexShaderID),n.push(t.customFragmentShaderID)),t.defines!==void 0)for(let e in t.defines)n.push(e),n.push(t.defines[e]);return t.isRawShaderMaterial===!1&&(g(n,t),_(n,t),n.push(e.outputColorSpace)),n.push(t.customProgramCacheKey),n.join()}function g(e,t){e.push(t.precision),e.push(t.outputColorSpace),e.push(t.envMapMode),e.push(t.envMapPMREM),e.push(t.envMapMaxLod),e.push(t.envMapSize),e.push(t.mapUv),e.push(t.alphaMapUv),e.push(t.lightMapUv),e.push(t.aoMapUv),e.push(t.bumpMapUv),e.push(t.normalMapUv),e.push(t.displacementMapUv),e.push(t.emissiveMapUv),e.push(t.metalnessMapUv),e.push(t.roughnessMapUv),e.push(t.anisotropyMapUv),e.push(t.clearcoatMapUv),e.push(t.clearcoatNormalMapUv),e.push(t.clearcoatRoughnessMapUv),e.push(t.diffuseRoughnessMapUv),e.push(t.iridescenceMapUv),e.push(t.iridescenceThicknessMapUv),e.push(t.sheenColorMapUv),e.push(t.sheenRoughnessMapUv),e.push(t.specularMapUv),e.push(t.specularColorMapUv),e.push(t.specularIntensityMapUv),e.push(t.transmissionMapUv),e.push(t.thicknessMapUv),e.push(t.combine),e.push(t.fogExp2),e.push(t.sizeAttenuation),e.push(t.morphTargetsCount),e.push(t.numSunLights),e.push(t.numDirLights),e.push(t.numPointLights),e.push(t.numSpotLights),e.push(t.numSpotLightMaps),e.push(t.numHemiLights),e.push(t.numRectAreaLights),e.push(t.numSunLightShadows),e.push(t.numDirLightShadows),e.push(t.numPointLightShadows),e.push(t.numSpotLightShadows),e.push(t.numSpotLightShadowsWithMaps),e.push(t.numLightProbes),e.push(t.numLightProbeGrids),e.push(t.shadowMapType),e.push(t.toneMapping),e.push(t.numClippingPlanes),e.push(t.numClipIntersection),e.push(t.depthPacking)}function _(e,t){o.disableAll(),t.instancing&&o.enable(0),t.instancingColor&&o.enable(1),t.instancingMorph&&o.enable(2),t.matcap&&o.enable(3),t.envMap&&o.enable(4),t.normalMapObjectSpace&&o.enable(5),t.normalMapTangentSpace&&o.enable(6),t.clearcoat&&o.enable(7),t.iridescence&&o.enable(8),t.alphaTest&&o.enable(9),t.vertexColors&&o.enable(10),t.vertexAlphas&&o.enable(11),t.vertexUv1s&&o.enable(12),t.vertexUv2s&&o.enable(13),t.vertexUv3s&&o.enable(14),t.vertexTangents&&o.enable(15),t.anisotropy&&o.enable(16),t.alphaHash&&o.enable(17),t.batching&&o.enable(18),t.dispersion&&o.enable(19),t.retroreflection&&o.enable(24),t.diffuseRoughness&&o.enable(25),t.batchingColor&&o.enable(20),t.gradientMap&&o.enable(21),t.packedNormalMap&&o.enable(22),t.vertexNormals&&o.enable(23),e.push(o.mask),o.disableAll(),t.fog&&o.enable(0),t.useFog&&o.enable(1),t.flatShading&&o.enable(2),t.logarithmicDepthBuffer&&o.enable(3),t.reversedDepthBuffer&&o.enable(4),t.skinning&&o.enable(5),t.morphTargets&&o.enable(6),t.morphNormals&&o.enable(7),t.morphColors&&o.enable(8),t.premultipliedAlpha&&o.enable(9),t.shadowMapEnabled&&o.enable(10),t.doubleSided&&o.enable(11),t.flipSided&&o.enable(12),t.useDepthPacking&&o.enable(13),t.dithering&&o.enable(14),t.transmission&&o.enable(15),t.sheen&&o.enable(16),t.opaque&&o.enable(17),t.pointsUvs&&o.enable(18),t.decodeVideoTexture&&o.enable(19),t.decodeVideoTextureEmissive&&o.enable(20),t.alphaToCoverage&&o.enable(21),t.numLightProbeGrids>0&&o.enable(22),t.hasPositionAttribute&&o.enable(23),e.push(o.mask)}function v(e){let t=f[e.type],n;if(t){let e=Cg[t];n=Jm.clone(e.uniforms)}else n=e.uniforms;return n}function y(t,n){let r=u.get(n);return r===void 0?(r=new Wv(e,n,t,i),l.push(r),u.set(n,r)):++r.usedTimes,r}function b(e){if(--e.usedTimes===0){let t=l.indexOf(e);l[t]=l[l.length-1],l.pop(),u.delete(e.cacheKey),e.destroy()}}function x(e){s.remove(e)}function S(){s.dispose()}return{getParameters:m,getProgramCacheKey:h,getUniforms:v,acquireProgram:y,releaseProgram:b,releaseShaderCache:x,programs:l,dispose:S}}function Xv(){let e=new WeakMap;function t(t){return e.has(t)}function n(t){let n=e.get(t);return n===void 0&&(n={},e.set(t,n)),n}function r(t){e.delete(t)}function i(t,n,r){e.get(t)[n]=r}function a(){e=new WeakMap}return{has:t,get:n,remove:r,update:i,dispose:a}}function Zv(e,t){return e.groupOrder===t.groupOrder?e.renderOrder===t.renderOrder?e.material.id===t.material.id?e.materialVariant===t.materialVariant?e.z===t.z?e.id-t.id:e.z-t.z:e.materialVariant-t.materialVariant:e.material.id-t.material.id:e.renderOrder-t.renderOrder:e.groupOrder-t.groupOrder}function Qv(e,t){return e.groupOrder===t.groupOrder?e.renderOrder===t.renderOrder?e.z===t.z?e.id-t.id:t.z-e.z:e.renderOrder-t.renderOrder:e.groupOrder-t.groupOrder}function $v(){let e=[],t=0,n=[],r=[],i=[];function a(){t=0,n.length=0,r.length=0,i.length=0}function o(e){let t=0;return e.isInstancedMesh&&(t+=2),e.isSkinnedMesh&&(t+=1),t}function s(n,r,i,a,s,c){let l=e[t];return l===void 0?(l={id:n.id,object:n,geometry:r,material:i,materialVariant:o(n),groupOrder:a,renderOrder:n.renderOrder,z:s,group:c},e[t]=l):(l.id=n.id,l.object=n,l.geometry=r,l.material=i,l.materialVariant=o(n),l.groupOrder=a,l.renderOrder=n.renderOrder,l.z=s,l.group=c),t++,l}function c(e,t,a,o,c,l,u){u.reversedDepth===!0&&(c=-c);let d=s(e,t,a,o,c,l);a.transmission>0?r.push(d):a.transparent===!0?i.push(d):n.push(d)}function l(e,t,a,o,c,l){let u=s(e,t,a,o,c,l);a.transmission>0?r.unshift(u):a.transparent===!0?i.unshift(u):n.unshift(u)}function u(e,t){n.length>1&&n.sort(e||Zv),r.length>1&&r.sort(t||Qv),i.length>1&&i.sort(t||Qv)}function d(){for(let n=t,r=e.length;n<r;n++){let t=e[n];if(t.id===null)break;t.id=null,t.object=null,t.geometry=null,t.material=null,t.group=null}}return{opaque:n,transmissive:r,transparent:i,init:a,push:c,unshift:l,finish:d,sort:u}}function ey(){let e=new WeakMap;function t(t,n){let r=e.get(t),i;return r===void 0?(i=new $v,e.set(t,[i])):n>=r.length?(i=new $v,r.push(i)):i=r[n],i}function n(){e=new WeakMap}return{get:t,dispose:n}}function ty(){let e={};return{get:function(t){if(e[t.id]!==void 0)return e[t.id];let n;switch(t.type){case`SunLight`:case`DirectionalLight`:n={direction:new q,color:new X};break;case`SpotLight`:n={position:new q,direction:new q,color:new X,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case`PointLight`:n={position:new q,color:new X,distance:0,decay:0};break;case`HemisphereLight`:n={direction:new q,skyColor:new X,groundColor:new X};break;case`RectAreaLight`:n={color:new X,position:new q,halfWidth:new q,halfHeight:new q}}return e[t.id]=n,n}}}function ny(){let e={};return{get:function(t){if(e[t.id]!==void 0)return e[t.id];let n;switch(t.type){case`SunLight`:case`DirectionalLight`:n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new K};break;case`SpotLight`:n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new K};break;case`PointLight`:n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new K,shadowCameraNear:1,shadowCameraFar:1e3}}return e[t.id]=n,n}}}var ry=0;function iy(e,t){return(t.castShadow?2:0)-(e.castShadow?2:0)+ +!!t.map-!!e.map}function ay(e){let t=new ty,n=ny(),r={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let e=0;e<9;e++)r.probe.push(new q);let i=new q,a=new xf,o=new xf;function s(i){let a=0,o=0,s=0;for(let e=0;e<9;e++)r.probe[e].set(0,0,0);let c=0,l=0,u=0,d=0,f=0,p=0,m=0,h=0,g=0,_=0,v=0,y=0,b=0,x=0;i.sort(iy);for(let e=0,S=i.length;e<S;e++){let S=i[e],C=S.color,w=S.intensity,T=S.distance,E=null;if(S.shadow&&S.shadow.map&&(E=S.shadow.map.texture.format===1030?S.shadow.map.texture:S.shadow.map.depthTexture||S.shadow.map.texture),S.isAmbientLight)a+=C.r*w,o+=C.g*w,s+=C.b*w;else if(S.isLightProbe){for(let e=0;e<9;e++)r.probe[e].addScaledVector(S.sh.coefficients[e],w);x++}else if(S.isSunLight){let e=t.get(S);if(e.color.copy(S.color).multiplyScalar(S.intensity),S.castShadow){let e=S.shadow,t=n.get(S);t.shadowIntensity=e.intensity,t.shadowBias=e.bias,t.shadowNormalBias=e.normalBias,t.shadowRadius=e.radius,t.shadowMapSize.copy(e.mapSize).multiply(e.getFrameExtents()),r.sunShadow[l]=t,r.sunShadowMap[l]=E;let i=e.getViewportCount();for(let t=0;t<i;t++)r.sunShadowMatrix[u+t]=e.getMatrix(t),r.sunShadowCascade[u+t]=e._cascadeData[t];u+=i,l++}r.sun[c]=e,c++}else if(S.isDirectionalLight){let e=t.get(S);if(e.color.copy(S.color).multiplyScalar(S.intensity),S.castShadow){let e=S.shadow,t=n.get(S);t.shadowIntensity=e.intensity,t.shadowBias=e.bias,t.shadowNormalBias=e.normalBias,t.shadowRadius=e.radius,t.shadowMapSize=e.mapSize,r.directionalShadow[d]=t,r.directionalShadowMap[d]=E,r.directionalShadowMatrix[d]=S.shadow.matrix,g++}r.directional[d]=e,d++}else if(S.isSpotLight){let e=t.get(S);e.position.setFromMatrixPosition(S.matrixWorld),e.color.copy(C).multiplyScalar(w),e.distance=T,e.coneCos=Math.cos(S.angle),e.penumbraCos=Math.cos(S.angle*(1-S.penumbra)),e.decay=S.decay,r.spot[p]=e;let i=S.shadow;if(S.map&&(r.spotLightMap[y]=S.map,y++,i.updateMatrices(S),S.castShadow&&b++),r.spotLightMatrix[p]=i.matrix,S.castShadow){let e=n.get(S);e.shadowIntensity=i.intensity,e.shadowBias=i.bias,e.shadowNormalBias=i.normalBias,e.shadowRadius=i.radius,e.shadowMapSize=i.mapSize,r.spotShadow[p]=e,r.spotShadowMap[p]=E,v++}p++}else if(S.isRectAreaLight){let e=t.get(S);e.color.copy(C).multiplyScalar(w),e.halfWidth.set(S.width*.5,0,0),e.halfHeight.set(0,S.height*.5,0),r.rectArea[m]=e,m++}else if(S.isPointLight){let e=t.get(S);if(e.color.copy(S.color).multiplyScalar(S.intensity),e.distance=S.distance,e.decay=S.decay,S.castShadow){let e=S.shadow,t=n.get(S);t.shadowIntensity=e.intensity,t.shadowBias=e.bias,t.shadowNormalBias=e.normalBias,t.shadowRadius=e.radius,t.shadowMapSize=e.mapSize,t.shadowCameraNear=e.camera.near,t.shadowCameraFar=e.camera.far,r.pointShadow[f]=t,r.pointShadowMap[f]=E,r.pointShadowMatrix[f]=S.shadow.matrix,_++}r.point[f]=e,f++}else if(S.isHemisphereLight){let e=t.get(S);e.skyColor.copy(S.color).multiplyScalar(w),e.groundColor.copy(S.groundColor).multiplyScalar(w),r.hemi[h]=e,h++}}m>0&&(e.has(`OES_texture_float_linear`)===!0?(r.rectAreaLTC1=Q.LTC_FLOAT_1,r.rectAreaLTC2=Q.LTC_FLOAT_2):(r.rectAreaLTC1=Q.LTC_HALF_1,r.rectAreaLTC2=Q.LTC_HALF_2)),r.ambient[0]=a,r.ambient[1]=o,r.ambient[2]=s;let S=r.hash;(S.sunLength!==c||S.directionalLength!==d||S.pointLength!==f||S.spotLength!==p||S.rectAreaLength!==m||S.hemiLength!==h||S.numSunShadows!==l||S.numDirectionalShadows!==g||S.numPointShadows!==_||S.numSpotShadows!==v||S.numSpotMaps!==y||S.numLightProbes!==x)&&(r.sun.length=c,r.directional.length=d,r.spot.length=p,r.rectArea.length=m,r.point.length=f,r.hemi.length=h,r.sunShadow.length=l,r.sunShadowMap.length=l,r.sunShadowMatrix.length=u,r.sunShadowCascade.length=u,r.directionalShadow.length=g,r.directionalShadowMap.length=g,r.directionalShadowMatrix.length=g,r.pointShadow.length=_,r.pointShadowMap.length=_,r.pointShadowMatrix.length=_,r.spotShadow.length=v,r.spotShadowMap.length=v,r.spotLightMatrix.length=v+y-b,r.spotLightMap.length=y,r.numSpotLightShadowsWithMaps=b,r.numLightProbes=x,S.sunLength=c,S.directionalLength=d,S.pointLength=f,S.spotLength=p,S.rectAreaLength=m,S.hemiLength=h,S.numSunShadows=l,S.numDirectionalShadows=g,S.numPointShadows=_,S.numSpotShadows=v,S.numSpotMaps=y,S.numLightProbes=x,r.version=ry++)}function c(e,t){let n=0,s=0,c=0,l=0,u=0,d=0,f=t.matrixWorldInverse;for(let t=0,p=e.length;t<p;t++){let p=e[t];if(p.isSunLight){let e=r.sun[n];e.direction.setFromMatrixPosition(p.matrixWorld),e.direction.transformDirection(f),n++}else if(p.isDirectionalLight){let e=r.directional[s];e.direction.setFromMatrixPosition(p.matrixWorld),i.setFromMatrixPosition(p.target.matrixWorld),e.direction.sub(i),e.direction.transformDirection(f),s++}else if(p.isSpotLight){let e=r.spot[l];e.position.setFromMatrixPosition(p.matrixWorld),e.position.applyMatrix4(f),e.direction.setFromMatrixPosition(p.matrixWorld),i.setFromMatrixPosition(p.target.matrixWorld),e.direction.sub(i),e.direction.transformDirection(f),l++}else if(p.isRectAreaLight){let e=r.rectArea[u];e.position.setFromMatrixPosition(p.matrixWorld),e.position.applyMatrix4(f),o.identity(),a.copy(p.matrixWorld),a.premultiply(f),o.extractRotation(a),e.halfWidth.set(p.width*.5,0,0),e.halfHeight.set(0,p.height*.5,0),e.halfWidth.applyMatrix4(o),e.halfHeight.applyMatrix4(o),u++}else if(p.isPointLight){let e=r.point[c];e.position.setFromMatrixPosition(p.matrixWorld),e.position.applyMatrix4(f),c++}else if(p.isHemisphereLight){let e=r.hemi[d];e.direction.setFromMatrixPosition(p.matrixWorld),e.direction.transformDirection(f),d++}}}return{setup:s,setupView:c,state:r}}function oy(e){let t=new ay(e),n=[],r=[],i=[];function a(e){u.camera=e,n.length=0,r.length=0,i.length=0}function o(e){e.isLightProbeGrid?i.push(e):n.push(e)}function s(e){r.push(e)}function c(){t.setup(n),i.sort((e,t)=>e.priority-t.priority||e.id-t.id)}function l(e){t.setupView(n,e)}let u={lightsArray:n,shadowsArray:r,lightProbeGridArray:i,camera:null,lights:t,transmissionRenderTarget:{},textureUnits:0};return{init:a,state:u,setupLights:c,setupLightsView:l,pushLight:o,pushShadow:s}}function sy(e){let t=new WeakMap;function n(n,r=0){let i=t.get(n),a;return i===void 0?(a=new oy(e),t.set(n,[a])):r>=i.length?(a=new oy(e),i.push(a)):a=i[r],a}function r(){t=new WeakMap}return{get:n,dispose:r}}var cy=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,ly=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,uy=[new q(1,0,0),new q(-1,0,0),new q(0,1,0),new q(0,-1,0),new q(0,0,1),new q(0,0,-1)],dy=[new q(0,-1,0),new q(0,-1,0),new q(0,0,1),new q(0,0,-1),new q(0,-1,0),new q(0,-1,0)],fy=new xf,py=new q,my=new q;function hy(e,t,n){let r=new Mm,i=new K,a=new K,o=new gf,s=new eh,c=new th,l={},u=n.maxTextureSize,d={0:1,1:0,2:2},f=new Zm({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new K},radius:{value:4}},vertexShader:cy,fragmentShader:ly}),p=f.clone();p.defines.HORIZONTAL_PASS=1;let m=new Zp;m.setAttribute(`position`,new Ip(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let h=new Tm(m,f),g=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=1;let _=this.type;this.render=function(t,n,s){if(g.enabled===!1||g.autoUpdate===!1&&g.needsUpdate===!1||t.length===0)return;this.type===2&&(U(`WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead.`),this.type=1);let c=e.getRenderTarget(),l=e.getActiveCubeFace(),d=e.getActiveMipmapLevel(),f=e.state;f.setBlending(0),f.buffers.depth.getReversed()===!0?f.buffers.color.setClear(0,0,0,0):f.buffers.color.setClear(1,1,1,1),f.buffers.depth.setTest(!0),f.setScissorTest(!1);let p=_!==this.type;p&&n.traverse(function(e){e.material&&(Array.isArray(e.material)?e.material.forEach(e=>e.needsUpdate=!0):e.material.needsUpdate=!0)});for(let c=0,l=t.length;c<l;c++){let l=t[c],d=l.shadow;if(d===void 0){U(`WebGLShadowMap:`,l,`has no shadow.`);continue}if(d.autoUpdate===!1&&d.needsUpdate===!1)continue;i.copy(d.mapSize);let m=d.getFrameExtents();i.multiply(m),a.copy(d.mapSize),(i.x>u||i.y>u)&&(i.x>u&&(a.x=Math.floor(u/m.x),i.x=a.x*m.x,d.mapSize.x=a.x),i.y>u&&(a.y=Math.floor(u/m.y),i.y=a.y*m.y,d.mapSize.y=a.y));let h=e.state.buffers.depth.getReversed();if(d.camera._reversedDepth=h,d.map===null||p===!0){if(d.map!==null&&(d.map.depthTexture!==null&&(d.map.depthTexture.dispose(),d.map.depthTexture=null),d.map.dispose()),this.type===3){if(l.isPointLight){U(`WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.`);continue}d.map=new vf(i.x,i.y,{format:du,type:Ql,minFilter:Hl,magFilter:Hl,generateMipmaps:!1}),d.map.texture.name=l.name+`.shadowMap`,d.map.depthTexture=new Im(i.x,i.y,Zl),d.map.depthTexture.name=l.name+`.shadowMapDepth`,d.map.depthTexture.format=su,d.map.depthTexture.compareFunction=null,d.map.depthTexture.minFilter=zl,d.map.depthTexture.magFilter=zl}else l.isPointLight?(d.map=new Mg(i.x),d.map.depthTexture=new Lm(i.x,Xl)):(d.map=new vf(i.x,i.y),d.map.depthTexture=new Im(i.x,i.y,Xl)),d.map.depthTexture.name=l.name+`.shadowMap`,d.map.depthTexture.format=su,this.type===1?(d.map.depthTexture.compareFunction=h?518:515,d.map.depthTexture.minFilter=Hl,d.map.depthTexture.magFilter=Hl):(d.map.depthTexture.compareFunction=null,d.map.depthTexture.minFilter=zl,d.map.depthTexture.magFilter=zl);d.camera.updateProjectionMatrix()}d.map.isWebGLCubeRenderTarget!==!0&&(d.map.width!==i.x||d.map.height!==i.y)&&d.map.setSize(i.x,i.y);let g=d.map.isWebGLCubeRenderTarget?6:d.getViewportCount();l.isPointLight!==!0&&d.updateMatrices(l,s);let _=d.camera.layers.mask&4294967294?d.camera.layers:s.layers;for(let t=0;t<g;t++){let i=d.getCamera(t);if(l.isPointLight){let e=d.camera,n=d.matrix,r=l.distance||e.far;r!==e.far&&(e.far=r,e.updateProjectionMatrix()),py.setFromMatrixPosition(l.matrixWorld),e.position.copy(py),my.copy(e.position),my.add(uy[t]),e.up.copy(dy[t]),e.lookAt(my),e.updateMatrixWorld(),n.makeTranslation(-py.x,-py.y,-py.z),fy.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),d._frustum.setFromProjectionMatrix(fy,e.coordinateSystem,e.reversedDepth)}if(d.map.isWebGLCubeRenderTarget)e.setRenderTarget(d.map,t),e.clear();else{t===0&&(e.setRenderTarget(d.map),e.clear());let n=d.getViewport(t);o.set(a.x*n.x,a.y*n.y,a.x*n.z,a.y*n.w),f.viewport(o)}r=d.getFrustum(t),b(n,s,i,l,_,this.type)}d.isPointLightShadow!==!0&&this.type===3&&v(d,s),d.needsUpdate=!1}_=this.type,g.needsUpdate=!1,e.setRenderTarget(c,l,d)};function v(n,r){let a=t.update(h);f.defines.VSM_SAMPLES!==n.blurSamples&&(f.defines.VSM_SAMPLES=n.blurSamples,p.defines.VSM_SAMPLES=n.blurSamples,f.needsUpdate=!0,p.needsUpdate=!0),n.mapPass===null?n.mapPass=new vf(i.x,i.y,{format:du,type:Ql}):(n.mapPass.width!==n.map.width||n.mapPass.height!==n.map.height)&&n.mapPass.setSize(n.map.width,n.map.height),f.uniforms.shadow_pass.value=n.map.depthTexture,f.uniforms.resolution.value.set(n.map.width,n.map.height),f.uniforms.radius.value=n.radius,e.setRenderTarget(n.mapPass),e.clear(),e.renderBufferDirect(r,null,a,f,h,null),p.uniforms.shadow_pass.value=n.mapPass.texture,p.uniforms.resolution.value.set(n.map.width,n.map.height),p.uniforms.radius.value=n.radius,e.setRenderTarget(n.map),e.clear(),e.renderBufferDirect(r,null,a,p,h,null)}function y(t,n,r,i){let a=null,o=r.isPointLight===!0?t.customDistanceMaterial:t.customDepthMaterial;if(o!==void 0)a=o;else if(a=r.isPointLight===!0?c:s,e.localClippingEnabled&&n.clipShadows===!0&&Array.isArray(n.clippingPlanes)&&n.clippingPlanes.length!==0||n.displacementMap&&n.displacementScale!==0||n.alphaMap&&n.alphaTest>0||n.map&&n.alphaTest>0||n.alphaToCoverage===!0){let e=a.uuid,t=n.uuid,r=l[e];r===void 0&&(r={},l[e]=r);let i=r[t];i===void 0&&(i=a.clone(),r[t]=i,n.addEventListener(`dispose`,x)),a=i}if(a.visible=n.visible,a.wireframe=n.wireframe,i===3?a.side=n.shadowSide===null?n.side:n.shadowSide:a.side=n.shadowSide===null?d[n.side]:n.shadowSide,a.alphaMap=n.alphaMap,a.alphaTest=n.alphaToCoverage===!0?.5:n.alphaTest,a.map=n.map,a.clipShadows=n.clipShadows,a.clippingPlanes=n.clippingPlanes,a.clipIntersection=n.clipIntersection,a.displacementMap=n.displacementMap,a.displacementScale=n.displacementScale,a.displacementBias=n.displacementBias,a.wireframeLinewidth=n.wireframeLinewidth,a.linewidth=n.linewidth,r.isPointLight===!0&&a.isMeshDistanceMaterial===!0){let t=e.properties.get(a);t.light=r}return a}function b(n,i,a,o,s,c){if(n.visible===!1)return;if(n.layers.test(s)&&(n.isMesh||n.isLine||n.isPoints)&&(n.castShadow||n.receiveShadow&&c===3)&&(!n.frustumCulled||n.intersectsFrustum(r))){n.modelViewMatrix.multiplyMatrices(a.matrixWorldInverse,n.matrixWorld);let r=t.update(n),s=n.material;if(Array.isArray(s)){let t=r.groups;for(let l=0,u=t.length;l<u;l++){let u=t[l],d=s[u.materialIndex];if(d&&d.visible){let t=y(n,d,o,c);n.onBeforeShadow(e,n,i,a,r,t,u),e.renderBufferDirect(a,null,r,t,n,u),n.onAfterShadow(e,n,i,a,r,t,u)}}}else if(s.visible){let t=y(n,s,o,c);n.onBeforeShadow(e,n,i,a,r,t,null),e.renderBufferDirect(a,null,r,t,n,null),n.onAfterShadow(e,n,i,a,r,t,null)}}let l=n.children;for(let e=0,t=l.length;e<t;e++)b(l[e],i,a,o,s,c)}function x(e){e.target.removeEventListener(`dispose`,x);for(let t in l){let n=l[t],r=e.target.uuid;r in n&&(n[r].dispose(),delete n[r])}}}function gy(e,t){function n(){let t=!1,n=new gf,r=null,i=new gf(0,0,0,0);return{setMask:function(n){r!==n&&!t&&(e.colorMask(n,n,n,n),r=n)},setLocked:function(e){t=e},setClear:function(t,r,a,o,s){s===!0&&(t*=o,r*=o,a*=o),n.set(t,r,a,o),i.equals(n)===!1&&(e.clearColor(t,r,a,o),i.copy(n))},reset:function(){t=!1,r=null,i.set(-1,0,0,0)}}}function r(){let n=!1,r=!1,i=null,a=null,o=null;return{setReversed:function(e){if(r!==e){let n=t.get(`EXT_clip_control`);e?n.clipControlEXT(n.LOWER_LEFT_EXT,n.ZERO_TO_ONE_EXT):n.clipControlEXT(n.LOWER_LEFT_EXT,n.NEGATIVE_ONE_TO_ONE_EXT),r=e;let i=o;o=null,this.setClear(i)}},getReversed:function(){return r},setTest:function(t){t?se(e.DEPTH_TEST):ce(e.DEPTH_TEST)},setMask:function(t){i!==t&&!n&&(e.depthMask(t),i=t)},setFunc:function(t){if(r&&(t=Cd[t]),a!==t){switch(t){case 0:e.depthFunc(e.NEVER);break;case 1:e.depthFunc(e.ALWAYS);break;case 2:e.depthFunc(e.LESS);break;case 3:e.depthFunc(e.LEQUAL);break;case 4:e.depthFunc(e.EQUAL);break;case 5:e.depthFunc(e.GEQUAL);break;case 6:e.depthFunc(e.GREATER);break;case 7:e.depthFunc(e.NOTEQUAL);break;default:e.depthFunc(e.LEQUAL)}a=t}},setLocked:function(e){n=e},setClear:function(t){o!==t&&(o=t,r&&(t=1-t),e.clearDepth(t))},reset:function(){n=!1,i=null,a=null,o=null,r=!1}}}function i(){let t=!1,n=null,r=null,i=null,a=null,o=null,s=null,c=null,l=null;return{setTest:function(n){t||(n?se(e.STENCIL_TEST):ce(e.STENCIL_TEST))},setMask:function(r){n!==r&&!t&&(e.stencilMask(r),n=r)},setFunc:function(t,n,o){(r!==t||i!==n||a!==o)&&(e.stencilFunc(t,n,o),r=t,i=n,a=o)},setOp:function(t,n,r){(o!==t||s!==n||c!==r)&&(e.stencilOp(t,n,r),o=t,s=n,c=r)},setLocked:function(e){t=e},setClear:function(t){l!==t&&(e.clearStencil(t),l=t)},reset:function(){t=!1,n=null,r=null,i=null,a=null,o=null,s=null,c=null,l=null}}}let a=new n,o=new r,s=new i,c={},l=new WeakMap,u={},d={},f={},p=new WeakMap,m=[],h=null,g=!1,_=null,v=null,y=null,b=null,x=null,S=null,C=null,w=new X(0,0,0),T=0,E=!1,D=null,O=null,k=null,A=null,j=null,M=e.getParameter(e.MAX_COMBINED_TEXTURE_IMAGE_UNITS),N=!1,P=0,ee=e.getParameter(e.VERSION);ee.indexOf(`WebGL`)===-1?ee.indexOf(`OpenGL ES`)!==-1&&(P=parseFloat(/^OpenGL ES (\d)/.exec(ee)[1]),N=P>=2):(P=parseFloat(/^WebGL (\d)/.exec(ee)[1]),N=P>=1);let F=null,te={},ne=e.getParameter(e.SCISSOR_BOX),re=e.getParameter(e.VIEWPORT),ie=new gf().fromArray(ne),ae=new gf().fromArray(re);function I(t,n,r,i){let a=new Uint8Array(4),o=e.createTexture();e.bindTexture(t,o),e.texParameteri(t,e.TEXTURE_MIN_FILTER,e.NEAREST),e.texParameteri(t,e.TEXTURE_MAG_FILTER,e.NEAREST);for(let o=0;o<r;o++)t===e.TEXTURE_3D||t===e.TEXTURE_2D_ARRAY?e.texImage3D(n,0,e.RGBA,1,1,i,0,e.RGBA,e.UNSIGNED_BYTE,a):e.texImage2D(n+o,0,e.RGBA,1,1,0,e.RGBA,e.UNSIGNED_BYTE,a);return o}let oe={};oe[e.TEXTURE_2D]=I(e.TEXTURE_2D,e.TEXTURE_2D,1),oe[e.TEXTURE_CUBE_MAP]=I(e.TEXTURE_CUBE_MAP,e.TEXTURE_CUBE_MAP_POSITIVE_X,6),oe[e.TEXTURE_2D_ARRAY]=I(e.TEXTURE_2D_ARRAY,e.TEXTURE_2D_ARRAY,1,1),oe[e.TEXTURE_3D]=I(e.TEXTURE_3D,e.TEXTURE_3D,1,1),a.setClear(0,0,0,1),o.setClear(1),s.setClear(0),se(e.DEPTH_TEST),o.setFunc(3),ge(!1),_e(1),se(e.CULL_FACE),me(0);function se(t){u[t]!==!0&&(e.enable(t),u[t]=!0)}function ce(t){u[t]!==!1&&(e.disable(t),u[t]=!1)}function le(t,n){return f[t]!==n&&(e.bindFramebuffer(t,n),f[t]=n,t===e.DRAW_FRAMEBUFFER&&(f[e.FRAMEBUFFER]=n),t===e.FRAMEBUFFER&&(f[e.DRAW_FRAMEBUFFER]=n),!0)}function ue(t,n){let r=m,i=!1;if(t){r=p.get(n),r===void 0&&(r=[],p.set(n,r));let a=t.textures;if(r.length!==a.length||r[0]!==e.COLOR_ATTACHMENT0){for(let t=0,n=a.length;t<n;t++)r[t]=e.COLOR_ATTACHMENT0+t;r.length=a.length,i=!0}}else r[0]!==e.BACK&&(r[0]=e.BACK,i=!0);i&&e.drawBuffers(r)}function de(t){return h!==t&&(e.useProgram(t),h=t,!0)}let fe={100:e.FUNC_ADD,101:e.FUNC_SUBTRACT,102:e.FUNC_REVERSE_SUBTRACT};fe[103]=e.MIN,fe[104]=e.MAX;let pe={200:e.ZERO,201:e.ONE,202:e.SRC_COLOR,204:e.SRC_ALPHA,210:e.SRC_ALPHA_SATURATE,208:e.DST_COLOR,206:e.DST_ALPHA,203:e.ONE_MINUS_SRC_COLOR,205:e.ONE_MINUS_SRC_ALPHA,209:e.ONE_MINUS_DST_COLOR,207:e.ONE_MINUS_DST_ALPHA,211:e.CONSTANT_COLOR,212:e.ONE_MINUS_CONSTANT_COLOR,213:e.CONSTANT_ALPHA,214:e.ONE_MINUS_CONSTANT_ALPHA};function me(t,n,r,i,a,o,s,c,l,u){if(t===0)g===!0&&(ce(e.BLEND),g=!1);else if(g===!1&&(se(e.BLEND),g=!0),t!==5){if(t!==_||u!==E){if((v!==100||x!==100)&&(e.blendEquation(e.FUNC_ADD),v=100,x=100),u)switch(t){case 1:e.blendFuncSeparate(e.ONE,e.ONE_MINUS_SRC_ALPHA,e.ONE,e.ONE_MINUS_SRC_ALPHA);break;case 2:e.blendFunc(e.ONE,e.ONE);break;case 3:e.blendFuncSeparate(e.ZERO,e.ONE_MINUS_SRC_COLOR,e.ZERO,e.ONE);break;case 4:e.blendFuncSeparate(e.DST_COLOR,e.ONE_MINUS_SRC_ALPHA,e.ZERO,e.ONE);break;default:W(`WebGLState: Invalid blending: `,t)}else switch(t){case 1:e.blendFuncSeparate(e.SRC_ALPHA,e.ONE_MINUS_SRC_ALPHA,e.ONE,e.ONE_MINUS_SRC_ALPHA);break;case 2:e.blendFuncSeparate(e.SRC_ALPHA,e.ONE,e.ONE,e.ONE);break;case 3:W(`WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true`);break;case 4:W(`WebGLState: MultiplyBlending requires material.premultipliedAlpha = true`);break;default:W(`WebGLState: Invalid blending: `,t)}y=null,b=null,S=null,C=null,w.set(0,0,0),T=0,_=t,E=u}}else a||=n,o||=r,s||=i,(n!==v||a!==x)&&(e.blendEquationSeparate(fe[n],fe[a]),v=n,x=a),(r!==y||i!==b||o!==S||s!==C)&&(e.blendFuncSeparate(pe[r],pe[i],pe[o],pe[s]),y=r,b=i,S=o,C=s),(c.equals(w)===!1||l!==T)&&(e.blendColor(c.r,c.g,c.b,l),w.copy(c),T=l),_=t,E=!1}function he(t,n){t.side===2?ce(e.CULL_FACE):se(e.CULL_FACE);let r=t.side===1;n&&(r=!r),ge(r),t.blending===1&&t.transparent===!1?me(0):me(t.blending,t.blendEquation,t.blendSrc,t.blendDst,t.blendEquationAlpha,t.blendSrcAlpha,t.blendDstAlpha,t.blendColor,t.blendAlpha,t.premultipliedAlpha),o.setFunc(t.depthFunc),o.setTest(t.depthTest),o.setMask(t.depthWrite),a.setMask(t.colorWrite);let i=t.stencilWrite;s.setTest(i),i&&(s.setMask(t.stencilWriteMask),s.setFunc(t.stencilFunc,t.stencilRef,t.stencilFuncMask),s.setOp(t.stencilFail,t.stencilZFail,t.stencilZPass)),ye(t.polygonOffset,t.polygonOffsetFactor,t.polygonOffsetUnits),t.alphaToCoverage===!0?se(e.SAMPLE_ALPHA_TO_COVERAGE):ce(e.SAMPLE_ALPHA_TO_COVERAGE)}function ge(t){D!==t&&(t?e.frontFace(e.CW):e.frontFace(e.CCW),D=t)}function _e(t){t===0?ce(e.CULL_FACE):(se(e.CULL_FACE),t!==O&&(t===1?e.cullFace(e.BACK):t===2?e.cullFace(e.FRONT):e.cullFace(e.FRONT_AND_BACK))),O=t}function ve(t){t!==k&&(N&&e.lineWidth(t),k=t)}function ye(t,n,r){t?(se(e.POLYGON_OFFSET_FILL),(A!==n||j!==r)&&(A=n,j=r,o.getReversed()&&(n=-n,r=-r),e.polygonOffset(n,r))):ce(e.POLYGON_OFFSET_FILL)}function be(t){t?se(e.SCISSOR_TEST):ce(e.SCISSOR_TEST)}function xe(t){t===void 0&&(t=e.TEXTURE0+M-1),F!==t&&(e.activeTexture(t),F=t)}function L(t,n,r){r===void 0&&(r=F===null?e.TEXTURE0+M-1:F);let i=te[r];i===void 0&&(i={type:void 0,texture:void 0},te[r]=i),(i.type!==t||i.texture!==n)&&(F!==r&&(e.activeTexture(r),F=r),e.bindTexture(t,n||oe[t]),i.type=t,i.texture=n)}function Se(){let t=te[F];t!==void 0&&t.type!==void 0&&(e.bindTexture(t.type,null),t.type=void 0,t.texture=void 0)}function Ce(){try{e.compressedTexImage2D(...arguments)}catch(e){W(`WebGLState:`,e)}}function we(){try{e.compressedTexImage3D(...arguments)}catch(e){W(`WebGLState:`,e)}}function R(){try{e.texSubImage2D(...arguments)}catch(e){W(`WebGLState:`,e)}}function z(){try{e.texSubImage3D(...arguments)}catch(e){W(`WebGLState:`,e)}}function B(){try{e.compressedTexSubImage2D(...arguments)}catch(e){W(`WebGLState:`,e)}}function V(){try{e.compressedTexSubImage3D(...arguments)}catch(e){W(`WebGLState:`,e)}}function Te(){try{e.texStorage2D(...arguments)}catch(e){W(`WebGLState:`,e)}}function Ee(){try{e.texStorage3D(...arguments)}catch(e){W(`WebGLState:`,e)}}function De(){try{e.texImage2D(...arguments)}catch(e){W(`WebGLState:`,e)}}function H(){try{e.texImage3D(...arguments)}catch(e){W(`WebGLState:`,e)}}function Oe(t){return d[t]===void 0?e.getParameter(t):d[t]}function ke(t,n){d[t]!==n&&(e.pixelStorei(t,n),d[t]=n)}function Ae(t){ie.equals(t)===!1&&(e.scissor(t.x,t.y,t.z,t.w),ie.copy(t))}function je(t){ae.equals(t)===!1&&(e.viewport(t.x,t.y,t.z,t.w),ae.copy(t))}function Me(t,n){let r=l.get(n);r===void 0&&(r=new WeakMap,l.set(n,r));let i=r.get(t);i===void 0&&(i=e.getUniformBlockIndex(n,t.name),e.uniformBlockBinding(n,i,i),r.set(t,i))}function Ne(t,n,r){let i=l.get(n).get(t);c[i]!==r&&(e.bindBufferBase(e.UNIFORM_BUFFER,i,r),c[i]=r)}function Pe(){e.disable(e.BLEND),e.disable(e.CULL_FACE),e.disable(e.DEPTH_TEST),e.disable(e.POLYGON_OFFSET_FILL),e.disable(e.SCISSOR_TEST),e.disable(e.STENCIL_TEST),e.disable(e.SAMPLE_ALPHA_TO_COVERAGE),e.blendEquation(e.FUNC_ADD),e.blendFunc(e.ONE,e.ZERO),e.blendFuncSeparate(e.ONE,e.ZERO,e.ONE,e.ZERO),e.blendColor(0,0,0,0),e.colorMask(!0,!0,!0,!0),e.clearColor(0,0,0,0),e.depthMask(!0),e.depthFunc(e.LESS),o.setReversed(!1),e.clearDepth(1),e.stencilMask(4294967295),e.stencilFunc(e.ALWAYS,0,4294967295),e.stencilOp(e.KEEP,e.KEEP,e.KEEP),e.clearStencil(0),e.cullFace(e.BACK),e.frontFace(e.CCW),e.polygonOffset(0,0),e.activeTexture(e.TEXTURE0),e.bindFramebuffer(e.FRAMEBUFFER,null),e.bindFramebuffer(e.DRAW_FRAMEBUFFER,null),e.bindFramebuffer(e.READ_FRAMEBUFFER,null),e.useProgram(null),e.lineWidth(1),e.scissor(0,0,e.canvas.width,e.canvas.height),e.viewport(0,0,e.canvas.width,e.canvas.height),e.pixelStorei(e.PACK_ALIGNMENT,4),e.pixelStorei(e.UNPACK_ALIGNMENT,4),e.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,!1),e.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),e.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,e.BROWSER_DEFAULT_WEBGL),e.pixelStorei(e.PACK_ROW_LENGTH,0),e.pixelStorei(e.PACK_SKIP_PIXELS,0),e.pixelStorei(e.PACK_SKIP_ROWS,0),e.pixelStorei(e.UNPACK_ROW_LENGTH,0),e.pixelStorei(e.UNPACK_IMAGE_HEIGHT,0),e.pixelStorei(e.UNPACK_SKIP_PIXELS,0),e.pixelStorei(e.UNPACK_SKIP_ROWS,0),e.pixelStorei(e.UNPACK_SKIP_IMAGES,0),u={},d={},F=null,te={},f={},c={},p=new WeakMap,m=[],h=null,g=!1,_=null,v=null,y=null,b=null,x=null,S=null,C=null,w=new X(0,0,0),T=0,E=!1,D=null,O=null,k=null,A=null,j=null,ie.set(0,0,e.canvas.width,e.canvas.height),ae.set(0,0,e.canvas.width,e.canvas.height),a.reset(),o.reset(),s.reset()}return{buffers:{color:a,depth:o,stencil:s},enable:se,disable:ce,bindFramebuffer:le,drawBuffers:ue,useProgram:de,setBlending:me,setMaterial:he,setFlipSided:ge,setCullFace:_e,setLineWidth:ve,setPolygonOffset:ye,setScissorTest:be,activeTexture:xe,bindTexture:L,unbindTexture:Se,compressedTexImage2D:Ce,compressedTexImage3D:we,texImage2D:De,texImage3D:H,pixelStorei:ke,getParameter:Oe,updateUBOMapping:Me,uniformBlockBinding:Ne,texStorage2D:Te,texStorage3D:Ee,texSubImage2D:R,texSubImage3D:z,compressedTexSubImage2D:B,compressedTexSubImage3D:V,scissor:Ae,viewport:je,reset:Pe}}function _y(e,t,n,r,i,a,o){let s=t.has(`WEBGL_multisampled_render_to_texture`)?t.get(`WEBGL_multisampled_render_to_texture`):null,c=typeof navigator>`u`?!1:/OculusBrowser/g.test(navigator.userAgent),l=new K,u=new WeakMap,d=new Set,f,p=new WeakMap,m=new Set,h=new FinalizationRegistry(e=>m.delete(e)),g=!1;try{g=typeof OffscreenCanvas<`u`&&new OffscreenCanvas(1,1).getContext(`2d`)!==null}catch{}function _(e,t){return g?new OffscreenCanvas(e,t):gd(`canvas`)}function v(e,t,n){let r=1,i=Te(e);if((i.width>n||i.height>n)&&(r=n/Math.max(i.width,i.height)),r<1){if(typeof HTMLImageElement<`u`&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<`u`&&e instanceof HTMLCanvasElement||typeof ImageBitmap<`u`&&e instanceof ImageBitmap||typeof VideoFrame<`u`&&e instanceof VideoFrame){let n=Math.floor(r*i.width),a=Math.floor(r*i.height);f===void 0&&(f=_(n,a));let o=t?_(n,a):f;return o.width=n,o.height=a,o.getContext(`2d`).drawImage(e,0,0,n,a),U(`WebGLRenderer: Texture has been resized from (`+i.width+`x`+i.height+`) to (`+n+`x`+a+`).`),o}return`data`in e&&U(`WebGLRenderer: Image in DataTexture is too big (`+i.width+`x`+i.height+`).`),e}return e}function y(e){return e.generateMipmaps}function b(t){e.generateMipmap(t)}function x(t){return t.isWebGLCubeRenderTarget?e.TEXTURE_CUBE_MAP:t.isWebGL3DRenderTarget?e.TEXTURE_3D:t.isWebGLArrayRenderTarget||t.isCompressedArrayTexture?e.TEXTURE_2D_ARRAY:e.TEXTURE_2D}function S(n,r,i,a,o,s=!1){if(n!==null){if(e[n]!==void 0)return e[n];U(`WebGLRenderer: Attempt to use non-existing WebGL internal format '`+n+`'`)}let c;a&&(c=t.get(`EXT_texture_norm16`),c||U(`WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension`));let l=r;if(r===e.RED&&(i===e.FLOAT&&(l=e.R32F),i===e.HALF_FLOAT&&(l=e.R16F),i===e.UNSIGNED_BYTE&&(l=e.R8),i===e.UNSIGNED_SHORT&&c&&(l=c.R16_EXT),i===e.SHORT&&c&&(l=c.R16_SNORM_EXT)),r===e.RED_INTEGER&&(i===e.UNSIGNED_BYTE&&(l=e.R8UI),i===e.UNSIGNED_SHORT&&(l=e.R16UI),i===e.UNSIGNED_INT&&(l=e.R32UI),i===e.BYTE&&(l=e.R8I),i===e.SHORT&&(l=e.R16I),i===e.INT&&(l=e.R32I)),r===e.RG&&(i===e.FLOAT&&(l=e.RG32F),i===e.HALF_FLOAT&&(l=e.RG16F),i===e.UNSIGNED_BYTE&&(l=e.RG8),i===e.UNSIGNED_SHORT&&c&&(l=c.RG16_EXT),i===e.SHORT&&c&&(l=c.RG16_SNORM_EXT)),r===e.RG_INTEGER&&(i===e.UNSIGNED_BYTE&&(l=e.RG8UI),i===e.UNSIGNED_SHORT&&(l=e.RG16UI),i===e.UNSIGNED_INT&&(l=e.RG32UI),i===e.BYTE&&(l=e.RG8I),i===e.SHORT&&(l=e.RG16I),i===e.INT&&(l=e.RG32I)),r===e.RGB_INTEGER&&(i===e.UNSIGNED_BYTE&&(l=e.RGB8UI),i===e.UNSIGNED_SHORT&&(l=e.RGB16UI),i===e.UNSIGNED_INT&&(l=e.RGB32UI),i===e.BYTE&&(l=e.RGB8I),i===e.SHORT&&(l=e.RGB16I),i===e.INT&&(l=e.RGB32I)),r===e.RGBA_INTEGER&&(i===e.UNSIGNED_BYTE&&(l=e.RGBA8UI),i===e.UNSIGNED_SHORT&&(l=e.RGBA16UI),i===e.UNSIGNED_INT&&(l=e.RGBA32UI),i===e.BYTE&&(l=e.RGBA8I),i===e.SHORT&&(l=e.RGBA16I),i===e.INT&&(l=e.RGBA32I)),r===e.RGB&&(i===e.UNSIGNED_SHORT&&c&&(l=c.RGB16_EXT),i===e.SHORT&&c&&(l=c.RGB16_SNORM_EXT),i===e.UNSIGNED_INT_5_9_9_9_REV&&(l=e.RGB9_E5),i===e.UNSIGNED_INT_10F_11F_11F_REV&&(l=e.R11F_G11F_B10F)),r===e.RGBA){let t=s?od:Y.getTransfer(o);i===e.FLOAT&&(l=e.RGBA32F),i===e.HALF_FLOAT&&(l=e.RGBA16F),i===e.UNSIGNED_BYTE&&(l=t===`srgb`?e.SRGB8_ALPHA8:e.RGBA8),i===e.UNSIGNED_SHORT&&c&&(l=c.RGBA16_EXT),i===e.SHORT&&c&&(l=c.RGBA16_SNORM_EXT),i===e.UNSIGNED_SHORT_4_4_4_4&&(l=e.RGBA4),i===e.UNSIGNED_SHORT_5_5_5_1&&(l=e.RGB5_A1)}return(l===e.R16F||l===e.R32F||l===e.RG16F||l===e.RG32F||l===e.RGBA16F||l===e.RGBA32F)&&t.get(`EXT_color_buffer_float`),l}function C(t,n){let r;return t?n===null||n===1014||n===1020?r=e.DEPTH24_STENCIL8:n===1015?r=e.DEPTH32F_STENCIL8:n===1012&&(r=e.DEPTH24_STENCIL8,U(`DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.`)):n===null||n===1014||n===1020?r=e.DEPTH_COMPONENT24:n===1015?r=e.DEPTH_COMPONENT32F:n===1012&&(r=e.DEPTH_COMPONENT16),r}function w(e,t){return y(e)===!0||e.isFramebufferTexture&&e.minFilter!==1003&&e.minFilter!==1006?Math.log2(Math.max(t.width,t.height))+1:e.mipmaps.length>0?e.mipmaps.length:e.isCompressedTexture&&Array.isArray(e.image)?t.mipmaps.length:1}function T(e){let t=new WeakRef(e);r.get(e).__ref=t,m.add(t),h.register(e,t,t)}function E(e){let t=r.get(e).__ref;t!==void 0&&(m.delete(t),h.unregister(t))}function D(e){k(e.target)}function O(e){A(e.target)}function k(e){e.removeEventListener(`dispose`,D),E(e),M(e),e.isVideoTexture&&u.delete(e),e.isHTMLTexture&&d.delete(e)}function A(e){e.removeEventListener(`dispose`,O),E(e),P(e)}function j(){for(let e of m){let t=e.deref();t!==void 0&&(t.isRenderTarget===!0?A(t):k(t))}m.clear(),d.clear()}function M(e){let t=r.get(e);if(t.__webglInit===void 0)return;let n=e.source,i=p.get(n);if(i){let r=i[t.__cacheKey];r.usedTimes--,r.usedTimes===0&&N(e),Object.keys(i).length===0&&p.delete(n)}r.remove(e)}function N(t){let n=r.get(t);e.deleteTexture(n.__webglTexture);let i=t.source,a=p.get(i);delete a[n.__cacheKey],o.memory.textures--}function P(t){let n=r.get(t);n.__depthDisposeCallback&&n.__depthDisposeCallback();let i=t.depthTexture;if(i&&i.renderTarget===t&&k(i),t.isWebGLCubeRenderTarget)for(let t=0;t<6;t++){if(Array.isArray(n.__webglFramebuffer[t]))for(let r=0;r<n.__webglFramebuffer[t].length;r++)e.deleteFramebuffer(n.__webglFramebuffer[t][r]);else e.deleteFramebuffer(n.__webglFramebuffer[t]);n.__webglDepthbuffer&&e.deleteRenderbuffer(n.__webglDepthbuffer[t])}else{if(Array.isArray(n.__webglFramebuffer))for(let t=0;t<n.__webglFramebuffer.length;t++)e.deleteFramebuffer(n.__webglFramebuffer[t]);else e.deleteFramebuffer(n.__webglFramebuffer);if(n.__webglDepthbuffer&&e.deleteRenderbuffer(n.__webglDepthbuffer),n.__webglMultisampledFramebuffer&&e.deleteFramebuffer(n.__webglMultisampledFramebuffer),n.__webglColorRenderbuffer)for(let t=0;t<n.__webglColorRenderbuffer.length;t++)n.__webglColorRenderbuffer[t]&&e.deleteRenderbuffer(n.__webglColorRenderbuffer[t]);n.__webglDepthRenderbuffer&&e.deleteRenderbuffer(n.__webglDepthRenderbuffer)}let a=t.textures;for(let t=0,n=a.length;t<n;t++){let n=r.get(a[t]);n.__webglTexture&&(e.deleteTexture(n.__webglTexture),o.memory.textures--),r.remove(a[t])}r.remove(t)}let ee=0;function F(){ee=0}function te(){return ee}function ne(e){ee=e}function re(){let e=ee;return e>=i.maxTextures&&U(`WebGLTextures: Trying to use `+(e+1)+` texture units while this GPU supports only `+i.maxTextures),ee+=1,e}function ie(e){let t=[];return t.push(e.wrapS),t.push(e.wrapT),t.push(e.wrapR||0),t.push(e.magFilter),t.push(e.minFilter),t.push(e.anisotropy),t.push(e.internalFormat),t.push(e.format),t.push(e.type),t.push(e.generateMipmaps),t.push(e.mipmapsAutoUpdate),t.push(e.premultiplyAlpha),t.push(e.flipY),t.push(e.unpackAlignment),t.push(e.colorSpace),t.join()}function ae(t,i){let a=r.get(t);if(t.isVideoTexture&&B(t),t.isRenderTargetTexture===!1&&t.isExternalTexture!==!0&&t.version>0&&a.__version!==t.version){let e=t.image;if(e===null)U(`WebGLRenderer: Texture marked for update but no image data found.`);else if(e.complete===!1)U(`WebGLRenderer: Texture marked for update but image is incomplete`);else{he(a,t,i);return}}else t.isExternalTexture&&(a.__webglTexture=t.sourceTexture?t.sourceTexture:null);n.bindTexture(e.TEXTURE_2D,a.__webglTexture,e.TEXTURE0+i)}function I(t,i){let a=r.get(t);t.isRenderTargetTexture===!1&&t.version>0&&a.__version!==t.version?he(a,t,i):(t.isExternalTexture&&(a.__webglTexture=t.sourceTexture?t.sourceTexture:null),n.bindTexture(e.TEXTURE_2D_ARRAY,a.__webglTexture,e.TEXTURE0+i))}function oe(t,i){let a=r.get(t);t.isRenderTargetTexture===!1&&t.version>0&&a.__version!==t.version?he(a,t,i):n.bindTexture(e.TEXTURE_3D,a.__webglTexture,e.TEXTURE0+i)}function se(t,i){let a=r.get(t);t.version>0&&a.__version!==t.version?ge(a,t,i):n.bindTexture(e.TEXTURE_CUBE_MAP,a.__webglTexture,e.TEXTURE0+i)}let ce={[Il]:e.REPEAT,[Ll]:e.CLAMP_TO_EDGE,[Rl]:e.MIRRORED_REPEAT},le={[zl]:e.NEAREST,[Bl]:e.NEAREST_MIPMAP_NEAREST,[Vl]:e.NEAREST_MIPMAP_LINEAR,[Hl]:e.LINEAR,[Ul]:e.LINEAR_MIPMAP_NEAREST,[Wl]:e.LINEAR_MIPMAP_LINEAR},ue={512:e.NEVER,519:e.ALWAYS,513:e.LESS,515:e.LEQUAL,514:e.EQUAL,518:e.GEQUAL,516:e.GREATER,517:e.NOTEQUAL};function de(n,a){if(a.type===1015&&t.has(`OES_texture_float_linear`)===!1&&(a.magFilter===1006||a.magFilter===1007||a.magFilter===1005||a.magFilter===1008||a.minFilter===1006||a.minFilter===1007||a.minFilter===1005||a.minFilter===1008)&&U(`WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device.`),e.texParameteri(n,e.TEXTURE_WRAP_S,ce[a.wrapS]),e.texParameteri(n,e.TEXTURE_WRAP_T,ce[a.wrapT]),(n===e.TEXTURE_3D||n===e.TEXTURE_2D_ARRAY)&&e.texParameteri(n,e.TEXTURE_WRAP_R,ce[a.wrapR]),e.texParameteri(n,e.TEXTURE_MAG_FILTER,le[a.magFilter]),e.texParameteri(n,e.TEXTURE_MIN_FILTER,le[a.minFilter]),a.compareFunction&&(e.texParameteri(n,e.TEXTURE_COMPARE_MODE,e.COMPARE_REF_TO_TEXTURE),e.texParameteri(n,e.TEXTURE_COMPARE_FUNC,ue[a.compareFunction])),t.has(`EXT_texture_filter_anisotropic`)===!0){if(a.magFilter===1003||a.minFilter!==1005&&a.minFilter!==1008||a.type===1015&&t.has(`OES_texture_float_linear`)===!1)return;if(a.anisotropy>1||r.get(a).__currentAnisotropy){let o=t.get(`EXT_texture_filter_anisotropic`);e.texParameterf(n,o.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(a.anisotropy,i.getMaxAnisotropy())),r.get(a).__currentAnisotropy=a.anisotropy}}}function fe(t,n){let r=!1;t.__webglInit===void 0&&(t.__webglInit=!0,n.addEventListener(`dispose`,D),T(n));let i=n.source,a=p.get(i);a===void 0&&(a={},p.set(i,a));let s=ie(n);if(s!==t.__cacheKey){a[s]===void 0&&(a[s]={texture:e.createTexture(),usedTimes:0},o.memory.textures++,r=!0),a[s].usedTimes++;let i=a[t.__cacheKey];i!==void 0&&(a[t.__cacheKey].usedTimes--,i.usedTimes===0&&N(n)),t.__cacheKey=s,t.__webglTexture=a[s].texture}return r}function pe(e,t,n){return Math.floor(Math.floor(e/n)/t)}function me(t,r,i,a){let o=t.updateRanges;if(o.length===0)n.texSubImage2D(e.TEXTURE_2D,0,0,0,r.width,r.height,i,a,r.data);else{o.sort((e,t)=>e.start-t.start);let s=0;for(let e=1;e<o.length;e++){let t=o[s],n=o[e],i=t.start+t.count,a=pe(n.start,r.width,4),c=pe(t.start,r.width,4);n.start<=i+1&&a===c&&pe(n.start+n.count-1,r.width,4)===a?t.count=Math.max(t.count,n.start+n.count-t.start):(++s,o[s]=n)}o.length=s+1;let c=n.getParameter(e.UNPACK_ROW_LENGTH),l=n.getParameter(e.UNPACK_SKIP_PIXELS),u=n.getParameter(e.UNPACK_SKIP_ROWS);n.pixelStorei(e.UNPACK_ROW_LENGTH,r.width);for(let t=0,s=o.length;t<s;t++){let s=o[t],c=Math.floor(s.start/4),l=Math.ceil(s.count/4),u=c%r.width,d=Math.floor(c/r.width),f=l;n.pixelStorei(e.UNPACK_SKIP_PIXELS,u),n.pixelStorei(e.UNPACK_SKIP_ROWS,d),n.texSubImage2D(e.TEXTURE_2D,0,u,d,f,1,i,a,r.data)}t.clearUpdateRanges(),n.pixelStorei(e.UNPACK_ROW_LENGTH,c),n.pixelStorei(e.UNPACK_SKIP_PIXELS,l),n.pixelStorei(e.UNPACK_SKIP_ROWS,u)}}function he(t,o,s){let c=e.TEXTURE_2D;(o.isDataArrayTexture||o.isCompressedArrayTexture)&&(c=e.TEXTURE_2D_ARRAY),o.isData3DTexture&&(c=e.TEXTURE_3D);let l=fe(t,o),u=o.source;n.bindTexture(c,t.__webglTexture,e.TEXTURE0+s);let f=r.get(u);if(u.version!==f.__version||l===!0){if(n.activeTexture(e.TEXTURE0+s),!(typeof ImageBitmap<`u`&&o.image instanceof ImageBitmap)){let t=Y.getPrimaries(Y.workingColorSpace),r=o.colorSpace===``?null:Y.getPrimaries(o.colorSpace),i=o.colorSpace===``||t===r?e.NONE:e.BROWSER_DEFAULT_WEBGL;n.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,o.flipY),n.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,o.premultiplyAlpha),n.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,i)}n.pixelStorei(e.UNPACK_ALIGNMENT,o.unpackAlignment);let t=v(o.image,!1,i.maxTextureSize);t=V(o,t);let r=a.convert(o.format,o.colorSpace),p=a.convert(o.type),m=S(o.internalFormat,r,p,o.normalized,o.colorSpace,o.isVideoTexture);de(c,o);let h,g=o.mipmaps,_=o.isVideoTexture!==!0,x=f.__version===void 0||l===!0,T=u.dataReady,E=w(o,t);if(o.isDepthTexture)m=C(o.format===cu,o.type),x&&(_?n.texStorage2D(e.TEXTURE_2D,1,m,t.width,t.height):n.texImage2D(e.TEXTURE_2D,0,m,t.width,t.height,0,r,p,null));else if(o.isDataTexture){if(g.length>0){_&&x&&n.texStorage2D(e.TEXTURE_2D,E,m,g[0].width,g[0].height);for(let t=0,i=g.length;t<i;t++)h=g[t],_?T&&n.texSubImage2D(e.TEXTURE_2D,t,0,0,h.width,h.height,r,p,h.data):n.texImage2D(e.TEXTURE_2D,t,m,h.width,h.height,0,r,p,h.data);o.generateMipmaps=!1}else _?(x&&n.texStorage2D(e.TEXTURE_2D,E,m,t.width,t.height),T&&me(o,t,r,p)):n.texImage2D(e.TEXTURE_2D,0,m,t.width,t.height,0,r,p,t.data)}else if(o.isCompressedTexture){if(o.isCompressedArrayTexture){_&&x&&n.texStorage3D(e.TEXTURE_2D_ARRAY,E,m,g[0].width,g[0].height,t.depth);for(let i=0,a=g.length;i<a;i++)if(h=g[i],o.format!==1023){if(r!==null){if(_){if(T){if(o.layerUpdates.size>0){let t=yg(h.width,h.height,o.format,o.type);for(let a of o.layerUpdates){let o=h.data.subarray(a*t/h.data.BYTES_PER_ELEMENT,(a+1)*t/h.data.BYTES_PER_ELEMENT);n.compressedTexSubImage3D(e.TEXTURE_2D_ARRAY,i,0,0,a,h.width,h.height,1,r,o)}}else n.compressedTexSubImage3D(e.TEXTURE_2D_ARRAY,i,0,0,0,h.width,h.height,t.depth,r,h.data)}}else n.compressedTexImage3D(e.TEXTURE_2D_ARRAY,i,m,h.width,h.height,t.depth,0,h.data,0,0)}else U(`WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()`)}else _?T&&n.texSubImage3D(e.TEXTURE_2D_ARRAY,i,0,0,0,h.width,h.height,t.depth,r,p,h.data):n.texImage3D(e.TEXTURE_2D_ARRAY,i,m,h.width,h.height,t.depth,0,r,p,h.data);o.layerUpdates.size>0&&o.clearLayerUpdates()}else{_&&x&&n.texStorage2D(e.TEXTURE_2D,E,m,g[0].width,g[0].height);for(let t=0,i=g.length;t<i;t++)h=g[t],o.format===1023?_?T&&n.texSubImage2D(e.TEXTURE_2D,t,0,0,h.width,h.height,r,p,h.data):n.texImage2D(e.TEXTURE_2D,t,m,h.width,h.height,0,r,p,h.data):r===null?U(`WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()`):_?T&&n.compressedTexSubImage2D(e.TEXTURE_2D,t,0,0,h.width,h.height,r,h.data):n.compressedTexImage2D(e.TEXTURE_2D,t,m,h.width,h.height,0,h.data)}}else if(o.isDataArrayTexture){if(_){if(x&&n.texStorage3D(e.TEXTURE_2D_ARRAY,E,m,t.width,t.height,t.depth),T){if(o.layerUpdates.size>0){let i=yg(t.width,t.height,o.format,o.type);for(let a of o.layerUpdates){let o=t.data.subarray(a*i/t.data.BYTES_PER_ELEMENT,(a+1)*i/t.data.BYTES_PER_ELEMENT);n.texSubImage3D(e.TEXTURE_2D_ARRAY,0,0,0,a,t.width,t.height,1,r,p,o)}o.clearLayerUpdates()}else n.texSubImage3D(e.TEXTURE_2D_ARRAY,0,0,0,0,t.width,t.height,t.depth,r,p,t.data)}}else n.texImage3D(e.TEXTURE_2D_ARRAY,0,m,t.width,t.height,t.depth,0,r,p,t.data)}else if(o.isData3DTexture)_?(x&&n.texStorage3D(e.TEXTURE_3D,E,m,t.width,t.height,t.depth),T&&n.texSubImage3D(e.TEXTURE_3D,0,0,0,0,t.width,t.height,t.depth,r,p,t.data)):n.texImage3D(e.TEXTURE_3D,0,m,t.width,t.height,t.depth,0,r,p,t.data);else if(o.isFramebufferTexture){if(x){if(_)n.texStorage2D(e.TEXTURE_2D,E,m,t.width,t.height);else{let i=t.width,a=t.height;for(let t=0;t<E;t++)n.texImage2D(e.TEXTURE_2D,t,m,i,a,0,r,p,null),i>>=1,a>>=1}}}else if(o.isHTMLTexture){if(`texElementImage2D`in e){let n=e.canvas;if(n.hasAttribute(`layoutsubtree`)||n.setAttribute(`layoutsubtree`,`true`),t.parentNode!==n){n.appendChild(t),d.add(o),n.onpaint=e=>{let t=e.changedElements;for(let e of d)t.includes(e.image)&&(e.needsUpdate=!0)},n.requestPaint();return}if(e.texElementImage2D.length===3)e.texElementImage2D(e.TEXTURE_2D,e.RGBA8,t);else{let n=e.RGBA,r=e.RGBA,i=e.UNSIGNED_BYTE;e.texElementImage2D(e.TEXTURE_2D,0,n,r,i,t)}e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MIN_FILTER,e.LINEAR),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_S,e.CLAMP_TO_EDGE),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_T,e.CLAMP_TO_EDGE)}}else if(g.length>0){if(_&&x){let t=Te(g[0]);n.texStorage2D(e.TEXTURE_2D,E,m,t.width,t.height)}for(let t=0,i=g.length;t<i;t++)h=g[t],_?T&&n.texSubImage2D(e.TEXTURE_2D,t,0,0,r,p,h):n.texImage2D(e.TEXTURE_2D,t,m,r,p,h);o.generateMipmaps=!1}else if(_){if(x){let r=Te(t);n.texStorage2D(e.TEXTURE_2D,E,m,r.width,r.height)}T&&n.texSubImage2D(e.TEXTURE_2D,0,0,0,r,p,t)}else n.texImage2D(e.TEXTURE_2D,0,m,r,p,t);y(o)&&o.mipmapsAutoUpdate===!0&&b(c),f.__version=u.version,o.onUpdate&&o.onUpdate(o)}t.__version=o.version}function ge(t,o,s){if(o.image.length!==6)return;let c=fe(t,o),l=o.source;n.bindTexture(e.TEXTURE_CUBE_MAP,t.__webglTexture,e.TEXTURE0+s);let u=r.get(l);if(l.version!==u.__version||c===!0){n.activeTexture(e.TEXTURE0+s);let t=Y.getPrimaries(Y.workingColorSpace),r=o.colorSpace===``?null:Y.getPrimaries(o.colorSpace),d=o.colorSpace===``||t===r?e.NONE:e.BROWSER_DEFAULT_WEBGL;n.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,o.flipY),n.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,o.premultiplyAlpha),n.pixelStorei(e.UNPACK_ALIGNMENT,o.unpackAlignment),n.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,d);let f=o.isCompressedTexture||o.image[0].isCompressedTexture,p=o.image[0]&&o.image[0].isDataTexture,m=[];for(let e=0;e<6;e++)!f&&!p?m[e]=v(o.image[e],!0,i.maxCubemapSize):m[e]=p?o.image[e].image:o.image[e],m[e]=V(o,m[e]);let h=m[0],g=a.convert(o.format,o.colorSpace),_=a.convert(o.type),x=S(o.internalFormat,g,_,o.normalized,o.colorSpace),T=o.isVideoTexture!==!0,E=u.__version===void 0||c===!0,D=l.dataReady,O=w(o,h);de(e.TEXTURE_CUBE_MAP,o);let k;if(o.isDepthTexture){if(x=C(o.format===cu,o.type),E){if(T)n.texStorage2D(e.TEXTURE_CUBE_MAP,1,x,h.width,h.height);else for(let t=0;t<6;t++)n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,0,x,h.width,h.height,0,g,_,null)}}else if(f){T&&E&&n.texStorage2D(e.TEXTURE_CUBE_MAP,O,x,h.width,h.height);for(let t=0;t<6;t++){k=m[t].mipmaps;for(let r=0;r<k.length;r++){let i=k[r];o.format===1023?T?D&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,r,0,0,i.width,i.height,g,_,i.data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,r,x,i.width,i.height,0,g,_,i.data):g===null?U(`WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()`):T?D&&n.compressedTexSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,r,0,0,i.width,i.height,g,i.data):n.compressedTexImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,r,x,i.width,i.height,0,i.data)}}}else{if(k=o.mipmaps,T&&E){k.length>0&&O++;let t=Te(m[0]);n.texStorage2D(e.TEXTURE_CUBE_MAP,O,x,t.width,t.height)}for(let t=0;t<6;t++)if(p){T?D&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,0,0,0,m[t].width,m[t].height,g,_,m[t].data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,0,x,m[t].width,m[t].height,0,g,_,m[t].data);for(let r=0;r<k.length;r++){let i=k[r].image[t].image;T?D&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,r+1,0,0,i.width,i.height,g,_,i.data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,r+1,x,i.width,i.height,0,g,_,i.data)}}else{T?D&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,0,0,0,g,_,m[t]):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,0,x,g,_,m[t]);for(let r=0;r<k.length;r++){let i=k[r];T?D&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,r+1,0,0,g,_,i.image[t]):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+t,r+1,x,g,_,i.image[t])}}}y(o)&&o.mipmapsAutoUpdate===!0&&b(e.TEXTURE_CUBE_MAP),u.__version=l.version,o.onUpdate&&o.onUpdate(o)}t.__version=o.version}function _e(t,i,o,c,l,u){let d=a.convert(o.format,o.colorSpace),f=a.convert(o.type),p=S(o.internalFormat,d,f,o.normalized,o.colorSpace),m=r.get(i),h=r.get(o);if(h.__renderTarget=i,!m.__hasExternalTextures){let t=Math.max(1,i.width>>u),r=Math.max(1,i.height>>u);l===e.TEXTURE_3D||l===e.TEXTURE_2D_ARRAY?n.texImage3D(l,u,p,t,r,i.depth,0,d,f,null):n.texImage2D(l,u,p,t,r,0,d,f,null)}n.bindFramebuffer(e.FRAMEBUFFER,t),z(i)?s.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,c,l,h.__webglTexture,0,R(i)):(l===e.TEXTURE_2D||l>=e.TEXTURE_CUBE_MAP_POSITIVE_X&&l<=e.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&e.framebufferTexture2D(e.FRAMEBUFFER,c,l,h.__webglTexture,u),n.bindFramebuffer(e.FRAMEBUFFER,null)}function ve(t,n,r){if(e.bindRenderbuffer(e.RENDERBUFFER,t),n.depthBuffer){let i=n.depthTexture,a=i&&i.isDepthTexture?i.type:null,o=C(n.stencilBuffer,a),c=n.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;z(n)?s.renderbufferStorageMultisampleEXT(e.RENDERBUFFER,R(n),o,n.width,n.height):r?e.renderbufferStorageMultisample(e.RENDERBUFFER,R(n),o,n.width,n.height):e.renderbufferStorage(e.RENDERBUFFER,o,n.width,n.height),e.framebufferRenderbuffer(e.FRAMEBUFFER,c,e.RENDERBUFFER,t)}else{let t=n.textures;for(let i=0;i<t.length;i++){let o=t[i],c=a.convert(o.format,o.colorSpace),l=a.convert(o.type),u=S(o.internalFormat,c,l,o.normalized,o.colorSpace);z(n)?s.renderbufferStorageMultisampleEXT(e.RENDERBUFFER,R(n),u,n.width,n.height):r?e.renderbufferStorageMultisample(e.RENDERBUFFER,R(n),u,n.width,n.height):e.renderbufferStorage(e.RENDERBUFFER,u,n.width,n.height)}}e.bindRenderbuffer(e.RENDERBUFFER,null)}function ye(t,i,a){let o=i.isWebGLCubeRenderTarget===!0;if(n.bindFramebuffer(e.FRAMEBUFFER,t),!(i.depthTexture&&i.depthTexture.isDepthTexture))throw Error(`THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.`);let c=r.get(i.depthTexture);c.__renderTarget=i;let l=o?i.depthTexture.image[0]:i.depthTexture.image;c.__webglTexture&&l.width===i.width&&l.height===i.height||(l.width=i.width,l.height=i.height,i.depthTexture.needsUpdate=!0),o?se(i.depthTexture,0):ae(i.depthTexture,0);let u=c.__webglTexture,d=R(i),f=o?e.TEXTURE_CUBE_MAP_POSITIVE_X+a:e.TEXTURE_2D,p=i.depthTexture.format===1027?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;if(i.depthTexture.format===1026)z(i)?s.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,p,f,u,0,d):e.framebufferTexture2D(e.FRAMEBUFFER,p,f,u,0);else if(i.depthTexture.format===1027)z(i)?s.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,p,f,u,0,d):e.framebufferTexture2D(e.FRAMEBUFFER,p,f,u,0);else throw Error(`THREE.WebGLTextures: Unknown depthTexture format.`)}function be(t){let i=r.get(t),a=t.isWebGLCubeRenderTarget===!0;if(i.__boundDepthTexture!==t.depthTexture){let e=t.depthTexture;if(i.__depthDisposeCallback&&i.__depthDisposeCallback(),e){let t=()=>{delete i.__boundDepthTexture,delete i.__depthDisposeCallback,e.removeEventListener(`dispose`,t)};e.addEventListener(`dispose`,t),i.__depthDisposeCallback=t}i.__boundDepthTexture=e}if(t.depthTexture&&!i.__autoAllocateDepthBuffer){if(a)for(let e=0;e<6;e++)ye(i.__webglFramebuffer[e],t,e);else t.texture.mipmaps.length>0?ye(i.__webglFramebuffer[0],t,0):ye(i.__webglFramebuffer,t,0)}else if(a){i.__webglDepthbuffer=[];for(let r=0;r<6;r++)if(n.bindFramebuffer(e.FRAMEBUFFER,i.__webglFramebuffer[r]),i.__webglDepthbuffer[r]===void 0)i.__webglDepthbuffer[r]=e.createRenderbuffer(),ve(i.__webglDepthbuffer[r],t,!1);else{let n=t.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,a=i.__webglDepthbuffer[r];e.bindRenderbuffer(e.RENDERBUFFER,a),e.framebufferRenderbuffer(e.FRAMEBUFFER,n,e.RENDERBUFFER,a)}}else if(t.texture.mipmaps.length>0?n.bindFramebuffer(e.FRAMEBUFFER,i.__webglFramebuffer[0]):n.bindFramebuffer(e.FRAMEBUFFER,i.__webglFramebuffer),i.__webglDepthbuffer===void 0)i.__webglDepthbuffer=e.createRenderbuffer(),ve(i.__webglDepthbuffer,t,!1);else{let n=t.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,r=i.__webglDepthbuffer;e.bindRenderbuffer(e.RENDERBUFFER,r),e.framebufferRenderbuffer(e.FRAMEBUFFER,n,e.RENDERBUFFER,r)}n.bindFramebuffer(e.FRAMEBUFFER,null)}function xe(t,n,i){let a=r.get(t);n!==void 0&&_e(a.__webglFramebuffer,t,t.texture,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,0),i!==void 0&&be(t)}function L(t){let i=t.texture,s=r.get(t),c=r.get(i);t.addEventListener(`dispose`,O),T(t);let l=t.textures,u=t.isWebGLCubeRenderTarget===!0,d=l.length>1;if(d||(c.__webglTexture===void 0&&(c.__webglTexture=e.createTexture()),c.__version=i.version,o.memory.textures++),u){s.__webglFramebuffer=[];for(let t=0;t<6;t++)if(i.mipmaps.length>0){s.__webglFramebuffer[t]=[];for(let n=0;n<i.mipmaps.length;n++)s.__webglFramebuffer[t][n]=e.createFramebuffer()}else s.__webglFramebuffer[t]=e.createFramebuffer()}else{if(i.mipmaps.length>0){s.__webglFramebuffer=[];for(let t=0;t<i.mipmaps.length;t++)s.__webglFramebuffer[t]=e.createFramebuffer()}else s.__webglFramebuffer=e.createFramebuffer();if(d)for(let t=0,n=l.length;t<n;t++){let n=r.get(l[t]);n.__webglTexture===void 0&&(n.__webglTexture=e.createTexture(),o.memory.textures++)}if(t.samples>0&&z(t)===!1){s.__webglMultisampledFramebuffer=e.createFramebuffer(),s.__webglColorRenderbuffer=[],n.bindFramebuffer(e.FRAMEBUFFER,s.__webglMultisampledFramebuffer);for(let n=0;n<l.length;n++){let r=l[n];s.__webglColorRenderbuffer[n]=e.createRenderbuffer(),e.bindRenderbuffer(e.RENDERBUFFER,s.__webglColorRenderbuffer[n]);let i=a.convert(r.format,r.colorSpace),o=a.convert(r.type),c=S(r.internalFormat,i,o,r.normalized,r.colorSpace,t.isXRRenderTarget===!0),u=R(t);e.renderbufferStorageMultisample(e.RENDERBUFFER,u,c,t.width,t.height),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+n,e.RENDERBUFFER,s.__webglColorRenderbuffer[n])}e.bindRenderbuffer(e.RENDERBUFFER,null),t.depthBuffer&&(s.__webglDepthRenderbuffer=e.createRenderbuffer(),ve(s.__webglDepthRenderbuffer,t,!0)),n.bindFramebuffer(e.FRAMEBUFFER,null)}}if(u){n.bindTexture(e.TEXTURE_CUBE_MAP,c.__webglTexture),de(e.TEXTURE_CUBE_MAP,i);for(let n=0;n<6;n++)if(i.mipmaps.length>0)for(let r=0;r<i.mipmaps.length;r++)_e(s.__webglFramebuffer[n][r],t,i,e.COLOR_ATTACHMENT0,e.TEXTURE_CUBE_MAP_POSITIVE_X+n,r);else _e(s.__webglFramebuffer[n],t,i,e.COLOR_ATTACHMENT0,e.TEXTURE_CUBE_MAP_POSITIVE_X+n,0);y(i)?b(e.TEXTURE_CUBE_MAP):i.mipmaps.length>0&&e.texParameteri(e.TEXTURE_CUBE_MAP,e.TEXTURE_MAX_LEVEL,i.mipmaps.length-1),n.unbindTexture()}else if(d){for(let i=0,a=l.length;i<a;i++){let a=l[i],o=r.get(a),c=e.TEXTURE_2D;(t.isWebGL3DRenderTarget||t.isWebGLArrayRenderTarget)&&(c=t.isWebGL3DRenderTarget?e.TEXTURE_3D:e.TEXTURE_2D_ARRAY),n.bindTexture(c,o.__webglTexture),de(c,a),_e(s.__webglFramebuffer,t,a,e.COLOR_ATTACHMENT0+i,c,0),y(a)&&b(c)}n.unbindTexture()}else{let r=e.TEXTURE_2D;if((t.isWebGL3DRenderTarget||t.isWebGLArrayRenderTarget)&&(r=t.isWebGL3DRenderTarget?e.TEXTURE_3D:e.TEXTURE_2D_ARRAY),n.bindTexture(r,c.__webglTexture),de(r,i),i.mipmaps.length>0)for(let n=0;n<i.mipmaps.length;n++)_e(s.__webglFramebuffer[n],t,i,e.COLOR_ATTACHMENT0,r,n);else _e(s.__webglFramebuffer,t,i,e.COLOR_ATTACHMENT0,r,0);y(i)?b(r):i.mipmaps.length>0&&e.texParameteri(r,e.TEXTURE_MAX_LEVEL,i.mipmaps.length-1),n.unbindTexture()}t.depthBuffer&&be(t)}function Se(e){let t=e.textures;for(let i=0,a=t.length;i<a;i++){let a=t[i];if(y(a)&&a.mipmapsAutoUpdate===!0){let t=x(e),i=r.get(a).__webglTexture;n.bindTexture(t,i),b(t),n.unbindTexture()}}}let Ce=[];function we(t){if(t.samples>0){if(z(t)===!1){let i=t.textures,a=t.width,o=t.height,s=e.COLOR_BUFFER_BIT,l=t.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,u=r.get(t),d=i.length>1;if(d)for(let t=0;t<i.length;t++)n.bindFramebuffer(e.FRAMEBUFFER,u.__webglMultisampledFramebuffer),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+t,e.RENDERBUFFER,null),n.bindFramebuffer(e.FRAMEBUFFER,u.__webglFramebuffer),e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0+t,e.TEXTURE_2D,null,0);n.bindFramebuffer(e.READ_FRAMEBUFFER,u.__webglMultisampledFramebuffer),t.texture.mipmaps.length>0?n.bindFramebuffer(e.DRAW_FRAMEBUFFER,u.__webglFramebuffer[0]):n.bindFramebuffer(e.DRAW_FRAMEBUFFER,u.__webglFramebuffer);for(let n=0;n<i.length;n++){if(t.resolveDepthBuffer&&(t.depthBuffer&&(s|=e.DEPTH_BUFFER_BIT),t.stencilBuffer&&t.resolveStencilBuffer&&(s|=e.STENCIL_BUFFER_BIT)),d){e.framebufferRenderbuffer(e.READ_FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.RENDERBUFFER,u.__webglColorRenderbuffer[n]);let t=r.get(i[n]).__webglTexture;e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,t,0)}e.blitFramebuffer(0,0,a,o,0,0,a,o,s,e.NEAREST),c===!0&&(Ce.length=0,Ce.push(e.COLOR_ATTACHMENT0+n),t.depthBuffer&&t.storeMultisampledDepthBuffer===!1&&Ce.push(l),e.invalidateFramebuffer(e.READ_FRAMEBUFFER,Ce))}if(n.bindFramebuffer(e.READ_FRAMEBUFFER,null),n.bindFramebuffer(e.DRAW_FRAMEBUFFER,null),d)for(let t=0;t<i.length;t++){n.bindFramebuffer(e.FRAMEBUFFER,u.__webglMultisampledFramebuffer),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+t,e.RENDERBUFFER,u.__webglColorRenderbuffer[t]);let a=r.get(i[t]).__webglTexture;n.bindFramebuffer(e.FRAMEBUFFER,u.__webglFramebuffer),e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0+t,e.TEXTURE_2D,a,0)}n.bindFramebuffer(e.DRAW_FRAMEBUFFER,u.__webglMultisampledFramebuffer)}else if(t.depthBuffer&&t.storeMultisampledDepthBuffer===!1&&c){let n=t.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;e.invalidateFramebuffer(e.DRAW_FRAMEBUFFER,[n])}}}function R(e){return Math.min(i.maxSamples,e.samples)}function z(e){let n=r.get(e);return e.samples>0&&t.has(`WEBGL_multisampled_render_to_texture`)===!0&&n.__useRenderToTexture!==!1}function B(e){let t=o.render.frame;u.get(e)!==t&&(u.set(e,t),e.update())}function V(e,t){let n=e.colorSpace,r=e.format,i=e.type;return e.isCompressedTexture===!0||e.isVideoTexture===!0||n!==`srgb-linear`&&n!==``&&(Y.getTransfer(n)===`srgb`?(r!==1023||i!==1009)&&U(`WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType.`):W(`WebGLTextures: Unsupported texture color space:`,n)),t}function Te(e){return typeof HTMLImageElement<`u`&&e instanceof HTMLImageElement?(l.width=e.naturalWidth||e.width,l.height=e.naturalHeight||e.height):typeof VideoFrame<`u`&&e instanceof VideoFrame?(l.width=e.displayWidth,l.height=e.displayHeight):(l.width=e.width,l.height=e.height),l}this.allocateTextureUnit=re,this.resetTextureUnits=F,this.getTextureUnits=te,this.setTextureUnits=ne,this.setTexture2D=ae,this.setTexture2DArray=I,this.setTexture3D=oe,this.setTextureCube=se,this.rebindTextures=xe,this.setupRenderTarget=L,this.updateRenderTargetMipmap=Se,this.updateMultisampleRenderTarget=we,this.setupDepthRenderbuffer=be,this.setupFrameBufferTexture=_e,this.useMultisampledRTT=z,this.dispose=j}function vy(e,t){function n(n,r=``){let i,a=Y.getTransfer(r);if(n===1009)return e.UNSIGNED_BYTE;if(n===1017)return e.UNSIGNED_SHORT_4_4_4_4;if(n===1018)return e.UNSIGNED_SHORT_5_5_5_1;if(n===35902)return e.UNSIGNED_INT_5_9_9_9_REV;if(n===35899)return e.UNSIGNED_INT_10F_11F_11F_REV;if(n===1010)return e.BYTE;if(n===1011)return e.SHORT;if(n===1012)return e.UNSIGNED_SHORT;if(n===1013)return e.INT;if(n===1014)return e.UNSIGNED_INT;if(n===1015)return e.FLOAT;if(n===1016)return e.HALF_FLOAT;if(n===1021)return e.ALPHA;if(n===1022)return e.RGB;if(n===1023)return e.RGBA;if(n===1026)return e.DEPTH_COMPONENT;if(n===1027)return e.DEPTH_STENCIL;if(n===1028)return e.RED;if(n===1029)return e.RED_INTEGER;if(n===1030)return e.RG;if(n===1031)return e.RG_INTEGER;if(n===1033)return e.RGBA_INTEGER;if(n===33776||n===33777||n===33778||n===33779){if(a===`srgb`){if(i=t.get(`WEBGL_compressed_texture_s3tc_srgb`),i!==null){if(n===33776)return i.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===33777)return i.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===33778)return i.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===33779)return i.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null}else if(i=t.get(`WEBGL_compressed_texture_s3tc`),i!==null){if(n===33776)return i.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===33777)return i.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===33778)return i.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===33779)return i.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null}if(n===35840||n===35841||n===35842||n===35843){if(i=t.get(`WEBGL_compressed_texture_pvrtc`),i!==null){if(n===35840)return i.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===35841)return i.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===35842)return i.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===35843)return i.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null}if(n===36196||n===37492||n===37496||n===37488||n===37489||n===37490||n===37491){if(i=t.get(`WEBGL_compressed_texture_etc`),i!==null){if(n===36196||n===37492)return a===`srgb`?i.COMPRESSED_SRGB8_ETC2:i.COMPRESSED_RGB8_ETC2;if(n===37496)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:i.COMPRESSED_RGBA8_ETC2_EAC;if(n===37488)return i.COMPRESSED_R11_EAC;if(n===37489)return i.COMPRESSED_SIGNED_R11_EAC;if(n===37490)return i.COMPRESSED_RG11_EAC;if(n===37491)return i.COMPRESSED_SIGNED_RG11_EAC}else return null}if(n===37808||n===37809||n===37810||n===37811||n===37812||n===37813||n===37814||n===37815||n===37816||n===37817||n===37818||n===37819||n===37820||n===37821){if(i=t.get(`WEBGL_compressed_texture_astc`),i!==null){if(n===37808)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:i.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===37809)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:i.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===37810)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:i.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===37811)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:i.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===37812)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:i.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===37813)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:i.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===37814)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:i.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===37815)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:i.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===37816)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:i.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===37817)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:i.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===37818)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:i.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===37819)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:i.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===37820)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:i.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===37821)return a===`srgb`?i.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:i.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null}if(n===36492||n===36494||n===36495){if(i=t.get(`EXT_texture_compression_bptc`),i!==null){if(n===36492)return a===`srgb`?i.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:i.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===36494)return i.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===36495)return i.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null}if(n===36283||n===36284||n===36285||n===36286){if(i=t.get(`EXT_texture_compression_rgtc`),i!==null){if(n===36283)return i.COMPRESSED_RED_RGTC1_EXT;if(n===36284)return i.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===36285)return i.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===36286)return i.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null}return n===1020?e.UNSIGNED_INT_24_8:e[n]===void 0?null:e[n]}return{convert:n}}var yy=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,by=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,xy=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new Rm(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new Zm({vertexShader:yy,fragmentShader:by,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new Tm(new Bm(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Sy=class extends wd{constructor(e,t){super();let n=this,r=null,i=1,a=null,o=`local-floor`,s=1,c=null,l=null,u=null,d=null,f=null,p=null,m=typeof XRWebGLBinding<`u`,h=new xy,g={},_=t.getContextAttributes(),v=null,y=null,b=[],x=[],S=new K,C=null,w=null,T=new Fh;T.viewport=new gf;let E=new Fh;E.viewport=new gf;let D=[T,E],O=new Uh,k=null,A=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(e){let t=b[e];return t===void 0&&(t=new Zf,b[e]=t),t.getTargetRaySpace()},this.getControllerGrip=function(e){let t=b[e];return t===void 0&&(t=new Zf,b[e]=t),t.getGripSpace()},this.getHand=function(e){let t=b[e];return t===void 0&&(t=new Zf,b[e]=t),t.getHandSpace()};function j(e){let t=x.indexOf(e.inputSource);if(t===-1)return;let n=b[t];n!==void 0&&(n.update(e.inputSource,e.frame,c||a),n.dispatchEvent({type:e.type,data:e.inputSource}))}function M(){r.removeEventListener(`select`,j),r.removeEventListener(`selectstart`,j),r.removeEventListener(`selectend`,j),r.removeEventListener(`squeeze`,j),r.removeEventListener(`squeezestart`,j),r.removeEventListener(`squeezeend`,j),r.removeEventListener(`end`,M),r.removeEventListener(`inputsourceschange`,N);for(let e=0;e<b.length;e++){let t=x[e];t!==null&&(x[e]=null,b[e].disconnect(t))}k=null,A=null,h.reset();for(let e in g)delete g[e];if(e.setRenderTarget(v),f=null,d=null,u=null,r=null,y=null,ne.stop(),n.isPresenting=!1,e.setPixelRatio(C),e.setSize(S.width,S.height,!1),w!==null){let e=w.camera;e.fov=w.fov,e.zoom=w.zoom,e.updateProjectionMatrix(),w=null}n.dispatchEvent({type:`sessionend`})}this.setFramebufferScaleFactor=function(e){i=e,n.isPresenting===!0&&U(`WebXRManager: Cannot change framebuffer scale while presenting.`)},this.setReferenceSpaceType=function(e){o=e,n.isPresenting===!0&&U(`WebXRManager: Cannot change reference space type while presenting.`)},this.getReferenceSpace=function(){return c||a},this.setReferenceSpace=function(e){c=e},this.getBaseLayer=function(){return d===null?f:d},this.getBinding=function(){return u===null&&m&&(u=new XRWebGLBinding(r,t)),u},this.getFrame=function(){return p},this.getSession=function(){return r},this.setSession=async function(l){if(r=l,r!==null){if(v=e.getRenderTarget(),r.addEventListener(`select`,j),r.addEventListener(`selectstart`,j),r.addEventListener(`selectend`,j),r.addEventListener(`squeeze`,j),r.addEventListener(`squeezestart`,j),r.addEventListener(`squeezeend`,j),r.addEventListener(`end`,M),r.addEventListener(`inputsourceschange`,N),_.xrCompatible!==!0&&await t.makeXRCompatible(),C=e.getPixelRatio(),e.getSize(S),m&&`createProjectionLayer`in XRWebGLBinding.prototype){let n=null,a=null,o=null;_.depth&&(o=_.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,n=_.stencil?cu:su,a=_.stencil?tu:Xl);let s={colorFormat:t.RGBA8,depthFormat:o,scaleFactor:i};u=this.getBinding(),d=u.createProjectionLayer(s),r.updateRenderState({layers:[d]}),e.setPixelRatio(1),e.setSize(d.textureWidth,d.textureHeight,!1),y=new vf(d.textureWidth,d.textureHeight,{format:ou,type:Gl,depthTexture:new Im(d.textureWidth,d.textureHeight,a,void 0,void 0,void 0,void 0,void 0,void 0,n),stencilBuffer:_.stencil,colorSpace:e.outputColorSpace,samples:_.antialias?4:0,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}else{let n={antialias:_.antialias,alpha:!0,depth:_.depth,stencil:_.stencil,framebufferScaleFactor:i};f=new XRWebGLLayer(r,t,n),r.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),y=new vf(f.framebufferWidth,f.framebufferHeight,{format:ou,type:Gl,colorSpace:e.outputColorSpace,stencilBuffer:_.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}y.isXRRenderTarget=!0,this.setFoveation(s),c=null,a=await r.requestReferenceSpace(o),ne.setContext(r),ne.start(),n.isPresenting=!0,n.dispatchEvent({type:`sessionstart`})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return h.getDepthTexture()};function N(e){for(let t=0;t<e.removed.length;t++){let n=e.removed[t],r=x.indexOf(n);r>=0&&(x[r]=null,b[r].disconnect(n))}for(let t=0;t<e.added.length;t++){let n=e.added[t],r=x.indexOf(n);if(r===-1){for(let e=0;e<b.length;e++)if(e>=x.length){x.push(n),r=e;break}else if(x[e]===null){x[e]=n,r=e;break}if(r===-1)break}let i=b[r];i&&i.connect(n)}}function P(e,t){t===null?e.matrixWorld.copy(e.matrix):e.matrixWorld.multiplyMatrices(t.matrixWorld,e.matrix),e.matrixWorldInverse.copy(e.matrixWorld).invert()}this.updateCamera=function(e){if(r===null)return;let t=e.near,n=e.far;h.texture!==null&&(h.depthNear>0&&(t=h.depthNear),h.depthFar>0&&(n=h.depthFar)),O.near=E.near=T.near=t,O.far=E.far=T.far=n,(k!==O.near||A!==O.far)&&(r.updateRenderState({depthNear:O.near,depthFar:O.far}),k=O.near,A=O.far),O.layers.mask=e.layers.mask|6,T.layers.mask=O.layers.mask&-5,E.layers.mask=O.layers.mask&-3;let i=e.parent,a=O.cameras;P(O,i);for(let e=0;e<a.length;e++)P(a[e],i);O.projectionMatrix.copy(T.projectionMatrix),O.projectionMatrixInverse.copy(T.projectionMatrixInverse),w===null&&e.isPerspectiveCamera&&(w={camera:e,fov:e.fov,zoom:e.zoom}),ee(e,O,i)};function ee(e,t,n){n===null?e.matrix.copy(t.matrixWorld):(e.matrix.copy(n.matrixWorld),e.matrix.invert(),e.matrix.multiply(t.matrixWorld)),e.matrix.decompose(e.position,e.quaternion,e.scale),e.updateMatrixWorld(!0),e.projectionMatrix.copy(t.projectionMatrix),e.projectionMatrixInverse.copy(t.projectionMatrixInverse),e.isPerspectiveCamera&&(e.fov=Od*2*Math.atan(1/e.projectionMatrix.elements[5]),e.zoom=1)}this.getCamera=function(){return O},this.getFoveation=function(){if(d!==null||f!==null)return s},this.setFoveation=function(e){s=e,d!==null&&(d.fixedFoveation=e),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=e)},this.hasDepthSensing=function(){return h.texture!==null},this.getDepthSensingMesh=function(){return h.getMesh(O)},this.getCameraTexture=function(e){return g[e]};let F=null;function te(t,i){if(l=i.getViewerPose(c||a),p=i,l!==null){let t=l.views;f!==null&&(e.setRenderTargetFramebuffer(y,f.framebuffer),e.setRenderTarget(y));let i=!1;t.length!==O.cameras.length&&(O.cameras.length=0,i=!0);for(let n=0;n<t.length;n++){let r=t[n],a=null;if(f!==null)a=f.getViewport(r);else{let t=u.getViewSubImage(d,r);a=t.viewport,n===0&&(e.setRenderTargetTextures(y,t.colorTexture,t.depthStencilTexture),e.setRenderTarget(y))}let o=D[n];o===void 0&&(o=new Fh,o.layers.enable(n),o.viewport=new gf,D[n]=o),o.matrix.fromArray(r.transform.matrix),o.matrix.decompose(o.position,o.quaternion,o.scale),o.projectionMatrix.fromArray(r.projectionMatrix),o.projectionMatrixInverse.copy(o.projectionMatrix).invert(),o.viewport.set(a.x,a.y,a.width,a.height),n===0&&(O.matrix.copy(o.matrix),O.matrix.decompose(O.position,O.quaternion,O.scale)),i===!0&&O.cameras.push(o)}let a=r.enabledFeatures;if(a&&a.includes(`depth-sensing`)&&r.depthUsage==`gpu-optimized`&&m){u=n.getBinding();let e=u.getDepthInformation(t[0]);e&&e.isValid&&e.texture&&h.init(e,r.renderState)}if(a&&a.includes(`camera-access`)&&m){e.state.unbindTexture(),u=n.getBinding();for(let e=0;e<t.length;e++){let n=t[e].camera;if(n){let e=g[n];e||(e=new Rm,g[n]=e);let t=u.getCameraImage(n);e.sourceTexture=t}}}}for(let e=0;e<b.length;e++){let t=x[e],n=b[e];t!==null&&n!==void 0&&n.update(t,i,c||a)}F&&F(t,i),i.detectedPlanes&&n.dispatchEvent({type:`planesdetected`,data:i}),p=null}let ne=new xg;ne.setAnimationLoop(te),this.setAnimationLoop=function(e){F=e},this.dispose=function(){}}},Cy=new xf,wy=new J;wy.set(-1,0,0,0,1,0,0,0,1);function Ty(e,t){function n(e,t){e.matrixAutoUpdate===!0&&e.updateMatrix(),t.value.copy(e.matrix)}function r(t,n){n.color.getRGB(t.fogColor.value,qm(e)),n.isFog?(t.fogNear.value=n.near,t.fogFar.value=n.far):n.isFogExp2&&(t.fogDensity.value=n.density)}function i(e,t,n,r,i){t.isNodeMaterial?t.uniformsNeedUpdate=!1:t.isMeshBasicMaterial?a(e,t):t.isMeshLambertMaterial?(a(e,t),t.envMap&&(e.envMapIntensity.value=t.envMapIntensity)):t.isMeshToonMaterial?(a(e,t),d(e,t)):t.isMeshPhongMaterial?(a(e,t),u(e,t),t.envMap&&(e.envMapIntensity.value=t.envMapIntensity)):t.isMeshStandardMaterial?(a(e,t),f(e,t),t.isMeshPhysicalMaterial&&p(e,t,i)):t.isMeshMatcapMaterial?(a(e,t),m(e,t)):t.isMeshDepthMaterial?a(e,t):t.isMeshDistanceMaterial?(a(e,t),h(e,t)):t.isMeshNormalMaterial?a(e,t):t.isLineBasicMaterial?(o(e,t),t.isLineDashedMaterial&&s(e,t)):t.isPointsMaterial?c(e,t,n,r):t.isSpriteMaterial?l(e,t):t.isShadowMaterial?(e.color.value.copy(t.color),e.opacity.value=t.opacity):t.isShaderMaterial&&(t.uniformsNeedUpdate=!1)}function a(e,r){e.opacity.value=r.opacity,r.color&&e.diffuse.value.copy(r.color),r.emissive&&e.emissive.value.copy(r.emissive).multiplyScalar(r.emissiveIntensity),r.map&&(e.map.value=r.map,n(r.map,e.mapTransform)),r.alphaMap&&(e.alphaMap.value=r.alphaMap,n(r.alphaMap,e.alphaMapTransform)),r.bumpMap&&(e.bumpMap.value=r.bumpMap,n(r.bumpMap,e.bumpMapTransform),e.bumpScale.value=r.bumpScale,r.side===1&&(e.bumpScale.value*=-1)),r.normalMap&&(e.normalMap.value=r.normalMap,n(r.normalMap,e.normalMapTransform),e.normalScale.value.copy(r.normalScale),r.side===1&&e.normalScale.value.negate()),r.displacementMap&&(e.displacementMap.value=r.displacementMap,n(r.displacementMap,e.displacementMapTransform),e.displacementScale.value=r.displacementScale,e.displacementBias.value=r.displacementBias),r.emissiveMap&&(e.emissiveMap.value=r.emissiveMap,n(r.emissiveMap,e.emissiveMapTransform)),r.specularMap&&(e.specularMap.value=r.specularMap,n(r.specularMap,e.specularMapTransform)),r.alphaTest>0&&(e.alphaTest.value=r.alphaTest);let i=t.get(r),a=i.envMap,o=i.envMapRotation;a&&(e.envMap.value=a,e.envMapRotation.value.setFromMatrix4(Cy.makeRotationFromEuler(o)).transpose(),a.isCubeTexture&&a.isRenderTargetTexture===!1&&e.envMapRotation.value.premultiply(wy),e.reflectivity.value=r.reflectivity,e.ior.value=r.ior,e.refractionRatio.value=r.refractionRatio),r.lightMap&&(e.lightMap.value=r.lightMap,e.lightMapIntensity.value=r.lightMapIntensity,n(r.lightMap,e.lightMapTransform)),r.aoMap&&(e.aoMap.value=r.aoMap,e.aoMapIntensity.value=r.aoMapIntensity,n(r.aoMap,e.aoMapTransform))}function o(e,t){e.diffuse.value.copy(t.color),e.opacity.value=t.opacity,t.map&&(e.map.value=t.map,n(t.map,e.mapTransform))}function s(e,t){e.dashSize.value=t.dashSize,e.totalSize.value=t.dashSize+t.gapSize,e.scale.value=t.scale}function c(e,t,r,i){e.diffuse.value.copy(t.color),e.opacity.value=t.opacity,e.size.value=t.size*r,e.scale.value=i*.5,t.map&&(e.map.value=t.map,n(t.map,e.uvTransform)),t.alphaMap&&(e.alphaMap.value=t.alphaMap,n(t.alphaMap,e.alphaMapTransform)),t.alphaTest>0&&(e.alphaTest.value=t.alphaTest)}function l(e,t){e.diffuse.value.copy(t.color),e.opacity.value=t.opacity,e.rotation.value=t.rotation,t.map&&(e.map.value=t.map,n(t.map,e.mapTransform)),t.alphaMap&&(e.alphaMap.value=t.alphaMap,n(t.alphaMap,e.alphaMapTransform)),t.alphaTest>0&&(e.alphaTest.value=t.alphaTest)}function u(e,t){e.specular.value.copy(t.specular),e.shininess.value=Math.max(t.shininess,1e-4)}function d(e,t){t.gradientMap&&(e.gradientMap.value=t.gradientMap)}function f(e,t){e.metalness.value=t.metalness,t.metalnessMap&&(e.metalnessMap.value=t.metalnessMap,n(t.metalnessMap,e.metalnessMapTransform)),e.roughness.value=t.roughness,t.roughnessMap&&(e.roughnessMap.value=t.roughnessMap,n(t.roughnessMap,e.roughnessMapTransform)),t.envMap&&(e.envMapIntensity.value=t.envMapIntensity)}function p(e,t,r){e.ior.value=t.ior,t.diffuseRoughness>0&&(e.diffuseRoughness.value=t.diffuseRoughness,t.diffuseRoughnessMap&&(e.diffuseRoughnessMap.value=t.diffuseRoughnessMap,n(t.diffuseRoughnessMap,e.diffuseRoughnessMapTransform))),t.sheen>0&&(e.sheenColor.value.copy(t.sheenColor).multiplyScalar(t.sheen),e.sheenRoughness.value=t.sheenRoughness,t.sheenColorMap&&(e.sheenColorMap.value=t.sheenColorMap,n(t.sheenColorMap,e.sheenColorMapTransform)),t.sheenRoughnessMap&&(e.sheenRoughnessMap.value=t.sheenRoughnessMap,n(t.sheenRoughnessMap,e.sheenRoughnessMapTransform))),t.clearcoat>0&&(e.clearcoat.value=t.clearcoat,e.clearcoatRoughness.value=t.clearcoatRoughness,t.clearcoatMap&&(e.clearcoatMap.value=t.clearcoatMap,n(t.clearcoatMap,e.clearcoatMapTransform)),t.clearcoatRoughnessMap&&(e.clearcoatRoughnessMap.value=t.clearcoatRoughnessMap,n(t.clearcoatRoughnessMap,e.clearcoatRoughnessMapTransform)),t.clearcoatNormalMap&&(e.clearcoatNormalMap.value=t.clearcoatNormalMap,n(t.clearcoatNormalMap,e.clearcoatNormalMapTransform),e.clearcoatNormalScale.value.copy(t.clearcoatNormalScale),t.side===1&&e.clearcoatNormalScale.value.negate())),t.dispersion>0&&(e.dispersion.value=t.dispersion),t.retroreflectivity>0&&(e.retroreflectivity.value=t.retroreflectivity),t.iridescence>0&&(e.iridescence.value=t.iridescence,e.iridescenceIOR.value=t.iridescenceIOR,e.iridescenceThicknessMinimum.value=t.iridescenceThicknessMinimum,e.iridescenceThicknessMaximum.value=t.iridescenceThicknessMaximum,t.iridescenceMap&&(e.iridescenceMap.value=t.iridescenceMap,n(t.iridescenceMap,e.iridescenceMapTransform)),t.iridescenceThicknessMap&&(e.iridescenceThicknessMap.value=t.iridescenceThicknessMap,n(t.iridescenceThicknessMap,e.iridescenceThicknessMapTransform))),t.transmission>0&&(e.transmission.value=t.transmission,e.transmissionSamplerMap.value=r.texture,e.transmissionSamplerSize.value.set(r.width,r.height),t.transmissionMap&&(e.transmissionMap.value=t.transmissionMap,n(t.transmissionMap,e.transmissionMapTransform)),e.thickness.value=t.thickness,t.thicknessMap&&(e.thicknessMap.value=t.thicknessMap,n(t.thicknessMap,e.thicknessMapTransform)),e.attenuationDistance.value=t.attenuationDistance,e.attenuationColor.value.copy(t.attenuationColor)),t.anisotropy>0&&(e.anisotropyVector.value.set(t.anisotropy*Math.cos(t.anisotropyRotation),t.anisotropy*Math.sin(t.anisotropyRotation)),t.anisotropyMap&&(e.anisotropyMap.value=t.anisotropyMap,n(t.anisotropyMap,e.anisotropyMapTransform))),e.specularIntensity.value=t.specularIntensity,e.specularColor.value.copy(t.specularColor),t.specularColorMap&&(e.specularColorMap.value=t.specularColorMap,n(t.specularColorMap,e.specularColorMapTransform)),t.specularIntensityMap&&(e.specularIntensityMap.value=t.specularIntensityMap,n(t.specularIntensityMap,e.specularIntensityMapTransform))}function m(e,t){t.matcap&&(e.matcap.value=t.matcap)}function h(e,n){let r=t.get(n).light;e.referencePosition.value.setFromMatrixPosition(r.matrixWorld),e.nearDistance.value=r.shadow.camera.near,e.farDistance.value=r.shadow.camera.far}return{refreshFogUniforms:r,refreshMaterialUniforms:i}}function Ey(e,t,n,r){let i={},a={};function o(e,t){let n=t.program;r.uniformBlockBinding(e,n,i[e.id])}function s(e,n){let o=i[e.id];o===void 0&&(m(e),o=c(e),i[e.id]=o,e.addEventListener(`dispose`,g));let s=n.program;r.updateUBOMapping(e,s);let u=t.render.frame;a[e.id]!==u&&(l(e),a[e.id]=u)}function c(t){let n=e.createBuffer(),r=t.__size,i=t.usage;return e.bindBuffer(e.UNIFORM_BUFFER,n),e.bufferData(e.UNIFORM_BUFFER,r,i),e.bindBuffer(e.UNIFORM_BUFFER,null),n}function l(t){let n=i[t.id],r=t.uniforms,a=t.__cache;e.bindBuffer(e.UNIFORM_BUFFER,n);for(let e=0,t=r.length;e<t;e++){let t=r[e];if(Array.isArray(t))for(let n=0,r=t.length;n<r;n++)u(t[n],e,n,a);else u(t,e,0,a)}e.bindBuffer(e.UNIFORM_BUFFER,null)}function u(t,n,r,i){if(f(t,n,r,i)===!0){let n=t.__offset,r=t.value;if(Array.isArray(r)){let e=0;for(let n=0;n<r.length;n++){let i=r[n],a=h(i,!0);d(i,t.__data,e),e+=a.storage/Float32Array.BYTES_PER_ELEMENT}}else d(r,t.__data,0);e.bufferSubData(e.UNIFORM_BUFFER,n,t.__data)}}function d(e,t,n){typeof e==`number`||typeof e==`boolean`?t[n]=e:e.isMatrix3?(t[n]=e.elements[0],t[n+1]=e.elements[1],t[n+2]=e.elements[2],t[n+3]=0,t[n+4]=e.elements[3],t[n+5]=e.elements[4],t[n+6]=e.elements[5],t[n+7]=0,t[n+8]=e.elements[6],t[n+9]=e.elements[7],t[n+10]=e.elements[8],t[n+11]=0):ArrayBuffer.isView(e)?t.set(e.subarray(0,t.length-n),n):e.toArray(t,n)}function f(e,t,n,r){let i=e.value,a=t+`_`+n;if(Array.isArray(i)){r[a]===void 0&&(r[a]=[]);let e=r[a],t=!1;for(let n=0;n<i.length;n++)p(i[n],e,n)===!0&&(t=!0);return t}return p(i,r,a)}function p(e,t,n){if(t[n]===void 0)return t[n]=typeof e==`number`||typeof e==`boolean`?e:ArrayBuffer.isView(e)?e.slice():e.clone(),!0;{let r=t[n];if(typeof e==`number`||typeof e==`boolean`){if(r!==e)return t[n]=e,!0}else if(ArrayBuffer.isView(e))return!0;else if(r.equals(e)===!1)return r.copy(e),!0}return!1}function m(e){let t=e.uniforms,n=0;for(let e=0,r=t.length;e<r;e++){let r=Array.isArray(t[e])?t[e]:[t[e]];for(let i=0,a=r.length;i<a;i++){let a=r[i],o=Array.isArray(a.value)?a.value:[a.value],s=Array.isArray(t[e])||Array.isArray(a.value),c=n;for(let e=0,t=o.length;e<t;e++){let t=o[e],r=h(t,s),i=n%16,a=i%r.boundary,l=i+a;n+=a,l!==0&&16-l<r.storage&&(n+=16-l),e===0&&(c=n),n+=r.storage}a.__data=new(a.type===`int`?Int32Array:a.type===`uint`?Uint32Array:Float32Array)((n-c)/Float32Array.BYTES_PER_ELEMENT),a.__offset=c}}let r=n%16;return r>0&&(n+=16-r),e.__size=n,e.__cache={},this}function h(e,t){let n={boundary:0,storage:0};return typeof e==`number`||typeof e==`boolean`?(n.boundary=4,n.storage=4):e.isVector2?(n.boundary=8,n.storage=8):e.isVector3||e.isColor?(n.boundary=16,n.storage=12):e.isVector4?(n.boundary=16,n.storage=16):e.isMatrix3?(n.boundary=16,n.storage=48):e.isMatrix4?(n.boundary=16,n.storage=64):e.isTexture?U(`WebGLRenderer: Texture samplers can not be part of an uniforms group.`):ArrayBuffer.isView(e)?(n.boundary=16,n.storage=e.byteLength):U(`WebGLRenderer: Unsupported uniform value type.`,e),t===!0&&(n.boundary=16,n.storage=Math.ceil(n.storage/16)*16),n}function g(t){let n=t.target;n.removeEventListener(`dispose`,g),e.deleteBuffer(i[n.id]),delete i[n.id],delete a[n.id]}function _(){for(let t in i)e.deleteBuffer(i[t]);i={},a={}}return{bind:o,update:s,dispose:_}}var Dy=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Oy=null;function ky(){return Oy===null&&(Oy=new Om(Dy,16,16,du,Ql),Oy.name=`DFG_LUT`,Oy.minFilter=Hl,Oy.magFilter=Hl,Oy.wrapS=Ll,Oy.wrapT=Ll,Oy.generateMipmaps=!1,Oy.needsUpdate=!0),Oy}var Ay=class{constructor(e={}){let{canvas:t=_d(),context:n=null,depth:r=!0,stencil:i=!1,alpha:a=!1,antialias:o=!1,premultipliedAlpha:s=!0,preserveDrawingBuffer:c=!1,powerPreference:l=`default`,failIfMajorPerformanceCaveat:u=!1,reversedDepthBuffer:d=!1,outputBufferType:f=Gl}=e;this.isWebGLRenderer=!0;let p;if(n!==null){if(typeof WebGLRenderingContext<`u`&&n instanceof WebGLRenderingContext)throw Error(`THREE.WebGLRenderer: WebGL 1 is not supported since r163.`);p=n.getContextAttributes().alpha}else p=a;let m=f,h=new Set([pu,fu,uu]),g=new Set([Gl,Xl,Jl,tu,$l,eu]),_=new Uint32Array(4),v=new Int32Array(4),y={textures:[],min:[],max:[],resolution:[]},b=null,x=null,S=[],C=[],w=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=0,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let T=this,E=!1,D=null,O=null,k=null,A=null;this._outputColorSpace=id;let j=0,M=0,N=null,P=-1,ee=null,F=new gf,te=new gf,ne=null,re=new X(0),ie=0,ae=t.width,I=t.height,oe=1,se=null,ce=null,le=new gf(0,0,ae,I),ue=new gf(0,0,ae,I),de=!1,fe=new Mm,pe=new Pm,me=!1,he=!1,ge=new xf,_e=new q,ve=new gf,ye={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},be=!1;function xe(){return N===null?oe:1}let L=n;function Se(e,n){return t.getContext(e,n)}let Ce,we,R,z,B,V,Te,Ee,De,H,Oe,ke,Ae,je,Me,Ne,Pe,Fe,Ie,Le,Re,ze,Be;try{let e={alpha:!0,depth:r,stencil:i,antialias:o,premultipliedAlpha:s,preserveDrawingBuffer:c,powerPreference:l,failIfMajorPerformanceCaveat:u};if(`setAttribute`in t&&t.setAttribute(`data-engine`,`three.js r187`),t.addEventListener(`webglcontextlost`,Ue,!1),t.addEventListener(`webglcontextrestored`,We,!1),t.addEventListener(`webglcontextcreationerror`,Ge,!1),L===null){let t=`webgl2`;if(L=Se(t,e),L===null)throw Se(t)?Error(`THREE.WebGLRenderer: Error creating WebGL context with your selected attributes.`):Error(`THREE.WebGLRenderer: Error creating WebGL context.`)}Ve()}catch(e){throw t.removeEventListener(`webglcontextlost`,Ue,!1),t.removeEventListener(`webglcontextrestored`,We,!1),t.removeEventListener(`webglcontextcreationerror`,Ge,!1),W(`WebGLRenderer: `+e.message),e}function Ve(){Ce=new Xg(L),Ce.init(),Re=new vy(L,Ce),we=new Ag(L,Ce,e,Re),R=new gy(L,Ce),we.reversedDepthBuffer&&d&&R.buffers.depth.setReversed(!0),O=L.createFramebuffer(),k=L.createFramebuffer(),A=L.createFramebuffer(),z=new $g(L),B=new Xv,V=new _y(L,Ce,R,B,we,Re,z),Te=new Yg(T),Ee=new Sg(L),ze=new Og(L,Ee),De=new Zg(L,Ee,z,ze),H=new t_(L,De,Ee,ze,z),Fe=new e_(L,we,V),Me=new jg(B),Oe=new Yv(T,Te,Ce,we,ze,Me),ke=new Ty(T,B),Ae=new ey,je=new sy(Ce),Pe=new Dg(T,Te,R,H,p,s),Ne=new hy(T,H,we),Be=new Ey(L,z,we,R),Ie=new kg(L,Ce,z),Le=new Qg(L,Ce,z),z.programs=Oe.programs,T.capabilities=we,T.extensions=Ce,T.properties=B,T.renderLists=Ae,T.shadowMap=Ne,T.state=R,T.info=z}m!==1009&&(w=new r_(m,t.width,t.height,o,r,i));let He=new Sy(T,L);this.xr=He,this.getContext=function(){return L},this.getContextAttributes=function(){return L.getContextAttributes()},this.forceContextLoss=function(){let e=Ce.get(`WEBGL_lose_context`);e&&e.loseContext()},this.forceContextRestore=function(){let e=Ce.get(`WEBGL_lose_context`);e&&e.restoreContext()},this.getPixelRatio=function(){return oe},this.setPixelRatio=function(e){e!==void 0&&(oe=e,this.setSize(ae,I,!1))},this.getSize=function(e){return e.set(ae,I)},this.setSize=function(e,n,r=!0){He.isPresenting?U(`WebGLRenderer: Can't change size while VR device is presenting.`):(ae=e,I=n,t.width=Math.floor(e*oe),t.height=Math.floor(n*oe),r===!0&&(t.style.width=e+`px`,t.style.height=n+`px`),w!==null&&w.setSize(t.width,t.height),this.setViewport(0,0,e,n))},this.getDrawingBufferSize=function(e){return e.set(ae*oe,I*oe).floor()},this.setDrawingBufferSize=function(e,n,r){ae=e,I=n,oe=r,t.width=Math.floor(e*r),t.height=Math.floor(n*r),this.setViewport(0,0,e,n)},this.setEffects=function(e){if(m===1009)W(`WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.`);else{if(e){for(let t=0;t<e.length;t++)if(e[t].isOutputPass===!0){U(`WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.`);break}}w.setEffects(e||[])}},this.getCurrentViewport=function(e){return e.copy(F)},this.getViewport=function(e){return e.copy(le)},this.setViewport=function(e,t,n,r){e.isVector4?le.set(e.x,e.y,e.z,e.w):le.set(e,t,n,r),R.viewport(F.copy(le).multiplyScalar(xe()).round())},this.getScissor=function(e){return e.copy(ue)},this.setScissor=function(e,t,n,r){e.isVector4?ue.set(e.x,e.y,e.z,e.w):ue.set(e,t,n,r),R.scissor(te.copy(ue).multiplyScalar(xe()).round())},this.getScissorTest=function(){return de},this.setScissorTest=function(e){R.setScissorTest(de=e)},this.setOpaqueSort=function(e){se=e},this.setTransparentSort=function(e){ce=e},this.getClearColor=function(e){return e.copy(Pe.getClearColor())},this.setClearColor=function(){Pe.setClearColor(...arguments)},this.getClearAlpha=function(){return Pe.getClearAlpha()},this.setClearAlpha=function(){Pe.setClearAlpha(...arguments)},this.clear=function(e=!0,t=!0,n=!0){let r=0;if(e){let e=!1;if(N!==null){let t=N.texture.format;e=h.has(t)}if(e){let e=N.texture.type,t=g.has(e),n=Pe.getClearColor(),r=Pe.getClearAlpha(),i=n.r,a=n.g,o=n.b;t?(_[0]=i,_[1]=a,_[2]=o,_[3]=r,L.clearBufferuiv(L.COLOR,0,_)):(v[0]=i,v[1]=a,v[2]=o,v[3]=r,L.clearBufferiv(L.COLOR,0,v))}else r|=L.COLOR_BUFFER_BIT}t&&(r|=L.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),n&&(r|=L.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),r!==0&&L.clear(r)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(e){e.setRenderer(this),D=e},this.dispose=function(){t.removeEventListener(`webglcontextlost`,Ue,!1),t.removeEventListener(`webglcontextrestored`,We,!1),t.removeEventListener(`webglcontextcreationerror`,Ge,!1),Pe.dispose(),Ae.dispose(),je.dispose(),V.dispose(),B.dispose(),Te.dispose(),H.dispose(),De.dispose(),ze.dispose(),Be.dispose(),Oe.dispose(),He.dispose(),He.removeEventListener(`sessionstart`,Qe),He.removeEventListener(`sessionend`,$e),et.stop()};function Ue(e){e.preventDefault(),yd(`WebGLRenderer: Context Lost.`),E=!0}function We(){yd(`WebGLRenderer: Context Restored.`),E=!1;let e=z.autoReset,t=Ne.enabled,n=Ne.autoUpdate,r=Ne.needsUpdate,i=Ne.type;Ve(),z.autoReset=e,Ne.enabled=t,Ne.autoUpdate=n,Ne.needsUpdate=r,Ne.type=i}function Ge(e){W(`WebGLRenderer: A WebGL context could not be created. Reason: `,e.statusMessage)}function Ke(e){let t=e.target;t.removeEventListener(`dispose`,Ke),qe(t)}function qe(e){Je(e),B.remove(e)}function Je(e){let t=B.get(e).programs;t!==void 0&&(t.forEach(function(e){Oe.releaseProgram(e)}),e.isShaderMaterial&&Oe.releaseShaderCache(e))}this.renderBufferDirect=function(e,t,n,r,i,a){t===null&&(t=ye);let o=i.isMesh&&i.matrixWorld.determinantAffine()<0,s=dt(e,t,n,r,i);R.setMaterial(r,o);let c=n.index,l=1;if(r.wireframe===!0){if(c=De.getWireframeAttribute(n),c===void 0)return;l=2}let u=n.drawRange,d=n.attributes.position,f=u.start*l,p=(u.start+u.count)*l;a!==null&&(f=Math.max(f,a.start*l),p=Math.min(p,(a.start+a.count)*l)),c===null?d!=null&&(f=Math.max(f,0),p=Math.min(p,d.count)):(f=Math.max(f,0),p=Math.min(p,c.count));let m=p-f;if(m<0||m===1/0)return;ze.setup(i,r,s,n,c);let h,g=Ie;if(c!==null&&(h=Ee.get(c),g=Le,g.setIndex(h)),i.isMesh)r.wireframe===!0?(R.setLineWidth(r.wireframeLinewidth*xe()),g.setMode(L.LINES)):g.setMode(L.TRIANGLES);else if(i.isLine){let e=r.linewidth;e===void 0&&(e=1),R.setLineWidth(e*xe()),i.isLineSegments?g.setMode(L.LINES):i.isLineLoop?g.setMode(L.LINE_LOOP):g.setMode(L.LINE_STRIP)}else i.isPoints?g.setMode(L.POINTS):i.isSprite&&g.setMode(L.TRIANGLES);if(i.isBatchedMesh){if(Ce.get(`WEBGL_multi_draw`))g.renderMultiDraw(i._multiDrawStarts,i._multiDrawCounts,i._multiDrawCount);else{let e=i._multiDrawStarts,t=i._multiDrawCounts,n=i._multiDrawCount,a=c?Ee.get(c).bytesPerElement:1,o=B.get(r).currentProgram.getUniforms();for(let r=0;r<n;r++)o.setValue(L,`_gl_DrawID`,r),g.render(e[r]/a,t[r])}}else if(i.isInstancedMesh)g.renderInstances(f,m,i.count);else if(n.isInstancedBufferGeometry){let e=n._maxInstanceCount===void 0?1/0:n._maxInstanceCount,t=Math.min(n.instanceCount,e);g.renderInstances(f,m,t)}else g.render(f,m)};function Ye(e,t,n,r){D!==null&&e.isNodeMaterial&&D.setObject(r,e),me===!0&&Me.setState(e,n,!1),e.transparent===!0&&e.side===2&&e.forceSinglePass===!1?(e.side=1,e.needsUpdate=!0,st(e,t,r),e.side=0,e.needsUpdate=!0,st(e,t,r),e.side=2):st(e,t,r)}this.compile=function(e,t,n=null){n===null&&(n=e),D!==null&&D.renderStart(e,t,n),x=je.get(n),x.init(t),C.push(x),n.traverseVisible(function(e){e.isLight&&e.layers.test(t.layers)&&(x.pushLight(e),e.castShadow&&x.pushShadow(e))}),e!==n&&e.traverseVisible(function(e){e.isLight&&e.layers.test(t.layers)&&(x.pushLight(e),e.castShadow&&x.pushShadow(e))}),x.setupLights(),D!==null&&D.updateLights(x.state.lightsArray),he=this.localClippingEnabled,me=Me.init(this.clippingPlanes,he),me===!0&&Me.setGlobalState(this.clippingPlanes,t),D!==null&&Ne.render(x.state.shadowsArray,n,t);let r=new Set;return e.traverse(function(e){if(!(e.isMesh||e.isPoints||e.isLine||e.isSprite))return;let i=e.material;if(i){if(Array.isArray(i))for(let a=0;a<i.length;a++){let o=i[a];Ye(o,n,t,e),r.add(o)}else Ye(i,n,t,e),r.add(i)}}),x=C.pop(),D!==null&&D.renderEnd(),r},this.compileAsync=function(e,t,n=null){let r=this.compile(e,t,n);return new Promise(t=>{function n(){r.forEach(function(e){let t=B.get(e).currentProgram;(t===void 0||t.isReady())&&r.delete(e)}),r.size===0?t(e):setTimeout(n,10)}Ce.get(`KHR_parallel_shader_compile`)===null?setTimeout(n,10):n()})};let Xe=null;function Ze(e){Xe&&Xe(e)}function Qe(){et.stop()}function $e(){et.start()}let et=new xg;et.setAnimationLoop(Ze),typeof self<`u`&&et.setContext(self),this.setAnimationLoop=function(e){Xe=e,He.setAnimationLoop(e),e===null?et.stop():et.start()},He.addEventListener(`sessionstart`,Qe),He.addEventListener(`sessionend`,$e),this.render=function(e,t){if(t!==void 0&&t.isCamera!==!0){W(`WebGLRenderer.render: camera is not an instance of THREE.Camera.`);return}if(E===!0)return;D!==null&&D.renderStart(e,t);let n=He.enabled===!0&&He.isPresenting===!0,r=w!==null&&(N===null||n)&&w.begin(T,N);if(e.matrixWorldAutoUpdate===!0&&e.updateMatrixWorld(),t.parent===null&&t.matrixWorldAutoUpdate===!0&&t.updateMatrixWorld(),He.enabled===!0&&He.isPresenting===!0&&(w===null||w.isCompositing()===!1)&&(He.cameraAutoUpdate===!0&&He.updateCamera(t),t=He.getCamera()),e.isScene===!0&&e.onBeforeRender(T,e,t,N),x=je.get(e,C.length),x.init(t),x.state.textureUnits=V.getTextureUnits(),C.push(x),ge.multiplyMatrices(t.projectionMatrix,t.matrixWorldInverse),t.isArrayCamera?pe.setFromArrayCamera(t):fe.setFromProjectionMatrix(ge,pd,t.reversedDepth),he=this.localClippingEnabled,me=Me.init(this.clippingPlanes,he),b=Ae.get(e,S.length),b.init(),S.push(b),this.info.render.frame++,He.enabled===!0&&He.isPresenting===!0){let e=T.xr.getDepthSensingMesh();e!==null&&tt(e,t,-1/0,T.sortObjects)}tt(e,t,0,T.sortObjects),b.finish(),D!==null&&D.updateLights(x.state.lightsArray),T.sortObjects===!0&&b.sort(se,ce),be=He.enabled===!1||He.isPresenting===!1||He.hasDepthSensing()===!1,be&&Pe.addToRenderList(b,e),this.info.autoReset===!0&&this.info.reset(),me===!0&&Me.beginShadows();let i=x.state.shadowsArray;if(Ne.render(i,e,t),me===!0&&Me.endShadows(),(r&&w.hasRenderPass())===!1){let n=b.opaque,r=b.transmissive;if(x.setupLights(),t.isArrayCamera){let i=t.cameras;if(r.length>0)for(let t=0,a=i.length;t<a;t++){let a=i[t];rt(n,r,e,a)}be&&Pe.render(e);for(let t=0,n=i.length;t<n;t++){let n=i[t];nt(b,e,n,n.viewport)}}else r.length>0&&rt(n,r,e,t),be&&Pe.render(e),nt(b,e,t)}N!==null&&M===0&&(V.updateMultisampleRenderTarget(N),V.updateRenderTargetMipmap(N)),r&&w.end(T),e.isScene===!0&&e.onAfterRender(T,e,t),ze.resetDefaultState(),P=-1,ee=null,C.pop(),C.length>0?(x=C[C.length-1],V.setTextureUnits(x.state.textureUnits),me===!0&&Me.setGlobalState(T.clippingPlanes,x.state.camera)):x=null,S.pop(),b=S.length>0?S[S.length-1]:null,D!==null&&D.renderEnd()};function tt(e,t,n,r){if(e.visible===!1)return;if(e.layers.test(t.layers)){if(e.isGroup)n=e.renderOrder;else if(e.isLOD)e.autoUpdate===!0&&e.update(t);else if(e.isLight)x.pushLight(e),e.castShadow&&x.pushShadow(e);else if(e.isSprite){let i=t.isArrayCamera?pe:fe;if(!e.frustumCulled||e.intersectsFrustum(i)){r&&ve.setFromMatrixPosition(e.matrixWorld).applyMatrix4(ge);let i=H.update(e),a=e.material;a.visible&&b.push(e,i,a,n,ve.z,null,t)}}else if(e.isMesh||e.isLine||e.isPoints){let i=t.isArrayCamera?pe:fe;if(!e.frustumCulled||e.intersectsFrustum(i)){let i=H.update(e),a=e.material;if(r&&(e.boundingSphere===void 0?(i.boundingSphere===null&&i.computeBoundingSphere(),ve.copy(i.boundingSphere.center)):(e.boundingSphere===null&&e.computeBoundingSphere(),ve.copy(e.boundingSphere.center)),ve.applyMatrix4(e.matrixWorld).applyMatrix4(ge)),Array.isArray(a)){let r=i.groups;for(let o=0,s=r.length;o<s;o++){let s=r[o],c=a[s.materialIndex];c&&c.visible&&b.push(e,i,c,n,ve.z,s,t)}}else a.visible&&b.push(e,i,a,n,ve.z,null,t)}}}let i=e.children;for(let e=0,a=i.length;e<a;e++)tt(i[e],t,n,r)}function nt(e,t,n,r){let{opaque:i,transmissive:a,transparent:o}=e;x.setupLightsView(n),me===!0&&Me.setGlobalState(T.clippingPlanes,n),r&&R.viewport(F.copy(r)),i.length>0&&it(i,t,n),a.length>0&&it(a,t,n),o.length>0&&it(o,t,n),R.buffers.depth.setTest(!0),R.buffers.depth.setMask(!0),R.buffers.color.setMask(!0),R.setPolygonOffset(!1)}function rt(e,t,n,r){if((n.isScene===!0?n.overrideMaterial:null)!==null)return;if(x.state.transmissionRenderTarget[r.id]===void 0){let e=Ce.has(`EXT_color_buffer_half_float`)||Ce.has(`EXT_color_buffer_float`);x.state.transmissionRenderTarget[r.id]=new vf(1,1,{generateMipmaps:!0,type:e?Ql:Gl,minFilter:Wl,samples:Math.max(4,we.samples),stencilBuffer:i,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:Y.workingColorSpace})}let a=x.state.transmissionRenderTarget[r.id],o=r.viewport||F;a.setSize(o.z*T.transmissionResolutionScale,o.w*T.transmissionResolutionScale);let s=T.getRenderTarget(),c=T.getActiveCubeFace(),l=T.getActiveMipmapLevel();T.setRenderTarget(a),T.getClearColor(re),ie=T.getClearAlpha(),ie<1&&T.setClearColor(16777215,.5),T.clear(),be&&Pe.render(n);let u=T.toneMapping;T.toneMapping=0;let d=r.viewport;if(r.viewport!==void 0&&(r.viewport=void 0),x.setupLightsView(r),me===!0&&Me.setGlobalState(T.clippingPlanes,r),it(e,n,r),V.updateMultisampleRenderTarget(a),V.updateRenderTargetMipmap(a),Ce.has(`WEBGL_multisampled_render_to_texture`)===!1){let e=!1;for(let i=0,a=t.length;i<a;i++){let{object:a,geometry:o,material:s,group:c}=t[i];if(s.side===2&&a.layers.test(r.layers)){let t=s.side;s.side=1,s.needsUpdate=!0,at(a,n,r,o,s,c),s.side=t,s.needsUpdate=!0,e=!0}}e===!0&&(V.updateMultisampleRenderTarget(a),V.updateRenderTargetMipmap(a))}T.setRenderTarget(s,c,l),T.setClearColor(re,ie),d!==void 0&&(r.viewport=d),T.toneMapping=u}function it(e,t,n){let r=t.isScene===!0?t.overrideMaterial:null;for(let i=0,a=e.length;i<a;i++){let a=e[i],{object:o,geometry:s,group:c}=a,l=a.material;l.allowOverride===!0&&r!==null&&(l=r),o.layers.test(n.layers)&&at(o,t,n,s,l,c)}}function at(e,t,n,r,i,a){D!==null&&i.isNodeMaterial&&D.setObject(e,i),e.onBeforeRender(T,t,n,r,i,a),e.modelViewMatrix.multiplyMatrices(n.matrixWorldInverse,e.matrixWorld),e.normalMatrix.getNormalMatrix(e.modelViewMatrix),i.onBeforeRender(T,t,n,r,e,a),i.transparent===!0&&i.side===2&&i.forceSinglePass===!1?(i.side=1,i.needsUpdate=!0,T.renderBufferDirect(n,t,r,i,e,a),i.side=0,i.needsUpdate=!0,T.renderBufferDirect(n,t,r,i,e,a),i.side=2):T.renderBufferDirect(n,t,r,i,e,a),e.onAfterRender(T,t,n,r,i,a)}function ot(e){let t=0;for(let n of e)n.texture!==null&&t++;return t}function st(e,t,n){t.isScene!==!0&&(t=ye);let r=B.get(e),i=x.state.lights,a=x.state.shadowsArray,o=i.state.version,s=Oe.getParameters(e,i.state,a,t,n,x.state.lightProbeGridArray),c=Oe.getProgramCacheKey(s),l=r.programs;r.environment=e.isMeshStandardMaterial||e.isMeshLambertMaterial||e.isMeshPhongMaterial?t.environment:null,r.fog=t.fog;let u=e.isMeshStandardMaterial||e.isMeshLambertMaterial&&!e.envMap||e.isMeshPhongMaterial&&!e.envMap;r.envMap=Te.get(e.envMap||r.environment,u),r.envMapRotation=r.environment!==null&&e.envMap===null?t.environmentRotation:e.envMapRotation,l===void 0&&(e.addEventListener(`dispose`,Ke),l=new Map,r.programs=l,r.programVariants=new Map);let d=l.get(c);if(d!==void 0){if(r.currentProgram===d&&r.lightsStateVersion===o)return ut(e,s),d}else s.uniforms=Oe.getUniforms(e),D!==null&&e.isNodeMaterial&&D.build(e,n,s),e.onBeforeCompile(s,T),d=Oe.acquireProgram(s,c),l.set(c,d),r.uniforms=s.uniforms;let f=r.uniforms;return(!e.isShaderMaterial&&!e.isRawShaderMaterial||e.clipping===!0)&&(f.clippingPlanes=Me.uniform),ut(e,s),r.needsLights=pt(e),r.lightsStateVersion=o,r.needsLights&&(f.ambientLightColor.value=i.state.ambient,f.lightProbe.value=i.state.probe,f.sunLights.value=i.state.sun,f.sunLightShadows.value=i.state.sunShadow,f.directionalLights.value=i.state.directional,f.directionalLightShadows.value=i.state.directionalShadow,f.spotLights.value=i.state.spot,f.spotLightShadows.value=i.state.spotShadow,f.rectAreaLights.value=i.state.rectArea,f.ltc_1.value=i.state.rectAreaLTC1,f.ltc_2.value=i.state.rectAreaLTC2,f.pointLights.value=i.state.point,f.pointLightShadows.value=i.state.pointShadow,f.hemisphereLights.value=i.state.hemi,f.sunShadowMatrix.value=i.state.sunShadowMatrix,f.sunShadowCascade.value=i.state.sunShadowCascade,f.directionalShadowMatrix.value=i.state.directionalShadowMatrix,f.spotLightMatrix.value=i.state.spotLightMatrix,f.spotLightMap.value=i.state.spotLightMap,f.pointShadowMatrix.value=i.state.pointShadowMatrix),r.numLightProbeGrids=ot(x.state.lightProbeGridArray),r.currentProgram=d,r.uniformsList=null,d}function ct(e,t,n,r,i){let a=B.get(e),o=a.currentProgram.id+`,`+r+`,`+i,s=a.programVariants.get(o);return s===void 0?(s=st(e,t,n),a.programVariants.set(o,s)):(a.currentProgram=s,a.uniformsList=null,a.outputColorSpace=r,a.toneMapping=i),s}function lt(e){if(e.uniformsList===null){let t=e.currentProgram.getUniforms();e.uniformsList=fv.seqWithValue(t.seq,e.uniforms)}return e.uniformsList}function ut(e,t){let n=B.get(e);n.outputColorSpace=t.outputColorSpace,n.batching=t.batching,n.batchingColor=t.batchingColor,n.instancing=t.instancing,n.instancingColor=t.instancingColor,n.instancingMorph=t.instancingMorph,n.skinning=t.skinning,n.morphTargets=t.morphTargets,n.morphNormals=t.morphNormals,n.morphColors=t.morphColors,n.morphTargetsCount=t.morphTargetsCount,n.numClippingPlanes=t.numClippingPlanes,n.numIntersection=t.numClipIntersection,n.vertexAlphas=t.vertexAlphas,n.vertexTangents=t.vertexTangents,n.toneMapping=t.toneMapping}function dt(e,t,n,r,i){t.isScene!==!0&&(t=ye),V.resetTextureUnits();let a=t.fog,o=r.isMeshStandardMaterial||r.isMeshLambertMaterial||r.isMeshPhongMaterial?t.environment:null,s=N===null?T.outputColorSpace:N.isXRRenderTarget===!0?N.texture.colorSpace:Y.workingColorSpace,c=r.isMeshStandardMaterial||r.isMeshLambertMaterial&&!r.envMap||r.isMeshPhongMaterial&&!r.envMap,l=Te.get(r.envMap||o,c),u=r.vertexColors===!0&&!!n.attributes.color&&n.attributes.color.itemSize===4,d=!!n.attributes.tangent&&(!!r.normalMap||r.anisotropy>0),f=!!n.morphAttributes.position,p=!!n.morphAttributes.normal,m=!!n.morphAttributes.color,h=0;r.toneMapped&&(N===null||N.isXRRenderTarget===!0)&&(h=T.toneMapping);let g=n.morphAttributes.position||n.morphAttributes.normal||n.morphAttributes.color,_=g===void 0?0:g.length,v=B.get(r),b=x.state.lights;if(me===!0&&(he===!0||e!==ee)){let t=e===ee&&r.id===P;Me.setState(r,e,t)}let S=!1,C=!1;r.version===v.__version?v.needsLights&&v.lightsStateVersion!==b.state.version||i.isBatchedMesh&&v.batching===!1||!i.isBatchedMesh&&v.batching===!0||i.isBatchedMesh&&v.batchingColor===!0&&i._colorsTexture===null||i.isBatchedMesh&&v.batchingColor===!1&&i._colorsTexture!==null||i.isInstancedMesh&&v.instancing===!1||!i.isInstancedMesh&&v.instancing===!0||i.isSkinnedMesh&&v.skinning===!1||!i.isSkinnedMesh&&v.skinning===!0||i.isInstancedMesh&&v.instancingColor===!0&&i.instanceColor===null||i.isInstancedMesh&&v.instancingColor===!1&&i.instanceColor!==null||i.isInstancedMesh&&v.instancingMorph===!0&&i.morphTexture===null||i.isInstancedMesh&&v.instancingMorph===!1&&i.morphTexture!==null?S=!0:v.envMap===l?r.fog===!0&&v.fog!==a||v.numClippingPlanes!==void 0&&(v.numClippingPlanes!==Me.numPlanes||v.numIntersection!==Me.numIntersection)?S=!0:v.vertexAlphas===u&&v.vertexTangents===d&&v.morphTargets===f&&v.morphNormals===p&&v.morphColors===m&&v.morphTargetsCount===_&&v.numLightProbeGrids===ot(x.state.lightProbeGridArray)?(v.outputColorSpace!==s||v.toneMapping!==h)&&(C=!0):S=!0:S=!0:(S=!0,v.__version=r.version);let w=v.currentProgram;(S===!0||C===!0)&&(w=C===!0?ct(r,t,i,s,h):st(r,t,i),D&&r.isNodeMaterial&&D.onUpdateProgram(r,w,v));let E=!1,O=!1,k=!1,A=w.getUniforms(),j=v.uniforms;if(R.useProgram(w.program)&&(E=!0,O=!0,k=!0),r.id!==P&&(P=r.id,O=!0),E||ee!==e){R.buffers.depth.getReversed()&&e.reversedDepth!==!0&&(e._reversedDepth=!0,e.updateProjectionMatrix()),A.setValue(L,`projectionMatrix`,e.projectionMatrix),A.setValue(L,`viewMatrix`,e.matrixWorldInverse);let t=A.map.cameraPosition;t!==void 0&&t.setValue(L,_e.setFromMatrixPosition(e.matrixWorld)),we.logarithmicDepthBuffer&&A.setValue(L,`logDepthBufFC`,2/(Math.log(e.far+1)/Math.LN2)),(r.isMeshPhongMaterial||r.isMeshToonMaterial||r.isMeshLambertMaterial||r.isMeshBasicMaterial||r.isMeshStandardMaterial||r.isShaderMaterial)&&A.setValue(L,`isOrthographic`,e.isOrthographicCamera===!0),ee!==e&&(ee=e,O=!0,k=!0)}if(v.needsLights&&(b.state.sunShadowMap.length>0&&A.setValue(L,`sunShadowMap`,b.state.sunShadowMap,V),b.state.directionalShadowMap.length>0&&A.setValue(L,`directionalShadowMap`,b.state.directionalShadowMap,V),b.state.spotShadowMap.length>0&&A.setValue(L,`spotShadowMap`,b.state.spotShadowMap,V),b.state.pointShadowMap.length>0&&A.setValue(L,`pointShadowMap`,b.state.pointShadowMap,V)),i.isSkinnedMesh){A.setOptional(L,i,`bindMatrix`),A.setOptional(L,i,`bindMatrixInverse`);let e=i.skeleton;e&&(e.boneTexture===null&&e.computeBoneTexture(),A.setValue(L,`boneTexture`,e.boneTexture,V))}i.isBatchedMesh&&(A.setOptional(L,i,`batchingTexture`),A.setValue(L,`batchingTexture`,i._matricesTexture,V),A.setOptional(L,i,`batchingIdTexture`),A.setValue(L,`batchingIdTexture`,i._indirectTexture,V),A.setOptional(L,i,`batchingColorTexture`),i._colorsTexture!==null&&A.setValue(L,`batchingColorTexture`,i._colorsTexture,V));let M=n.morphAttributes;if((M.position!==void 0||M.normal!==void 0||M.color!==void 0)&&Fe.update(i,n,w),(O||v.receiveShadow!==i.receiveShadow)&&(v.receiveShadow=i.receiveShadow,A.setValue(L,`receiveShadow`,i.receiveShadow)),(r.isMeshStandardMaterial||r.isMeshLambertMaterial||r.isMeshPhongMaterial)&&r.envMap===null&&t.environment!==null&&(j.envMapIntensity.value=t.environmentIntensity),j.dfgLUT!==void 0&&(j.dfgLUT.value=ky()),O){if(A.setValue(L,`toneMappingExposure`,T.toneMappingExposure),v.needsLights&&ft(j,k),a&&r.fog===!0&&ke.refreshFogUniforms(j,a),ke.refreshMaterialUniforms(j,r,oe,I,x.state.transmissionRenderTarget[e.id]),v.needsLights&&v.numLightProbeGrids>0){let e=y,t=0;for(let n of x.state.lightProbeGridArray)n.texture!==null&&(e.textures[t]=n.texture,e.min[t]=n.boundingBox.min,e.max[t]=n.boundingBox.max,e.resolution[t]=n.resolution,t++);for(let n in e)e[n].length=t;j.probesSH.value=e.textures,j.probesMin.value=e.min,j.probesMax.value=e.max,j.probesResolution.value=e.resolution}fv.upload(L,lt(v),j,V)}if(r.isShaderMaterial&&r.uniformsNeedUpdate===!0&&(fv.upload(L,lt(v),j,V),r.uniformsNeedUpdate=!1),r.isSpriteMaterial&&A.setValue(L,`center`,i.center),A.setValue(L,`modelViewMatrix`,i.modelViewMatrix),A.setValue(L,`normalMatrix`,i.normalMatrix),A.setValue(L,`modelMatrix`,i.matrixWorld),r.uniformsGroups!==void 0){let e=r.uniformsGroups;for(let t=0,n=e.length;t<n;t++){let n=e[t];Be.update(n,w),Be.bind(n,w)}}return w}function ft(e,t){e.ambientLightColor.needsUpdate=t,e.lightProbe.needsUpdate=t,e.sunLights.needsUpdate=t,e.sunLightShadows.needsUpdate=t,e.directionalLights.needsUpdate=t,e.directionalLightShadows.needsUpdate=t,e.pointLights.needsUpdate=t,e.pointLightShadows.needsUpdate=t,e.spotLights.needsUpdate=t,e.spotLightShadows.needsUpdate=t,e.rectAreaLights.needsUpdate=t,e.hemisphereLights.needsUpdate=t}function pt(e){return e.isMeshLambertMaterial||e.isMeshToonMaterial||e.isMeshPhongMaterial||e.isMeshStandardMaterial||e.isShadowMaterial||e.isShaderMaterial&&e.lights===!0}this.getActiveCubeFace=function(){return j},this.getActiveMipmapLevel=function(){return M},this.getRenderTarget=function(){return N},this.setRenderTargetTextures=function(e,t,n){let r=B.get(e);r.__autoAllocateDepthBuffer=e.resolveDepthBuffer===!1,r.__autoAllocateDepthBuffer===!1&&(r.__useRenderToTexture=!1),B.get(e.texture).__webglTexture=t,B.get(e.depthTexture).__webglTexture=r.__autoAllocateDepthBuffer?void 0:n,r.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(e,t){let n=B.get(e);n.__webglFramebuffer=t,n.__useDefaultFramebuffer=t===void 0},this.setRenderTarget=function(e,t=0,n=0){N=e,j=t,M=n;let r=null,i=!1,a=!1;if(e){let o=B.get(e);if(o.__useDefaultFramebuffer!==void 0){R.bindFramebuffer(L.FRAMEBUFFER,o.__webglFramebuffer),F.copy(e.viewport),te.copy(e.scissor),ne=e.scissorTest,R.viewport(F),R.scissor(te),R.setScissorTest(ne),P=-1;return}if(o.__webglFramebuffer===void 0)V.setupRenderTarget(e);else if(o.__hasExternalTextures)V.rebindTextures(e,B.get(e.texture).__webglTexture,B.get(e.depthTexture).__webglTexture);else if(e.depthBuffer){let t=e.depthTexture;if(o.__boundDepthTexture!==t){if(t!==null&&B.has(t)&&(e.width!==t.image.width||e.height!==t.image.height))throw Error(`THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.`);V.setupDepthRenderbuffer(e)}}let s=e.texture;(s.isData3DTexture||s.isDataArrayTexture||s.isCompressedArrayTexture)&&(a=!0);let c=B.get(e).__webglFramebuffer;e.isWebGLCubeRenderTarget?(r=Array.isArray(c[t])?c[t][n]:c[t],i=!0):r=e.samples>0&&V.useMultisampledRTT(e)===!1?B.get(e).__webglMultisampledFramebuffer:Array.isArray(c)?c[n]:c,F.copy(e.viewport),te.copy(e.scissor),ne=e.scissorTest}else F.copy(le).multiplyScalar(oe).floor(),te.copy(ue).multiplyScalar(oe).floor(),ne=de;if(n!==0&&(r=O),R.bindFramebuffer(L.FRAMEBUFFER,r)&&R.drawBuffers(e,r),R.viewport(F),R.scissor(te),R.setScissorTest(ne),i){let r=B.get(e.texture);L.framebufferTexture2D(L.FRAMEBUFFER,L.COLOR_ATTACHMENT0,L.TEXTURE_CUBE_MAP_POSITIVE_X+t,r.__webglTexture,n)}else if(a){let r=t;for(let t=0;t<e.textures.length;t++){let i=B.get(e.textures[t]);L.framebufferTextureLayer(L.FRAMEBUFFER,L.COLOR_ATTACHMENT0+t,i.__webglTexture,n,r)}}else if(e!==null&&n!==0){let t=B.get(e.texture);L.framebufferTexture2D(L.FRAMEBUFFER,L.COLOR_ATTACHMENT0,L.TEXTURE_2D,t.__webglTexture,n)}P=-1};function mt(e){let t=B.get(e);return(t.__readFormat!==e.format||t.__readType!==e.type)&&(t.__readFormat=e.format,t.__readType=e.type,t.__formatReadable=we.textureFormatReadable(e.format),t.__typeReadable=we.textureTypeReadable(e.type)),t}this.readRenderTargetPixels=function(e,t,n,r,i,a,o,s=0){if(!(e&&e.isWebGLRenderTarget)){W(`WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.`);return}let c=B.get(e).__webglFramebuffer;if(e.isWebGLCubeRenderTarget&&o!==void 0&&(c=c[o],Array.isArray(c)&&(c=c[0])),c){R.bindFramebuffer(L.FRAMEBUFFER,c);try{let o=e.textures[s],c=o.format,l=o.type;e.textures.length>1&&L.readBuffer(L.COLOR_ATTACHMENT0+s);let u=mt(o);if(u.__formatReadable===!1){W(`WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.`);return}if(u.__typeReadable===!1){W(`WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.`);return}t>=0&&t<=e.width-r&&n>=0&&n<=e.height-i&&L.readPixels(t,n,r,i,Re.convert(c),Re.convert(l),a)}finally{let e=N===null?null:B.get(N).__webglFramebuffer;R.bindFramebuffer(L.FRAMEBUFFER,e)}}},this.readRenderTargetPixelsAsync=async function(e,t,n,r,i,a,o,s=0){if(!(e&&e.isWebGLRenderTarget))throw Error(`THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.`);let c=B.get(e).__webglFramebuffer;if(e.isWebGLCubeRenderTarget&&o!==void 0&&(c=c[o],Array.isArray(c)&&(c=c[0])),c){if(t>=0&&t<=e.width-r&&n>=0&&n<=e.height-i){R.bindFramebuffer(L.FRAMEBUFFER,c);let o=e.textures[s],l=o.format,u=o.type;e.textures.length>1&&L.readBuffer(L.COLOR_ATTACHMENT0+s);let d=mt(o);if(d.__formatReadable===!1)throw Error(`THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.`);if(d.__typeReadable===!1)throw Error(`THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.`);let f=L.createBuffer();L.bindBuffer(L.PIXEL_PACK_BUFFER,f),L.bufferData(L.PIXEL_PACK_BUFFER,a.byteLength,L.STREAM_READ),L.readPixels(t,n,r,i,Re.convert(l),Re.convert(u),0),L.bindBuffer(L.PIXEL_PACK_BUFFER,null);let p=N===null?null:B.get(N).__webglFramebuffer;R.bindFramebuffer(L.FRAMEBUFFER,p);let m=L.fenceSync(L.SYNC_GPU_COMMANDS_COMPLETE,0);return L.flush(),await Sd(L,m,4),L.bindBuffer(L.PIXEL_PACK_BUFFER,f),L.getBufferSubData(L.PIXEL_PACK_BUFFER,0,a),L.bindBuffer(L.PIXEL_PACK_BUFFER,null),L.deleteBuffer(f),L.deleteSync(m),a}throw Error(`THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.`)}},this.copyFramebufferToTexture=function(e,t=null,n=0){let r=2**-n,i=Math.floor(e.image.width*r),a=Math.floor(e.image.height*r),o=t===null?0:t.x,s=t===null?0:t.y;V.setTexture2D(e,0),L.copyTexSubImage2D(L.TEXTURE_2D,n,0,0,o,s,i,a),R.unbindTexture()},this.copyTextureToTexture=function(e,t,n=null,r=null,i=0,a=0){let o,s,c,l,u,d,f,p,m,h=e.isCompressedTexture?e.mipmaps[a]:e.image;if(n!==null)o=n.max.x-n.min.x,s=n.max.y-n.min.y,c=n.isBox3?n.max.z-n.min.z:1,l=n.min.x,u=n.min.y,d=n.isBox3?n.min.z:0;else{let t=2**-i;o=Math.floor(h.width*t),s=Math.floor(h.height*t),c=e.isDataArrayTexture?h.depth:e.isData3DTexture?Math.floor(h.depth*t):1,l=0,u=0,d=0}r===null?(f=0,p=0,m=0):(f=r.x,p=r.y,m=r.z);let g=Re.convert(t.format),_=Re.convert(t.type),v;t.isData3DTexture?(V.setTexture3D(t,0),v=L.TEXTURE_3D):t.isDataArrayTexture||t.isCompressedArrayTexture?(V.setTexture2DArray(t,0),v=L.TEXTURE_2D_ARRAY):(V.setTexture2D(t,0),v=L.TEXTURE_2D),R.activeTexture(L.TEXTURE0),R.pixelStorei(L.UNPACK_FLIP_Y_WEBGL,t.flipY),R.pixelStorei(L.UNPACK_PREMULTIPLY_ALPHA_WEBGL,t.premultiplyAlpha),R.pixelStorei(L.UNPACK_ALIGNMENT,t.unpackAlignment);let y=R.getParameter(L.UNPACK_ROW_LENGTH),b=R.getParameter(L.UNPACK_IMAGE_HEIGHT),x=R.getParameter(L.UNPACK_SKIP_PIXELS),S=R.getParameter(L.UNPACK_SKIP_ROWS),C=R.getParameter(L.UNPACK_SKIP_IMAGES);R.pixelStorei(L.UNPACK_ROW_LENGTH,h.width),R.pixelStorei(L.UNPACK_IMAGE_HEIGHT,h.height),R.pixelStorei(L.UNPACK_SKIP_PIXELS,l),R.pixelStorei(L.UNPACK_SKIP_ROWS,u),R.pixelStorei(L.UNPACK_SKIP_IMAGES,d);let w=e.isDataArrayTexture||e.isData3DTexture,T=t.isDataArrayTexture||t.isData3DTexture;if(e.isDepthTexture){let n=B.get(e),r=B.get(t),h=B.get(n.__renderTarget),g=B.get(r.__renderTarget);R.bindFramebuffer(L.READ_FRAMEBUFFER,h.__webglFramebuffer),R.bindFramebuffer(L.DRAW_FRAMEBUFFER,g.__webglFramebuffer);for(let n=0;n<c;n++)w&&(L.framebufferTextureLayer(L.READ_FRAMEBUFFER,L.COLOR_ATTACHMENT0,B.get(e).__webglTexture,i,d+n),L.framebufferTextureLayer(L.DRAW_FRAMEBUFFER,L.COLOR_ATTACHMENT0,B.get(t).__webglTexture,a,m+n)),L.blitFramebuffer(l,u,l+o,u+s,f,p,f+o,p+s,L.DEPTH_BUFFER_BIT,L.NEAREST);R.bindFramebuffer(L.READ_FRAMEBUFFER,null),R.bindFramebuffer(L.DRAW_FRAMEBUFFER,null)}else if(i!==0||e.isRenderTargetTexture||B.has(e)){let n=B.get(e),r=B.get(t);R.bindFramebuffer(L.READ_FRAMEBUFFER,k),R.bindFramebuffer(L.DRAW_FRAMEBUFFER,A);for(let e=0;e<c;e++)w?L.framebufferTextureLayer(L.READ_FRAMEBUFFER,L.COLOR_ATTACHMENT0,n.__webglTexture,i,d+e):L.framebufferTexture2D(L.READ_FRAMEBUFFER,L.COLOR_ATTACHMENT0,L.TEXTURE_2D,n.__webglTexture,i),T?L.framebufferTextureLayer(L.DRAW_FRAMEBUFFER,L.COLOR_ATTACHMENT0,r.__webglTexture,a,m+e):L.framebufferTexture2D(L.DRAW_FRAMEBUFFER,L.COLOR_ATTACHMENT0,L.TEXTURE_2D,r.__webglTexture,a),i===0?T?L.copyTexSubImage3D(v,a,f,p,m+e,l,u,o,s):L.copyTexSubImage2D(v,a,f,p,l,u,o,s):L.blitFramebuffer(l,u,l+o,u+s,f,p,f+o,p+s,L.COLOR_BUFFER_BIT,L.NEAREST);R.bindFramebuffer(L.READ_FRAMEBUFFER,null),R.bindFramebuffer(L.DRAW_FRAMEBUFFER,null)}else T?e.isDataTexture||e.isData3DTexture?L.texSubImage3D(v,a,f,p,m,o,s,c,g,_,h.data):t.isCompressedArrayTexture?L.compressedTexSubImage3D(v,a,f,p,m,o,s,c,g,h.data):L.texSubImage3D(v,a,f,p,m,o,s,c,g,_,h):e.isDataTexture?L.texSubImage2D(L.TEXTURE_2D,a,f,p,o,s,g,_,h.data):e.isCompressedTexture?L.compressedTexSubImage2D(L.TEXTURE_2D,a,f,p,h.width,h.height,g,h.data):L.texSubImage2D(L.TEXTURE_2D,a,f,p,o,s,g,_,h);R.pixelStorei(L.UNPACK_ROW_LENGTH,y),R.pixelStorei(L.UNPACK_IMAGE_HEIGHT,b),R.pixelStorei(L.UNPACK_SKIP_PIXELS,x),R.pixelStorei(L.UNPACK_SKIP_ROWS,S),R.pixelStorei(L.UNPACK_SKIP_IMAGES,C),a===0&&t.generateMipmaps===!0&&t.mipmapsAutoUpdate===!0&&L.generateMipmap(v),R.unbindTexture()},this.initRenderTarget=function(e){B.get(e).__webglFramebuffer===void 0&&V.setupRenderTarget(e)},this.initTexture=function(e){e.isCubeTexture?V.setTextureCube(e,0):e.isData3DTexture?V.setTexture3D(e,0):e.isDataArrayTexture||e.isCompressedArrayTexture?V.setTexture2DArray(e,0):V.setTexture2D(e,0),R.unbindTexture()},this.resetState=function(){j=0,M=0,N=null,R.reset(),ze.reset()},typeof __THREE_DEVTOOLS__<`u`&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent(`observe`,{detail:this}))}get coordinateSystem(){return pd}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=Y._getDrawingBufferColorSpace(e),t.unpackColorSpace=Y._getUnpackColorSpace()}},jy=[`x`,`y`,`z`],My=class{part;group=new Yf;plane=new am(new q(0,0,-1),0);back;front;cap;constructor(e,t){this.part=e,this.back=this.counter(1,ud),this.front=this.counter(0,dd);let n=new $m({roughness:.9,stencilWrite:!0,stencilRef:0,stencilFunc:517,stencilFail:ld,stencilZFail:ld,stencilZPass:ld,side:2});this.cap=new Tm(new Bm(1,1),n),this.cap.renderOrder=1.1,this.cap.onAfterRender=e=>e.clearStencil(),this.group.add(this.back,this.front,this.cap),this.group.visible=!1,this.recolor(t)}cut({axis:e,isFlipped:t},n,r,i){let a=t?1:-1;this.plane.normal.set(0,0,0)[e]=a,this.plane.constant=-a*n;let o=r.clone();o[e]=n,this.cap.position.copy(o),this.cap.scale.setScalar(i),this.cap.lookAt(o.clone().sub(this.plane.normal)),this.group.visible=!0,this.clipPart([this.plane]),this.follow()}clear(){this.group.visible=!1,this.clipPart([])}follow(){this.back.geometry=this.part.faces.geometry,this.front.geometry=this.part.faces.geometry}recolor(e){this.cap.material.color.copy(e.cap)}clipPart(e){for(let t of[this.part.faces.material,this.part.edges.material])t.clippingPlanes=e,t.needsUpdate=!0;this.part.edges.material.clipping=e.length>0}counter(e,t){let n=new pm({side:e,depthWrite:!1,depthTest:!1,colorWrite:!1,stencilWrite:!0,stencilFunc:519,stencilFail:t,stencilZFail:t,stencilZPass:t,clippingPlanes:[this.plane]}),r=new Tm(this.part.faces.geometry,n);return r.renderOrder=1,r}},Ny={points:`points`,faces:`faces`},Py={points:`Click two points; corners and edges are taken first.`,faces:`Click a round face for its diameter, two faces for their distance or angle.`};function Fy(t,n,i){let a=n,o=e(`output`,{class:`value`}),s=Ry(`Place of the section`,a.share),c=e=>{a={...a,...e},i(a),o.value=`${H(t.cut(a)*10,1)} mm`,u.setAttribute(`aria-pressed`,String(a.isFlipped))},l=e(`select`,{"aria-label":`Axis of the section`});l.append(...jy.map(t=>e(`option`,{value:t},t.toUpperCase()))),l.value=a.axis,l.addEventListener(`change`,()=>{c({axis:jy.find(e=>e===l.value)??`z`})}),s.addEventListener(`input`,()=>c({share:s.valueAsNumber}));let u=r(`Flip`,()=>c({isFlipped:!a.isFlipped}),{class:`secondary`});return c({}),e(`div`,{class:`tray-row`},`Section across`,l,s,o,u)}function Iy(t){let n=Ry(`Fade from solid to picture`,.5);return n.addEventListener(`input`,()=>t.pictureView.fade(n.valueAsNumber)),t.pictureView.fade(.5),e(`div`,{class:`tray-row`},`Solid`,n,`Picture`)}function Ly(t,n){let r=e(`select`,{class:`wide`,"aria-label":`What is measured`});r.append(...Object.entries(Ny).map(([t,n])=>e(`option`,{value:t},n))),r.value=t;let i=e(`p`,{class:`hint`},Py[t]);return r.addEventListener(`change`,()=>{let e=r.value===`faces`?`faces`:`points`;i.textContent=Py[e],n(e)}),e(`div`,{},e(`label`,{class:`tray-row`},`Measure`,r),i)}function Ry(t,n){let r=e(`input`,{type:`range`,min:0,max:1,step:.005,"aria-label":t});return r.value=String(n),r}var zy=1e-4,By=[{name:`Isometric`,key:`0`,direction:new q(1,-1,.8)},{name:`Front`,key:`1`,direction:new q(0,-1,0)},{name:`Right`,key:`2`,direction:new q(1,0,0)},{name:`Top`,key:`3`,direction:new q(0,-1e-4,1)},{name:`Back`,key:`4`,direction:new q(0,1,0)},{name:`Left`,key:`5`,direction:new q(-1,0,0)},{name:`Bottom`,key:`6`,direction:new q(0,-1e-4,-1)}],Vy=new q(1,1,.9),Hy=class{viewport;element;tray=e(`div`,{class:`tray`,role:`group`,hidden:!0});edges=Wy(`edges`,`Edges`,`E`,()=>this.toggleEdges());cut=Wy(`section`,`Section`,`X`,()=>this.toggleSection());ruler=Wy(`measure`,`Measure`,`M`,()=>this.toggleMeasure());picture=Wy(`picture`,`Picture overlay`,`P`,()=>this.togglePicture());parallel=Wy(`parallel`,`Orthographic view`,`Q`,()=>this.toggleOrthographic());section={axis:`z`,share:.5,isFlipped:!1};measured=`points`;constructor(t,n){this.viewport=t,this.element=e(`div`,{class:`toolbar`,role:`toolbar`,"aria-label":`View`},Uy(`fit`,`Fit to view`,`F`,()=>this.fit()),this.views(),this.parallel,this.edges,this.cut,this.ruler,this.picture),Ky(this.edges,!0),t.pictureView.onChange(e=>{Ky(this.picture,e),this.showTray()}),n.watch([`picture`],()=>{this.picture.disabled=!t.pictureView.isPossible})}fit(){this.viewport.pictureView.turnOff(),this.viewport.stage.fit()}toggleEdges(){this.viewport.showEdges(Ky(this.edges,!Gy(this.edges)))}toggleMeasure(){let e=Ky(this.ruler,!Gy(this.ruler));this.viewport.measure(e?this.measured:null),this.showTray()}toggleSection(){Ky(this.cut,!Gy(this.cut))?this.viewport.cut(this.section):this.viewport.uncut(),this.showTray()}toggleOrthographic(){this.viewport.pictureView.turnOff(),this.viewport.stage.setOrthographic(Ky(this.parallel,!Gy(this.parallel)))}togglePicture(){Gy(this.picture)?this.viewport.pictureView.turnOff():this.viewport.pictureView.turnOn()}reset(){for(let[e,t]of[[this.cut,()=>this.toggleSection()],[this.ruler,()=>this.toggleMeasure()],[this.picture,()=>this.togglePicture()]])Gy(e)&&t()}follow(){Gy(this.cut)&&this.viewport.cut(this.section)}views(){let t=By.map(({name:t,key:n})=>e(`option`,{value:n},`${t}  (${n})`)),n=e(`select`,{"aria-label":`Standard view`},e(`option`,{value:``,hidden:!0,selected:!0},`View`),...t);return n.addEventListener(`change`,()=>{this.look(n.value),n.value=``}),n}look(e){let t=By.find(t=>t.key===e);return t!==void 0&&(this.viewport.pictureView.turnOff(),this.viewport.stage.look(t.direction)),t!==void 0}showTray(){let e=[];Gy(this.cut)&&e.push(Fy(this.viewport,this.section,e=>{this.section=e})),Gy(this.picture)&&e.push(Iy(this.viewport),this.viewport.pictureView.layers.controls),Gy(this.ruler)&&e.push(Ly(this.measured,e=>{this.measured=e,this.viewport.measure(e)})),this.tray.replaceChildren(...e),this.tray.hidden=e.length===0}};function Uy(e,t,n,i){let a={class:`tool`,"aria-label":t,title:`${t} (${n})`};return r(z(e),i,{...a,"aria-keyshortcuts":n})}function Wy(e,t,n,r){let i=Uy(e,t,n,r);return Ky(i,!1),i}function Gy(e){return e.getAttribute(`aria-pressed`)===`true`}function Ky(e,t){return e.setAttribute(`aria-pressed`,String(t)),t}var qy=class{workbench;picker;makersOf;isOn=!0;constructor(e,t,n){this.workbench=e,this.picker=t,this.makersOf=n}hover(e){let t=e===null?[]:this.makersAt(e),{hovered:n}=this.workbench.store.state;t.join()!==n.join()&&this.workbench.store.update({hovered:t})}click(e){this.workbench.select(this.makersAt(e)[0]??null)}makersAt(e){let t=this.picker.face(e);return t===null?[]:this.makersOf(t)}},Jy=30,Yy=[`x`,`y`,`z`],Xy=class{element;lines=Yy.map(e=>t(`line`,{class:`axis-${e}`}));ends=[];constructor(n){for(let e of Yy)for(let t of[1,-1]){let i=new q;i[e]=t;let a=`${t>0?`+`:`−`}${e.toUpperCase()}`,o=r(t>0?e.toUpperCase():``,()=>n(Zy(i)),{class:`axis-end axis-${e}`,"aria-label":`Look from ${a}`,title:`Look from ${a}`,"data-sign":t});this.ends.push({direction:i,button:o})}let i=t(`svg`,{viewBox:`-40 -40 80 80`,"aria-hidden":`true`},...this.lines),a=this.ends.map(e=>e.button);this.element=e(`div`,{class:`compass`},i,...a)}follow(e){let t=e.quaternion.clone().invert();for(let{direction:e,button:n}of this.ends){let{x:r,y:i,z:a}=e.clone().applyQuaternion(t);n.style.transform=`translate(${r*Jy}px, ${-i*Jy}px)`,n.style.zIndex=String(Math.round(a*10)+10)}Yy.forEach((e,n)=>{let r=new q;r[e]=Jy;let{x:i,y:a}=r.applyQuaternion(t);this.lines[n]?.setAttribute(`x2`,String(i)),this.lines[n]?.setAttribute(`y2`,String(-a))})}};function Zy(e){return Math.abs(e.z)===1?e.clone().add(new q(0,-1e-4,0)):e}function Qy(e,t){let n=e.operations[t];if(n?.op!==`add_extrude`)return null;let r=Gt(e,t),i=xt(Kt(e,r).map(([,e])=>e)),[a]=n.profiles.map(e=>i[e]).flatMap(e=>e?[St(e)]:[]);return a===void 0?null:{sketch:r.from,middle:a,height:$y(n.extent)}}function $y(e){return`one_side`in e?e.one_side:`symmetric`in e?e.symmetric/2:e.two_sides.forward}function eb(e,t,n){let r=e.operations[t],i=e.operations[Gt(e,t).from];if(r?.op!==`add_extrude`||i?.op!==`add_sketch`)return null;let a=tb(r.extent,n),o=nb(r,i.plane,n);return a&&N(e,t,{...r,extent:a,operation:o})}function tb(e,t){if(`two_sides`in e){let{backward:n}=e.two_sides;return t===-n?null:{two_sides:{forward:t,backward:n}}}return t===0?null:`one_side`in e?{one_side:t}:{symmetric:2*t}}function nb({operation:e,extent:t},n,r){return typeof n!=`string`&&!(`frame`in n)&&`one_side`in t&&[`join`,`cut`].includes(e)?r>0?`join`:`cut`:e}var rb=7,ib=4,ab=5;function ob(e){return[...e.flatMap(sb),{name:`origin`,point:[0,0]}]}function sb(e){if(e.op===`add_circle`){let[t,n]=e.center,{radius:r}=e,i=[[t+r,n],[t,n+r],[t-r,n],[t,n-r]];return[{name:`centre`,point:e.center},...i.map(e=>({name:`middle`,point:e}))]}let t=[0,1].map(t=>({name:`corner`,point:y(e,t)})),n=e.op===`add_arc`?m(e):y(e,.5),r=e.op===`add_arc`?[{name:`centre`,point:e.center}]:[];return[...t,{name:`middle`,point:n},...r]}function cb(e){let t=ab*e,n=Math.floor(Math.log10(t)+1e-9),r=[1,2,5,10].find(e=>e*10**n>=t*(1-1e-9))??10;return Number((r*10**n).toPrecision(1))}function lb(e,t){return Number((Math.round(e/t)*t).toFixed(9))+0}function ub(e,{marks:t,curves:n,unitsPerPixel:r}){let i=({point:t})=>I(t,e),a=db(t,rb*r,i);if(a!==null)return{...a,aligned:[]};let o=cb(r),s=[lb(e[0],o),lb(e[1],o)],c=ib*r,l=db(n.map(t=>fb(t,e)).filter(e=>e!==null).map(e=>({name:`curve`,point:e})),c,i);if(l!==null&&!n.some(e=>x(e,s)!==null))return{...l,aligned:[]};let u=t.filter(({name:e})=>e!==`middle`),[d,f]=[0,1].map(t=>db(u,c,({point:n})=>Math.abs(n[t]-e[t]))),p=[d?.point[0]??s[0],f?.point[1]??s[1]],m=[d,f].flatMap(e=>e?[e.point]:[]);return{name:m.length>0?`aligned`:`grid`,point:p,aligned:m}}function db(e,t,n){let[r,i]=[null,t];for(let t of e){let e=n(t);e<i&&([r,i]=[t,e])}return r}function fb(e,t){if(e.op===`add_line`){let[n,r]=[e.end[0]-e.start[0],e.end[1]-e.start[1]],i=((t[0]-e.start[0])*n+(t[1]-e.start[1])*r)/(n*n+r*r);return i>=0&&i<=1?y(e,i):null}let n=I(e.center,t);if(n===0)return null;let r=e.op===`add_circle`?e.radius:f(e),i=[e.center[0]+(t[0]-e.center[0])*r/n,e.center[1]+(t[1]-e.center[1])*r/n];return x(e,i)===null?null:i}function pb(e,t,n){let{x:r,y:i}=e.clone().project(t);return{x:(r+1)/2*n.clientWidth,y:(1-i)/2*n.clientHeight}}function mb(e,t,n,r){let{clientWidth:i,clientHeight:a}=r;e.setFromCamera(new K(t.x/i*2-1,1-t.y/a*2),n)}function hb(e,t){return Math.hypot(e.x-t.x,e.y-t.y)}var gb=46,_b=14,vb=14,yb=[`selected`,`tool`,`sketching`,`unit`],bb=class{workbench;stage;places;isOn=!1;element=t(`svg`,{class:`ink`,"aria-hidden":`true`});shaft=t(`path`,{class:`depth-arrow`});label=t(`text`,{class:`ink-word`});found=null;isOld=!1;grabbed=null;ends=null;constructor(e,t,n){this.workbench=e,this.stage=t,this.places=n,this.element.append(this.shaft,this.label),e.store.listen((e,n)=>{let r=yb.some(t=>e[t]!==n[t]);this.isOld||=r||e.program!==n.program||e.build!==n.build,r&&t.redraw()})}press(e){let{ends:t,lying:n}=this;return t===null||n===null||Sb(t,e)>_b?!1:(this.grabbed=n.height-this.heightAt(e,n),this.element.classList.add(`dragged`),!0)}drag(e){let{lying:t,grabbed:n}=this,{program:r,selected:i}=this.workbench.store.state;if(t===null||n===null||r===null||i===null)return;let a=cb(t.paper.unitsPerPixel([0,0])),o=lb(this.heightAt(e,t)+n,a),s=o===t.height?null:eb(r,i,o);s!==null&&this.workbench.edit(s,`depth ${i}`)}drop(){this.grabbed=null,this.element.classList.remove(`dragged`),this.workbench.settle()}hover(){}click(){}draw(){let{lying:e}=this;if(this.ends=e&&this.placed(e),this.element.toggleAttribute(`hidden`,this.ends===null),e===null||this.ends===null)return;let[t,r]=this.ends,[i,a]=[(r.x-t.x)/gb,(r.y-t.y)/gb],o=`M${r.x} ${r.y}l${-13*i-7*a} ${-13*a+7*i}l${14*a} ${-14*i}z`;this.shaft.setAttribute(`d`,`M${t.x} ${t.y}L${r.x} ${r.y}${o}`);let s=i<-.3;n(this.label,{x:r.x+(s?0:vb),y:r.y+(s?a<0?-14:28:vb*a),"text-anchor":s?`middle`:`start`}),this.label.textContent=Ae(e.height,this.workbench.store.state.unit)}get lying(){return this.isOld&&(this.isOld=!1,this.found=this.find(this.workbench.store.state)),this.found}find({program:e,selected:t,tool:n,sketching:r,build:i}){let a=n===null&&r===null&&t!==null&&e!==null?Qy(e,t):null,o=i?.sketches.find(({operation:e})=>e===a?.sketch)?.frame;return a===null||o===void 0?null:{paper:this.places.paper(o),foot:va(a.middle,o),normal:o.normal,height:a.height}}placed({foot:e,normal:t,height:n}){let r=n<0?-1:1,i=new q(...e).addScaledVector(new q(...t),n),a=i.clone().addScaledVector(new q(...t),r*.05*this.stage.radius),{camera:o,canvas:s}=this.stage,[c,l]=[pb(i,o,s),pb(a,o,s)],[u,d]=[l.x-c.x,l.y-c.y],f=Math.hypot(u,d);return f<1.5?null:[c,{x:c.x+u/f*gb,y:c.y+d/f*gb}]}heightAt(e,{foot:t,normal:n}){let r=new ig;return mb(r,e,this.stage.camera,this.stage.canvas),xb(r.ray,new q(...t),new q(...n))}};function xb({origin:e,direction:t},n,r){let i=e.clone().sub(n),a=t.dot(r),o=1-a*a;return(i.dot(r)-a*i.dot(t))/o}function Sb([e,t],{x:n,y:r}){let[i,a]=[t.x-e.x,t.y-e.y],o=((n-e.x)*i+(r-e.y)*a)/(i*i+a*a),s=Math.min(1.2,Math.max(0,o));return Math.hypot(n-e.x-i*s,r-e.y-a*s)}function Cb(e,t,n){let[r,i,a,o]=[t[0]-e[0],t[1]-e[1],n[0]-e[0],n[1]-e[1]],s=2*(r*o-i*a),[c,l]=[r*r+i*i,a*a+o*o];return s===0?null:[e[0]+(o*c-i*l)/s,e[1]+(r*l-a*c)/s]}var wb=1e-6;function Tb(e,t){let n=jb(e,t),r=Mb(n);if(e.faces[t]?.surface!==`plane`)return Nb(n,r);let i=ha(e,t);return i&&{kind:`plane`,normal:i.normal,middle:r}}function Eb(e,t){if(e.kind===`plane`&&t.kind===`plane`)return Ab(e.normal,t.normal)?Ob(Oa(Ea(t.middle,e.middle),e.normal),`planes`):{kind:`angle`,degrees:180-kb(Math.acos(Oa(e.normal,t.normal)))};if(e.kind===`cylinder`&&t.kind===`cylinder`){let n=Ea(t.center,e.center);return Ab(e.axis,t.axis)?Ob(Math.hypot(...Da(n,e.axis)),`axes`):{kind:`angle`,degrees:kb(Math.acos(Math.abs(Oa(e.axis,t.axis))))}}let[n,r]=e.kind===`plane`?[e,t]:[t,e];return n.kind===`plane`&&r.kind===`cylinder`?Db(n.normal,n.middle,r.axis,r.center):Eb(t,e)}function Db(e,t,n,r){let i=Math.abs(Oa(e,n));return i<wb?Ob(Oa(Ea(r,t),e),`axis`):{kind:`angle`,degrees:kb(Math.asin(Math.min(1,i)))}}function Ob(e,t){return{kind:`distance`,units:Math.abs(e),of:t}}function kb(e){return e*180/Math.PI}function Ab(e,t){return Math.hypot(...Da(e,t))<wb}function jb(e,t){return e.triangle_faces.flatMap((n,r)=>n===t?[0,1,2].map(t=>wa(e,3*r+t)):[])}function Mb(e){let t=t=>e.reduce((e,n)=>e+n[t],0)/Math.max(1,e.length);return[t(0),t(1),t(2)]}function Nb(e,t){let n=Pb(e);if(n===null)return null;let r=Aa(Da(Math.abs(n[0])<.9?[1,0,0]:[0,1,0],n)),i={origin:t,x_axis:r,y_axis:Da(n,r),normal:n},a=e.map(e=>_a(i,e)[0]),o=Fb(a),[s]=a;return o===null||s===void 0?null:{kind:`cylinder`,axis:n,center:va(o,i),radius:I(s,o),middle:t}}function Pb(e){let t=[];for(let n=0;n+2<e.length;n+=3){let[r,i,a]=e.slice(n,n+3),o=r&&i&&a?Da(Ea(i,r),Ea(a,r)):null;o!==null&&Math.hypot(...o)>0&&t.push(Aa(o))}let[n]=t,r=Ib(n===void 0?[]:t.map(e=>Da(n,e)),e=>Math.hypot(...e));return r===null||Math.hypot(...r)<wb?null:Aa(r)}function Fb(e){let[t]=e,n=t&&Ib(e,e=>I(e,t)),r=t&&n&&Ib(e,([e,r])=>Math.abs((n[0]-t[0])*(r-t[1])-(n[1]-t[1])*(e-t[0])));return t&&n&&r?Cb(t,n,r):null}function Ib(e,t){let[n,r]=[null,-1/0];for(let i of e){let e=t(i);e>r&&([n,r]=[i,e])}return n}var Lb={planes:`between the faces`,axes:`between the axes`,axis:`from the axis to the face`},Rb=class{part;picker;unit;changed;done;isOn=!1;label=e(`output`,{class:`face-label`,hidden:!0});measured=[];hovered=null;constructor(e,t,n,r,i){this.part=e,this.picker=t,this.unit=n,this.changed=r,this.done=i}marks(e){return this.measured.some(t=>t.face===e)?`selected`:this.hovered===e?`hovered`:null}hover(e){let t=e&&this.picker.face(e);t!==this.hovered&&(this.hovered=t,this.changed())}click(e){let t=this.picker.face(e),n=t===null?null:Tb(this.part.mesh,t);if(t===null||n===null){this.clear();return}let r=this.measured.length===1&&this.measured[0]?.face!==t;this.measured=r?[...this.measured,{face:t,surface:n}]:[{face:t,surface:n}],this.tell()}clear(){(this.measured.length>0||this.hovered!==null)&&(this.measured=[],this.hovered=null,this.tell())}draw(){let e=this.measured.map(({surface:e})=>this.picker.project(new q(...e.middle)));this.label.hidden=e.length===0;let t=t=>e.reduce((e,n)=>e+t(n),0)/e.length;e.length>0&&(this.label.style.left=`${t(({x:e})=>e)}px`,this.label.style.top=`${t(({y:e})=>e)}px`)}tell(){let[t,n]=this.measured.map(({surface:e})=>e),r=t&&n?Eb(t,n):null,[i,a]=r?this.inWords(r):this.alone(t);this.label.replaceChildren(e(`strong`,{},i),e(`span`,{},a));let o=t?.kind===`cylinder`?2*t.radius:null;this.done(r===null?o:r.kind===`distance`?r.units:null),this.changed()}alone(e){return e?.kind===`cylinder`?[`⌀ ${Ae(2*e.radius,this.unit())}`,`round face`]:[`Flat face`,`click another one`]}inWords(e){if(e.kind===`angle`)return[`${H(e.degrees,2)}°`,`between the faces`];let{units:t,of:n}=e;return n===`axes`&&t<1e-6?[`Concentric`,`one axis`]:[Ae(t,this.unit()),Lb[n]]}},zb=40,Bb=class{element;paths={grid:t(`path`,{class:`ink-grid`}),axes:t(`path`,{class:`ink-axes`}),profiles:t(`path`,{class:`ink-profiles`}),curves:t(`path`,{class:`ink-curves`}),chosen:t(`path`,{class:`ink-chosen`}),aligned:t(`path`,{class:`ink-aligned`}),preview:t(`path`,{class:`ink-preview`}),handles:t(`path`,{class:`ink-handles`})};squares=t(`g`,{class:`ink-squares`});cursor=t(`circle`,{class:`ink-cursor`,r:5});word=t(`text`,{class:`ink-word`});constructor(){this.element=t(`svg`,{class:`ink`,"aria-hidden":`true`},this.squares,...Object.values(this.paths),this.cursor,this.word),this.clear()}clear(){for(let e of Object.values(this.paths))e.removeAttribute(`d`);this.squares.replaceChildren(),this.cursor.toggleAttribute(`hidden`,!0),this.word.textContent=``}drawSquares(e,n){let r=e.flatMap(({plane:e,corners:r})=>{let i=r.map(({x:e,y:t})=>`${e.toFixed(1)},${t.toFixed(1)}`).join(` `),[a]=r.toSorted((e,t)=>e.y-t.y),o=t(`text`,{x:a?.x??0,y:(a?.y??0)+16},e);return[t(`polygon`,{points:i,class:e===n?`under`:null}),o]});this.squares.replaceChildren(...r)}draw(e){let{paper:t,middle:n,profiles:r=[],handles:i=[],cursor:a}=e,{paths:o}=this,s=(e=[])=>e.map(e=>t.path(g(e))).join(``);o.grid.setAttribute(`d`,n?Vb(t,n):``),o.axes.setAttribute(`d`,n?Hb(t,n):``),o.profiles.setAttribute(`d`,r.map(e=>Ub(t,e)).join(``)),o.curves.setAttribute(`d`,s(e.curves)),o.chosen.setAttribute(`d`,s(e.chosen)),o.preview.setAttribute(`d`,s(e.preview)),o.handles.setAttribute(`d`,i.map(e=>Wb(t,e)).join(``));let c=a===void 0?[]:e.aligned??[];if(o.aligned.setAttribute(`d`,c.map(e=>t.path([e,a?.point??e])).join(``)),this.cursor.toggleAttribute(`hidden`,a===void 0),this.word.textContent=``,a!==void 0){let{x:e,y:n}=t.place(a.point);this.cursor.setAttribute(`cx`,String(e)),this.cursor.setAttribute(`cy`,String(n)),this.cursor.dataset.kind=a.name,this.word.setAttribute(`x`,String(e+10)),this.word.setAttribute(`y`,String(n-8)),this.word.textContent=[`grid`,`free`,`aligned`].includes(a.name)?``:a.name}}};function Vb(e,t){let n=cb(2*e.unitsPerPixel(t)),[r,i]=t.map(e=>Math.round(e/n)*n),a=zb*n;return Array.from({length:81},(e,t)=>(t-zb)*n).map(t=>e.path([[r+t,i-a],[r+t,i+a]])+e.path([[r-a,i+t],[r+a,i+t]])).join(``)}function Hb(e,t){let n=200*cb(e.unitsPerPixel(t));return e.path([[-n,0],[n,0]])+e.path([[0,-n],[0,n]])}function Ub(e,{outer:t,holes:n}){return[t,...n].map(({points:t})=>`${e.path(t)}Z`).join(``)}function Wb(e,t){let{x:n,y:r}=e.place(t);return`M${n-3.5} ${r-3.5}h7v7h-7z`}function Gb(e){let t=getComputedStyle(e),n=e=>new X(t.getPropertyValue(`--${e}`).trim());return{face:n(`solid-face`),faceHovered:n(`solid-hovered`),faceSelected:n(`solid-selected`),edge:n(`solid-edge`),accent:n(`accent`),cap:n(`solid-cap`),grid:n(`grid`)}}Q.line={worldUnits:{value:1},linewidth:{value:1},resolution:{value:new K},dashOffset:{value:0},dashScale:{value:1},dashSize:{value:1},gapSize:{value:1}},Cg.line={uniforms:Jm.merge([Q.common,Q.fog,Q.line]),vertexShader:`
		#include <common>
		#include <color_pars_vertex>
		#include <fog_pars_vertex>
		#include <logdepthbuf_pars_vertex>
		#include <clipping_planes_pars_vertex>

		uniform float linewidth;
		uniform vec2 resolution;

		attribute vec3 instanceStart;
		attribute vec3 instanceEnd;

		attribute vec3 instanceColorStart;
		attribute vec3 instanceColorEnd;

		#ifdef WORLD_UNITS

			varying vec4 worldPos;
			varying vec3 worldStart;
			varying vec3 worldEnd;

			#ifdef USE_DASH

				varying vec2 vUv;

			#endif

		#else

			varying vec2 vUv;

		#endif

		#ifdef USE_DASH

			uniform float dashScale;
			attribute float instanceDistanceStart;
			attribute float instanceDistanceEnd;
			varying float vLineDistance;

		#endif

		float trimSegmentAlpha( const in vec4 start, const in vec4 end ) {

			// compute the interpolation factor needed to trim the segment so it terminates
			// between the camera plane and the near plane

			// conservative estimate of the near plane
			float a = projectionMatrix[ 2 ][ 2 ]; // 3nd entry in 3th column
			float b = projectionMatrix[ 3 ][ 2 ]; // 3nd entry in 4th column

			// we need different nearEstimate formula for reversed and default depth buffer
			// a is positive with a reversed depth buffer so it can be used for controlling the code flow
			float nearEstimate = ( a > 0.0 ) ? ( - b / ( a + 1.0 ) ) : ( - 0.5 * b / a );

			return ( nearEstimate - start.z ) / ( end.z - start.z );

		}

		void main() {

			#ifdef USE_COLOR

				vColor.xyz = ( position.y < 0.5 ) ? instanceColorStart : instanceColorEnd;

			#endif

			float aspect = resolution.x / resolution.y;

			// camera space
			vec4 start = modelViewMatrix * vec4( instanceStart, 1.0 );
			vec4 end = modelViewMatrix * vec4( instanceEnd, 1.0 );

			#ifdef USE_DASH

				float lineDistanceStart = dashScale * instanceDistanceStart;
				float lineDistanceEnd = dashScale * instanceDistanceEnd;

			#endif

			#ifdef WORLD_UNITS

				worldStart = start.xyz;
				worldEnd = end.xyz;

			#else

				vUv = uv;

			#endif

			// special case for perspective projection, and segments that terminate either in, or behind, the camera plane
			// clearly the gpu firmware has a way of addressing this issue when projecting into ndc space
			// but we need to perform ndc-space calculations in the shader, so we must address this issue directly
			// perhaps there is a more elegant solution -- WestLangley

			bool perspective = ( projectionMatrix[ 2 ][ 3 ] == - 1.0 ); // 4th entry in the 3rd column

			if ( perspective ) {

				if ( start.z < 0.0 && end.z >= 0.0 ) {

					float alpha = trimSegmentAlpha( start, end );
					end.xyz = mix( start.xyz, end.xyz, alpha );

					#ifdef USE_DASH

						lineDistanceEnd = mix( lineDistanceStart, lineDistanceEnd, alpha );

					#endif

				} else if ( end.z < 0.0 && start.z >= 0.0 ) {

					float alpha = trimSegmentAlpha( end, start );
					start.xyz = mix( end.xyz, start.xyz, alpha );

					#ifdef USE_DASH

						lineDistanceStart = mix( lineDistanceEnd, lineDistanceStart, alpha );

					#endif

				}

			}

			#ifdef USE_DASH

				vLineDistance = ( position.y < 0.5 ) ? lineDistanceStart : lineDistanceEnd;
				vUv = uv;

			#endif

			// clip space
			vec4 clipStart = projectionMatrix * start;
			vec4 clipEnd = projectionMatrix * end;

			// ndc space
			vec3 ndcStart = clipStart.xyz / clipStart.w;
			vec3 ndcEnd = clipEnd.xyz / clipEnd.w;

			// direction
			vec2 dir = ndcEnd.xy - ndcStart.xy;

			// account for clip-space aspect ratio
			dir.x *= aspect;
			dir = normalize( dir );

			#ifdef WORLD_UNITS

				vec3 worldDir = normalize( end.xyz - start.xyz );
				vec3 tmpFwd = perspective ? normalize( mix( start.xyz, end.xyz, 0.5 ) ) : vec3( 0.0, 0.0, - 1.0 );
				vec3 worldUp = normalize( cross( worldDir, tmpFwd ) );
				vec3 worldFwd = cross( worldDir, worldUp );
				worldPos = position.y < 0.5 ? start: end;

				// height offset
				float hw = linewidth * 0.5;
				worldPos.xyz += position.x < 0.0 ? hw * worldUp : - hw * worldUp;

				// don't extend the line if we're rendering dashes because we
				// won't be rendering the endcaps
				#ifndef USE_DASH

					// cap extension
					worldPos.xyz += position.y < 0.5 ? - hw * worldDir : hw * worldDir;

					// add width to the box
					worldPos.xyz += worldFwd * hw;

					// endcaps
					if ( position.y > 1.0 || position.y < 0.0 ) {

						worldPos.xyz -= worldFwd * 2.0 * hw;

					}

				#endif

				// project the worldpos
				vec4 clip = projectionMatrix * worldPos;

				// shift the depth of the projected points so the line
				// segments overlap neatly
				vec3 clipPose = ( position.y < 0.5 ) ? ndcStart : ndcEnd;

				// only shift the depth of vertices in front of the camera (#35137)
				if ( clip.w > 0.0 ) clip.z = clipPose.z * clip.w;

			#else

				vec2 offset = vec2( dir.y, - dir.x );
				// undo aspect ratio adjustment
				dir.x /= aspect;
				offset.x /= aspect;

				// sign flip
				if ( position.x < 0.0 ) offset *= - 1.0;

				// endcaps
				if ( position.y < 0.0 ) {

					offset += - dir;

				} else if ( position.y > 1.0 ) {

					offset += dir;

				}

				// adjust for linewidth
				offset *= linewidth;

				// adjust for clip-space to screen-space conversion // maybe resolution should be based on viewport ...
				offset /= resolution.y;

				// select end
				vec4 clip = ( position.y < 0.5 ) ? clipStart : clipEnd;

				// back to clip space
				offset *= clip.w;

				clip.xy += offset;

			#endif

			gl_Position = clip;

			vec4 mvPosition = ( position.y < 0.5 ) ? start : end; // this is an approximation

			#include <logdepthbuf_vertex>
			#include <clipping_planes_vertex>
			#include <fog_vertex>

		}
		`,fragmentShader:`
		uniform vec3 diffuse;
		uniform float opacity;
		uniform float linewidth;

		#ifdef USE_DASH

			uniform float dashOffset;
			uniform float dashSize;
			uniform float gapSize;

		#endif

		varying float vLineDistance;

		#ifdef WORLD_UNITS

			varying vec4 worldPos;
			varying vec3 worldStart;
			varying vec3 worldEnd;

			#ifdef USE_DASH

				varying vec2 vUv;

			#endif

		#else

			varying vec2 vUv;

		#endif

		#include <common>
		#include <color_pars_fragment>
		#include <fog_pars_fragment>
		#include <logdepthbuf_pars_fragment>
		#include <clipping_planes_pars_fragment>

		vec2 closestLineToLine(vec3 p1, vec3 p2, vec3 p3, vec3 p4) {

			float mua;
			float mub;

			vec3 p13 = p1 - p3;
			vec3 p43 = p4 - p3;

			vec3 p21 = p2 - p1;

			float d1343 = dot( p13, p43 );
			float d4321 = dot( p43, p21 );
			float d1321 = dot( p13, p21 );
			float d4343 = dot( p43, p43 );
			float d2121 = dot( p21, p21 );

			float denom = d2121 * d4343 - d4321 * d4321;

			float numer = d1343 * d4321 - d1321 * d4343;

			mua = numer / denom;
			mua = clamp( mua, 0.0, 1.0 );
			mub = ( d1343 + d4321 * ( mua ) ) / d4343;
			mub = clamp( mub, 0.0, 1.0 );

			return vec2( mua, mub );

		}

		void main() {

			float alpha = opacity;
			vec4 diffuseColor = vec4( diffuse, alpha );

			#include <clipping_planes_fragment>

			#ifdef USE_DASH

				if ( vUv.y < - 1.0 || vUv.y > 1.0 ) discard; // discard endcaps

				if ( mod( vLineDistance + dashOffset, dashSize + gapSize ) > dashSize ) discard; // todo - FIX

			#endif

			#ifdef WORLD_UNITS

				float len;

				if ( isOrthographic ) {

					// View rays are parallel to the z axis so the distance reduces to camera-space XY
					vec2 lineDir = worldEnd.xy - worldStart.xy;
					float t = clamp( dot( worldPos.xy - worldStart.xy, lineDir ) / dot( lineDir, lineDir ), 0.0, 1.0 );
					len = length( worldStart.xy + lineDir * t - worldPos.xy );

				} else {

					// Find the closest points on the view ray and the line segment
					vec3 rayEnd = normalize( worldPos.xyz ) * 1e5;
					vec3 lineDir = worldEnd - worldStart;
					vec2 params = closestLineToLine( worldStart, worldEnd, vec3( 0.0, 0.0, 0.0 ), rayEnd );

					vec3 p1 = worldStart + lineDir * params.x;
					vec3 p2 = rayEnd * params.y;
					vec3 delta = p1 - p2;
					len = length( delta );

				}

				float norm = len / linewidth;

				#ifndef USE_DASH

					#ifdef USE_ALPHA_TO_COVERAGE

						float dnorm = fwidth( norm );
						alpha = 1.0 - smoothstep( 0.5 - dnorm, 0.5 + dnorm, norm );

					#else

						if ( norm > 0.5 ) {

							discard;

						}

					#endif

				#endif

			#else

				#ifdef USE_ALPHA_TO_COVERAGE

					// artifacts appear on some hardware if a derivative is taken within a conditional
					float a = vUv.x;
					float b = ( vUv.y > 0.0 ) ? vUv.y - 1.0 : vUv.y + 1.0;
					float len2 = a * a + b * b;
					float dlen = fwidth( len2 );

					if ( abs( vUv.y ) > 1.0 ) {

						alpha = 1.0 - smoothstep( 1.0 - dlen, 1.0 + dlen, len2 );

					}

				#else

					if ( abs( vUv.y ) > 1.0 ) {

						float a = vUv.x;
						float b = ( vUv.y > 0.0 ) ? vUv.y - 1.0 : vUv.y + 1.0;
						float len2 = a * a + b * b;

						if ( len2 > 1.0 ) discard;

					}

				#endif

			#endif

			#include <logdepthbuf_fragment>
			#include <color_fragment>

			gl_FragColor = vec4( diffuseColor.rgb, alpha );

			#include <tonemapping_fragment>
			#include <colorspace_fragment>
			#include <fog_fragment>
			#include <premultiplied_alpha_fragment>

		}
		`};var Kb=class extends Zm{constructor(e){super({type:`LineMaterial`,uniforms:Jm.clone(Cg.line.uniforms),vertexShader:Cg.line.vertexShader,fragmentShader:Cg.line.fragmentShader,clipping:!0}),this.isLineMaterial=!0,this.setValues(e)}get color(){return this.uniforms.diffuse.value}set color(e){this.uniforms.diffuse.value=e}get worldUnits(){return`WORLD_UNITS`in this.defines}set worldUnits(e){e===!0!==this.worldUnits&&(this.needsUpdate=!0),e===!0?this.defines.WORLD_UNITS=``:delete this.defines.WORLD_UNITS}get linewidth(){return this.uniforms.linewidth.value}set linewidth(e){this.uniforms.linewidth&&(this.uniforms.linewidth.value=e)}get dashed(){return`USE_DASH`in this.defines}set dashed(e){e===!0!==this.dashed&&(this.needsUpdate=!0),e===!0?this.defines.USE_DASH=``:delete this.defines.USE_DASH}get dashScale(){return this.uniforms.dashScale.value}set dashScale(e){this.uniforms.dashScale.value=e}get dashSize(){return this.uniforms.dashSize.value}set dashSize(e){this.uniforms.dashSize.value=e}get dashOffset(){return this.uniforms.dashOffset.value}set dashOffset(e){this.uniforms.dashOffset.value=e}get gapSize(){return this.uniforms.gapSize.value}set gapSize(e){this.uniforms.gapSize.value=e}get opacity(){return this.uniforms.opacity.value}set opacity(e){this.uniforms&&(this.uniforms.opacity.value=e)}get resolution(){return this.uniforms.resolution.value}set resolution(e){this.uniforms.resolution.value.copy(e)}get alphaToCoverage(){return`USE_ALPHA_TO_COVERAGE`in this.defines}set alphaToCoverage(e){this.defines&&(e===!0!==this.alphaToCoverage&&(this.needsUpdate=!0),e===!0?this.defines.USE_ALPHA_TO_COVERAGE=``:delete this.defines.USE_ALPHA_TO_COVERAGE)}},qb=new vp,Jb=new q,Yb=class extends zh{constructor(){super(),this.isLineSegmentsGeometry=!0,this.type=`LineSegmentsGeometry`,this.setIndex([0,2,1,2,3,1,2,4,3,4,5,3,4,6,5,6,7,5]),this.setAttribute(`position`,new zp([-1,2,0,1,2,0,-1,1,0,1,1,0,-1,0,0,1,0,0,-1,-1,0,1,-1,0],3)),this.setAttribute(`uv`,new zp([-1,2,1,2,-1,1,1,1,-1,-1,1,-1,-1,-2,1,-2],2))}applyMatrix4(e){let t=this.attributes.instanceStart,n=this.attributes.instanceEnd;return t!==void 0&&(t.applyMatrix4(e),n.applyMatrix4(e),t.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this}setPositions(e){let t;e instanceof Float32Array?t=e:Array.isArray(e)&&(t=new Float32Array(e));let n=new ng(t,6,1);return this.setAttribute(`instanceStart`,new tm(n,3,0)),this.setAttribute(`instanceEnd`,new tm(n,3,3)),this.instanceCount=this.attributes.instanceStart.count,this.computeBoundingBox(),this.computeBoundingSphere(),this}setColors(e){let t;e instanceof Float32Array?t=e:Array.isArray(e)&&(t=new Float32Array(e));let n=new ng(t,6,1);return this.setAttribute(`instanceColorStart`,new tm(n,3,0)),this.setAttribute(`instanceColorEnd`,new tm(n,3,3)),this}fromWireframeGeometry(e){return this.setPositions(e.attributes.position.array),this}fromEdgesGeometry(e){return this.setPositions(e.attributes.position.array),this}fromMesh(e){return this.fromWireframeGeometry(new Vm(e.geometry)),this}fromLineSegments(e){let t=e.geometry;return this.setPositions(t.attributes.position.array),this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new vp);let e=this.attributes.instanceStart,t=this.attributes.instanceEnd;e!==void 0&&t!==void 0&&(this.boundingBox.setFromBufferAttribute(e),qb.setFromBufferAttribute(t),this.boundingBox.union(qb))}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Up),this.boundingBox===null&&this.computeBoundingBox();let e=this.attributes.instanceStart,t=this.attributes.instanceEnd;if(e!==void 0&&t!==void 0){let n=this.boundingSphere.center;this.boundingBox.getCenter(n);let r=0;for(let i=0,a=e.count;i<a;i++)Jb.fromBufferAttribute(e,i),r=Math.max(r,n.distanceToSquared(Jb)),Jb.fromBufferAttribute(t,i),r=Math.max(r,n.distanceToSquared(Jb));this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&console.error(`THREE.LineSegmentsGeometry.computeBoundingSphere(): Computed radius is NaN. The instanced position data is likely to have NaN values.`,this)}}toJSON(){}},Xb=new gf,Zb=new q,Qb=new q,$b=new gf,ex=new gf,tx=new gf,nx=new q,rx=new xf,ix=new _g,ax=new q,ox=new vp,sx=new Up,cx=new gf,lx,ux;function dx(e,t,n){return cx.set(0,0,-t,1).applyMatrix4(e.projectionMatrix),cx.multiplyScalar(1/cx.w),cx.x=ux/n.width,cx.y=ux/n.height,cx.applyMatrix4(e.projectionMatrixInverse),cx.multiplyScalar(1/cx.w),Math.abs(Math.max(cx.x,cx.y))}function fx(e,t){let n=e.matrixWorld,r=e.geometry,i=r.attributes.instanceStart,a=r.attributes.instanceEnd,o=Math.min(r.instanceCount,i.count);for(let r=0,s=o;r<s;r++){ix.start.fromBufferAttribute(i,r),ix.end.fromBufferAttribute(a,r),ix.applyMatrix4(n);let o=new q,s=new q;lx.distanceSqToSegment(ix.start,ix.end,s,o),s.distanceTo(o)<ux*.5&&t.push({point:s,pointOnLine:o,distance:lx.origin.distanceTo(s),object:e,face:null,faceIndex:r,uv:null,uv1:null})}}function px(e,t,n){let r=t.projectionMatrix,i=e.material.resolution,a=e.matrixWorld,o=e.geometry,s=o.attributes.instanceStart,c=o.attributes.instanceEnd,l=Math.min(o.instanceCount,s.count),u=-t.near;lx.at(1,tx),tx.w=1,tx.applyMatrix4(t.matrixWorldInverse),tx.applyMatrix4(r),tx.multiplyScalar(1/tx.w),tx.x*=i.x/2,tx.y*=i.y/2,tx.z=0,nx.copy(tx),rx.multiplyMatrices(t.matrixWorldInverse,a);for(let t=0,o=l;t<o;t++){if($b.fromBufferAttribute(s,t),ex.fromBufferAttribute(c,t),$b.w=1,ex.w=1,$b.applyMatrix4(rx),ex.applyMatrix4(rx),$b.z>u&&ex.z>u)continue;if($b.z>u){let e=$b.z-ex.z,t=($b.z-u)/e;$b.lerp(ex,t)}else if(ex.z>u){let e=ex.z-$b.z,t=(ex.z-u)/e;ex.lerp($b,t)}$b.applyMatrix4(r),ex.applyMatrix4(r),$b.multiplyScalar(1/$b.w),ex.multiplyScalar(1/ex.w),$b.x*=i.x/2,$b.y*=i.y/2,ex.x*=i.x/2,ex.y*=i.y/2,ix.start.copy($b),ix.start.z=0,ix.end.copy(ex),ix.end.z=0;let o=ix.closestPointToPointParameter(nx,!0);ix.at(o,ax);let l=Zd.lerp($b.z,ex.z,o),d=l>=-1&&l<=1,f=nx.distanceTo(ax)<ux*.5;if(d&&f){ix.start.fromBufferAttribute(s,t),ix.end.fromBufferAttribute(c,t),ix.start.applyMatrix4(a),ix.end.applyMatrix4(a);let r=new q,i=new q;lx.distanceSqToSegment(ix.start,ix.end,i,r),n.push({point:i,pointOnLine:r,distance:lx.origin.distanceTo(i),object:e,face:null,faceIndex:t,uv:null,uv1:null})}}}var mx=class extends Tm{constructor(e=new Yb,t=new Kb({color:Math.random()*16777215})){super(e,t),this.isLineSegments2=!0,this.type=`LineSegments2`}computeLineDistances(){let e=this.geometry,t=e.attributes.instanceStart,n=e.attributes.instanceEnd,r=new Float32Array(2*t.count);for(let e=0,i=0,a=t.count;e<a;e++,i+=2)Zb.fromBufferAttribute(t,e),Qb.fromBufferAttribute(n,e),r[i]=i===0?0:r[i-1],r[i+1]=r[i]+Zb.distanceTo(Qb);let i=new ng(r,2,1);return e.setAttribute(`instanceDistanceStart`,new tm(i,1,0)),e.setAttribute(`instanceDistanceEnd`,new tm(i,1,1)),this}raycast(e,t){let n=this.material.worldUnits,r=e.camera;if(r===null&&!n&&console.error(`LineSegments2: "Raycaster.camera" needs to be set in order to raycast against LineSegments2 while worldUnits is set to false.`),n===!1&&(this.material.resolution.x===0||this.material.resolution.y===0))return;let i=e.params.Line2===void 0?0:e.params.Line2.threshold||0;lx=e.ray;let a=this.matrixWorld,o=this.geometry,s=this.material;ux=s.linewidth+i,o.boundingSphere===null&&o.computeBoundingSphere(),sx.copy(o.boundingSphere).applyMatrix4(a);let c;if(c=n?ux*.5:dx(r,Math.max(r.near,sx.distanceToPoint(lx.origin)),s.resolution),sx.radius+=c,lx.intersectsSphere(sx)===!1)return;o.boundingBox===null&&o.computeBoundingBox(),ox.copy(o.boundingBox).applyMatrix4(a);let l;l=n?ux*.5:dx(r,Math.max(r.near,ox.distanceToPoint(lx.origin)),s.resolution),ox.expandByScalar(l),lx.intersectsBox(ox)!==!1&&(n?fx(this,t):px(this,r,t))}onBeforeRender(e){let t=this.material.uniforms;t&&t.resolution&&(e.getViewport(Xb),this.material.uniforms.resolution.value.set(Xb.z,Xb.w))}};function hx(e){let t=e.triangles.length,n=new Float32Array(t*3);e.triangles.forEach((t,r)=>{n.set(e.positions.slice(3*t,3*t+3),3*r)});let r=new Float32Array(t*3);for(let e=0;e<t/3;e++){let t=yx(n,9*e);for(let n=0;n<3;n++)r.set(t,9*e+3*n)}return bx(e,r),xx(r),{positions:n,normals:r}}function gx(e){let t=[];for(let n of e.edges)for(let r=0;r+1<n.length;r++)t.push(...vx(e,n[r]),...vx(e,n[r+1]));return new Float32Array(t)}function _x(e){let t=new Set(e.edges.flatMap(e=>[e[0],e.at(-1)]));return new Float32Array([...t].flatMap(t=>vx(e,t)))}function vx(e,t){return t===void 0?[]:e.positions.slice(3*t,3*t+3)}function yx(e,t){let n=n=>e[t+n]??0,[r,i,a]=[n(3)-n(0),n(4)-n(1),n(5)-n(2)],[o,s,c]=[n(6)-n(0),n(7)-n(1),n(8)-n(2)];return[i*c-a*s,a*o-r*c,r*s-i*o]}function bx(e,t){let n=new Map;e.triangles.forEach((r,i)=>{let a=e.triangle_faces[Math.floor(i/3)]??0;if(e.faces[a]?.surface!==`cylinder`)return;let o=`${a} ${r}`,s=n.get(o)??{sum:[0,0,0],places:[]};s.sum=s.sum.map((e,n)=>e+(t[3*i+n]??0)),s.places.push(i),n.set(o,s)});for(let{sum:e,places:r}of n.values())for(let n of r)t.set(e,3*n)}function xx(e){for(let t=0;t<e.length;t+=3){let n=e.subarray(t,t+3),r=Math.hypot(...n)||1;n.forEach((e,t)=>{n[t]=e/r})}}var Sx={positions:[],triangles:[],triangle_faces:[],faces:[],edges:[]},Cx=class{palette;group=new Yf;faces;edges;mesh=Sx;vertices=new Float32Array;segments=new Float32Array;areEdgesShown=!0;edgeMaterial=new Kb({linewidth:1.4});constructor(e){this.palette=e;let t=new $m({vertexColors:!0,roughness:.75,metalness:0,side:2,polygonOffset:!0,polygonOffsetFactor:1,polygonOffsetUnits:1});this.faces=new Tm(new Zp,t),this.edges=new mx(new Yb,this.edgeMaterial),this.edges.frustumCulled=!1,this.faces.renderOrder=6,this.edges.renderOrder=7,this.group.add(this.faces,this.edges),this.recolor(e,()=>`none`)}show(e){this.mesh=e;let{positions:t,normals:n}=hx(e),r=new Zp;r.setAttribute(`position`,new Ip(t,3)),r.setAttribute(`normal`,new Ip(n,3)),r.setAttribute(`color`,new Ip(new Float32Array(t.length),3)),this.faces.geometry.dispose(),this.faces.geometry=r,this.segments=gx(e),this.vertices=_x(e),this.edges.geometry.dispose(),this.edges.geometry=new Yb,this.edges.visible=this.areEdgesShown&&this.segments.length>0,this.segments.length>0&&this.edges.geometry.setPositions(this.segments)}showEdges(e){this.areEdgesShown=e,this.edges.visible=e&&this.segments.length>0}box(){let e=new vp,{positions:t}=this.mesh;for(let n=0;n<t.length;n+=3)e.expandByPoint(new q(...t.slice(n,n+3)));return e}color(e){let t=this.faces.geometry.getAttribute(`color`);t instanceof Ip&&(this.mesh.triangle_faces.forEach((n,r)=>{let i=this.colorOf(e(n));for(let e=0;e<3;e++)t.setXYZ(3*r+e,i.r,i.g,i.b)}),t.needsUpdate=!0)}recolor(e,t){this.palette=e,this.edgeMaterial.color.copy(e.edge),this.color(t)}fade(e){let{material:t}=this.faces,n=e>=1;t.depthWrite=!0,t.transparent=!n,t.opacity=e,t.needsUpdate=!0,this.edgeMaterial.color.copy(n?this.palette.edge:this.palette.accent),this.edgeMaterial.linewidth=n?1.4:2}colorOf(e){switch(e){case`none`:return this.palette.face;case`hovered`:return this.palette.faceHovered;case`selected`:return this.palette.faceSelected}}},wx=12,Tx=8,Ex=class{part;camera;canvas;caster=new ig;constructor(e,t,n){this.part=e,this.camera=t,this.canvas=n}face(e){return this.place(e)?.face??null}place(e){let t=this.hit(e),n=this.part.mesh.triangle_faces[t?.faceIndex??-1];return t===void 0||n===void 0?null:{face:n,point:t.point}}snap(e){let t=this.hit(e),n=this.part.faces.geometry.boundingSphere?.radius??1/0,r=Math.min(.02*(t?.distance??0),.1*n),i=t?t.distance+r:1/0,a=e=>e.distanceTo(this.camera.position)<=i;return this.nearestVertex(e,a)??this.nearestOnEdge(e,a)??(t?{kind:`face`,point:t.point}:null)}project(e){return pb(e,this.camera,this.canvas)}hit(e){return mb(this.caster,e,this.camera,this.canvas),this.caster.intersectObject(this.part.faces,!1)[0]}nearestVertex(e,t){let{vertices:n}=this.part,[r,i]=[null,wx];for(let a=0;a<n.length;a+=3){let o=new q().fromArray(n,a),s=hb(this.project(o),e);s<i&&t(o)&&([r,i]=[o,s])}return r&&{kind:`vertex`,point:r}}nearestOnEdge(e,t){let{segments:n}=this.part,[r,i]=[null,Tx];for(let a=0;a<n.length;a+=6){let o=new q().fromArray(n,a),s=new q().fromArray(n,a+3),c=o.lerp(s,Dx(this.project(o),this.project(s),e)),l=hb(this.project(c),e);l<i&&t(c)&&([r,i]=[c,l])}return r&&{kind:`edge`,point:r}}};function Dx(e,t,n){let[r,i]=[t.x-e.x,t.y-e.y],a=(n.x-e.x)*r+(n.y-e.y)*i;return Math.min(1,Math.max(0,a/(r*r+i*i||1)))}var Ox=1.7,kx=class{stage;part;layers;element;image=e(`img`,{alt:``});camera=null;isOn=!1;share=.5;isOld=!1;listeners=[];constructor(t,n,r){this.stage=t,this.part=n,this.layers=r,this.element=e(`div`,{class:`picture-behind`,hidden:!0}),this.element.append(this.image,r.image),new ResizeObserver(()=>this.isOn&&this.align()).observe(t.canvas),t.controls.addEventListener(`change`,()=>{this.isOn&&this.hasLeft()&&this.turnOff(`jump`)})}get isPossible(){return this.camera!==null}get isSeen(){return this.isOn}onChange(e){this.listeners.push(e)}setPicture(e){this.camera=e&&An(e),e!==null&&this.image.src!==e.picture.address&&(this.image.src=e.picture.address),this.camera===null&&this.turnOff(),this.isOld=!0}follow(){this.isOld&&this.isOn&&this.align(),this.isOld=!1}turnOn(){this.camera!==null&&(this.isOn=!0,this.align(),this.refresh(),this.tell())}turnOff(e=`turn`){this.isOn&&(this.isOn=!1,this.refresh(),this.stage.fit(e),this.tell())}fade(e){this.share=e,this.refresh()}refresh(){this.element.hidden=!this.isOn,this.element.style.opacity=String(Math.min(1,2*this.share)),this.part.fade(this.isOn?1-this.share:1),this.stage.redraw()}align(){if(this.camera===null)return;let{position:e,target:t,up:n,vertical_fov_deg:r,width:i,height:a}=this.camera,{clientWidth:o,clientHeight:s}=this.stage.canvas,c=Math.min(o/i,s/a),l=Math.tan(r/2*(Math.PI/180))*(s/(a*c)),u={position:new q(...e),target:new q(...t),up:new q(...n),verticalFovDeg:2*Math.atan(l)*180/Math.PI};this.stage.lookThrough(u,{x:0,y:0,scale:1});let d=this.windowAroundPart();this.stage.lookThrough(u,d);let{x:f,y:p,scale:m}=d;Object.assign(this.element.style,{width:`${i*c*m}px`,height:`${a*c*m}px`,left:`${((o-i*c)/2-f)*m}px`,top:`${((s-a*c)/2-p)*m}px`})}windowAroundPart(){let{clientWidth:e,clientHeight:t}=this.stage.canvas,n=new lg,{positions:r}=this.part.mesh;for(let i=0;i<r.length;i+=3){let{x:a,y:o}=new q().fromArray(r,i).project(this.stage.camera);n.expandByPoint(new K((a+1)/2*e,(1-o)/2*t))}let i=n.getSize(new K),a=Math.max(i.x/e,i.y/t)*Ox;if(n.isEmpty()||a>=1||a===0)return{x:0,y:0,scale:1};let o=n.getCenter(new K);return{x:o.x-e*a/2,y:o.y-t*a/2,scale:1/a}}hasLeft(){let{position:e}=this.camera??{position:[0,0,0]};return this.stage.camera.position.distanceTo(new q(...e))>.001*Math.hypot(...e)}tell(){for(let e of this.listeners)e(this.isOn)}},Ax=class{frame;camera;canvas;caster=new ig;plane;constructor(e,t,n){this.frame=e,this.camera=t,this.canvas=n;let[r,i]=[new q(...e.normal),new q(...e.origin)];this.plane=new am().setFromNormalAndCoplanarPoint(r,i)}place(e,t=0){return pb(new q(...va(e,this.frame,t)),this.camera,this.canvas)}point(e){mb(this.caster,e,this.camera,this.canvas);let t=this.caster.ray.intersectPlane(this.plane,new q);return t&&_a(this.frame,[t.x,t.y,t.z])[0]}unitsPerPixel(e){let t=.001*Math.max(1,Math.hypot(...e)),n=this.place(e),r=[this.place([e[0]+t,e[1]]),this.place([e[0],e[1]+t])].map(({x:e,y:t})=>Math.hypot(e-n.x,t-n.y));return t/Math.max(...r,1e-9)}path(e,t=0){return e.map((e,n)=>{let{x:r,y:i}=this.place(e,t);return`${n===0?`M`:`L`}${r.toFixed(1)} ${i.toFixed(1)}`}).join(``)}},jx=1e-4,Mx=class{stage;part;picker;constructor(e,t,n){this.stage=e,this.part=t,this.picker=n}paper(e){return new Ax(e,this.stage.camera,this.stage.canvas)}face(e,t){let n=this.picker.place(e),r=n&&ha(t.mesh,n.face);if(n===null||r===null)return null;let{x:i,y:a,z:o}=n.point;return{plane:ga(t.program,t.mesh,n.face,[i,a,o]),paper:this.paper(r),point:_a(r,[i,a,o])[0],face:n.face}}origin(e){let t=this.halfSquare,n=A.flatMap(n=>{let r=this.originPaper(n),i=r?.point(e)??null,a=i!==null&&Math.max(...i.map(Math.abs))<=t;return r&&a?[{plane:n,paper:r,point:i,face:null}]:[]}),r=({paper:e,point:t})=>new q(...va(t,e.frame)).distanceTo(this.stage.camera.position);return n.sort((e,t)=>r(e)-r(t))[0]??null}squares(){let e=this.halfSquare;return A.flatMap(t=>{let n=this.originPaper(t),r=[[-e,-e],[e,-e],[e,e],[-e,e]];return n?[{plane:t,corners:r.map(e=>n.place(e))}]:[]})}marks({frame:e}){let{mesh:t}=this.part,n=n=>{let[r,i]=_a(e,Ta(t,n));return Math.abs(i)<jx?r:null};return t.edges.flatMap(e=>{let t=e.map(n).filter(e=>e!==null);if(t.length<e.length)return[];let r=Nx(t),i=[t[0],t.at(-1)].filter(e=>e!==void 0);return[...r?[{name:`centre`,point:r}]:[],...i.map(e=>({name:`corner`,point:e}))]})}originPaper(e){let t=pa(e,null);return t&&this.paper(t)}get halfSquare(){return .55*this.stage.radius}};function Nx(e){let t=Math.floor(e.length/3),[n,r,i]=[e[0],e[t],e[2*t]];if(e.length<6||n===void 0||r===void 0||i===void 0)return null;let a=Cb(n,r,i);if(a===null)return null;let o=Math.hypot(n[0]-a[0],n[1]-a[1]);return e.every(([e,t])=>Math.abs(Math.hypot(e-a[0],t-a[1])-o)<1e-4*o)?[Px(a[0]),Px(a[1])]:null}function Px(e){return Number(e.toFixed(6))+0}var Fx=5,Ix=Math.PI/24,Lx=class{stage;modes;dragging=null;pressed=null;constructor(e,t){this.stage=e,this.modes=t;let{canvas:n}=e;n.addEventListener(`pointermove`,e=>this.move(e)),n.addEventListener(`pointerleave`,()=>this.mode?.hover(null)),n.addEventListener(`pointerdown`,e=>this.press(e),{capture:!0}),n.addEventListener(`pointerup`,e=>this.release(e)),n.addEventListener(`pointercancel`,e=>this.release(e)),n.addEventListener(`wheel`,e=>this.wheel(e),{capture:!0}),n.addEventListener(`keydown`,e=>this.key(e))}get mode(){return this.modes.find(({isOn:e})=>e)}press(e){let t=Rx(e);this.pressed=t;let n=e.button===0&&e.isPrimary;this.dragging=n?this.modes.find(e=>e.press?.(t))??null:null,this.dragging!==null&&(this.stage.controls.enabled=!1,this.stage.canvas.setPointerCapture(e.pointerId))}move(e){this.dragging===null?e.buttons===0&&this.mode?.hover(Rx(e)):this.dragging.drag?.(Rx(e))}release(e){let{pressed:t,dragging:n}=this;if(this.pressed=null,n!==null){this.dragging=null,this.stage.controls.enabled=!0,n.drop?.();return}let r=Rx(e);t!==null&&Math.hypot(r.x-t.x,r.y-t.y)<=Fx&&this.mode?.click(r)}wheel(e){this.mode?.wheel?.(e.deltaY<0?1:-1)&&(e.preventDefault(),e.stopImmediatePropagation())}key(e){let t={ArrowLeft:[-Ix,0],ArrowRight:[Ix,0],ArrowUp:[0,Ix],ArrowDown:[0,-Ix]},n=e.altKey?void 0:t[e.key];n===void 0?e.key===`+`||e.key===`=`?this.stage.zoom(1/1.2):e.key===`-`&&this.stage.zoom(1.2):(this.stage.orbit(...n),e.preventDefault())}};function Rx(e){return{x:e.offsetX,y:e.offsetY}}var zx=class{picker;done;unit;isOn=!1;overlay;label;first=null;measured=null;line=t(`line`,{class:`ruler-line`});marks=[Bx(),Bx()];cursor=t(`circle`,{class:`ruler-cursor`,r:6});constructor(n,r,i){this.picker=n,this.done=r,this.unit=i;let a=[this.line,...this.marks,this.cursor];this.overlay=t(`svg`,{class:`ruler`,"aria-hidden":`true`},...a),this.label=e(`output`,{class:`ruler-label`,hidden:!0}),this.hover(null),this.draw()}hover(e){let t=e&&this.picker.snap(e);this.cursor.toggleAttribute(`hidden`,t===null),t!==null&&(Vx(this.cursor,this.picker.project(t.point)),this.cursor.dataset.kind=t.kind)}click(e){let t=this.picker.snap(e);t!==null&&(this.first===null?(this.first=t.point,this.measured=null):(this.measured=[this.first,t.point],this.first=null),this.done(this.measured&&new q().subVectors(...this.measured).length()),this.draw())}clear(){this.first=null,this.measured=null,this.hover(null),this.done(null),this.draw()}draw(){let e=this.measured??(this.first?[this.first]:[]);this.marks.forEach((t,n)=>{let r=e[n];t.toggleAttribute(`hidden`,r===void 0),r!==void 0&&Vx(t,this.picker.project(r))}),this.line.toggleAttribute(`hidden`,this.measured===null),this.label.hidden=this.measured===null,this.measured!==null&&this.placeDistance(this.measured)}placeDistance(t){let[n,r]=t.map(e=>this.picker.project(e));if(n===void 0||r===void 0)return;for(let[e,t]of Object.entries({x1:n.x,y1:n.y,x2:r.x,y2:r.y}))this.line.setAttribute(e,String(t));let i=new q().subVectors(t[1],t[0]),a=[`x`,`y`,`z`].map(e=>`Δ${e} ${Ae(i[e],this.unit())}`);this.label.replaceChildren(e(`strong`,{},Ae(i.length(),this.unit())),e(`span`,{},a.join(`  `))),this.label.style.left=`${(n.x+r.x)/2}px`,this.label.style.top=`${(n.y+r.y)/2}px`}};function Bx(){return t(`circle`,{class:`ruler-mark`,r:4})}function Vx(e,t){e.setAttribute(`cx`,String(t.x)),e.setAttribute(`cy`,String(t.y))}var Hx=class{workbench;image=e(`img`,{class:`seen`,alt:``,hidden:!0});controls;select=e(`select`,{class:`wide`,"aria-label":`What was seen`});legend=e(`p`,{class:`legend`,role:`status`});picture=null;constructor(t){this.workbench=t,this.select.append(e(`option`,{value:``},`nothing else`),...Ga()),this.select.addEventListener(`change`,()=>void this.show());let n=e(`label`,{class:`tray-row`},`Over the picture`,this.select);this.controls=e(`div`,{},n,this.legend),t.store.watch([`picture`],({picture:e})=>{let t=e?.picture??null;t?.id!==this.picture?.id&&(this.picture=t,this.show())})}async show(){let{picture:e}=this,{value:t}=this.select;if(this.image.hidden=!0,this.legend.textContent=t===``||e===null?``:`Looking…`,t!==``&&e!==null)try{let n=await this.workbench.seeing.of(e.content),r=n.layers.find(({name:e})=>e===t);e===this.picture&&t===this.select.value&&r!==void 0&&this.place(n,r)}catch(e){this.legend.textContent=``,this.workbench.failures.add(`picture`,e,()=>void this.show())}}place({width_px:e,height_px:t,square:n},r){let{left:i,top:a,right:o,bottom:s}=n;Object.assign(this.image.style,{left:Ux(i/e),top:Ux(a/t),width:Ux((o-i)/e),height:Ux((s-a)/t)}),this.image.src=r.picture,this.image.hidden=!1,this.legend.replaceChildren(...Ka(r))}};function Ux(e){return`${100*e}%`}var Wx=class{shape;sides;points=[];under=null;first=null;typed=new Map;constructor(e,t){this.shape=e,this.sides=t}get isBegun(){return this.points.length>0}get hint(){return this.shape.hints[this.points.length]??``}get all(){return this.under===null?this.points:[...this.points,this.under]}get curves(){return this.shape.curves(this.all,this.sides)}get measures(){return this.isBegun&&this.under!==null?this.shape.measures(this.all):[]}hover({point:e,name:t},n,r){let i=t===`grid`||t===`aligned`?this.shape.rounded?.([...this.points,n],r):null;this.under=i??e,this.applyTyped()}type(e,t){this.typed.set(e.label,t),this.applyTyped()}take(){let{under:e}=this,t=this.points.at(-1);if(e===null)return[];if(t!==void 0&&I(t,e)<=1e-5)return this.cancel(),[];if(this.points.push(e),this.first??=e,this.typed.clear(),this.points.length<this.shape.hints.length)return[];let n=this.shape.curves(this.points,this.sides),r=I(this.first,e)<=v;return this.shape.isChained&&!r?this.points=[e]:this.cancel(),n}cancel(){let{isBegun:e}=this;return this.points=[],this.first=null,this.typed.clear(),e}applyTyped(){for(let e of this.measures){let t=this.typed.get(e.label);t!==void 0&&(this.under=e.with(this.all,t))}}},Gx=class{workbench;making;stage;places;ink;listeners=[];constructor(e,t,n,r,i){this.workbench=e,this.making=t,this.stage=n,this.places=r,this.ink=i,e.store.listen((e,t)=>this.follow(e,t))}onChange(e){this.listeners.push(e)}tell(){for(let e of this.listeners)e()}},Kx=9,qx=class{store;places;paper;found=null;constructor(e,t,n){this.store=e,this.places=t,this.paper=n}get curves(){let{program:e,sketching:t}=this.store.state;return e===null||t===null?[]:Kt(e,Gt(e,t))}get areas(){let{program:e}=this.store.state;if(this.found?.program!==e){let t=xt(this.curves.map(([,e])=>e)),n=Ct(t).flatMap(e=>t[e]??[]);this.found={program:e,areas:n}}return this.found.areas}get handles(){let{program:e,sketching:t}=this.store.state,n=e&&P(e).find(({index:e})=>e===t);return n?Nr(n):[]}snap(e,t,n){let r=this.paper.point(e);if(r===null)return null;let i=this.curves.map(([,e])=>e),a=[...ob(i),...this.places.marks(this.paper),...t.map(e=>({name:`corner`,point:e}))].filter(e=>n===null||I(n,e.point)>1e-9),o=this.paper.unitsPerPixel(r);return ub(r,{marks:a,curves:n===null?i:[],unitsPerPixel:o})}handleAt(e){let t=t=>hb(this.paper.place(t.point),e),[n]=this.handles.sort((e,n)=>t(e)-t(n));return n!==void 0&&t(n)<=Kx?n:null}curveAt(e){let t=this.paper.point(e);if(t===null)return null;let[n]=this.curves.map(([e,n])=>({index:e,away:Jx(n,t)})).sort((e,t)=>e.away-t.away),r=Kx*this.paper.unitsPerPixel(t);return n!==void 0&&n.away<=r?n.index:null}};function Jx(e,[t,n]){let r=g(e);return Math.min(...r.slice(1).map(([e,i],a)=>{let[o,s]=r[a]??[e,i],[c,l]=[e-o,i-s],u=((t-o)*c+(n-s)*l)/(c*c+l*l||1),d=Math.min(1,Math.max(0,u));return Math.hypot(t-o-c*d,n-s-l*d)}))}var Yx=9,Xx=24,Zx=60,Qx=class extends Gx{sides=6;count=4;stroke=null;open=null;under=null;pressed=null;dragged=null;at=null;turn=null;get isOn(){return this.open!==null}get isBusy(){let{tool:e}=this.workbench.store.state;return this.stroke?.isBegun===!0||e?.kind===`pattern`}get place(){return this.under&&this.isOn?this.cursorAt(this.under).point:null}press(e){return this.open!==null&&(this.pressed=e,this.workbench.store.state.tool!==null||(this.dragged=this.open.handleAt(e),this.dragged!==null))}drag(e){let{program:t}=this.workbench.store.state;if(this.dragged===null){this.pressed!==null&&hb(this.pressed,e)>Yx&&this.pressed!==null&&(this.click(this.pressed),this.pressed=null),this.hover(e);return}let n=this.open?.snap(e,[],this.dragged.point)?.point,r=t&&n&&this.dragged.move(t,n);r&&this.workbench.edit(r,`drag ${this.dragged.key}`)}drop(){this.dragged===null?this.at!==null&&this.click(this.at):(this.dragged=null,this.workbench.settle()),this.pressed=null}hover(e){this.at=e;let{open:t,stroke:n}=this,r=e!==null&&this.workbench.store.state.tool!==null,i=(n?.all??[]).slice(0,-1);this.under=r&&t?t.snap(e,i,null):null;let a=e&&t?.paper.point(e);this.under!==null&&a&&t&&n?.hover(this.under,a,cb(t.paper.unitsPerPixel(a))),this.changed()}click(e){let{tool:t}=this.workbench.store.state;this.hover(e),t===null?this.workbench.select(this.open?.curveAt(e)??this.workbench.store.state.sketching):this.accept()}accept(){let{tool:e}=this.workbench.store.state;e?.kind===`pattern`&&this.under!==null?(this.making.pattern(e.pattern,this.under.point,this.count),this.making.take(null)):this.stroke!==null&&(this.making.add(this.stroke.take()),this.hover(this.at))}cancel(){let e=this.stroke?.cancel()??!1;return this.changed(),e}type(e,t){this.stroke?.type(e,t),this.changed()}wheel(e){let{tool:t}=this.workbench.store.state,n=t?.kind===`draw`&&t.shape===`polygon`&&this.stroke?.isBegun;return n?this.setSides(this.sides+e):t?.kind===`pattern`&&this.setCount(this.count+e),n===!0||t?.kind===`pattern`}setSides(e){return $x(e,3,Xx)?(this.sides=e,this.stroke!==null&&(this.stroke.sides=e),this.changed(),!0):!1}setCount(e){return $x(e,2,Zx)?(this.count=e,this.changed(),!0):!1}draw(){let{open:e,under:t}=this;if(e===null)return;let{paper:n,curves:r,areas:i}=e,{program:a,selected:o,tool:s}=this.workbench.store.state,c=r.map(([,e])=>e),l=s?.kind===`pattern`&&a?Al(a,o):[o],u=n.point({x:this.stage.canvas.clientWidth/2,y:this.stage.canvas.clientHeight/2});this.ink.draw({paper:n,...u&&{middle:u},curves:c,chosen:r.filter(([e])=>l.includes(e)).map(([,e])=>e),profiles:i,preview:this.preview(),handles:s===null?e.handles.map(({point:e})=>e):[],cursor:s!==null&&t?this.cursorAt(t):void 0,aligned:t?.aligned??[]})}cursorAt(e){return{point:this.stroke?.all.at(-1)??e.point,name:e.name}}preview(){let{program:e,tool:t,selected:n}=this.workbench.store.state;if(t?.kind!==`pattern`||e===null||this.under===null)return this.stroke?.curves??[];let r=Al(e,n).map(t=>e.operations[t]).filter(M);return hl(t.pattern,r,this.under.point,this.count).flat()}follow(e,t){if(this.turnAway(e,t),e.sketching===t.sketching?e.sketching!==null&&this.open===null&&e.build!==t.build&&this.show(e):this.show(e),e.tool!==t.tool||e.sketching!==t.sketching){let{tool:t}=e;this.stroke=t?.kind===`draw`?new Wx(ve(t.shape),this.sides):null,this.under=null}e.program!==t.program&&this.stroke?.isBegun&&e.program!==null&&this.forgetUndone(e,t),this.changed()}turnAway(e,t){let{program:n,selected:r,sketching:i}=e,a=r!==null&&n?.operations[r]?.op===`add_extrude`;if(t.sketching!==null&&i===null&&a){let{x:e,y:t,z:n}=this.stage.towardsEye;this.turn=Math.abs(n)>.9?[.9,-1.2,Math.sign(n)]:[e-.7*t,t+.7*e,n+.6]}}showSolid(){this.turn!==null&&(this.stage.look(new q(...this.turn)),this.turn=null)}forgetUndone(e,t){let n=[e,t].map(({program:e})=>e?.operations.length??0);(n[0]??0)<(n[1]??0)&&this.stroke?.cancel()}show({program:e,sketching:t,build:n}){let r=e===null||t===null?null:fa(e,t,n),{store:i}=this.workbench;if(this.open=r&&new qx(i,this.places,this.places.paper(r)),this.ink.clear(),r===null||e===null||t===null)return;let a=e.operations[t],o=a?.op===`add_sketch`&&a.plane===`XZ`,[s,c,l]=r.normal;this.stage.lookAlong(o?[-s,-c,-l]:[s,c,l])}changed(){this.isOn&&this.stage.redraw(),this.tell()}};function $x(e,t,n){return Number.isInteger(e)&&e>=t&&e<=n}var eS={type:`change`},tS={type:`start`},nS={type:`end`},rS=new fm,iS=new am,aS=Math.cos(70*Zd.DEG2RAD),oS=new q,sS=2*Math.PI,$={NONE:-1,ROTATE:0,DOLLY:1,PAN:2,TOUCH_ROTATE:3,TOUCH_PAN:4,TOUCH_DOLLY_PAN:5,TOUCH_DOLLY_ROTATE:6},cS=1e-6,lS=class extends vg{constructor(e,t=null){super(e,t),this.state=$.NONE,this.target=new q,this.cursor=new q,this.minDistance=0,this.maxDistance=1/0,this.minZoom=0,this.maxZoom=1/0,this.minTargetRadius=0,this.maxTargetRadius=1/0,this.minPolarAngle=0,this.maxPolarAngle=Math.PI,this.minAzimuthAngle=-1/0,this.maxAzimuthAngle=1/0,this.enableDamping=!1,this.dampingFactor=.05,this.enableZoom=!0,this.zoomSpeed=1,this.enableRotate=!0,this.rotateSpeed=1,this.keyRotateSpeed=1,this.enablePan=!0,this.panSpeed=1,this.screenSpacePanning=!0,this.keyPanSpeed=7,this.zoomToCursor=!1,this.autoRotate=!1,this.autoRotateSpeed=2,this.keys={LEFT:`ArrowLeft`,UP:`ArrowUp`,RIGHT:`ArrowRight`,BOTTOM:`ArrowDown`},this.mouseButtons={LEFT:Pl.ROTATE,MIDDLE:Pl.DOLLY,RIGHT:Pl.PAN},this.touches={ONE:Fl.ROTATE,TWO:Fl.DOLLY_PAN},this.target0=this.target.clone(),this.position0=this.object.position.clone(),this.zoom0=this.object.zoom,this._cursorStyle=`auto`,this._domElementKeyEvents=null,this._lastPosition=new q,this._lastQuaternion=new Qd,this._lastTargetPosition=new q,this._quat=new Qd().setFromUnitVectors(e.up,new q(0,1,0)),this._quatInverse=this._quat.clone().invert(),this._spherical=new sg,this._sphericalDelta=new sg,this._scale=1,this._panOffset=new q,this._rotateStart=new K,this._rotateEnd=new K,this._rotateDelta=new K,this._panStart=new K,this._panEnd=new K,this._panDelta=new K,this._dollyStart=new K,this._dollyEnd=new K,this._dollyDelta=new K,this._dollyDirection=new q,this._mouse=new K,this._performCursorZoom=!1,this._pointers=[],this._pointerPositions={},this._controlActive=!1,this._onPointerMove=dS.bind(this),this._onPointerDown=uS.bind(this),this._onPointerUp=fS.bind(this),this._onContextMenu=yS.bind(this),this._onMouseWheel=hS.bind(this),this._onKeyDown=gS.bind(this),this._onTouchStart=_S.bind(this),this._onTouchMove=vS.bind(this),this._onMouseDown=pS.bind(this),this._onMouseMove=mS.bind(this),this._interceptControlDown=bS.bind(this),this._interceptControlUp=xS.bind(this),this.domElement!==null&&this.connect(this.domElement),this.update()}set cursorStyle(e){this._cursorStyle=e,e===`grab`?this.domElement.style.cursor=`grab`:this.domElement.style.cursor=`auto`}get cursorStyle(){return this._cursorStyle}connect(e){super.connect(e),this.domElement.addEventListener(`pointerdown`,this._onPointerDown),this.domElement.addEventListener(`pointercancel`,this._onPointerUp),this.domElement.addEventListener(`contextmenu`,this._onContextMenu),this.domElement.addEventListener(`wheel`,this._onMouseWheel,{passive:!1}),this.domElement.ownerDocument.addEventListener(`keydown`,this._interceptControlDown,{passive:!0,capture:!0}),this.domElement.style.touchAction=`none`}disconnect(){this.state=$.NONE,this.domElement.removeEventListener(`pointerdown`,this._onPointerDown),this.domElement.ownerDocument.removeEventListener(`pointermove`,this._onPointerMove),this.domElement.ownerDocument.removeEventListener(`pointerup`,this._onPointerUp),this.domElement.removeEventListener(`pointercancel`,this._onPointerUp),this.domElement.removeEventListener(`wheel`,this._onMouseWheel),this.domElement.removeEventListener(`contextmenu`,this._onContextMenu),this.stopListenToKeyEvents(),this.domElement.ownerDocument.removeEventListener(`keydown`,this._interceptControlDown,{capture:!0}),this.domElement.ownerDocument.removeEventListener(`keyup`,this._interceptControlUp,{capture:!0}),this._controlActive=!1,this._pointers.length=0,this._pointerPositions={},this.domElement.style.touchAction=``,this.domElement.style.cursor=`auto`}dispose(){this.disconnect()}getPolarAngle(){return this._spherical.phi}getAzimuthalAngle(){return this._spherical.theta}getDistance(){return this.object.position.distanceTo(this.target)}listenToKeyEvents(e){e.addEventListener(`keydown`,this._onKeyDown),this._domElementKeyEvents=e}stopListenToKeyEvents(){this._domElementKeyEvents!==null&&(this._domElementKeyEvents.removeEventListener(`keydown`,this._onKeyDown),this._domElementKeyEvents=null)}saveState(){this.target0.copy(this.target),this.position0.copy(this.object.position),this.zoom0=this.object.zoom}reset(){this.target.copy(this.target0),this.object.position.copy(this.position0),this.object.zoom=this.zoom0,this.object.updateProjectionMatrix(),this.dispatchEvent(eS),this.update(),this.state=$.NONE}pan(e,t){this._pan(e,t),this.update()}dollyIn(e){this._dollyIn(e),this.update()}dollyOut(e){this._dollyOut(e),this.update()}rotateLeft(e){this._rotateLeft(e),this.update()}rotateUp(e){this._rotateUp(e),this.update()}update(e=null){let t=this.object.position;oS.copy(t).sub(this.target),oS.applyQuaternion(this._quat),this._spherical.setFromVector3(oS),this.autoRotate&&this.state===$.NONE&&this._rotateLeft(this._getAutoRotationAngle(e)),this.enableDamping?(this._spherical.theta+=this._sphericalDelta.theta*this.dampingFactor,this._spherical.phi+=this._sphericalDelta.phi*this.dampingFactor):(this._spherical.theta+=this._sphericalDelta.theta,this._spherical.phi+=this._sphericalDelta.phi);let n=this.minAzimuthAngle,r=this.maxAzimuthAngle;isFinite(n)&&isFinite(r)&&(n<-Math.PI?n+=sS:n>Math.PI&&(n-=sS),r<-Math.PI?r+=sS:r>Math.PI&&(r-=sS),n<=r?this._spherical.theta=Math.max(n,Math.min(r,this._spherical.theta)):this._spherical.theta=this._spherical.theta>(n+r)/2?Math.max(n,this._spherical.theta):Math.min(r,this._spherical.theta)),this._spherical.phi=Math.max(this.minPolarAngle,Math.min(this.maxPolarAngle,this._spherical.phi)),this._spherical.makeSafe(),this.enableDamping===!0?this.target.addScaledVector(this._panOffset,this.dampingFactor):this.target.add(this._panOffset),this.target.sub(this.cursor),this.target.clampLength(this.minTargetRadius,this.maxTargetRadius),this.target.add(this.cursor);let i=!1;if(this.zoomToCursor&&this._performCursorZoom||this.object.isOrthographicCamera)this._spherical.radius=this._clampDistance(this._spherical.radius);else{let e=this._spherical.radius;this._spherical.radius=this._clampDistance(this._spherical.radius*this._scale),i=e!=this._spherical.radius}if(oS.setFromSpherical(this._spherical),oS.applyQuaternion(this._quatInverse),t.copy(this.target).add(oS),this.object.lookAt(this.target),this.enableDamping===!0?(this._sphericalDelta.theta*=1-this.dampingFactor,this._sphericalDelta.phi*=1-this.dampingFactor,this._panOffset.multiplyScalar(1-this.dampingFactor)):(this._sphericalDelta.set(0,0,0),this._panOffset.set(0,0,0)),this.zoomToCursor&&this._performCursorZoom){let e=null;if(this.object.isPerspectiveCamera){let t=oS.length();e=this._clampDistance(t*this._scale);let n=t-e;this.object.position.addScaledVector(this._dollyDirection,n),this.object.updateMatrixWorld(),i=!!n}else if(this.object.isOrthographicCamera){let t=new q(this._mouse.x,this._mouse.y,0);t.unproject(this.object);let n=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),this.object.updateProjectionMatrix(),i=n!==this.object.zoom;let r=new q(this._mouse.x,this._mouse.y,0);r.unproject(this.object),this.object.position.sub(r).add(t),this.object.updateMatrixWorld(),e=oS.length()}else console.warn(`WARNING: OrbitControls.js encountered an unknown camera type - zoom to cursor disabled.`),this.zoomToCursor=!1;e!==null&&(this.screenSpacePanning?this.target.set(0,0,-1).transformDirection(this.object.matrix).multiplyScalar(e).add(this.object.position):(rS.origin.copy(this.object.position),rS.direction.set(0,0,-1).transformDirection(this.object.matrix),Math.abs(this.object.up.dot(rS.direction))<aS?this.object.lookAt(this.target):(iS.setFromNormalAndCoplanarPoint(this.object.up,this.target),rS.intersectPlane(iS,this.target))))}else if(this.object.isOrthographicCamera){let e=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),e!==this.object.zoom&&(this.object.updateProjectionMatrix(),i=!0)}return this._scale=1,this._performCursorZoom=!1,i||this._lastPosition.distanceToSquared(this.object.position)>cS||8*(1-this._lastQuaternion.dot(this.object.quaternion))>cS||this._lastTargetPosition.distanceToSquared(this.target)>cS?(this.dispatchEvent(eS),this._lastPosition.copy(this.object.position),this._lastQuaternion.copy(this.object.quaternion),this._lastTargetPosition.copy(this.target),!0):!1}_getAutoRotationAngle(e){return e===null?sS/60/60*this.autoRotateSpeed:sS/60*this.autoRotateSpeed*e}_getZoomScale(e){let t=Math.abs(e*.01);return .95**(this.zoomSpeed*t)}_rotateLeft(e){this._sphericalDelta.theta-=e}_rotateUp(e){this._sphericalDelta.phi-=e}_panLeft(e,t){oS.setFromMatrixColumn(t,0),oS.multiplyScalar(-e),this._panOffset.add(oS)}_panUp(e,t){this.screenSpacePanning===!0?oS.setFromMatrixColumn(t,1):(oS.setFromMatrixColumn(t,0),oS.crossVectors(this.object.up,oS)),oS.multiplyScalar(e),this._panOffset.add(oS)}_pan(e,t){let n=this.domElement;if(this.object.isPerspectiveCamera){let r=this.object.position;oS.copy(r).sub(this.target);let i=oS.length();i*=Math.tan(this.object.fov/2*Math.PI/180),this._panLeft(2*e*i/n.clientHeight,this.object.matrix),this._panUp(2*t*i/n.clientHeight,this.object.matrix)}else this.object.isOrthographicCamera?(this._panLeft(e*(this.object.right-this.object.left)/this.object.zoom/n.clientWidth,this.object.matrix),this._panUp(t*(this.object.top-this.object.bottom)/this.object.zoom/n.clientHeight,this.object.matrix)):(console.warn(`WARNING: OrbitControls.js encountered an unknown camera type - pan disabled.`),this.enablePan=!1)}_dollyOut(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale/=e:(console.warn(`WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled.`),this.enableZoom=!1)}_dollyIn(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale*=e:(console.warn(`WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled.`),this.enableZoom=!1)}_updateZoomParameters(e,t){if(!this.zoomToCursor)return;this._performCursorZoom=!0;let n=this.domElement.getBoundingClientRect(),r=e-n.left,i=t-n.top,a=n.width,o=n.height;this._mouse.x=r/a*2-1,this._mouse.y=-(i/o)*2+1,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()}_clampDistance(e){return Math.max(this.minDistance,Math.min(this.maxDistance,e))}_handleMouseDownRotate(e){this._rotateStart.set(e.clientX,e.clientY)}_handleMouseDownDolly(e){this._updateZoomParameters(e.clientX,e.clientY),this._dollyStart.set(e.clientX,e.clientY)}_handleMouseDownPan(e){this._panStart.set(e.clientX,e.clientY)}_handleMouseMoveRotate(e){this._rotateEnd.set(e.clientX,e.clientY),this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(sS*this._rotateDelta.x/t.clientHeight),this._rotateUp(sS*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd),this.update()}_handleMouseMoveDolly(e){this._dollyEnd.set(e.clientX,e.clientY),this._dollyDelta.subVectors(this._dollyEnd,this._dollyStart),this._dollyDelta.y>0?this._dollyOut(this._getZoomScale(this._dollyDelta.y)):this._dollyDelta.y<0&&this._dollyIn(this._getZoomScale(this._dollyDelta.y)),this._dollyStart.copy(this._dollyEnd),this.zoomToCursor&&(this._performCursorZoom=!0,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()),this.update()}_handleMouseMovePan(e){this._panEnd.set(e.clientX,e.clientY),this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd),this.update()}_handleMouseWheel(e){this._updateZoomParameters(e.clientX,e.clientY),e.deltaY<0?this._dollyIn(this._getZoomScale(e.deltaY)):e.deltaY>0&&this._dollyOut(this._getZoomScale(e.deltaY)),this.update()}_handleKeyDown(e){let t=!1;switch(e.code){case this.keys.UP:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(sS*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,this.keyPanSpeed),t=!0;break;case this.keys.BOTTOM:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(-sS*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,-this.keyPanSpeed),t=!0;break;case this.keys.LEFT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(sS*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(this.keyPanSpeed,0),t=!0;break;case this.keys.RIGHT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(-sS*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(-this.keyPanSpeed,0),t=!0}t&&(e.preventDefault(),this.update())}_handleTouchStartRotate(e){if(this._pointers.length===1)this._rotateStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),r=.5*(e.pageY+t.y);this._rotateStart.set(n,r)}}_handleTouchStartPan(e){if(this._pointers.length===1)this._panStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),r=.5*(e.pageY+t.y);this._panStart.set(n,r)}}_handleTouchStartDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,r=e.pageY-t.y,i=Math.sqrt(n*n+r*r);this._dollyStart.set(0,i)}_handleTouchStartDollyPan(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enablePan&&this._handleTouchStartPan(e)}_handleTouchStartDollyRotate(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enableRotate&&this._handleTouchStartRotate(e)}_handleTouchMoveRotate(e){if(this._pointers.length==1)this._rotateEnd.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),r=.5*(e.pageY+t.y);this._rotateEnd.set(n,r)}this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(sS*this._rotateDelta.x/t.clientHeight),this._rotateUp(sS*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd)}_handleTouchMovePan(e){if(this._pointers.length===1)this._panEnd.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),r=.5*(e.pageY+t.y);this._panEnd.set(n,r)}this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd)}_handleTouchMoveDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,r=e.pageY-t.y,i=Math.sqrt(n*n+r*r);this._dollyEnd.set(0,i),this._dollyDelta.set(0,(this._dollyEnd.y/this._dollyStart.y)**+this.zoomSpeed),this._dollyOut(this._dollyDelta.y),this._dollyStart.copy(this._dollyEnd);let a=(e.pageX+t.x)*.5,o=(e.pageY+t.y)*.5;this._updateZoomParameters(a,o)}_handleTouchMoveDollyPan(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enablePan&&this._handleTouchMovePan(e)}_handleTouchMoveDollyRotate(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enableRotate&&this._handleTouchMoveRotate(e)}_addPointer(e){this._pointers.push(e.pointerId)}_removePointer(e){delete this._pointerPositions[e.pointerId];for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId){this._pointers.splice(t,1);return}}_isTrackingPointer(e){for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId)return!0;return!1}_trackPointer(e){let t=this._pointerPositions[e.pointerId];t===void 0&&(t=new K,this._pointerPositions[e.pointerId]=t),t.set(e.pageX,e.pageY)}_getSecondPointerPosition(e){let t=e.pointerId===this._pointers[0]?this._pointers[1]:this._pointers[0];return this._pointerPositions[t]}_customWheelEvent(e){let t=e.deltaMode,n={clientX:e.clientX,clientY:e.clientY,deltaY:e.deltaY};switch(t){case 1:n.deltaY*=16;break;case 2:n.deltaY*=100}return e.ctrlKey&&!this._controlActive&&(n.deltaY*=10),n}};function uS(e){this.enabled!==!1&&(this._pointers.length===0&&(this.domElement.setPointerCapture(e.pointerId),this.domElement.ownerDocument.addEventListener(`pointermove`,this._onPointerMove),this.domElement.ownerDocument.addEventListener(`pointerup`,this._onPointerUp)),this._isTrackingPointer(e)||(this._addPointer(e),e.pointerType===`touch`?this._onTouchStart(e):this._onMouseDown(e),this._cursorStyle===`grab`&&(this.domElement.style.cursor=`grabbing`)))}function dS(e){this.enabled!==!1&&(e.pointerType===`touch`?this._onTouchMove(e):this._onMouseMove(e))}function fS(e){switch(this._removePointer(e),this._pointers.length){case 0:this.domElement.releasePointerCapture(e.pointerId),this.domElement.ownerDocument.removeEventListener(`pointermove`,this._onPointerMove),this.domElement.ownerDocument.removeEventListener(`pointerup`,this._onPointerUp),this.dispatchEvent(nS),this.state=$.NONE,this._cursorStyle===`grab`&&(this.domElement.style.cursor=`grab`);break;case 1:let t=this._pointers[0],n=this._pointerPositions[t];this._onTouchStart({pointerId:t,pageX:n.x,pageY:n.y})}}function pS(e){let t;switch(e.button){case 0:t=this.mouseButtons.LEFT;break;case 1:t=this.mouseButtons.MIDDLE;break;case 2:t=this.mouseButtons.RIGHT;break;default:t=-1}switch(t){case Pl.DOLLY:if(this.enableZoom===!1)return;this._handleMouseDownDolly(e),this.state=$.DOLLY;break;case Pl.ROTATE:if(e.ctrlKey||e.metaKey||e.shiftKey){if(this.enablePan===!1)return;this._handleMouseDownPan(e),this.state=$.PAN}else{if(this.enableRotate===!1)return;this._handleMouseDownRotate(e),this.state=$.ROTATE}break;case Pl.PAN:if(e.ctrlKey||e.metaKey||e.shiftKey){if(this.enableRotate===!1)return;this._handleMouseDownRotate(e),this.state=$.ROTATE}else{if(this.enablePan===!1)return;this._handleMouseDownPan(e),this.state=$.PAN}break;default:this.state=$.NONE}this.state!==$.NONE&&this.dispatchEvent(tS)}function mS(e){switch(this.state){case $.ROTATE:if(this.enableRotate===!1)return;this._handleMouseMoveRotate(e);break;case $.DOLLY:if(this.enableZoom===!1)return;this._handleMouseMoveDolly(e);break;case $.PAN:if(this.enablePan===!1)return;this._handleMouseMovePan(e)}}function hS(e){this.enabled!==!1&&this.enableZoom!==!1&&this.state===$.NONE&&(e.preventDefault(),this.dispatchEvent(tS),this._handleMouseWheel(this._customWheelEvent(e)),this.dispatchEvent(nS))}function gS(e){this.enabled!==!1&&this._handleKeyDown(e)}function _S(e){switch(this._trackPointer(e),this._pointers.length){case 1:switch(this.touches.ONE){case Fl.ROTATE:if(this.enableRotate===!1){this.state=$.NONE;break}this._handleTouchStartRotate(e),this.state=$.TOUCH_ROTATE;break;case Fl.PAN:if(this.enablePan===!1){this.state=$.NONE;break}this._handleTouchStartPan(e),this.state=$.TOUCH_PAN;break;default:this.state=$.NONE}break;case 2:switch(this.touches.TWO){case Fl.DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchStartDollyPan(e),this.state=$.TOUCH_DOLLY_PAN;break;case Fl.DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchStartDollyRotate(e),this.state=$.TOUCH_DOLLY_ROTATE;break;default:this.state=$.NONE}break;default:this.state=$.NONE}this.state!==$.NONE&&this.dispatchEvent(tS)}function vS(e){switch(this._trackPointer(e),this.state){case $.TOUCH_ROTATE:if(this.enableRotate===!1)return;this._handleTouchMoveRotate(e),this.update();break;case $.TOUCH_PAN:if(this.enablePan===!1)return;this._handleTouchMovePan(e),this.update();break;case $.TOUCH_DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchMoveDollyPan(e),this.update();break;case $.TOUCH_DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchMoveDollyRotate(e),this.update();break;default:this.state=$.NONE}}function yS(e){this.enabled!==!1&&e.preventDefault()}function bS(e){e.key===`Control`&&(this._controlActive=!0,this.domElement.ownerDocument.addEventListener(`keyup`,this._interceptControlUp,{passive:!0,capture:!0}))}function xS(e){e.key===`Control`&&(this._controlActive=!1,this.domElement.ownerDocument.removeEventListener(`keyup`,this._interceptControlUp,{passive:!0,capture:!0}))}var SS=32,CS=.4,wS=1.25,TS=220,ES=.72,DS=new vp(new q(-2.4,-2.4,-2.4),new q(2.4,2.4,2.4)),OS=class{canvas;scene=new rp;camera=new Fh(SS,1,.1,1e3);controls;renderer;box=DS.clone();frame=0;afterDraw=[];turn=0;fieldOfViewDeg=SS;constructor(e){this.canvas=e,this.renderer=new Ay({canvas:e,antialias:!0,alpha:!0,stencil:!0}),this.renderer.localClippingEnabled=!0,this.camera.up.set(0,0,1),this.camera.position.set(20,-30,22),this.controls=new lS(this.camera,e),this.controls.zoomToCursor=!0,this.controls.addEventListener(`change`,()=>this.redraw()),this.scene.add(this.camera,new Ch(16777215,9278371,1.9));let t=new Rh(16777215,1.6);t.position.set(-.4,.9,1),this.camera.add(t,t.target),new ResizeObserver(()=>this.resize()).observe(e.parentElement??e),this.resize()}onDraw(e){this.afterDraw.push(e)}redraw(){this.frame===0&&(this.frame=requestAnimationFrame(()=>this.draw()))}draw(){cancelAnimationFrame(this.frame),this.frame=0,this.clip(),this.renderer.render(this.scene,this.camera);for(let e of this.afterDraw)e()}picture(e){this.draw();let{width:t,height:n}=this.canvas,r=ES*Math.min(t,n),i=document.createElement(`canvas`);i.width=e,i.height=e;let[a,o]=[(t-r)/2,(n-r)/2];return i.getContext(`2d`)?.drawImage(this.canvas,a,o,r,r,0,0,e,e),i.toDataURL(`image/webp`,.8)}setBox(e){this.box.copy(e??DS)}get radius(){return Math.max(this.box.getBoundingSphere(new Up).radius,.001)}get center(){return this.box.getCenter(new q)}fit(e=`turn`){this.look(this.towardsEye,e)}setOrthographic(e){let t=()=>Math.tan(this.camera.fov/2*(Math.PI/180)),n=t();this.fieldOfViewDeg=e?CS:SS,this.camera.fov=this.fieldOfViewDeg,this.zoom(n/t())}get towardsEye(){return this.camera.position.clone().sub(this.controls.target).normalize()}look(e,t=`turn`){this.camera.up.set(0,0,1),this.camera.fov=this.fieldOfViewDeg,this.camera.clearViewOffset(),this.camera.updateProjectionMatrix();let n=this.fieldOfViewDeg/2*(Math.PI/180),r=Math.atan(Math.tan(n)*Math.min(1,this.camera.aspect)),i=this.radius*wS/Math.sin(r);this.travel(this.center,e.clone().normalize(),i,t)}lookAlong([e,t,n]){let r=Math.hypot(e,t)<1e-4;this.look(r?new q(0,-zy,n):new q(e,t,n))}lookThrough(e,t){cancelAnimationFrame(this.turn);let{clientWidth:n,clientHeight:r}=this.canvas,{x:i,y:a,scale:o}=t;this.camera.up.copy(e.up),this.camera.fov=e.verticalFovDeg;let[s,c]=[n/o,r/o];this.camera.setViewOffset(n,r,i,a,s,c),this.camera.position.copy(e.position),this.controls.target.copy(e.target),this.controls.update(),this.draw()}orbit(e,t){let n=this.camera.position.clone().sub(this.controls.target);n.applyAxisAngle(new q(0,0,1),-e);let r=new q(0,0,1).cross(n).normalize(),i=n.clone().applyAxisAngle(r,-t),a=Math.abs(i.z)<.999*i.length();this.camera.position.copy(this.controls.target).add(a?i:n),this.controls.update()}zoom(e){let t=this.camera.position.clone().sub(this.controls.target).multiplyScalar(e);this.camera.position.copy(this.controls.target).add(t),this.controls.update()}travel(e,t,n,r){cancelAnimationFrame(this.turn);let i=this.camera.position.clone().sub(this.controls.target),[a,o]=[this.controls.target.clone(),i.length()];i.normalize();let s=performance.now(),c=r===`jump`||matchMedia(`(prefers-reduced-motion: reduce)`).matches,l=()=>{let r=c?1:Math.min(1,(performance.now()-s)/TS),u=r*r*(3-2*r),d=r===1?t:kS(i,t,u);this.controls.target.lerpVectors(a,e,u);let f=o+(n-o)*u;this.camera.position.copy(this.controls.target).addScaledVector(d,f),this.controls.update(),this.redraw(),this.turn=r<1?requestAnimationFrame(l):0};l()}clip(){let e=this.camera.position.distanceTo(this.center);this.camera.near=Math.max((e-4*this.radius)*.9,this.radius/200),this.camera.far=e+12*this.radius,this.camera.updateProjectionMatrix()}resize(){let e=this.canvas.parentElement,[t,n]=[e?.clientWidth??0,e?.clientHeight??0];t!==0&&n!==0&&(this.renderer.setPixelRatio(Math.min(devicePixelRatio,2)),this.renderer.setSize(t,n,!1),this.camera.aspect=t/n,this.camera.updateProjectionMatrix(),this.draw())}};function kS(e,t,n){let r=e.clone().lerp(t,n);return r.lengthSq()<1e-6?t.clone():r.normalize()}var AS=.05,jS=class extends Gx{diameter=.5;depth=null;under=null;snap=null;latest=null;get isOn(){let{tool:e}=this.workbench.store.state;return e?.kind===`plane`||e?.kind===`hole`||e?.kind===`paste`}get face(){return this.isOn?this.under?.face??null:null}get place(){return this.isOn?this.snap?.point??null:null}hover(e){let{build:t,tool:n}=this.workbench.store.state,r=e&&t?this.places.face(e,t):null;this.under=r??(e&&n?.kind!==`hole`?this.places.origin(e):null),this.snap=this.under&&n?.kind!==`plane`?this.snapAt(this.under):null,this.changed()}click(e){this.hover(e);let{tool:t}=this.workbench.store.state,{under:n,snap:r}=this;if(n===null){let e=t?.kind===`hole`?`a flat face`:`a flat face or a plane`;this.workbench.tell(`Click ${e}.`)}else if(t?.kind===`plane`)this.making.sketchOn(n.plane);else if(r!==null){let e=this.stamp(this.depthAt(n,r));e!==null&&this.put(n.plane,r.point,e)}}wheel(e){let t=this.workbench.store.state.tool?.kind===`hole`;return t&&this.setDiameter(Math.max(AS,this.diameter+e*AS)),t}setDiameter(e){let t=e>0;return this.diameter=t?Number(e.toFixed(6)):this.diameter,this.changed(),t}setDepth(e){let t=e===null||e>0;return this.depth=t?e:this.depth,this.changed(),t}draw(){if(!this.isOn)return;let{tool:e}=this.workbench.store.state,{under:t,snap:n}=this;if(this.ink.clear(),e?.kind!==`hole`){let e=t?.face===null?t.plane:null;this.ink.drawSquares(this.places.squares(),e)}let r=this.stamp(this.diameter);if(t!==null&&n!==null&&r!==null){let e=Cl(r,n.point);this.ink.draw({paper:t.paper,preview:e,cursor:n,aligned:n.aligned})}}stamp(e){let{tool:t,copied:n,build:r}=this.workbench.store.state;return t?.kind===`paste`?n:t?.kind===`hole`&&r!==null?xl(this.diameter,e):null}depthAt({paper:e},{point:t}){let{build:n}=this.workbench.store.state;if(this.depth!==null||n===null)return this.depth??this.diameter;let r=Dl(n.mesh,e.frame,t,this.diameter/2);return r>0?r:this.diameter}put(e,t,n){let{program:r}=this.workbench.store.state,i=JSON.stringify([e,n]);this.latest?.key===i&&r&&El(r)?.from===this.latest.sketch?this.making.stampAgain(t,n):this.making.stamp(e,t,n);let a=this.workbench.store.state,o=a.program?El(a.program)?.from:void 0;this.latest=a.tool?.kind===`hole`&&o!==void 0?{sketch:o,key:i}:null,a.tool?.kind===`paste`&&this.making.take(null)}snapAt({paper:e,point:t}){return ub(t,{marks:[...ob([]),...this.places.marks(e)],curves:[],unitsPerPixel:e.unitsPerPixel(t)})}follow(e,t){e.tool!==t.tool&&(this.under=null,this.latest=null,this.ink.clear(),this.changed())}changed(){this.stage.redraw(),this.tell()}},MS=class{lines;material=new Kb({linewidth:2.5,depthTest:!1,transparent:!0,opacity:.9});constructor(){this.lines=new mx(new Yb,this.material),this.lines.renderOrder=20,this.lines.visible=!1,this.lines.frustumCulled=!1}show(e,t){if(this.lines.visible=t!==null&&e.length>0,t===null||e.length===0)return;let n=e.flatMap(e=>NS(g(e),t));this.lines.geometry.dispose(),this.lines.geometry=new Yb,this.lines.geometry.setPositions(n)}recolor(e){this.material.color.copy(e.accent)}};function NS(e,t){let n=e.map(e=>va(e,t));return n.slice(1).flatMap((e,t)=>[...n[t]??e,...e])}var PS=240,FS=class{workbench;element;stage;pictureView;canvas=e(`canvas`,{tabindex:0,role:`application`,"aria-label":`The solid in 3D. Arrow keys turn it, plus and minus zoom.`});part;picker;ruler;faceRuler;section;traced=new MS;compass;sketching;stamping;modes;isEmpty=!0;isNew=!1;placed=null;operationsOfFaces=[];constructor(t,n,r){this.workbench=t,this.element=e(`div`,{class:`viewport`},this.canvas),this.stage=new OS(this.canvas),this.part=new Cx(Gb(document.documentElement)),this.picker=new Ex(this.part,this.stage.camera,this.canvas),this.section=new My(this.part,Gb(document.documentElement));let i=()=>t.store.state.unit;this.ruler=new zx(this.picker,r,i);let a=()=>this.showEmphasis();this.faceRuler=new Rb(this.part,this.picker,i,a,r),this.pictureView=new kx(this.stage,this.part,new Hx(t)),this.compass=new Xy(e=>{this.pictureView.turnOff(),this.stage.look(e)});let[o,s]=[new Bb,new Mx(this.stage,this.part,this.picker)],c=new bb(t,this.stage,s);this.sketching=new Qx(t,n,this.stage,s,o),this.stamping=new jS(t,n,this.stage,s,o);let l=new qy(t,this.picker,e=>this.makersOf(e));this.modes=[this.ruler,this.faceRuler,this.stamping,this.sketching,c,l],this.stamping.onChange(()=>this.markPlace()),this.element.prepend(this.pictureView.element),this.element.append(o.element,c.element),this.element.append(this.ruler.overlay,this.ruler.label,this.faceRuler.label),this.element.append(this.compass.element),this.stage.scene.add(this.part.group,this.section.group,this.traced.lines),this.stage.onDraw(()=>this.follow()),new Lx(this.stage,this.modes),this.recolor(),t.store.listen((e,t)=>this.refresh(e,t))}recolor(){let e=Gb(document.documentElement);this.part.recolor(e,e=>this.emphasis(e)),this.section.recolor(e),this.traced.recolor(e),this.pictureView.refresh(),this.stage.redraw()}focus(){this.canvas.focus()}showEdges(e){this.part.showEdges(e),this.stage.redraw()}measure(e){this.ruler.isOn=e===`points`,this.faceRuler.isOn=e===`faces`,this.element.classList.toggle(`measuring`,e!==null),this.ruler.clear(),this.faceRuler.clear(),this.showEmphasis()}cut(e){let t=this.part.box();if(t.isEmpty())return 0;let{axis:n,share:r}=e,i=t.min[n]+(t.max[n]-t.min[n])*r;return this.section.cut(e,i,this.stage.center,this.stage.radius*4),this.stage.redraw(),i}uncut(){this.section.clear(),this.stage.redraw()}thumbnail(){return this.stage.picture(PS)}refresh(e,t){let n=e.selected!==t.selected;(n||e.build!==t.build)&&this.trace(e),(n||e.hovered!==t.hovered)&&this.showEmphasis(),e.build!==t.build&&e.build!==null&&(this.show(e.build),this.sketching.showSolid()),e.opened===t.opened?this.isNew&&e.build!==t.build&&!this.pictureView.isSeen&&this.stage.fit(`jump`):(this.isNew=!0,this.showWhole());let r=e.built?.part===e.history?.present.part;this.isNew&&=!r&&e.sketching===null,e.build===null&&t.build!==null&&(this.part.show(Sx),this.stage.setBox(null),this.stage.redraw()),this.isEmpty||=e.history===null,e.picture!==t.picture&&this.pictureView.setPicture(e.picture)}show(e){this.operationsOfFaces=e.mesh.faces.map(({origins:t})=>t.map(t=>la(e.program,t)).filter(e=>e!==null)),this.part.show(e.mesh),this.part.color(e=>this.emphasis(e)),this.section.follow(),this.ruler.clear(),this.faceRuler.clear();let t=this.part.box();t.isEmpty()||this.stage.setBox(t),this.pictureView.follow(),this.stage.draw()}showWhole(){this.isEmpty?(this.isEmpty=!1,this.stage.look(Vy,`jump`)):this.pictureView.isSeen||this.stage.fit()}trace(e){let{program:t}=e,{selected:n,build:r}=e,i=n===null?void 0:t?.operations[n],a=t&&P(t).findLast(({index:e})=>e<=(n??-1)),o=r?.sketches.find(({operation:e})=>e===a?.index),s=a?.curves.map(({curve:e})=>e)??[],c=M(i)?[i]:i?.op===`add_sketch`?s:[];this.traced.show(c,o?.frame??null)}markPlace(){this.placed!==this.stamping.face&&(this.placed=this.stamping.face,this.part.color(e=>this.emphasis(e)))}showEmphasis(){this.part.color(e=>this.emphasis(e)),this.stage.redraw()}makersOf(e){return this.operationsOfFaces[e]??[]}emphasis(e){if(e===this.placed)return`selected`;let t=this.faceRuler.marks(e);if(t!==null||this.faceRuler.isOn)return t??`none`;let{selected:n,hovered:r}=this.workbench.store.state,i=this.makersOf(e);return n!==null&&i.includes(n)?`selected`:i.some(e=>r.includes(e))?`hovered`:`none`}follow(){for(let e of this.modes)e.draw?.();this.compass.follow(this.stage.camera)}},IS=`(max-width: 1000px)`,LS=class{workbench;look=new Nl;help=Ge();queue;scale;viewport;toolbar;making;makeBar;toolTray;intake;files;start;constructor(t,n){this.workbench=t,this.queue=new Kn(t),this.scale=new Ar(t),this.making=new kl(t),this.viewport=new FS(t,this.making,e=>this.scale.measure(e)),this.makeBar=new nr(t,this.making),this.toolTray=new $c(t,this.making,this.viewport),this.toolbar=new Hy(this.viewport,t.store),this.intake=new Xn(t,this.making,this.queue),this.files=new Re(t,n),this.start=new yo(t,n,this.queue,{begin:()=>this.making.begin(),choose:()=>this.intake.choose(),photograph:()=>this.intake.photograph()});let r=e(`main`,{class:`bench`},this.left(),this.middle(),this.right());document.body.append(this.bar(),r,xo(r),this.help),this.listen(),this.listenForKeys()}async keep(){let e=await pl.start(this.workbench,()=>this.viewport.thumbnail());return this.start.showParts(e),await this.queue.keepWith(e),e}left(){let{workbench:e,making:t}=this;return RS(`Program`,[new Yc(e,t),new Va(e),new os(e)])}middle(){let{workbench:t,toolbar:n,makeBar:r,toolTray:i,start:a}=this,o=new ar(t),s=new sr(t),c=[{element:n.tray},i],l=e(`div`,{class:`stage`},...[this.viewport,n,r,...c,o,a,s].map(e=>e.element));return t.store.watch([`sketching`,`tool`],({sketching:e,tool:t})=>{l.classList.toggle(`making`,e!==null||t!==null)}),l}right(){let{workbench:e}=this;return RS(`Picture, text, export`,[new mr(e),this.scale,new So(e),this.files])}bar(){return He(this.workbench,{open:()=>this.intake.choose(),share:()=>void this.files.copyLink(),look:()=>this.look.next(),help:()=>this.help.showModal()})}listen(){document.body.classList.add(`empty`),this.look.onChange(()=>this.viewport.recolor()),this.workbench.store.listen((e,t)=>{let n=e.attempt!==null&&matchMedia(IS).matches;document.body.classList.toggle(`empty`,e.history===null||n),document.title=e.history===null?`cadseq`:`${e.name} - cadseq`,e.build!==t.build&&this.toolbar.follow(),t.history===null&&e.history!==null&&document.querySelector(`.step[aria-expanded='true']`)?.focus()})}listenForKeys(){let{workbench:e,toolbar:t,intake:n,files:r}=this,i=Array.from(`0123456`,e=>[e,()=>void t.look(e)]);Zn({always:{o:()=>n.choose(),t:()=>this.look.next(),"?":()=>this.help.showModal()},whenOpen:{n:()=>e.close(),...this.makingKeys(),f:()=>t.fit(),e:()=>t.toggleEdges(),q:()=>t.toggleOrthographic(),x:()=>t.toggleSection(),m:()=>t.toggleMeasure(),p:()=>t.togglePicture(),s:()=>void r.saveNamed(`step`),l:()=>void r.copyLink(),escape:()=>this.escape(),...Object.fromEntries(i)},withControl:{z:()=>e.undo(),"shift z":()=>e.redo(),y:()=>e.redo(),c:()=>void this.copyFeature()},inSketch:this.sketchKeys(),isOpen:()=>e.store.state.history!==null,isSketching:()=>e.store.state.sketching!==null})}makingKeys(){let{making:e}=this,{store:t}=this.workbench,n=e=>()=>{let{selected:n}=t.state;n!==null&&e(n)};return{k:()=>e.take({kind:`plane`}),h:()=>e.take({kind:`hole`}),d:()=>e.extrude(),delete:n(t=>e.remove(t)),backspace:n(t=>e.remove(t)),"alt arrowup":n(t=>e.move(t,-1)),"alt arrowdown":n(t=>e.move(t,1))}}sketchKeys(){let{making:e,viewport:t}=this,n=_e.map(t=>[ge[t].key.toLowerCase(),()=>e.draw(t)]);return{...Object.fromEntries(n),i:()=>e.take({kind:`pattern`,pattern:`line`}),j:()=>e.take({kind:`pattern`,pattern:`circle`}),enter:()=>t.sketching.isBusy?t.sketching.accept():e.closeSketch()}}escape(){let{making:e,viewport:t,toolbar:n}=this;!t.sketching.cancel()&&!e.leave()&&n.reset()}async copyFeature(){let{selected:e}=this.workbench.store.state,t=e===null?null:this.making.copy(e);t!==null&&await navigator.clipboard?.writeText(t).catch(()=>void 0)}};function RS(t,n){return e(`aside`,{class:`side`,"aria-label":t},...n.map(e=>e.element))}var zS=`cadseq.token`;function BS(){let{token:e,program:t}=s(location.hash);if(e===null)return sessionStorage.getItem(zS);sessionStorage.setItem(zS,e);let n=t===null?``:`#p=${t}`;return history.replaceState(null,``,location.pathname+location.search+n),e}var VS={text:``,name:`part`,program:null,picture:null},HS={...VS,history:null,build:null,built:null,problem:null,attempt:null,queue:[],selected:null,sketching:null,tool:null,copied:null,hovered:[],opened:0,unit:xc(),news:``,editMillis:null},US=class{current=HS;listeners=[];get state(){return this.current}update(e){let t=this.current,n=e.history===void 0?{}:WS(e.history);this.current={...t,...e,...n};for(let e of this.listeners)e(this.current,t)}listen(e){this.listeners.push(e)}watch(e,t){t(this.current),this.listen((n,r)=>{e.some(e=>n[e]!==r[e])&&t(n)})}};function WS(e){if(e===null)return VS;let{text:t,name:n,picture:r}=e.present;return{text:t,name:n,picture:r,program:kn(e.present)}}var GS=new Je(BS()),KS=new jc(new US,GS);async function qS(){let{program:e}=s(location.hash);if(e===null)return!1;history.replaceState(null,``,location.pathname+location.search);try{KS.open(await o(e),`linked part`)}catch{KS.store.update({problem:{message:`The link is damaged: it was cut or changed on its way. Ask for it again, whole.`,of:`link`,canRetry:!1}})}return!0}function JS(t){let n=`This browser cannot draw solids: ${t instanceof Error?t.message:String(t)} Allow WebGL, or take another browser.`;document.body.replaceChildren(e(`p`,{class:`apology`,role:`alert`},n))}try{let e=await new LS(KS,GS).keep();addEventListener(`hashchange`,()=>void qS()),await qS()||await e?.goOn()}catch(e){JS(e)}