import { Body, Container, Head, Html, Link, Text } from '@react-email/components';

export default function SummerNewsletter({ unsubscribeUrl }: { unsubscribeUrl: string }) {
  return (
    <Html lang="en">
      <Head />
      <Body>
        <Container>
          <Text>Our summer newsletter: special offers until the end of August.</Text>
          <Link href="https://hotel.example/offers">Book now and save 20 %</Link>
          <Text>
            No longer interested? <Link href={unsubscribeUrl}>Leave the list</Link>
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
