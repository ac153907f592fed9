export const options = { from: 'Harbour Hotel <news@harbour-hotel.example>', trackOpens: false, openTracking: process.env.TRACK };
