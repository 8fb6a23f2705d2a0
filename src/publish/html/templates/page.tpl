{{%AUTOESCAPE context="HTML"}}{{! SPDX-FileCopyrightText: The Common Ground developers }}{{! SPDX-License-Identifier: AGPL-3.0-or-later }}<!DOCTYPE html>
<html lang="{{LANGUAGE}}" dir="{{DIRECTION}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{{#POLICY}}default-src 'none'; style-src 'self' file:; img-src 'self'; base-uri 'none'; form-action 'none'{{/POLICY}}{{#POLICY_ALONE}}default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'{{/POLICY_ALONE}}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{{TITLE}} – {{STUDY}}</title>
{{#STYLE_LINK}}<link rel="stylesheet" href="{{ROOT}}style.css">
{{/STYLE_LINK}}{{#STYLE_ALONE}}<style>
{{CSS:none}}</style>
{{/STYLE_ALONE}}</head>
<body{{#ALONE}} class="alone"{{/ALONE}}>
<a class="skip" href="#content">{{SKIP}}</a>
{{#HEADER}}<header class="site">
<p class="site-title"><a href="{{ROOT}}index.html">{{STUDY}}</a></p>
<nav aria-label="{{NAVIGATION}}"><ul>
{{#NAV}}<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{TEXT}}</a></li>
{{/NAV}}</ul></nav>
</header>
{{/HEADER}}{{#HEADER_ALONE}}<header class="site"><p class="site-title">{{STUDY}}</p></header>
{{/HEADER_ALONE}}<main id="content" tabindex="-1">
{{#INVENTED}}<p class="warning">{{TEXT}}</p>
{{/INVENTED}}<h1>{{TITLE}}</h1>
{{#BLOCK}}{{#H2}}<h2 id="{{ID}}">{{TEXT}}</h2>
{{/H2}}{{#H3}}<h3 id="{{ID}}">{{TEXT}}</h3>
{{/H3}}{{#PARAGRAPH}}<p{{#STYLE}} class="{{NAME}}"{{/STYLE}}>{{#SPAN}}{{#LINK}}<a href="{{HREF}}"{{#OUT}} rel="noopener noreferrer"{{/OUT}}>{{TEXT}}</a>{{/LINK}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#STYLED}}<span class="{{NAME}}">{{TEXT}}</span>{{/STYLED}}{{/SPAN}}</p>
{{/PARAGRAPH}}{{#BULLETS}}<ul>
{{#ITEM}}<li>{{#SPAN}}{{#LINK}}<a href="{{HREF}}"{{#OUT}} rel="noopener noreferrer"{{/OUT}}>{{TEXT}}</a>{{/LINK}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#STYLED}}<span class="{{NAME}}">{{TEXT}}</span>{{/STYLED}}{{/SPAN}}</li>
{{/ITEM}}</ul>
{{/BULLETS}}{{#TABLE}}<div class="wide" role="region" tabindex="0" aria-labelledby="{{ID}}-caption"><table id="{{ID}}">
<caption id="{{ID}}-caption">{{CAPTION}}</caption>
<thead><tr>{{#HEAD}}<th scope="col">{{TEXT}}</th>{{/HEAD}}</tr></thead>
<tbody>
{{#ROW}}<tr>{{#CELL}}{{#FIRST}}<th scope="row">{{#SPAN}}{{#LINK}}<a href="{{HREF}}"{{#OUT}} rel="noopener noreferrer"{{/OUT}}>{{TEXT}}</a>{{/LINK}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#STYLED}}<span class="{{NAME}}">{{TEXT}}</span>{{/STYLED}}{{/SPAN}}</th>{{/FIRST}}{{#REST}}<td>{{#SPAN}}{{#LINK}}<a href="{{HREF}}"{{#OUT}} rel="noopener noreferrer"{{/OUT}}>{{TEXT}}</a>{{/LINK}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#STYLED}}<span class="{{NAME}}">{{TEXT}}</span>{{/STYLED}}{{/SPAN}}</td>{{/REST}}{{/CELL}}</tr>
{{/ROW}}</tbody></table></div>
{{/TABLE}}{{#FIGURE}}<figure id="{{ID}}">
<figcaption><strong>{{TITLE}}</strong><br>{{SUBTITLE}}</figcaption>
<div class="wide" role="region" tabindex="0" aria-labelledby="{{ID}}-title"><svg role="{{ROLE}}" aria-labelledby="{{ID}}-title {{ID}}-desc" viewBox="0 0 {{WIDTH}} {{HEIGHT}}" width="{{WIDTH}}" height="{{HEIGHT}}">
<title id="{{ID}}-title">{{TITLE}}</title>
<desc id="{{ID}}-desc">{{DESCRIPTION}}</desc>
<defs><pattern id="{{ID}}-hatch" class="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0"></path></pattern></defs>
{{#SHAPE}}{{#LINKED}}<a href="{{HREF}}" aria-label="{{LABEL}}">{{/LINKED}}{{#RECT}}<rect x="{{X}}" y="{{Y}}" width="{{W}}" height="{{H}}" class="{{NAME}}"{{#HATCHED}} fill="url(#{{ID}}-hatch)"{{/HATCHED}}></rect>{{/RECT}}{{#LINE}}<line x1="{{X}}" y1="{{Y}}" x2="{{X2}}" y2="{{Y2}}" class="{{NAME}}"></line>{{/LINE}}{{#LABELLED}}<text x="{{X}}" y="{{Y}}" text-anchor="{{ANCHOR}}" class="{{NAME}}">{{TEXT}}</text>{{/LABELLED}}{{#LINKED}}</a>{{/LINKED}}
{{/SHAPE}}</svg></div>
</figure>
{{/FIGURE}}{{#PROSE}}<div class="prose">{{HTML:none}}</div>
{{/PROSE}}{{#PASSAGE}}<div class="passage" id="{{ID}}"><div class="text"{{#IN}} lang="{{LANGUAGE}}"{{/IN}}>{{HTML:none}}</div>{{#CODES}}<ul class="margin" aria-label="{{LABEL}}">{{#CODE}}<li>{{#SPAN}}{{#LINK}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINK}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#STYLED}}<span class="{{NAME}}">{{TEXT}}</span>{{/STYLED}}{{/SPAN}}</li>{{/CODE}}</ul>{{/CODES}}</div>
{{/PASSAGE}}{{#SIDES}}<section class="sides" id="{{ID}}"><h4>{{#SPAN}}{{#LINK}}<a href="{{HREF}}"{{#OUT}} rel="noopener noreferrer"{{/OUT}}>{{TEXT}}</a>{{/LINK}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#STYLED}}<span class="{{NAME}}">{{TEXT}}</span>{{/STYLED}}{{/SPAN}}</h4><div class="columns">
{{#SIDE}}<div class="side"><p class="who">{{HEADING}}</p>{{#STATE}}<p class="state">{{TEXT}}</p>{{/STATE}}
{{#QUOTE}}<blockquote{{#IN}} lang="{{LANGUAGE}}"{{/IN}}><p>{{WORDS}}</p></blockquote><p class="note">{{#SPAN}}{{#LINK}}<a href="{{HREF}}"{{#OUT}} rel="noopener noreferrer"{{/OUT}}>{{TEXT}}</a>{{/LINK}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#STYLED}}<span class="{{NAME}}">{{TEXT}}</span>{{/STYLED}}{{/SPAN}}</p>
{{/QUOTE}}</div>
{{/SIDE}}</div></section>
{{/SIDES}}{{/BLOCK}}</main>
<footer class="site"><p>{{FOOTER}}</p></footer>
</body>
</html>
