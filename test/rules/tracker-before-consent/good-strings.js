const film = document.querySelector('#film');

film.addEventListener('click', () => {
  film.innerHTML = `<iframe src="https://www.youtube.com/embed/${film.dataset.id}?autoplay=1" allowfullscreen></iframe>`;
});

if (consent.given('maps')) {
  document.querySelector('#map').innerHTML = '<iframe src="https://www.google.com/maps/embed?pb=1" title="Map"></iframe>';
}
