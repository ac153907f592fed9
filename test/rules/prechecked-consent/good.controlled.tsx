import { Checkbox } from '@/components/ui/checkbox';

export function News({ wanted, onChange }: { wanted: boolean; onChange: (on: boolean) => void }) {
  return (
    <label>
      <Checkbox checked={wanted} onCheckedChange={(on) => onChange(on === true)} defaultChecked />
      Send me the newsletter
    </label>
  );
}
