import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromCurl, isInvalidRequestError, parseRequest } from '../../../src/index.js';
import { curlOptions } from '../../../src/request/curl/curl-options.js';
import { spec } from '../../../src/spec.js';
import page from '../../fixtures/api-page-requests.json' with { type: 'json' };

const payload = { model: spec.model, content: [{ type: 'text', text: 'A cat' }], resolution: '720p' };
const json = JSON.stringify(payload);
const url = `${spec.baseUrl}${spec.path}`;
const request = parseRequest(payload);

/** A request with this text. */
const withText = (text: string): unknown => ({ ...payload, content: [{ type: 'text', text }] });

describe('copies are read', () => {
	test.each(Object.entries(page))('the example of the API page: %s', (_, example) => {
		const body = JSON.stringify({ ...example, resolution: '720p' }, null, 2);
		const command = `curl ${url} \\
  -H "Authorization: Bearer YOUR_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${body}'
`;
		expect(fromCurl(command)).toStrictEqual({ ...example, resolution: '720p' });
	});

	const copies: Readonly<Record<string, string>> = {
		Chrome: `curl '${url}' \\
  -H 'accept: */*' \\
  -H 'accept-language: en-US,en;q=0.9' \\
  -H 'authorization: Bearer sk-secret' \\
  -b 'session=abc; theme=dark' \\
  -H 'sec-ch-ua: "Chromium";v="140", "Not=A?Brand";v="24"' \\
  --data-raw '${json}' \\
  --insecure`,
		Firefox: `curl '${url}' --compressed -X POST -H 'User-Agent: Mozilla/5.0 (X11)' -H 'Authorization: Bearer sk-secret' --data-raw '${json}'`,
		Safari: `curl '${url}' \\\n-X 'POST' \\\n-H 'Content-Type: application/json' \\\n--data-binary '${json}'`,
		Postman: `curl --location '${url}' \\\n--header 'Authorization: Bearer sk-secret' \\\n--data '${json}'`,
		'Postman, older': `curl --location --request POST '${url}' \\\n--header 'A: b' \\\n--data-raw '${json}'`,
		Insomnia: `curl --request POST \\\n  --url ${url} \\\n  --header 'Authorization: Bearer sk-secret' \\\n  --data '${json}'`,
		'Swagger UI': `curl -X 'POST' \\\n  '${url}' \\\n  -H 'accept: application/json' \\\n  -d '${json}'`,
		'double quotes': `curl -sSL -XPOST "${url}" -H"A: b" -d "${json.replaceAll('"', '\\"')}"`,
		'a variable for the key': `curl "$BASE/v1" -H "Authorization: Bearer \${KEY}" -d '${json}'`,
		'Windows line ends': `curl ${url} \\\r\n  -d '${json}'\r\n`,
		comments: `# Creates a task\n\ncurl ${url} -d '${json}' # paid\n# the end\n`,
		'a path of curl': `/usr/bin/curl ai.alad.com/v1 --json '${json}'`,
		'a here-document': `curl ${url} -d @- <<'EOF'\n${JSON.stringify(payload, null, 2)}\nEOF\n`,
		'a here-document without quotes': `curl --data-binary @- ${url} << EOF\n${json}\nEOF`,
		'a here-document before the end of the line': `curl <<"X Y" -d @- \\\n ${url}\n${json}\nX Y\n\n# the end`,
		'quotes in pieces': `c'ur'l ${url} -d '{"model":"${spec.model}",'"\\"content\\":[{\\"type\\":\\"text\\",\\"text\\":\\"A cat\\"}],"'"resolution":"720p"}'`,
	};

	test.each(Object.entries(copies))('%s', (_, command) => {
		expect(fromCurl(command)).toStrictEqual(request);
	});

	/** A body in some quotes, around a text that is written for these quotes. */
	const inQuotes = (open: string, text: string, close: string, quote = '"'): string =>
		`${open}${JSON.stringify(withText('§')).replaceAll('"', quote).replace('§', text)}${close}`;
	const raw = String.raw;

	test.each([
		["$'…'", inQuotes("$'", raw`it\'s \\"a\\" \u0021 \x41\101`, "'"), `it's "a" ! AA`],
		["bytes in $'…'", inQuotes("$'", raw`\xc3\xa9 \303\251 \u4e2d \U0001f600 \ud83d\ude00`, "'"), 'é é 中 😀 😀'],
		['letters of Firefox as single bytes', inQuotes("$'", raw`caf\xe9 \xfcber`, "'"), 'café über'],
		["a line break of JSON in $'…'", inQuotes("$'", raw`a\\nb`, "'"), 'a\nb'],
		['an escaped quote', inQuotes("'", raw`it'\''s`, "'"), "it's"],
		['double quotes', inQuotes('"', raw`it's \$5, US$ \\\"a\\\"`, '"', raw`\"`), `it's $5, US$ "a"`],
	])('%s', (_, body, text) => {
		expect(fromCurl(`curl ${url} --data-raw ${body}`)).toStrictEqual(withText(text));
	});
});

test('the documentation lists the options', () => {
	const page = readFileSync(join(import.meta.dirname, '../../../docs/other-tools.md'), 'utf8');
	const rows = page.slice(page.indexOf('| option |'), page.indexOf('The rest is refused by name'));
	const names = [...rows.matchAll(/`(--?[\w.-]+)`/g)].map(([, name]) => name);
	expect(new Set(names)).toStrictEqual(new Set(curlOptions.keys()));
	for (const row of rows.split('\n').filter((row) => row.includes('skipped'))) {
		const meanings = [...row.matchAll(/`(--?[\w.-]+)`/g)].map(([, name]) => curlOptions.get(name!));
		expect(new Set(meanings)).toStrictEqual(new Set([row.includes('with its value') ? 'ignored-value' : 'ignored']));
	}
});

describe('the rest is refused by name', () => {
	const body = `-d '${json}'`;
	const cases: readonly (readonly [command: string, message: string | RegExp])[] = [
		['', /is empty/],
		[' \n', /is empty/],
		[`wget ${url}`, /^the command is wget, not curl/],
		[`http POST ${url}`, /^the command is http, not curl/],
		[`fetch("${url}")`, /^the command is fetch, not curl/],
		[`await fetch("${url}", {\n  "body": "{}"\n});`, /^the command is fetch, not curl/],
		[`Invoke-WebRequest ${url}`, /^the command is Invoke-WebRequest, not curl/],
		[
			`$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\nInvoke-WebRequest -Uri "${url}" \`\n-Body "{}"`,
			/^the command is Invoke-WebRequest, not curl/,
		],
		[`curl.exe ${url}`, /^the command is curl.exe, not curl/],
		[`sudo curl ${url} ${body}`, /does not begin with curl/],
		[`KEY=sk-secret curl ${url} ${body}`, /does not begin with curl/],
		[`$ curl ${url} ${body}`, /does not begin with curl/],
		['curl', /has no URL/],
		[`curl ${body}`, /has no URL/],
		[`curl ${url}`, /has no body/],
		[`curl ftp://example.com ${body}`, /not an http\(s\) URL/],
		[`curl 'https://exa mple' ${body}`, /not an http\(s\) URL/],
		[`curl ${url} ${url} ${body}`, /several URLs/],
		[`curl ${url} --url ${url} ${body}`, /several URLs/],
		[`curl ${url} ${body} -H Authorization: Bearer sk-secret`, /several URLs or loose words/],
		[`curl ${url} ${body} ${body}`, /several bodies/],
		[`curl ${url} ${body} --json '{}'`, /several bodies/],
		[`curl ${url} -d @body.json`, /body is read from a file/],
		[`curl ${url} --data-binary '@body.json'`, /body is read from a file/],
		[`curl ${url} --data-raw @body.json`, /the body is not JSON at line 1, column 1: a value is expected/],
		[`curl ${url} -d @-`, /from the input, which the command does not have/],
		[`curl ${url} ${body} <<'EOF'\n{}\nEOF`, /here-document that no option reads/],
		[`curl ${url} -d @- <<'EOF'\n{}\n`, /no line that ends it/],
		[`curl ${url} -d @- <<'EOF'`, /no line that ends it/],
		[`curl ${url} -d @- <<EOF\n{"a":"$b"}\nEOF`, /put its delimiter in quotes/],
		[`curl ${url} -d @- <<-EOF\n{}\nEOF`, /has "<<-" at line 1/],
		[`curl ${url} -d @- <<< '{}'`, /has "<<<" at line 1/],
		[`curl ${url} -d ''`, /the body is empty/],
		[`curl ${url} -d`, /the option -d has no value/],
		[`curl ${url} ${body} --header`, /the option --header has no value/],
		[`curl -X GET ${url} ${body}`, /the method is GET/],
		[`curl -XPUT ${url} ${body}`, /the method is PUT/],
		[`curl -X 'sk-secret 1' ${url} ${body}`, /the method is not POST/],
		[`curl --proxy localhost ${url} ${body}`, /the option --proxy is not supported/],
		[`curl -u user:sk-secret ${url} ${body}`, /the option -u is not supported/],
		[`curl -usk-secret ${url} ${body}`, /the option -u is not supported/],
		[`curl --oauth2-bearer=sk-secret ${url} ${body}`, /the option --oauth2-bearer is not supported/],
		[`curl --data=${json} ${url}`, /the option --data is not supported/],
		[`curl -F a=b ${url}`, /the option -F is not supported/],
		[`curl -G ${url} ${body}`, /the option -G is not supported/],
		[`curl -sT a ${url} ${body}`, /the option -T is not supported/],
		[`curl ${url} ${body} --next ${url}`, /the option --next is not supported/],
		[`curl ${url} ${body}; curl ${url}`, /has ";" at line 1/],
		[`curl ${url} ${body} && echo`, /has "&&" at line 1/],
		[`curl ${url} ${body} || echo`, /has "\|\|" at line 1/],
		[`curl ${url} \\\n ${body} | jq .`, /has "\|" at line 2/],
		[`curl ${url}?a=1&b=2 ${body}`, /has "&" at line 1/],
		[`curl ${url} ${body} > out`, /has ">" at line 1/],
		[`curl ${url} ${body} < in`, /has "<" at line 1/],
		[`(curl ${url} ${body})`, /has "\(" at line 1/],
		[`curl ${url} ${body}\ncurl ${url} ${body}`, /a second command at line 2/],
		[`curl ${url}\n  ${body}`, /a second command at line 2/],
		[`curl ${url} -d "$(cat body.json)"`, /has "\$\(" at line 1/],
		[`curl ${url} -H "Authorization: $(cat key)" ${body}`, /has "\$\(" at line 1/],
		[`curl ${url} -d \`cat body.json\``, /has "`" at line 1/],
		[`curl ${url} -d "\`cat body.json\`"`, /has "`" at line 1/],
		[`curl ${url} -d "\${BODY:-x}"`, /has "\$\{" at line 1/],
		[`curl ${url} -d $"x"`, /has '\$"' at line 1/],
		[`curl ${url} -d "$BODY"`, /the body has a variable/],
		[`curl ${url} -d '{"model":'"$MODEL"'}'`, /the body has a variable/],
		[`curl ${url} -d "{\\"text\\":\\"costs $5\\"}"`, /the body has a variable/],
		[`curl ${url} -d ${json}`, /the body has "\{" outside quotes/],
		[`curl "${url}" ^\n  -d "{}"`, /\^ outside quotes, as copies for Windows have/],
		[`curl ${url} -H ^"A: b^"`, /\^ outside quotes/],
		[`curl ${url} \\ \n ${body}`, /ends with a backslash and a space/],
		[`curl ${url} -d '${json}`, /a quote is not closed/],
		[`curl ${url} -d "${json}`, /a quote is not closed|second/],
		[`curl ${url} -d $'${json}`, /a quote is not closed/],
		[`curl ${url} -d $'\\0'`, /NUL/],
		[`curl ${url} -d '\0'`, /NUL/],
		[`curl ${url} -d $'\\U00110000'`, /the code of no character/],
		[`curl ${url} -d 'a=b'`, /the body is not JSON at line 1, column 1: a value is expected/],
		[`curl ${url} -d '{\n  "a": 1\n  "b": 2\n}'`, /line 3, column 3: a comma or a closing bracket is expected/],
	];

	test.each(cases)('%j', (command, message) => {
		const issues = issuesOf(command);
		expect(issues).toMatchObject([{ rule: 'unreadable', path: [], message: expect.stringMatching(message) as string }]);
		expect(JSON.stringify(issues)).not.toMatch(/secret|Bearer/);
	});

	test('a body that breaks rules gives the issues of its fields', () => {
		expect(issuesOf(`curl ${url} -d '${JSON.stringify(page['text-to-video'])}'`)).toMatchObject([
			{ rule: 'resolution', path: ['resolution'] },
		]);
	});

	test('what is no text is refused', () => {
		expect(issuesOf(undefined as never)).toMatchObject([
			{ message: 'the command is missing: give the text of a curl command' },
		]);
		for (const command of [undefined, null, 7, {}, ['curl']]) {
			expect(issuesOf(command as never)).toMatchObject([
				{ rule: 'shape', message: expect.stringContaining('the command is') as string },
			]);
		}
	});
});

// In quadratic time, each of them would take minutes.
test('long hostile texts are refused', () => {
	const size = 250_000;
	const parts = [
		'\\',
		"'",
		'"',
		'$',
		'$(',
		'\\ ',
		"\\'",
		'<<a\n',
		'a ',
		'#\n',
		'\n',
		'^',
		"$'",
		"$'\\",
		'\\\n',
		'@',
		'{',
		'[',
		'"\\',
		'-d ',
		'\\x80',
	];
	for (const part of parts) {
		const filler = part.repeat(size / part.length);
		const commands = [filler, `curl ${filler}`, `curl -d '${filler}`, `curl -d "${filler}`, `curl -d $'${filler}'`];
		for (const command of [...commands, `curl a -d '[${filler.replaceAll("'", '')}'`]) {
			expect(() => fromCurl(command)).toThrow('the request breaks a rule');
		}
	}
});

function issuesOf(command: string): unknown {
	try {
		return fromCurl(command);
	} catch (error) {
		return isInvalidRequestError(error) ? error.issues : error;
	}
}
