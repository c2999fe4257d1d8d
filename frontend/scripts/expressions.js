/*
 * Lets Vaadin's client work under a policy without 'unsafe-eval'. The client makes functions of the expressions that
 * its server sends (executeJs, data of events). Here `Function` is replaced by one that compiles those expressions alone,
 * each in a script with the nonce of the page; any other text that reaches it, or eval, is refused as the policy says.
 */
(() => {
  'use strict';

  const { nonce } = document.currentScript;
  // Those that the client has of its own
  const expressions = new Set([
    'callback();',
    "if ( element.shadowRoot ) { return element.shadowRoot; } else { return element.attachShadow({'mode' : 'open'});}",
  ]);
  const compiled = new Map();

  /* Where the protocol has them: in imports, last in each invocation, in functions among its arguments, as keys of constants. */
  const learn = (uidl) => {
    for (const dependency of ['EAGER', 'INLINE', 'LAZY'].flatMap((mode) => uidl?.[mode] ?? [])) {
      if (dependency.type === 'DYNAMIC_IMPORT') {
        expressions.add(dependency.url);
      }
    }
    for (const invocation of uidl?.execute ?? []) {
      const expression = invocation.at(-1);
      expressions.add(expression);
      if (expression.includes('Vaadin.setLitRenderer(this, $0, $1')) {
        expressions.add(`return html\`${invocation[1]}\``);
      }
      learnFunctions(invocation);
    }
    for (const constant of Object.values(uidl?.constants ?? {})) {
      for (const expression of Object.keys(constant ?? {})) {
        expressions.add(`return (${expression})`);
      }
    }
  };

  const learnFunctions = (value) => {
    if (value !== null && typeof value === 'object') {
      if (typeof value['@v-fn']?.body === 'string') {
        expressions.add(value['@v-fn'].body);
      }
      Object.values(value).forEach(learnFunctions);
    }
  };

  const learnFrom = (request) => {
    const address = new URL(request.responseURL);
    if (request.status !== 200 || address.origin !== location.origin || !address.searchParams.has('v-r')) {
      return;
    }
    const text = request.responseText.replace(/^for\(;;\);/, '');
    // As a heartbeat is answered, which the client sends to see whether the connection is back
    if (text === '') {
      return;
    }
    const answer = JSON.parse(text);
    (Array.isArray(answer) ? answer : [answer, answer.appConfig?.uidl]).forEach(learn);
  };

  // Its listener is the first of each request, so that an answer is known before the client acts on it
  window.XMLHttpRequest = class extends XMLHttpRequest {
    constructor() {
      super();
      this.addEventListener('readystatechange', () => {
        if (this.readyState === XMLHttpRequest.DONE && this.responseURL !== '') {
          learnFrom(this);
        }
      });
    }
  };

  const compile = (parameters, body) => {
    const script = document.createElement('script');
    script.nonce = nonce;
    script.textContent = `document.currentScript.result = function (${parameters}) {${body}\n}`;
    document.head.append(script);
    script.remove();
    return script.result;
  };

  const Native = window.Function;
  window.Function = function Function(...texts) {
    const body = texts.at(-1);
    if (!expressions.has(body)) {
      return Reflect.construct(Native, texts);
    }
    const key = JSON.stringify(texts);
    if (!compiled.has(key)) {
      compiled.set(key, compile(texts.slice(0, -1), body));
    }
    return compiled.get(key);
  };
  window.Function.prototype = Native.prototype;

  // The components style the page by elements that they create: those, unlike any in a text that became HTML, have the nonce
  const { createElement } = Document.prototype;
  Document.prototype.createElement = function (...name) {
    const element = createElement.apply(this, name);
    if (element instanceof HTMLStyleElement) {
      element.nonce = nonce;
    }
    return element;
  };
})();
