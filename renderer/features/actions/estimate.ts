import { measureText } from '../../../shared/domain/text-measure.ts';
import { type PreviewValues, previewOf } from '../script-editor/preview.ts';

export interface Estimate {
  /** Of all first texts together, to the nearest whole. */
  readonly segments: number;
  /** Of one text: the least and the most that were met. */
  readonly fewest: number;
  readonly most: number;
}

/**
 * How many segments the first texts come to: the mean over the contacts of the sample and over the texts, which are
 * drawn with equal chances, times the contacts of the list. Gives null while nothing can be counted.
 */
export function estimateSegments(
  bodies: readonly string[],
  sample: readonly PreviewValues[],
  contactCount: number,
): Estimate | null {
  const counts = sample.flatMap((values) =>
    bodies.flatMap((body) => {
      const preview = previewOf(body, values);
      return preview === null ? [] : [measureText(preview.text).segments];
    }),
  );
  if (counts.length === 0) return null;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return { segments: Math.round(mean * contactCount), fewest: Math.min(...counts), most: Math.max(...counts) };
}
