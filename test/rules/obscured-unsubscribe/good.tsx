import { Body, Html, Link, Tailwind, Text } from '@react-email/components';

export const Letter = ({ unsubscribeUrl, color }: { unsubscribeUrl: string; color: string }) => (
  <Html lang="en">
    <Tailwind>
      <Body className="bg-brand">
        <Text>Our newsletter: special offers</Text>
        <Text className="text-gray-500 sm:hidden">
          <Link href={unsubscribeUrl} className="text-white">
            Unsubscribe
          </Link>
        </Text>
        <Link href={unsubscribeUrl} style={{ color }}>
          Unsubscribe
        </Link>
      </Body>
    </Tailwind>
  </Html>
);
