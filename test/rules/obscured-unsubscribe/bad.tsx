import { Body, Container, Html, Link, Text } from '@react-email/components';

const base = { fontSize: 13 };
const styles = { footer: { ...base, color: '#fdfdfd' } };

export default function Letter({ unsubscribeUrl }: { unsubscribeUrl: string }) {
  return (
    <Html lang="en">
      <Body style={{ backgroundColor: '#ffffff' }}>
        <Container>
          <Text>Our newsletter: special offers</Text>
          <Text>
            <Link href={unsubscribeUrl} style={styles.footer}>
              Unsubscribe
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
