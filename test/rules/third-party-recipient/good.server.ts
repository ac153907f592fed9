export async function subscribe(email: string) {
  await fetch('https://connect.mailerlite.com/api/subscribers', { method: 'POST', body: JSON.stringify({ email }) });
}
