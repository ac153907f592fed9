export default defineNuxtConfig({
  modules: ['nuxt-gtag', '@nuxt/image'],
  gtag: { id: 'G-0000' },
  app: {
    head: {
      script: [{ src: 'https://static.ads-twitter.com/uwt.js', async: true }],
    },
  },
});
