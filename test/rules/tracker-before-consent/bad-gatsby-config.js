module.exports = {
  plugins: [
    'gatsby-plugin-image',
    {
      resolve: `gatsby-plugin-google-gtag`,
      options: { trackingIds: ['G-0000'] },
    },
    { resolve: 'gatsby-plugin-facebook-pixel', options: { pixelId: '0' } },
  ],
};
