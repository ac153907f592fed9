import { Checkbox } from '@harbour/ui';

export function Choices() {
  return (
    <form method="post" action="/sign-up">
      <div>
        <Checkbox.Root id="offers" name="offers" defaultChecked>
          <Checkbox.Indicator />
        </Checkbox.Root>
        <label htmlFor="offers">Send me special offers by e-mail</label>
      </div>
    </form>
  );
}
