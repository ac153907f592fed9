import { Body, Html, Link, Text } from '@react-email/components';

interface Props {
  unsubscribeUrl?: string;
  base: string;
}

export default function Digest({ unsubscribeUrl = '#', base, ...rest }: Props) {
  return (
    <Html lang="en">
      <Body>
        <Text>This week in the archive</Text>
        <Text>
          <Link href={unsubscribeUrl}>Unsubscribe</Link> <Link href={`${base}/leave`}>Stop receiving these emails</Link>
        </Text>
        <Text>
          To unsubscribe, click <Link {...rest}>here</Link>
        </Text>
      </Body>
    </Html>
  );
}
