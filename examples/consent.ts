/** What visitors of the hotel's site are asked about cookies (Klaro). */
export const klaroConfig = {
  elementID: 'klaro',
  privacyPolicy: 'https://hotel-des-tilleuls.example/confidentialite',
  cookieExpiresAfterDays: 730,
  hideDeclineAll: true,
  services: [
    { name: 'booking', title: 'Booking', purposes: ['essential'], required: true, default: true },
    { name: 'matomo', title: 'Matomo', purposes: ['analytics'], default: true },
  ],
};
