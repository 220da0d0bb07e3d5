interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML(text: string): string }): unknown;
}

// Not every browser knows them; where one does, the server's policy requires them.
const trustedTypes: TrustedTypes | undefined = Reflect.get(globalThis, 'trustedTypes');

// The component library writes style sheets as text; markup is never written so.
trustedTypes?.createPolicy('default', {
  createHTML: (text) => {
    if (text.includes('<')) throw new TypeError('Markup is never written as text.');
    return text;
  },
});
