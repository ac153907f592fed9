/** The real server process around the engine of the tests. */
import { startServer } from '../../server/src/lsp/nodeServer.js';
import { fakeEngine } from './fakeEngine.js';

startServer(fakeEngine);
