const form = document.querySelector('#contact');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.open('POST', 'https://getform.io/f/abc');
  request.send(new FormData(form));
});
