/**
 * The long connection's binary frame: proto2 message `pbbp2.Frame`, written by hand because it has nine fields
 * and never changes.
 */
export interface Frame {
  seqId: bigint;
  logId: bigint;
  service: number;
  method: number;
  headers: Record<string, string>;
  payloadEncoding?: string;
  payloadType?: string;
  payload?: Uint8Array;
  logIdNew?: string;
}

export const CONTROL = 0;
export const DATA = 1;

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** A base-128 number, up to 64 bits; a negative int32 is sign-extended to ten bytes, as proto2 has it. */
export function encodeVarint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

class Reader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError("frame ends inside a number");
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new RangeError("number longer than ten bytes");
  }

  chunk(length = Number(this.varint())): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.length) throw new RangeError("frame ends inside a field");
    const chunk = this.bytes.subarray(this.at, end);
    this.at = end;
    return chunk;
  }

  text(): string {
    return Buffer.from(this.chunk()).toString("utf8");
  }

  skip(wireType: number): void {
    if (wireType === VARINT) this.varint();
    else if (wireType === FIXED64) this.chunk(8);
    else if (wireType === BYTES) this.chunk();
    else if (wireType === FIXED32) this.chunk(4);
    else throw new RangeError(`unknown wire type ${wireType}`);
  }
}

const tag = (field: number, wireType: number): Uint8Array => encodeVarint(BigInt((field << 3) | wireType));

function numberField(field: number, value: bigint): Uint8Array[] {
  return [tag(field, VARINT), encodeVarint(value)];
}

function bytesField(field: number, value: Uint8Array | string): Uint8Array[] {
  const bytes = typeof value === "string" ? Buffer.from(value, "utf8") : value;
  return [tag(field, BYTES), encodeVarint(BigInt(bytes.length)), bytes];
}

export function encodeFrame(frame: Frame): Buffer {
  const parts = [
    ...numberField(1, frame.seqId),
    ...numberField(2, frame.logId),
    ...numberField(3, BigInt(frame.service)),
    ...numberField(4, BigInt(frame.method)),
  ];
  for (const [key, value] of Object.entries(frame.headers)) {
    parts.push(...bytesField(5, Buffer.concat([...bytesField(1, key), ...bytesField(2, value)])));
  }
  if (frame.payloadEncoding !== undefined) parts.push(...bytesField(6, frame.payloadEncoding));
  if (frame.payloadType !== undefined) parts.push(...bytesField(7, frame.payloadType));
  if (frame.payload !== undefined) parts.push(...bytesField(8, frame.payload));
  if (frame.logIdNew !== undefined) parts.push(...bytesField(9, frame.logIdNew));
  return Buffer.concat(parts);
}

function decodeHeader(bytes: Uint8Array): [string, string] {
  const reader = new Reader(bytes);
  let key = "";
  let value = "";
  while (!reader.done) {
    const head = Number(reader.varint());
    if (head === ((1 << 3) | BYTES)) key = reader.text();
    else if (head === ((2 << 3) | BYTES)) value = reader.text();
    else reader.skip(head & 7);
  }
  return [key, value];
}

/** Throws a RangeError for bytes that are no frame. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const reader = new Reader(bytes);
  const frame: Frame = { seqId: 0n, logId: 0n, service: 0, method: 0, headers: {} };
  const int32 = (): number => Number(BigInt.asIntN(32, reader.varint()));
  while (!reader.done) {
    const head = Number(reader.varint());
    const field = head >>> 3;
    if (field === 1) frame.seqId = reader.varint();
    else if (field === 2) frame.logId = reader.varint();
    else if (field === 3) frame.service = int32();
    else if (field === 4) frame.method = int32();
    else if (field === 5) {
      const [key, value] = decodeHeader(reader.chunk());
      frame.headers[key] = value;
    } else if (field === 6) frame.payloadEncoding = reader.text();
    else if (field === 7) frame.payloadType = reader.text();
    else if (field === 8) frame.payload = Uint8Array.from(reader.chunk());
    else if (field === 9) frame.logIdNew = reader.text();
    else reader.skip(head & 7);
  }
  return frame;
}
