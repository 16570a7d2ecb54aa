import { describe, expect, it } from "vitest";
import {
  CONTROL,
  DATA,
  decodeFrame,
  encodeFrame,
  encodeVarint,
  type Frame,
} from "../../src/sandbox/frame.js";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("varint", () => {
  it.each([
    [0n, "00"],
    [127n, "7f"],
    [128n, "8001"],
    [300n, "ac02"],
    [2n ** 32n, "8080808010"],
    [2n ** 63n, "80808080808080808001"],
    [2n ** 64n - 1n, "ffffffffffffffffff01"],
    // A negative int32 takes ten bytes in proto2.
    [-1n, "ffffffffffffffffff01"],
  ])("%s is %s", (value, bytes) => {
    expect(hex(encodeVarint(value))).toBe(bytes);
  });
});

describe("frame", () => {
  const full: Frame = {
    seqId: 2n ** 64n - 1n,
    logId: 1663639200000123456n,
    service: 33554678,
    method: DATA,
    headers: { type: "event", message_id: "m1", sum: "1", 备注: "武宁路" },
    payloadEncoding: "json",
    payloadType: "x",
    payload: Buffer.from("形象进度 65%"),
    logIdNew: "20220920",
  };

  it("comes back as it went", () => {
    const back = decodeFrame(encodeFrame(full));
    expect(back).toEqual({ ...full, payload: new Uint8Array(Buffer.from("形象进度 65%")) });
  });

  it("keeps 64 bits and the sign of an int32", () => {
    const back = decodeFrame(
      encodeFrame({ seqId: 2n ** 53n + 1n, logId: 0n, service: -7, method: CONTROL, headers: {} }),
    );
    expect(back.seqId).toBe(9007199254740993n);
    expect(back.service).toBe(-7);
  });

  it("has the bytes that the SDK writes", () => {
    const ping = { seqId: 0n, logId: 0n, service: 1, method: CONTROL, headers: { type: "ping" } };
    expect(hex(encodeFrame(ping))).toBe("0800100018012000" + "2a0c" + "0a0474797065" + "120470696e67");
  });

  it("skips fields it does not know", () => {
    const unknown = Buffer.from([
      0x78, 0x05, 0x81, 0x01, 1, 2, 3, 4, 5, 6, 7, 8, 0x82, 0x01, 0x02, 0xff, 0xff,
    ]);
    const back = decodeFrame(Buffer.concat([unknown, encodeFrame(full)]));
    expect(back.logId).toBe(full.logId);
  });

  it("refuses bytes that end early", () => {
    const bytes = encodeFrame(full);
    expect(() => decodeFrame(bytes.subarray(0, bytes.length - 3))).toThrow(RangeError);
    expect(() => decodeFrame(Buffer.from([0x08, 0x80]))).toThrow(RangeError);
    expect(() => decodeFrame(Buffer.alloc(11, 0xff))).toThrow(RangeError);
  });
});
