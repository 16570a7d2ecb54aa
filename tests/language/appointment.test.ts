import { describe, expect, it } from "vitest";
import { readAppointment } from "../../src/language/appointment.js";

const NOW = Date.parse("2022-09-20T10:00:00+08:00");

describe("when and where people are to meet", () => {
  it.each([
    ["9月27日下午2点 区府3楼", "2022-09-27T14:00:00+08:00", "区府3楼"],
    ["明天下午3点5楼", "2022-09-21T15:00:00+08:00", "5楼"],
    ["明天下午3点15楼会议室", "2022-09-21T15:00:00+08:00", "15楼会议室"],
    ["明天下午3点302室", "2022-09-21T15:00:00+08:00", "302室"],
    ["明天下午3点05 5楼", "2022-09-21T15:05:00+08:00", "5楼"],
    ["9月27日下午两点 区府3楼", "2022-09-27T14:00:00+08:00", "区府3楼"],
    ["明天下午三点半 区府3楼", "2022-09-21T15:30:00+08:00", "区府3楼"],
    ["下周二 14:00 区府3楼", "2022-09-27T14:00:00+08:00", "区府3楼"],
    ["10月9日上午十点 二楼会议室", "2022-10-09T10:00:00+08:00", "二楼会议室"],
  ])("%s", (said, at, place) => {
    expect(readAppointment(said, NOW)).toEqual({ startsAt: Date.parse(at), place });
  });

  it.each([
    ["区府3楼", "no-day"],
    ["9月27日 区府3楼", "no-time"],
    ["2月30日下午2点 区府3楼", "impossible-day"],
    ["9月19日下午2点 区府3楼", "past"],
  ])("%s: %s", (said, fault) => {
    expect(readAppointment(said, NOW)).toEqual({ fault });
  });
});
