import type { TestHub } from './test-hub';

/** A call as the hub's own description tells it. */
export interface Route {
  /** `POST /api/reviews/{id}/decision` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly takesBody: boolean;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: object;
}

/** Every documented call: a test that walks them meets a route on the day it is added. */
export async function routesOf(hub: TestHub): Promise<Route[]> {
  const { body } = await hub.call<{ paths: Record<string, Record<string, Operation>> }>('GET', '/api/openapi.json');
  return Object.entries(body.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      pathParameters: parameters.filter((one) => one.in === 'path').map((one) => one.name),
      queryParameters: parameters.filter((one) => one.in === 'query').map((one) => one.name),
      takesBody: requestBody !== undefined,
    })),
  );
}

/** The route's path with every parameter filled in by one value. */
export const pathWith = (route: Route, value: string): string => route.path.replace(/\{\w+\}/g, value);
