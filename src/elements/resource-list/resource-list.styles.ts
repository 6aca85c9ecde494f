import { css } from 'lit';

export const styles = css`
  .skeleton {
    min-height: 40em;
  }
  form {
    display: grid;
    gap: 0.4em;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  input[type='search'] {
    flex: 1 1 8em;
    min-width: 0;
  }
  .chips,
  .pages ul,
  .origins {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .list > li {
    padding-block: 1em;
    border-block-start: 1px solid var(--_line);
  }
  li > * + * {
    margin-block-start: 0.25em;
  }
  .cards {
    display: grid;
    gap: 1em;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
  }
  .cards > li {
    padding: 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--f3e-surface, transparent);
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  .facts,
  .origins,
  .feeds {
    font-size: 0.9375em;
  }
  .summary {
    max-width: 70ch;
  }
  .origins {
    gap: 0.1em 1.1em;
  }
  .title a {
    padding-block: 0.2em;
  }
  .origins a,
  .feeds a {
    display: inline-block;
    min-height: 24px;
  }
  .pages a,
  .pages .number > * {
    display: inline-grid;
    place-items: center;
    min-width: 44px;
    min-height: 44px;
  }
  .pages [aria-current] {
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
    font-weight: 700;
  }
  @container (min-width: 52em) {
    .split {
      grid-template-columns: 15em minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      column-gap: 2.5em;
    }
    form {
      grid-column: 1 / -1;
    }
    .fold {
      display: none;
    }
    .facets,
    .facets[hidden] {
      display: grid;
    }
  }
  @media print {
    .split {
      grid-template-columns: minmax(0, 1fr);
    }
    form,
    .pages,
    .feeds {
      display: none;
    }
  }
`;
