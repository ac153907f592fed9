import { Checkbox } from './Checkbox';

export function Entry() {
  return (
    <form method="post" action="/entries">
      <Checkbox label="rules_accepted" name="rules_accepted">
        I accept the <a href="/rules">terms of the contest</a> and agree to receive the newsletter
      </Checkbox>
      <button type="submit">Enter</button>
    </form>
  );
}
