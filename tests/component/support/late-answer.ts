/** An answer that comes when the test says so. */
export interface LateAnswer<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
}

export function lateAnswer<Value>(): LateAnswer<Value> {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
