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
{{CONTENT:none}}</main>
<footer class="site"><p>{{FOOTER}}</p></footer>
</body>
</html>
