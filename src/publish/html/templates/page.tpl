{{%AUTOESCAPE context="HTML"}}{{! SPDX-FileCopyrightText: The Common Ground developers }}{{! SPDX-License-Identifier: AGPL-3.0-or-later }}<!DOCTYPE html>
<html lang="{{LANGUAGE}}" dir="{{DIRECTION}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{{#POLICY}}default-src 'none'; style-src 'self' file:; font-src 'self' file:; img-src 'self'; base-uri 'none'; form-action 'none'{{/POLICY}}{{#POLICY_ALONE}}default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'{{/POLICY_ALONE}}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{{TITLE}}</title>
{{#STYLE_LINK}}<link rel="stylesheet" href="{{ROOT}}style.css">
{{/STYLE_LINK}}{{#STYLE_ALONE}}<style>
{{CSS:none}}</style>
{{/STYLE_ALONE}}</head>
<body{{#ALONE}} class="alone"{{/ALONE}}>
<a class="skip" href="#content">{{SKIP}}</a>
<header class="site"><div class="top"><div class="grid">
{{#HEADER}}<a class="brand" href="{{ROOT}}index.html"><svg viewBox="0 0 48 48" aria-hidden="true" focusable="false"><path class="b1" d="M4 26A20 20 0 0 1 44 26Q40 21.5 36 26Q32 21.5 28 26Q24 21.5 20 26Q16 21.5 12 26Q8 21.5 4 26Z"></path><path class="b2" d="M24 4V8M24 24V38A5 5 0 0 0 34 38"></path></svg><span>{{BRAND}}</span></a>
<nav class="bar" aria-label="{{NAVIGATION}}"><ul>{{#NAV}}<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{TEXT}}</a></li>{{/NAV}}</ul></nav>
<details class="menu"><summary>{{CONTENTS}}</summary><nav aria-label="{{CONTENTS}}"><ul>{{#NAV}}<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}><b>{{NUMBER}}</b>{{TEXT}}</a></li>{{/NAV}}</ul></nav></details>
{{/HEADER}}{{#HEADER_ALONE}}<p class="brand"><span>{{BRAND}}</span></p>
{{/HEADER_ALONE}}</div></div>
{{#INVENTED}}<div class="invented grid"><p{{#OF}} lang="{{LANGUAGE}}" dir="{{DIRECTION}}"{{/OF}}>{{TEXT}}</p></div>
{{/INVENTED}}</header>
<main id="content" tabindex="-1">
{{CONTENT:none}}</main>
{{#AROUND}}<nav class="grid" aria-label="{{LABEL}}"><div class="pn">{{#PREVIOUS}}<a class="prev" href="{{HREF}}"><span>{{WORD}}</span><b>{{TEXT}}</b></a>{{/PREVIOUS}}{{#NEXT}}<a class="next" href="{{HREF}}"><span>{{WORD}}</span><b>{{TEXT}}</b></a>{{/NEXT}}</div></nav>
{{/AROUND}}<footer class="foot"><div class="grid">
{{#MORE}}<nav class="more-of" aria-label="{{TITLE}}"><ul>{{#ITEM}}<li><a href="{{HREF}}">{{TEXT}}</a></li>{{/ITEM}}</ul></nav>
{{/MORE}}{{#FORMS}}<nav class="more-of" aria-label="{{LABEL}}"><ul>{{#FORM}}<li><a href="{{HREF}}"{{#OF}} lang="{{LANGUAGE}}" hreflang="{{LANGUAGE}}" dir="{{DIRECTION}}"{{/OF}}>{{TEXT}}</a></li>{{/FORM}}</ul></nav>
{{/FORMS}}<div class="colophon"><p><b>{{STUDY}}</b></p><p>{{FOOTER}}</p></div></div></footer>
</body>
</html>
