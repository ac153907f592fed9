import { Switch } from '@/components/ui/switch';

const tasks = [
  { id: 1, title: 'Send the newsletter', done: true },
  { id: 2, title: 'Marketing', completed: false },
];
const columns = [{ key: 'a', label: 'Newsletter', visible: true }];

export const Board = () => (
  <form method="post" action="/board">
    {tasks.map((task) => <label key={task.id}><input type="checkbox" checked={task.done} /> {task.title}</label>)}
    {columns.map((c) => <label key={c.key}><input type="checkbox" checked={c.visible} /> {c.label}</label>)}
    <label><input type="radio" name="way" value="mail" defaultChecked /> Contact me by e-mail</label>
    <label><input type="radio" name="way" value="phone" /> Contact me by phone</label>
    <label><input type="checkbox" name="a" defaultChecked /> Digital marketing</label>
    <label><input type="checkbox" name="b" defaultChecked /> Prepare the newsletter</label>
    <label><input type="checkbox" name="c" defaultChecked /> Require marketing consent at checkout</label>
    <label><input type="checkbox" name="d" defaultChecked /> Show promotions on the home page</label>
  </form>
);
