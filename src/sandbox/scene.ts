import { unionIdOf } from "./ids.js";

/** Who lives in the sandbox. Names are made up; the open_ids are fixed so that demonstration data can name them. */
export interface Person {
  openId: string;
  unionId: string;
  name: string;
  /** What they do, for whoever tries the sandbox: "区建设管理委 填报员". */
  role: string;
  tenantKey: string;
  /** A person who has left: messages to them fail with 230029. */
  resigned: boolean;
}

type ChatType = "group" | "p2p";

export interface Chat {
  chatId: string;
  type: ChatType;
  name: string;
  /** open_ids; the bot is not among them, see `hasBot`. */
  members: string[];
  hasBot: boolean;
  external: boolean;
  /** Dissolved for good. */
  disbanded: boolean;
  /** When set, the bot's messages are refused with this code (230018, 230035, 230053). */
  muted: number | null;
}

/** A person and a chat as a scene states them: what is left out takes the usual value. */
export type ScenePerson = Pick<Person, "openId" | "name" | "role"> & Partial<Person>;
export type SceneChat = Pick<Chat, "chatId" | "name" | "members"> & Partial<Chat>;

export interface Scene {
  tenantKey: string;
  bot: { openId: string; name: string };
  people: ScenePerson[];
  chats: SceneChat[];
}

export const TENANT_KEY = "2ed263bf32cf1651";
export const OTHER_TENANT_KEY = "736588c9260f175d";

export const BOT_OPEN_ID = "ou_5a1e0c6b7d2f4e3890ab1c2d3e4f5061";

/** 推进办 综合管理科 */
export const LI_MIN = "ou_11d8f0a2c4b64e7c9a1f3b5d7e902c41";
/** 区建设管理委 填报员 */
export const ZHANG_WEI = "ou_22e7a1b3d5c74f8dab204c6e8fa13d52";
/** 桃浦智创城公司 填报员 */
export const WANG_FANG = "ou_33f6b2c4e6d8409ebc315d7f90b24e63";
/** 分管领导 */
export const DIRECTOR_CHEN = "ou_44a5c3d5f7e951afcd426e80a1c35f74";
/** 外部施工单位 */
export const ZHOU_QIANG = "ou_55b4d4e608fa62b0de537f91b2d46085";
/** 新来的, not registered anywhere */
export const XIAO_LIU = "ou_66c3e5f7190b73c1ef6480a2c3e57196";

/** 重大项目推进群 */
export const PROJECT_GROUP = "oc_a0f1e2d3c4b5968778695a4b3c2d1e0f";
/** 推进办内部群 */
export const OFFICE_GROUP = "oc_b1e2d3c4b5a69788796a5b4c3d2e1f00";
/** 武宁路项目协作群（外部） */
export const EXTERNAL_GROUP = "oc_c2d3e4f5a6b7988a7b6c5d4e3f201102";

export const defaultScene: Scene = {
  tenantKey: TENANT_KEY,
  bot: { openId: BOT_OPEN_ID, name: "靠谱" },
  people: [
    { openId: LI_MIN, name: "李敏", role: "推进办 综合管理科" },
    { openId: ZHANG_WEI, name: "张伟", role: "区建设管理委 填报员" },
    { openId: WANG_FANG, name: "王芳", role: "桃浦智创城公司 填报员" },
    { openId: DIRECTOR_CHEN, name: "陈主任", role: "分管领导" },
    { openId: ZHOU_QIANG, name: "周强", role: "外部施工单位", tenantKey: OTHER_TENANT_KEY },
    { openId: XIAO_LIU, name: "小刘", role: "新来的，还没登记" },
  ],
  chats: [
    {
      chatId: PROJECT_GROUP,
      name: "重大项目推进群",
      members: [LI_MIN, ZHANG_WEI, WANG_FANG, DIRECTOR_CHEN, XIAO_LIU],
    },
    { chatId: OFFICE_GROUP, name: "推进办内部群", members: [LI_MIN, DIRECTOR_CHEN] },
    {
      chatId: EXTERNAL_GROUP,
      name: "武宁路项目协作群（外部）",
      members: [ZHOU_QIANG, ZHANG_WEI, LI_MIN],
      external: true,
    },
  ],
};

export function personOf(stated: ScenePerson, tenantKey: string): Person {
  return { unionId: unionIdOf(stated.openId), tenantKey, resigned: false, ...stated };
}

export function chatOf(stated: SceneChat): Chat {
  return { type: "group", hasBot: true, external: false, disbanded: false, muted: null, ...stated };
}
