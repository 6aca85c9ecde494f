export type {
  F3eCommunityOpenEvent,
  F3eJoinOpenEvent,
  F3eResourcesOpenEvent,
  F3eSessionOpenEvent,
  F3eSessionsOpenEvent,
} from '../../ui/open.events.js';
