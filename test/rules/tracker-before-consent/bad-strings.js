const films = ['aaaabbbbccc'];

export function gallery() {
  return `<section>${films.map((id) => `<iframe src="https://www.youtube.com/embed/${id}" title="Film"></iframe>`)}</section>`;
}

document.body.insertAdjacentHTML('beforeend', '<a href="/contact">Contact</a><script src="https://bat.bing.com/bat.js"></scr' + 'ipt>');
