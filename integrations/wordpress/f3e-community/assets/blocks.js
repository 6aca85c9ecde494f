/** The blocks: one for each element, with the real widget in the editor and the settings of the element beside it. */
(({ blocks, element, components, blockEditor, serverSideRender: ServerSideRender }) => {
  const { createElement: h, Fragment, useEffect } = element;
  const { InspectorControls, useBlockProps } = blockEditor;
  const { PanelBody, SelectControl, TextControl, ToggleControl, CheckboxControl, Disabled, Placeholder } =
    components;
  const { elements, communities, language, messages, server } = window.f3eCommunity;

  const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  /** How many settings stand before the others. */
  const FIRST = 4;
  /** A community that a card or form cannot do without. */
  const fallbackOf = {
    'community-card': ({ community }) => `/communautes/${community}`,
    'join-form': ({ community }) => `/communautes/${community}/rejoindre`,
    'session-calendar': () => '/seances',
    'registration-form': ({ session }) => `/seances/${session}/inscription`,
    'resource-list': () => '/ressources',
    'proposal-form': () => '/proposer',
    'community-directory': () => '/communautes',
  };

  const Setting = ({ name, facts, values, value, set }) => {
    const label = facts.label[language];
    const common = { key: name, label, __nextHasNoMarginBottom: true };
    const inWords = (code) => (values[code] ? values[code][language] : code);
    switch (facts.kind) {
      case 'flag':
        return h(ToggleControl, { ...common, checked: value === true, onChange: set });
      case 'choice':
        return h(SelectControl, {
          ...common,
          value,
          options: [
            { value: '', label: messages.unset },
            ...facts.values.map((code) => ({ value: code, label: inWords(code) })),
          ],
          onChange: set,
        });
      case 'community':
        return h(SelectControl, { ...common, value, options: communities, onChange: set });
      case 'choices':
      case 'communities': {
        const options =
          facts.kind === 'communities'
            ? communities
            : facts.values.map((code) => ({ value: code, label: inWords(code) }));
        const chosen = value ? value.split(',') : [];
        return h(
          'fieldset',
          { key: name, style: { marginBlockEnd: '16px' } },
          h('legend', null, label),
          options.map((one) =>
            h(CheckboxControl, {
              key: one.value,
              label: one.label,
              __nextHasNoMarginBottom: true,
              checked: chosen.includes(one.value),
              onChange: (isTicked) =>
                set(
                  options
                    .map((other) => other.value)
                    .filter((other) => (other === one.value ? isTicked : chosen.includes(other)))
                    .join(','),
                ),
            }),
          ),
        );
      }
      case 'number':
        return h(TextControl, {
          ...common,
          type: 'number',
          min: facts.least,
          max: facts.most,
          placeholder: String(facts.unset),
          value,
          onChange: set,
        });
      default:
        return h(TextControl, {
          ...common,
          type: facts.kind === 'month' ? 'month' : 'text',
          help: ['themes', 'languages', 'years'].includes(facts.kind) ? messages.several : undefined,
          value,
          onChange: set,
        });
    }
  };

  for (const [name, { attributes: known, title, description, values }] of Object.entries(elements)) {
    const settings = Object.entries(known);
    blocks.registerBlockType(`f3e/${name}`, {
      apiVersion: 2,
      title: title[language],
      description: description[language],
      category: 'f3e',
      icon: 'groups',
      supports: { html: false, align: ['wide', 'full'] },
      edit: ({ attributes, setAttributes }) => {
        const props = useBlockProps();
        const needsCommunity = known.community && known.community.kind === 'community';
        const isComplete =
          server && (!needsCommunity || attributes.community) && (!known.session || attributes.session);
        // The first community is there at once, and the link that stays where the plugin does not.
        useEffect(() => {
          if (needsCommunity && !attributes.community && communities.length)
            setAttributes({ community: communities[0].value });
        }, []);
        const href = isComplete ? server + fallbackOf[name](attributes) : '';
        useEffect(() => {
          if (href !== attributes.fallbackHref)
            setAttributes({ fallbackHref: href, fallbackText: title[language] });
        }, [href]);
        const draw = (some) =>
          some.map(([attribute, facts]) =>
            h(Setting, {
              key: attribute,
              name: attribute,
              facts,
              values,
              value: attributes[camel(attribute)],
              set: (value) => setAttributes({ [camel(attribute)]: value }),
            }),
          );
        return h(
          Fragment,
          null,
          h(
            InspectorControls,
            null,
            h(PanelBody, { title: messages.options }, draw(settings.slice(0, FIRST))),
            settings.length > FIRST &&
              h(PanelBody, { title: messages.more, initialOpen: false }, draw(settings.slice(FIRST))),
          ),
          h(
            'div',
            props,
            isComplete
              ? h(
                  Disabled,
                  null,
                  h(ServerSideRender, { block: `f3e/${name}`, attributes, httpMethod: 'POST' }),
                )
              : h(
                  Placeholder,
                  {
                    label: title[language],
                    instructions: server ? description[language] : messages.no_server,
                  },
                  draw(settings.slice(0, 1)),
                ),
          ),
        );
      },
      // What remains where the plugin is taken away.
      save: ({ attributes: { fallbackHref, fallbackText } }) =>
        fallbackHref ? h('p', useBlockProps.save(), h('a', { href: fallbackHref }, fallbackText)) : null,
    });
  }
})(window.wp);
