import { Client, EventDispatcher, LoggerLevel, WSClient } from "@larksuiteoapi/node-sdk";

/** A bare echo bot on the same SDK: no storage, no understanding, a reply to each message. */
const [appId = "", appSecret = "", domain = ""] = process.argv.slice(2);
const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
const app = { appId, appSecret, domain, logger: quiet, loggerLevel: LoggerLevel.error };
const client = new Client(app);

interface Received {
  message: { message_id: string; content: string };
}

const eventDispatcher = new EventDispatcher({ logger: quiet }).register({
  "im.message.receive_v1": async ({ message }: Received) => {
    void client.im.v1.message.reply({
      path: { message_id: message.message_id },
      data: { msg_type: "text", content: message.content },
    });
  },
});
const connection = new WSClient({ ...app, onReady: () => process.send?.("ready") });
// The token is fetched before the load, as it would have been in a bot that has run for a while.
await client.request({ method: "GET", url: "/open-apis/bot/v3/info" });
await connection.start({ eventDispatcher });
process.once("disconnect", () => process.exit(0));
