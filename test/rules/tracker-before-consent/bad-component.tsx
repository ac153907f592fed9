export const Film = ({ id, title, from }) => {
  let src = '';
  if (from === 'youtube') {
    src = `https://www.youtube.com/embed/${id}?rel=0`;
  }
  return (
    <figure>
      <iframe src={src} title={title} />
      <iframe src={`https://player.vimeo.com/video/${id}`} title={title} />
      <figcaption>{title}</figcaption>
    </figure>
  );
};
