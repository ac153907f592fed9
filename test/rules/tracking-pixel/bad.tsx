import { Body, Html, Img, Text } from '@react-email/components';

export default function News({ id }: { id: string }) {
  return (
    <Html lang="de">
      <Body>
        <Text>Neues vom Hafen</Text>
        <Img src={`https://zaehler.example/open/${id}`} width="1" height="1" alt="" />
      </Body>
    </Html>
  );
}
