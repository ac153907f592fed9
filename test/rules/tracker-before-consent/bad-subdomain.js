const site = config.comments.site;
const script = document.createElement('script');
script.src = `https://${site}.disqus.com/embed.js`;
document.head.append(script);
