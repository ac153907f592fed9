import { Body, Button, Container, Html, Link, Text } from 'jsx-email';

export const Template = ({ name }: { name: string }) => (
  <Html>
    <Body>
      <Container>
        <Text>Hello {name}, special offers in our newsletter: save up to 40 %.</Text>
        <Button href="https://hotel.example">Book now</Button>
        <Link href="https://hotel.example/contact">Contact</Link>
      </Container>
    </Body>
  </Html>
);
