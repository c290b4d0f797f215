export * from './activities';
export * from './timers';
export * from './messages';
export * from './children';
export * from './cancellation';
export * from './patches';
export * from './notes';
export * from './neighbours';
