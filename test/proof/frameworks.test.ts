import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/src/engine/configuration.js';
import { review } from '../../server/src/engine/review.js';
import { assertHeals } from '../support/heals.js';
import { type Box, type Shape, shapes } from '../support/shapes/index.js';

const OFFERS = 'I would like to receive your offers by e-mail';
const box = (differs: Partial<Box>): Box => ({
  name: 'offers',
  words: OFFERS,
  on: false,
  required: false,
  ...differs,
});
const holding = (asked: Box) => (shape: Shape) => shape.page(shape.box(asked), 'Register', asked);

/** For each rule, a form with its defect; undefined where the shape cannot have it. */
const defects: Readonly<Record<string, (shape: Shape) => string | undefined>> = {
  'prechecked-consent': holding(box({ on: true })),
  'forced-consent': holding(box({ required: true })),
  'missing-withdrawal-notice': holding(box({})),
  'vague-consent': holding(box({ name: 'newsletter', words: 'I agree' })),
  'opt-out-consent': holding(
    box({ name: 'no_offers', words: 'I do not wish to receive your offers by e-mail' }),
  ),
  'hidden-consent': (shape) => shape.hidden && shape.page(shape.hidden('newsletter'), 'Register', undefined),
  'implied-consent': (shape) =>
    shape.page('<p>By registering you agree to receive our offers.</p>', 'Register', undefined),
  'missing-preference-choice': (shape) => shape.page('', 'Subscribe to the newsletter', undefined),
};

interface Exception {
  readonly rule: string;
  /** Nothing is found, or what is found is not repaired. */
  readonly how: 'silent' | 'unrepaired';
  readonly because: string;
  readonly shapes: readonly string[];
}

const exceptions: readonly Exception[] = [
  {
    rule: 'prechecked-consent',
    how: 'silent',
    because: 'the form class of another file says how the box starts',
    shapes: ['django, field', 'django, crispy'],
  },
  {
    rule: 'prechecked-consent',
    how: 'silent',
    because: 'the form’s object decides, and the attribute beside it counts for nothing',
    shapes: ['thymeleaf, th:field'],
  },
  {
    rule: 'prechecked-consent',
    how: 'silent',
    because: 'only the running program knows the condition',
    shapes: ['handlebars'],
  },
  {
    rule: 'forced-consent',
    how: 'silent',
    because: 'the form class of another file says what is required',
    shapes: ['twig, form_row', 'django, field', 'django, crispy', 'jinja, wtforms'],
  },
  {
    rule: 'forced-consent',
    how: 'silent',
    because: 'the toggle has no prop for it',
    shapes: ['quasar'],
  },
  {
    rule: 'missing-withdrawal-notice',
    how: 'silent',
    because: 'another file says what the field is',
    shapes: ['twig, form_row', 'django, field', 'django, crispy', 'jinja, wtforms'],
  },
  {
    rule: 'missing-withdrawal-notice',
    how: 'silent',
    because: 'the box shows what was chosen before',
    shapes: ['rails, form_with', 'razor, tag helper', 'thymeleaf, th:field'],
  },
  {
    rule: 'vague-consent',
    how: 'silent',
    because: 'another file says what the field is',
    shapes: ['twig, form_row', 'django, field', 'django, crispy', 'jinja, wtforms'],
  },
  {
    rule: 'vague-consent',
    how: 'silent',
    because: 'what the component draws within the label may say more',
    shapes: ['mui, label of markup', 'chakra 3', 'rails, simple_form'],
  },
  {
    rule: 'opt-out-consent',
    how: 'silent',
    because: 'another file says what the field is',
    shapes: ['twig, form_row', 'django, field', 'django, crispy', 'jinja, wtforms', 'razor, tag helper'],
  },
  {
    rule: 'opt-out-consent',
    how: 'unrepaired',
    because: 'code holds the answer under a name that says no',
    shapes: [
      'tsx, state',
      'react-hook-form, register',
      'react-hook-form, Controller',
      'mantine, useForm',
      'radix, checkbox',
      'vue, ref',
      'vue, reactive',
      'vue, data()',
      'vue, defineModel',
      'vuetify',
      'quasar',
      'element plus',
      'primevue',
      'svelte, let',
      'svelte, $state',
      'svelte, object',
      'angular, ngModel',
      'angular, reactive',
      'angular material',
    ],
  },
  {
    rule: 'opt-out-consent',
    how: 'unrepaired',
    because: 'the name in the call is one of the record’s own',
    shapes: [
      'rails, form_with',
      'rails, check_box_tag',
      'rails, simple_form',
      'laravel collective',
      'razor, CheckBoxFor',
      'woocommerce_form_field',
    ],
  },
  {
    rule: 'hidden-consent',
    how: 'unrepaired',
    because: 'a call makes the field, and no attribute of HTML turns it into a box',
    shapes: ['rails, form_with', 'rails, check_box_tag', 'laravel collective', 'razor, CheckBoxFor'],
  },
  {
    rule: 'implied-consent',
    how: 'unrepaired',
    because: 'code picks what it sends, and would not see a new box',
    shapes: [
      'mantine, useForm',
      'antd',
      'angular, ngModel',
      'angular, reactive',
      'angular material',
      'ionic',
    ],
  },
  {
    rule: 'missing-preference-choice',
    how: 'silent',
    because: 'calls and components of other files may draw further fields',
    shapes: [
      'antd',
      'rails, form_with',
      'rails, check_box_tag',
      'rails, simple_form',
      'laravel collective',
      'twig, form_row',
      'django, crispy',
      'razor, CheckBoxFor',
      'liquid, shopify form',
      'jinja, wtforms',
    ],
  },
];

describe('repairs of what frameworks write', function () {
  this.timeout(20_000);
  const rules = Object.keys(defects);

  it('are excepted by rules and shapes that there are', () => {
    const ids = new Set(shapes.map(({ id }) => id));
    assert.equal(ids.size, shapes.length);
    for (const { rule, shapes: excepted } of exceptions) {
      assert.ok(rules.includes(rule), rule);
      for (const id of excepted) assert.ok(ids.has(id), id);
    }
  });

  for (const shape of shapes) {
    for (const [rule, write] of Object.entries(defects)) {
      const text = write(shape);
      if (text === undefined) continue;
      const excepted = exceptions.find((e) => e.rule === rule && e.shapes.includes(shape.id));
      const outcome = excepted ? `${excepted.how}: ${excepted.because}` : 'repaired';
      it(`${shape.id}, ${rule}: ${outcome}`, async () => {
        const input = { path: `sign-up.${shape.end}`, text };
        const options = { configuration: defaultConfiguration };
        const report = await review(input, options);
        const found = report.findings.filter(({ ruleId }) => ruleId === rule);
        assert.equal(found.length > 0, excepted?.how !== 'silent', text);
        assert.equal(
          found.some(({ repairs }) => repairs.length > 0),
          !excepted,
          text,
        );
        const findings = report.findings.map((f) => (f.ruleId === rule ? f : { ...f, repairs: [] }));
        await assertHeals(input, { ...report, findings, notReviewed: [] }, options);
      });
    }
  }
});
