import mixpanel from 'mixpanel-browser';

export function start(token: string) {
  mixpanel.init(token, {
    debug: false,
  });
}
start('abc');
