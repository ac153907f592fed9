import { Body, Html, Link, Tailwind, Text } from '@react-email/components';

export const Letter = ({ unsubscribeUrl }: { unsubscribeUrl: string }) => (
  <Html lang="en">
    <Tailwind>
      <Body className="bg-gray-100">
        <Text className="text-gray-700">Our newsletter: special offers</Text>
        <Text className="text-[12px]">
          <Link href={unsubscribeUrl} className="text-gray-200">
            Unsubscribe
          </Link>
        </Text>
      </Body>
    </Tailwind>
  </Html>
);
