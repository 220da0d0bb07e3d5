import { Button, createTheme, type CSSVariablesResolver, Modal, type MantineColorsTuple, TextInput } from '@mantine/core';

const leaf: MantineColorsTuple = ['#EDF5F0', '#D9EADF', '#B9D8C5', '#8CC9A1', '#62A981', '#478A63', '#2F6B4A', '#28593E', '#1F4731', '#153223'];

/** The notebook on a wooden table: Fraunces and Inter, leaf for the one thing to do. */
export const theme = createTheme({
  primaryColor: 'leaf',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.4,
  colors: { leaf },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Fraunces Variable', Georgia, serif", fontWeight: '560' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { md: '1.55' },
  defaultRadius: 10,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { variant: 'quiet', size: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', checkIconPosition: 'right' } },
    TagsInput: { defaultProps: { size: 'md' } },
    Modal: Modal.extend({ defaultProps: { centered: true, radius: 14, padding: 'xl' } }),
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});

const tokens = {
  light: { paper: '#FBF8F3', card: '#FFFFFF', ink: '#2B2622', muted: '#6B5E53', leaf: '#2F6B4A', clay: '#A8482A', line: '#E6DED3', quiet: '#F2EEE6', sealed: '#EFF4F0' },
  dark: { paper: '#1C1916', card: '#26221E', ink: '#EDE6DC', muted: '#B8AB9D', leaf: '#8CC9A1', clay: '#E39A7B', line: '#3A342E', quiet: '#322C27', sealed: '#2B2F2A' },
};

function variables(token: (typeof tokens)['light']): Record<string, string> {
  const own = Object.fromEntries(Object.entries(token).map(([name, value]) => [`--loam-${name}`, value]));
  return {
    ...own,
    '--mantine-color-body': token.paper,
    '--mantine-color-text': token.ink,
    '--mantine-color-dimmed': token.muted,
    '--mantine-color-anchor': token.leaf,
    '--mantine-color-placeholder': token.muted,
    '--mantine-color-default': token.card,
    '--mantine-color-default-border': token.line,
    '--mantine-color-error': token.clay,
  };
}

/** The tokens of the look, as CSS variables `--loam-…` in both schemes. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables(tokens.light),
  dark: variables(tokens.dark),
});
