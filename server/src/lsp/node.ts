/** The language server as a program of its own, for node IPC and stdio. Whoever wants it inside another one imports `nodeServer.js`. */
import { startServer } from './nodeServer.js';

startServer();
