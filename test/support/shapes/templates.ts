import { type Box, given, type Shape } from './types.js';

const hidden = (name: string) => `<input type="hidden" name="${name}" value="1">`;
const form =
  (open = '<form method="post" action="/register">', close = '</form>'): Shape['page'] =>
  (inner, button) =>
    `${open}\n  <input type="email" name="email">\n  ${inner}\n  <button type="submit">${button}</button>\n${close}\n`;

/** A box of HTML whose tick the language writes. */
const ticked =
  (tick: string) =>
  ({ name, words, on, required }: Box) =>
    `<label>\n    <input type="checkbox" name="${name}" value="1"${given(on, ` ${tick}`)}${given(required, ' required')}>\n    ${words}\n  </label>`;

export const templateShapes: readonly Shape[] = [
  {
    id: 'rails, form_with',
    end: 'html.erb',
    page: (inner, button) =>
      `<%= form_with model: @user, url: "/register" do |f| %>\n  <%= f.email_field :email %>\n  ${inner}\n  <%= f.submit "${button}" %>\n<% end %>\n`,
    box: ({ name, words, on, required }) =>
      `<%= f.check_box :${name}${given(on, ', checked: true')}${given(required, ', required: true')} %>\n  <%= f.label :${name}, "${words}" %>`,
    hidden: (name) => `<%= f.hidden_field :${name}, value: "1" %>`,
  },
  {
    id: 'rails, check_box_tag',
    end: 'html.erb',
    page: (inner, button) =>
      `<%= form_tag "/register" do %>\n  <%= email_field_tag :email %>\n  ${inner}\n  <%= submit_tag "${button}" %>\n<% end %>\n`,
    box: ({ name, words, on, required }) =>
      `<%= check_box_tag :${name}, "1", ${on}${given(required, ', required: true')} %>\n  <%= label_tag :${name}, "${words}" %>`,
    hidden: (name) => `<%= hidden_field_tag :${name}, "1" %>`,
  },
  {
    id: 'rails, simple_form',
    end: 'html.erb',
    page: (inner, button) =>
      `<%= simple_form_for @user do |f| %>\n  <%= f.input :email %>\n  ${inner}\n  <%= f.button :submit, "${button}" %>\n<% end %>\n`,
    box: ({ name, words, on, required }) =>
      `<%= f.input :${name}, as: :boolean, label: "${words}"${given(on, ', input_html: { checked: true }')}${given(required, ', required: true')} %>`,
  },
  {
    id: 'blade, old()',
    end: 'blade.php',
    page: form('<form method="POST" action="/register">\n  @csrf'),
    box: ({ name, words, on, required }) =>
      `<input type="checkbox" id="${name}" name="${name}" value="1"${given(on, ` {{ old('${name}', true) ? 'checked' : '' }}`)}${given(required, ' required')}>\n  <label for="${name}">${words}</label>`,
    hidden,
  },
  {
    id: 'blade, @checked',
    end: 'blade.php',
    page: form('<form method="POST" action="/register">\n  @csrf'),
    box: ticked('@checked(true)'),
  },
  {
    id: 'blade, component',
    end: 'blade.php',
    page: form('<form method="POST" action="/register">\n  @csrf'),
    box: ({ name, words, on, required }) =>
      `<x-checkbox id="${name}" name="${name}"${given(on, ' checked')}${given(required, ' required')} />\n  <x-label for="${name}">${words}</x-label>`,
  },
  {
    id: 'laravel collective',
    end: 'blade.php',
    page: form("{!! Form::open(['url' => '/register']) !!}", '{!! Form::close() !!}'),
    box: ({ name, words, on, required }) =>
      `{!! Form::checkbox('${name}', 1, ${on}${given(required, ", ['required' => true]")}) !!}\n  {!! Form::label('${name}', '${words}') !!}`,
    hidden: (name) => `{!! Form::hidden('${name}', 1) !!}`,
  },
  {
    id: 'twig, html',
    end: 'html.twig',
    page: form(),
    box: ticked('{{ true ? "checked" }}'),
    hidden,
  },
  {
    id: 'twig, form_row',
    end: 'html.twig',
    page: form('{{ form_start(form) }}', '{{ form_end(form) }}'),
    box: ({ name, words, on, required }) =>
      `{{ form_row(form.${name}, { label: '${words}'${given(required, ', required: true')}${given(on, ", attr: { checked: 'checked' }")} }) }}`,
  },
  {
    id: 'django, field',
    end: 'django.html',
    page: form('<form method="post" action="/register">\n  {% csrf_token %}'),
    box: ({ name, words }) => `<label>{{ form.${name} }} ${words}</label>`,
  },
  {
    id: 'django, checked by value',
    end: 'django.html',
    page: form('<form method="post" action="/register">\n  {% csrf_token %}'),
    box: ticked('{% if form.initial.offers|default:True %}checked{% endif %}'),
    hidden,
  },
  {
    id: 'django, crispy',
    end: 'django.html',
    page: form('<form method="post" action="/register">\n  {% csrf_token %}{% load crispy_forms_tags %}'),
    box: ({ name }) => `{{ form.${name}|as_crispy_field }}`,
  },
  {
    id: 'razor, tag helper',
    end: 'cshtml',
    page: form('<form asp-action="Register" method="post">'),
    box: ({ name, words, on, required }) =>
      `<input type="checkbox" asp-for="${name}"${given(on, ' checked')}${given(required, ' required')} />\n  <label asp-for="${name}">${words}</label>`,
    hidden,
  },
  {
    id: 'razor, CheckBoxFor',
    end: 'cshtml',
    page: form('@using (Html.BeginForm("Register", "Account")) {', '}'),
    box: ({ name, words, on, required }) =>
      `@Html.CheckBox("${name}", ${on}${given(required, ', new { required = "required" }')})\n  @Html.Label("${name}", "${words}")`,
    hidden: (name) => `@Html.Hidden("${name}", "1")`,
  },
  {
    id: 'thymeleaf',
    end: 'th.html',
    page: form('<form method="post" th:action="@{/register}">'),
    box: ticked('th:checked="${true}"'),
    hidden,
  },
  {
    id: 'thymeleaf, th:field',
    end: 'th.html',
    page: form('<form method="post" th:action="@{/register}" th:object="${user}">'),
    box: ({ name, words, on, required }) =>
      `<input type="checkbox" id="${name}" th:field="*{${name}}"${given(on, ' checked')}${given(required, ' required')}>\n  <label for="${name}">${words}</label>`,
  },
  {
    id: 'handlebars',
    end: 'hbs',
    page: form(),
    box: ticked('{{#unless declined}}checked{{/unless}}'),
    hidden,
  },
  {
    id: 'liquid, shopify form',
    end: 'liquid',
    page: form("{% form 'create_customer' %}", '{% endform %}'),
    box: ticked('checked="checked"'),
    hidden,
  },
  {
    id: 'smarty',
    end: 'tpl',
    page: form(),
    box: ticked('{if $customer.offers|default:true}checked{/if}'),
    hidden,
  },
  {
    id: 'jinja, wtforms',
    end: 'jinja2',
    page: form('<form method="post" action="/register">\n  {{ form.hidden_tag() }}'),
    box: ({ name, words, on, required }) =>
      `{{ form.${name}(${[on && 'checked=True', required && 'required=True'].filter(Boolean).join(', ')}) }}\n  <label for="${name}">${words}</label>`,
  },
  {
    id: 'jinja, html',
    end: 'jinja2',
    page: form(),
    box: ticked("{{ 'checked' if offers|default(true) }}"),
    hidden,
  },
  { id: 'ejs', end: 'ejs', page: form(), box: ticked("<%= true ? 'checked' : '' %>"), hidden },
  { id: 'nunjucks', end: 'njk', page: form(), box: ticked("{{ 'checked' if true }}"), hidden },
  {
    id: 'php, ternary',
    end: 'php',
    page: form(),
    box: ticked("<?= ($_POST['offers'] ?? true) ? 'checked' : '' ?>"),
    hidden,
  },
  {
    id: 'wordpress, checked()',
    end: 'php',
    page: form(),
    box: ticked('<?php checked( 1, 1 ); ?>'),
    hidden,
  },
  {
    id: 'woocommerce_form_field',
    end: 'php',
    page: form(),
    box: ({ name, words, on, required }) =>
      `<?php woocommerce_form_field( '${name}', array( 'type' => 'checkbox', 'label' => '${words}'${given(required, ", 'required' => true")}${given(on, ", 'default' => 1")} ) ); ?>`,
  },
];
