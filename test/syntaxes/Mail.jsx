// privacylint-disable-file tracking-pixel: [contract] agreed with readers
export const Mail = ({ signature, unsubscribe }) => (
  <p>
    {/* privacylint-disable-next missing-unsubscribe: sent once */}
    {signature} {unsubscribe} %%unsub_center_url%%
    <a href="*|UNSUB|*">Unsubscribe</a>
  </p>
);
const list = items[UNSUBSCRIBE];
