import { Body, Html, Text } from '@react-email/components';

export const Letter = () => (
  <Html lang="en">
    <Body style={{ backgroundColor: '#101820' }}>
      <table width="600" style={{ backgroundColor: '#101820' }}>
        <tbody>
          <tr>
            <td style={{ color: '#ffffff' }}>Our newsletter: special offers. Harbour Hotel Ltd</td>
            <td>
              <Text style={{ color: '#ffffff' }}>Book now</Text>
            </td>
          </tr>
        </tbody>
      </table>
    </Body>
  </Html>
);
