export type {
  F3eCommunityOpenEvent,
  F3eJoinOpenEvent,
  F3eResourcesOpenEvent,
  F3eSessionOpenEvent,
  F3eSessionsOpenEvent,
} from '../../internal/open.events.js';
