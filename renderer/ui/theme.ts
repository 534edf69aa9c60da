import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type InputProps,
  type MantineColorsTuple,
  type MantineTheme,
  type MantineThemeOverride,
} from '@mantine/core';

const wrapperVariables = {
  label: { '--input-label-size': '14px' },
  description: { '--input-description-size': '13px' },
  error: { '--input-error-size': '13px' },
};

/** A row of ten from light to dark, as Mantine wants a colour. */
function tones(name: 'grey' | 'brand'): MantineColorsTuple {
  const tone = (step: number) => `var(--${name}-${step})`;
  return [tone(0), tone(1), tone(2), tone(3), tone(4), tone(5), tone(6), tone(7), tone(8), tone(9)];
}

/**
 * Our look for Mantine's components: one accent, quiet surfaces, dense enough for a day's work. The colours themselves
 * are in `theme.css`; what Mantine calls a colour is bound to them here, so that light and dark come from one list.
 */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 3 },
  colors: {
    // Mantine takes its dark grounds and lines from these: our text, our greys, our surfaces, from light to dark.
    dark: tones('grey'),
    brand: tones('brand'),
  },
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontSizes: { xs: '12px', sm: '13px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '15px', lineHeight: '1.4' },
    },
  },
  // Mantine writes white on whatever is filled; in the dark our accent is bright, and its words are dark.
  variantColorResolver: (asked) => {
    const colors = defaultVariantColorsResolver(asked);
    return asked.variant === 'filled' ? { ...colors, color: 'var(--on-accent)' } : colors;
  },
  respectReducedMotion: true,
  cursorType: 'default',
  focusRing: 'auto',
  components: {
    Modal: {
      defaultProps: {
        centered: true,
        padding: 20,
        lockScroll: false,
        transitionProps: { duration: 0 },
        closeOnClickOutside: false,
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Menu: { defaultProps: { transitionProps: { duration: 80 } } },
    Select: { defaultProps: { allowDeselect: false, comboboxProps: { transitionProps: { duration: 80 } } } },
    Input: {
      defaultProps: { size: 'sm' },
      // As high as a button, and read like any other text.
      vars: (_theme: MantineTheme, { size }: InputProps) => ({
        wrapper: size === 'sm' ? { '--input-fz': '15px' } : {},
      }),
    },
    InputWrapper: { defaultProps: { size: 'sm' }, vars: () => wrapperVariables },
    Button: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Radio: { defaultProps: { size: 'sm' } },
    Switch: { defaultProps: { size: 'sm' } },
    TableTh: { defaultProps: { scope: 'col' } },
    Table: {
      defaultProps: { verticalSpacing: 6, horizontalSpacing: 16 },
      vars: () => ({ table: { '--table-border-color': 'var(--line)' } }),
    },
  },
});

/** Binds Mantine's own variables to the colours of `theme.css`. */
export const bindVariables: CSSVariablesResolver = () => {
  const bound = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-bright': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-quiet)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--problem)',
    '--mantine-color-placeholder': 'var(--text-quiet)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--notice)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--notice)',
    '--mantine-color-disabled-color': 'var(--text-quiet)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-primary-color-light': 'var(--accent-ground)',
    '--mantine-primary-color-light-hover': 'var(--accent-ground-strong)',
    '--mantine-primary-color-light-color': 'var(--accent-strong)',
    '--mantine-color-brand-filled': 'var(--accent)',
    '--mantine-color-brand-filled-hover': 'var(--accent-strong)',
    '--mantine-color-brand-light': 'var(--accent-ground)',
    '--mantine-color-brand-light-hover': 'var(--accent-ground-strong)',
    '--mantine-color-brand-light-color': 'var(--accent-strong)',
    '--mantine-color-brand-outline': 'var(--accent)',
    '--mantine-color-brand-text': 'var(--accent)',
  };
  return { variables: {}, light: bound, dark: bound };
};
