import { Body, Button, Container, Html, Link, Text } from '@react-email/components';

const styles = { small: { fontSize: '12px' } };

export default function Digest({ name, letters }: { name: string; letters: string[] }) {
  return (
    <Html lang="en">
      <Body>
        <Container>
          <Text>Hello {name}, this week in the archive:</Text>
          {letters.map((letter) => (
            <Text key={letter}>{letter}</Text>
          ))}
          <Button href="https://archive.example/letters">Read on</Button>
          <Text style={styles.small}>
            Sent to you each Friday. <Link href="">Unsubscribe</Link>
          </Text>
          <Button>Unsubscribe from everything</Button>
        </Container>
      </Body>
    </Html>
  );
}
