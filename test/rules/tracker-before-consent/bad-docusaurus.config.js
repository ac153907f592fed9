module.exports = {
  title: 'Harbour Hotel handbook',
  presets: [['classic', { docs: {}, gtag: { trackingID: 'G-HARBOUR1', anonymizeIP: true } }]],
};
