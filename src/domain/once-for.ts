/**
 * What is made of a value that does not change: worked out once for all who ask, and forgotten with the value.
 * Two hundred chats that are told of the same list share what is counted and sorted of it.
 */
export function onceFor<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, { made: Made }>();
  return (key) => {
    const found = known.get(key) ?? { made: make(key) };
    known.set(key, found);
    return found.made;
  };
}
