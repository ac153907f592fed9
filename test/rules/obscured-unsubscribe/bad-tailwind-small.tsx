import { Body, Html, Link, Tailwind, Text } from '@react-email/components';

export const Letter = ({ unsubscribeUrl }: { unsubscribeUrl: string }) => (
  <Html lang="de">
    <Tailwind>
      <Body className="bg-white">
        <Text className="text-gray-700">Unser Newsletter: Sonderangebote. Hafenhotel GmbH</Text>
        <Text className="text-[4px] text-gray-700">
          <Link href={unsubscribeUrl}>Abmelden</Link>
        </Text>
      </Body>
    </Tailwind>
  </Html>
);
