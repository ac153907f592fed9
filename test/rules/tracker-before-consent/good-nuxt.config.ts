export default {
  modules: [['nuxt-gtag', { id: 'G-000', initMode: 'manual' }]],
};
