import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const leaf: MantineColorsTuple = [
  '#EDF5F0',
  '#D9EADF',
  '#B9D8C5',
  '#8CC9A1',
  '#62A981',
  '#478A63',
  '#2F6B4A',
  '#28593E',
  '#1F4731',
  '#153223',
];
const clay: MantineColorsTuple = [
  '#FAEFEA',
  '#F3DCD2',
  '#EBBFAE',
  '#E39A7B',
  '#D37B58',
  '#BE5F3D',
  '#A8482A',
  '#8D3A20',
  '#6F2D18',
  '#4F1F10',
];
// The library's own greys are cold; these stand on the same wooden table.
const gray: MantineColorsTuple = [
  '#FAF7F2',
  '#F2EEE6',
  '#E6DED3',
  '#DDD4C8',
  '#C9BEB1',
  '#A5998C',
  '#83776B',
  '#6B5E53',
  '#453D36',
  '#2B2622',
];
const dark: MantineColorsTuple = [
  '#EDE6DC',
  '#CFC5B8',
  '#B8AB9D',
  '#9C9083',
  '#4A423A',
  '#3A342E',
  '#211D1A',
  '#26221E',
  '#1C1916',
  '#141210',
];

/** The notebook on a wooden table; `close` names the buttons that close something. */
export const themeWith = ({ close }: { close: string }) => {
  const closing = { closeButtonProps: { 'aria-label': close } };
  return createTheme({
    primaryColor: 'leaf',
    primaryShade: { light: 6, dark: 3 },
    autoContrast: true,
    luminanceThreshold: 0.4,
    colors: { leaf, clay, gray, dark },
    fontFamily: "'Inter Variable', 'Inter Stand-in', 'Inter Stand-in Roboto', system-ui, sans-serif",
    headings: { fontFamily: "'Fraunces Variable', 'Fraunces Stand-in', Georgia, serif", fontWeight: '560' },
    fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
    lineHeights: { md: '1.55' },
    defaultRadius: 10,
    cursorType: 'pointer',
    respectReducedMotion: true,
    // Plain objects: naming a component here would load it with the first page.
    components: {
      Button: { defaultProps: { variant: 'quiet', size: 'md' } },
      TextInput: { defaultProps: { size: 'md' } },
      Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
      Select: { defaultProps: { size: 'md', checkIconPosition: 'right' } },
      TagsInput: { defaultProps: { size: 'md' } },
      Checkbox: { defaultProps: { size: 'md', iconColor: 'var(--loam-paper)' } },
      Radio: { defaultProps: { size: 'md', iconColor: 'var(--loam-paper)' } },
      Switch: { defaultProps: { size: 'md', withThumbIndicator: false } },
      Chip: { defaultProps: { size: 'md' } },
      Modal: { defaultProps: { centered: true, radius: 14, padding: 'xl', ...closing } },
      Drawer: { defaultProps: { padding: 'xl', ...closing } },
      Notification: { defaultProps: { radius: 14, ...closing } },
      Alert: { defaultProps: { color: 'clay', radius: 14, closeButtonLabel: close } },
      Anchor: { defaultProps: { underline: 'hover' } },
    },
  });
};

const light = {
  paper: '#FBF8F3',
  card: '#FFFFFF',
  ink: '#2B2622',
  muted: '#6B5E53',
  leaf: '#2F6B4A',
  clay: '#A8482A',
  line: '#E6DED3',
  quiet: '#F2EEE6',
  sealed: '#EFF4F0',
  /** Borders of fields, 3:1 on paper and card. */
  edge: '#968A7E',
};

const night: typeof light = {
  paper: '#1C1916',
  card: '#26221E',
  ink: '#EDE6DC',
  muted: '#B8AB9D',
  leaf: '#8CC9A1',
  clay: '#E39A7B',
  line: '#3A342E',
  quiet: '#322C27',
  sealed: '#2B2F2A',
  edge: '#7F7469',
};

function variables(token: typeof light): Record<string, string> {
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
  light: variables(light),
  dark: variables(night),
});
