import { describe, expect, it } from 'vitest';
import { maxBodyLength } from '../../shared/domain/segments.ts';
import { measureText } from '../../shared/domain/text-measure.ts';

describe('the measure of a text', () => {
  it('counts look-alikes as what is sent for them, and blames nothing', () => {
    expect(measureText('It’s Sunday…')).toMatchObject({ units: 14, segments: 1, encoding: 'GSM-7', culprits: [] });
  });

  it('names what makes it UCS-2, each once, whole emoji, and no look-alike', () => {
    expect(measureText('Ðan’s 👩‍👩‍👧 party 👩‍👩‍👧')).toMatchObject({ encoding: 'UCS-2', culprits: ['Ð', '👩‍👩‍👧'] });
  });

  it('counts what fills segments: an extended character of GSM-7 is two, an emoji as many as it takes', () => {
    expect(measureText('5 €').units).toBe(4);
    expect(measureText('👍🏽').units).toBe(4);
  });

  it('leaves out the space around it, which is not sent', () => {
    expect(measureText('  Hi \n').body).toBe('Hi');
  });

  it('tells by how much it is longer than the carrier takes', () => {
    expect(measureText('x'.repeat(maxBodyLength)).tooLongBy).toBe(0);
    expect(measureText('x'.repeat(maxBodyLength + 3)).tooLongBy).toBe(3);
  });
});
