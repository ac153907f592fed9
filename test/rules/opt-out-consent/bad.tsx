import { Checkbox } from '@mui/material';
import { useState } from 'react';

export function CheckoutForm() {
  const [optOutMarketing, setOptOut] = useState(false);
  return (
    <form action="/checkout" method="post">
      <h2>Checkout</h2>
      <label>
        <input type="checkbox" name="optOut" checked={optOutMarketing} onChange={(e) => setOptOut(e.target.checked)} />
        I don’t want to receive updates and promotions by e-mail
      </label>
      <label>
        <input type="checkbox" name="noNewsletter" />
        Do not send me the newsletter
      </label>
      <button>Place your order</button>
    </form>
  );
}
