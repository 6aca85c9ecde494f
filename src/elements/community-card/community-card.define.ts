import { define } from '../../dom/define.js';
import { F3eCommunityCard } from './community-card.js';

define('f3e-community-card', F3eCommunityCard);

declare global {
  interface HTMLElementTagNameMap {
    'f3e-community-card': F3eCommunityCard;
  }
}
