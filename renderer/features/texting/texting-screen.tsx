import { useState } from 'react';
import type { Place } from '../../app/place-slice.ts';
import { ChooseAction } from './choose-action.tsx';
import { TextAction } from './text-action.tsx';

interface TextingScreenProps {
  readonly place: Extract<Place, { screen: 'texting' }>;
}

/** Where people text: in the action that they came for, in the only one there is, or in one that they choose here. */
export function TextingScreen({ place }: TextingScreenProps) {
  // Decided once: another action that comes out meanwhile takes nobody's desk away.
  const [onlyId, setOnlyId] = useState<number | null>(null);
  if (place.actionId !== undefined) return <TextAction key={place.actionId} actionId={place.actionId} mayClaim />;
  // Nobody asked for a batch by looking at this screen.
  if (onlyId !== null) return <TextAction actionId={onlyId} mayClaim={false} />;
  return <ChooseAction onOnly={setOnlyId} />;
}
