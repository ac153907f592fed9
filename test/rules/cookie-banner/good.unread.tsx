export function Dialog({ t, hide, children }) {
  return (
    <div className="cookie-modal">
      <button className="hide" title={t('close')} type="button" onClick={hide}>
        <Cross />
      </button>
      <h2>{t('title')}</h2>
      {children}
    </div>
  );
}
