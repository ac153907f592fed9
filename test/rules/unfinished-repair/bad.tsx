export const Notice = () => (
  <p>
    How we use your data: <a href="https://your-privacy-notice.invalid/">privacy notice</a>
  </p>
);
