/** Pieces of each template language, by where in HTML they may stand. */
export interface Constructs {
  readonly inValue: readonly string[];
  readonly between: readonly string[];
  readonly inText: readonly string[];
  /** Beginnings of a construct that somebody is typing. */
  readonly unfinished: readonly string[];
}

const tags: Constructs = {
  inValue: ['{{ name }}', '{{ "x" }}', '{% if a > b %}x{% else %}y{% endif %}', "{{ 'a}}b' }}"],
  between: [
    '{{ attributes }}',
    '{% if a > b %}data-x{% endif %}',
    '{% if x %}data-y="1"{% else %}data-z{% endif %}',
  ],
  inText: [
    '{{ "<b>" }}',
    '{% if a < b %}x{% endif %}',
    "{{ it's }}",
    '{% include "x" %}',
    '{% for a in b %}\n{{ a }}\n{% endfor %}',
  ],
  unfinished: ['{{', '{{ a', '{%', '{% if a', '{{ "'],
};

const hash = ["{# <input checked> it's #}", '{# {{ x }} #}'];

export const constructs: Readonly<Record<string, Constructs>> = {
  handlebars: {
    inValue: [
      '{{name}}',
      '{{{name}}}',
      '{{url "x"}}',
      '{{#if a}}x{{else}}y{{/if}}',
      '{{~a~}}',
      '{{! a note }}',
    ],
    between: [
      '{{attributes}}',
      '{{#if a}}data-x{{/if}}',
      '{{#if (gt a "b>")}}data-x="1"{{else}}data-y{{/if}}',
    ],
    inText: [
      '{{name}}',
      '{{{name}}}',
      '{{! <input checked> }}',
      '{{!-- <input checked> {{x}} --}}',
      '{{> footer}}',
      '{{t \'a\' b="}}"}}',
    ],
    unfinished: ['{{', '{{#if ', '{{{', '{{!--', '{{ "'],
  },
  liquid: {
    ...tags,
    inText: [...tags.inText, '{% comment %}<input checked>{% endcomment %}', '{% raw %}{{ x{% endraw %}'],
  },
  twig: {
    ...tags,
    inText: [...tags.inText, ...hash, '{{ path("a", {b: {c: 1}}) }}'],
    unfinished: [...tags.unfinished, '{#'],
  },
  jinja: {
    ...tags,
    inText: [...tags.inText, ...hash, '{% raw %}{{ x{% endraw %}'],
    unfinished: [...tags.unfinished, '{#'],
  },
  erb: {
    inValue: ['<%= name %>', '<%= a > b ? "x" : "y" %>', '<% if a %>x<% end %>'],
    between: [
      '<%= attributes %>',
      "<%= 'data-x' if a %>",
      '<% if a > b %>data-x="1"<% else %>data-y<% end %>',
    ],
    inText: ['<%= "<input>" %>', '<%# <input checked> %>', '<% it.each do |x| %>\n<%= x %>\n<% end %>'],
    unfinished: ['<%', '<%= ', '<% if a', '<%= "'],
  },
  php: {
    inValue: ['<?= $a ?>', '<?php echo "<>"; ?>', '<?php if ($a): ?>x<?php else: ?>y<?php endif ?>'],
    between: [
      '<?= $attributes ?>',
      '<?php if ($a > 1) echo "data-x"; ?>',
      '<?php if ($a) { ?>data-x="1"<?php } ?>',
    ],
    inText: [
      '<?= "<input>?>" ?>',
      "<?php // it's ?>",
      "<?php /* ?> it's */ ?>",
      '<?php foreach ($a as $b): ?>\n<?= $b ?>\n<?php endforeach; ?>',
      '<?php\n$a = "?>";\n$b = <<<X\n?> <input>\nX;\n?>',
    ],
    unfinished: ['<?php', '<?php echo $a', '<?= ', "<?= '", '<?php /*', '<?php <<<X\n'],
  },
};
