export interface WebKitSession {
  /** A command of the session: its method, its path below the session, its body. */
  command(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>;
  end(): Promise<void>;
}
export function webkitSession(places: { driver: string; display: string; browser: string }): WebKitSession;
