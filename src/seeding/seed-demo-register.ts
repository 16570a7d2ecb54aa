import { at, type Day } from "../domain/day.js";
import type { ProblemChange } from "../domain/problem.js";
import { categoryOf } from "../domain/problem-category.js";
import type { ServiceChange } from "../domain/service.js";
import type { NewEvent } from "../store/register.js";
import type { Repositories } from "../store/store.js";
import { OPEN_IDS } from "./seed-demo.js";
import { seedFile } from "./seed-file.js";

type Dated<Change> = Change & { on: Day; by: string };
type ProblemStep = Dated<Exclude<ProblemChange, { is: "open" }>>;
type ServiceStep = Dated<Exclude<ServiceChange, { is: "open" }>>;

interface RegisterFile {
  problems: {
    code: string;
    steps: [Dated<{ is: "open"; words: string; lead: string; due: Day }>, ...ProblemStep[]];
  }[];
  services: {
    enterprise: string;
    steps: [Dated<{ is: "open"; words: string; unit: string; due: Day }>, ...ServiceStep[]];
  }[];
}

/** 演示数据: problems and requests of the demonstration year, with what had become of them up to now. */
export async function seedDemoRegister(tx: Repositories, now: number): Promise<void> {
  const { problems, services } = seedFile<RegisterFile>("demo-register-2022.json");
  const eventOf = <C>({ on, by, ...change }: { on: Day; by: string }, writeId: string): NewEvent<C> => ({
    change: change as C,
    saidAt: at(on, "10:00"),
    saidBy: OPEN_IDS[by] ?? by,
    saidByName: by,
    chatId: "demo",
    messageId: "demo",
    writeId,
  });
  const isPast = ({ on }: { on: Day }) => at(on, "10:00") <= now;
  for (const [index, { code, steps }] of problems.entries()) {
    const [first, ...later] = steps;
    if (!isPast(first)) continue;
    const opening = { ...first, category: categoryOf(first.words) };
    const { number } = await tx.problems.open(code, eventOf<ProblemChange>(opening, `demo:p${index}`), now);
    for (const [step, one] of later.filter(isPast).entries())
      await tx.problems.add(number, eventOf<ProblemChange>(one, `demo:p${index}.${step}`), now);
  }
  for (const [index, { enterprise, steps }] of services.entries()) {
    const [first, ...later] = steps;
    if (!isPast(first)) continue;
    const opening = { ...first, enterprise };
    const { number } = await tx.services.open(eventOf<ServiceChange>(opening, `demo:s${index}`), now);
    for (const [step, one] of later.filter(isPast).entries())
      await tx.services.add(number, eventOf<ServiceChange>(one, `demo:s${index}.${step}`), now);
  }
}
