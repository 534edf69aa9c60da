import { ActionIcon } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { ariaKeys } from '../../verbs/keys.ts';
import type { Verb } from '../../verbs/registry.ts';

interface PreviewStepProps {
  readonly verb: Verb;
  readonly Icon: LucideIcon;
}

/** The button of a step from one contact to another, with no more than an arrow on it. */
export function PreviewStep({ verb: { label, keys, isDisabled, run }, Icon }: PreviewStepProps) {
  return (
    <ActionIcon
      variant="default"
      size="md"
      aria-label={label}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      disabled={isDisabled ?? false}
      onClick={run}
    >
      <Icon size={16} aria-hidden="true" />
    </ActionIcon>
  );
}
