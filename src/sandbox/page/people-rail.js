import { html } from "preact";
import { Avatar, Badge } from "./avatar.js";

/** Who one is: everybody in the sandbox can be spoken for. */
export const PeopleRail = ({ state, me, choose, unreadOf }) => html`
  <nav class="rail" aria-label="切换身份">
    <p>我是</p>
    ${[...state.people.values()].map(
      (person) => html`
        <button
          key=${person.openId}
          class=${person.openId === me ? "person chosen" : "person"}
          aria-pressed=${person.openId === me}
          title=${`${person.name} · ${person.role}`}
          onClick=${() => choose(person.openId)}
        >
          <span class="face">
            <${Avatar} id=${person.openId} name=${person.name} />
            ${person.openId !== me && html`<${Badge} count=${unreadOf(person.openId)} />`}
          </span>
          <span>${person.name}</span>
        </button>
      `,
    )}
  </nav>
`;
