export const withPixel = (html: string, id: string) =>
  `${html}<img src="https://t.hotel.example/open?u=${id}" width="1" height="1" alt="">`;
