import { Body, Html, Link, Tailwind, Text } from '@react-email/components';

export const Letter = ({ unsubscribeUrl }: { unsubscribeUrl: string }) => (
  <Html lang="fr">
    <Tailwind>
      <Body className="bg-white">
        <Text className="text-gray-700">Notre newsletter : nos offres spéciales. Auberge du Port SARL</Text>
        <Text className="mt-4 hidden">
          <Link href={unsubscribeUrl}>Se désabonner</Link>
        </Text>
      </Body>
    </Tailwind>
  </Html>
);
