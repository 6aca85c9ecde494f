import { solve, type Task } from './solve.js';

/** Does the work beside the page; says nothing when it cannot. */
onmessage = (event: MessageEvent<Task>) => {
  solve(event.data).then(
    (solution) => postMessage(solution),
    () => postMessage(undefined),
  );
};
