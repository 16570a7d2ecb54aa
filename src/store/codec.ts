/** The one way JSON goes into a text column and comes back. Shapes are the writer's promise. */
export const encode = (value: unknown): string => JSON.stringify(value);
export const decode = <T>(text: string): T => JSON.parse(text) as T;
export const decodeOrNull = <T>(text: string | null): T | null => (text === null ? null : decode<T>(text));
