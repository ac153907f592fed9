import { Body, Html, Text } from '@react-email/components';
import type { ReactNode } from 'react';

export const Offer = ({ footer }: { footer: ReactNode }) => (
  <Html lang="en">
    <Body>
      <Text>Our newsletter: special offers from the harbour</Text>
      {footer}
    </Body>
  </Html>
);
