// The few types the examples need, so that an editor shows no errors without their packages being installed.

declare namespace JSX {
  interface IntrinsicElements {
    // biome-ignore lint/suspicious/noExplicitAny: any element, any attribute
    [element: string]: any;
  }
}

declare const process: { env: Record<string, string | undefined> };

declare module 'react' {
  export interface ChangeEvent<T> {
    target: T;
  }
  export interface FormEvent<T> {
    currentTarget: T;
    preventDefault(): void;
  }
  export function useState<S>(initial: S): [S, (next: S) => void];
}

declare module 'react-hook-form' {
  interface Rules {
    required?: string;
    minLength?: { value: number; message: string };
  }
  interface Field {
    name: string;
    onBlur: () => void;
    onChange: (event: unknown) => void;
    ref: (element: unknown) => void;
  }
  interface Form<V> {
    control: { values: V };
    register(name: keyof V, rules?: Rules): Field;
    handleSubmit(send: (values: V) => Promise<void>): (event: unknown) => void;
    formState: { errors: { [K in keyof V]?: { message?: string } }; isSubmitting: boolean };
  }
  export function useForm<V>(options: { defaultValues: Partial<V> }): Form<V>;
  export function Controller<V>(props: {
    name: keyof V;
    control: { values: V };
    render: (slots: { field: Field & { value: boolean } }) => unknown;
  }): null;
}

declare module '@mui/material' {
  // biome-ignore lint/suspicious/noExplicitAny: any property
  type Component = (props: any) => null;
  export const Alert: Component;
  export const Button: Component;
  export const Checkbox: Component;
  export const FormControlLabel: Component;
  export const FormHelperText: Component;
  export const Link: Component;
  export const Stack: Component;
  export const TextField: Component;
  export const Typography: Component;
}

declare module 'nodemailer' {
  export interface SendMailOptions {
    from?: string;
    to?: string;
    replyTo?: string;
    subject?: string;
    html?: string;
    headers?: Record<string, string>;
  }
  export interface Transporter {
    sendMail(mail: SendMailOptions): Promise<{ messageId: string }>;
  }
  export function createTransport(url: string): Transporter;
}
