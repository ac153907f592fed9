import { Body, Container, Heading, Html, Link, Text } from '@react-email/components';

export const Letter = () => (
  <Html lang="it">
    <Body>
      <Container>
        <Heading>La nostra newsletter</Heading>
        <Text>Offerte speciali per l’autunno: sconto del 20 % su ogni camera. Prenota ora!</Text>
        <Link href="https://hotel.example/disiscrizione">Annulla l’iscrizione alla newsletter</Link>
      </Container>
    </Body>
  </Html>
);
