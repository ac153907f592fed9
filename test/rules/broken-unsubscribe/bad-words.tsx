import { Body, Html, Link, Section, Text } from '@react-email/components';

export const Invitation = ({ title }: { title: string }) => (
  <Html lang="en">
    <Body>
      <Section>
        <Text>Our newsletter: {title}</Text>
        <Link href="https://choir.example/concerts">All concerts</Link>
      </Section>
      <Section>
        <Text>If you would rather not receive these letters, click here to unsubscribe.</Text>
      </Section>
    </Body>
  </Html>
);
