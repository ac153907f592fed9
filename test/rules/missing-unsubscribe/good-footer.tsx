import { Body, Html, Text } from '@react-email/components';
import { Footer } from './footer';

export default function SummerNewsletter() {
  return (
    <Html lang="en">
      <Body>
        <Text>Our summer newsletter: special offers until the end of August.</Text>
        <Footer />
      </Body>
    </Html>
  );
}
