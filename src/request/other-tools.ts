// One chunk of the package: who imports none of these leaves it out whole.
export { toCode } from './code/to-code.js';
export { fromCurl } from './curl/from-curl.js';
export { toCurl } from './curl/to-curl.js';
export { requestJsonSchema } from './json-schema/request-json-schema.js';
