/** What visitors of the hotel's site are asked about cookies (Klaro). */
export const klaroConfig = {
  elementID: 'klaro',
  privacyPolicy: 'https://hotel-des-tilleuls.example/confidentialite',
  cookieExpiresAfterDays: 182,
  services: [
    { name: 'booking', title: 'Booking', purposes: ['essential'], required: true, default: true },
    { name: 'matomo', title: 'Matomo', purposes: ['analytics'], default: false },
  ],
};
