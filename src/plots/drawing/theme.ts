// The colours of a picture, read from the page's custom properties, and the colours of D's field mixed from them.
import { sigmoid } from '../../vocabulary/logistic.ts';

export interface Theme {
  paper: string;
  ink: string;
  inkSoft: string;
  rule: string;
  ruleStrong: string;
  /** Real data, everywhere. */
  real: string;
  /** Generated data, everywhere. */
  generated: string;
  /** A CSS font family list. */
  font: string;
}

const properties: Record<keyof Theme, string> = {
  paper: '--paper',
  ink: '--ink',
  inkSoft: '--ink-soft',
  rule: '--rule',
  ruleStrong: '--rule-strong',
  real: '--real',
  generated: '--generated',
  font: '--font-ui',
};

/**
 * A theme from CSS custom properties.
 * @param property gives a property's value, such as `getComputedStyle(element).getPropertyValue`
 * @throws Error that names the property that is missing
 */
export function themeFrom(property: (name: string) => string): Theme {
  const value = (key: keyof Theme): string => {
    const found = property(properties[key]).trim();
    if (found === '') throw new Error(`the custom property ${properties[key]} has no value`);
    return found;
  };
  return {
    paper: value('paper'),
    ink: value('ink'),
    inkSoft: value('inkSoft'),
    rule: value('rule'),
    ruleStrong: value('ruleStrong'),
    real: value('real'),
    generated: value('generated'),
    font: value('font'),
  };
}

/** How much of the data's colour is in the field where D is certain. */
const strength = 0.22;

/** Steps between D = 0 and D = 1 that the field is drawn in; odd, so that D = ½ is exactly paper. */
export const fieldLevels = 65;

/** The field's colours from D = 0 (vermilion) over D = ½ (paper) to D = 1 (blue). */
export function fieldColours(theme: Theme): string[] {
  const paper = channels(theme.paper);
  const [generated, real] = [channels(theme.generated), channels(theme.real)];
  return Array.from({ length: fieldLevels }, (_, level) => {
    const certainty = (2 * level) / (fieldLevels - 1) - 1;
    const towards = certainty < 0 ? generated : real;
    const mixed = paper.map((from, i) =>
      Math.round(from + ((towards[i] as number) - from) * strength * Math.abs(certainty)),
    );
    return `rgb(${mixed.join(', ')})`;
  });
}

/** Which of the field's colours stands for D = σ(logit). A logit that is not a number counts as undecided. */
export function fieldLevel(logit: number): number {
  const probability = Number.isNaN(logit) ? 0.5 : sigmoid(logit);
  return Math.round(probability * (fieldLevels - 1));
}

/** Red, green and blue of `#abc` or `#aabbcc`. @throws Error for any other notation */
function channels(colour: string): number[] {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (digits === undefined) throw new Error(`"${colour}" is no colour of the form #aabbcc`);
  const width = digits.length / 3;
  return [0, 1, 2].map((i) => parseInt(digits.slice(i * width, (i + 1) * width).repeat(3 - width), 16));
}
