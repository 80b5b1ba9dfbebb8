/** What bars and columns mean. */
export function Legend() {
  return (
    <ul class="legend" aria-label="图例">
      <li>
        <Sample class="base number" />
        基期
      </li>
      <li>
        <Sample class="target number" />
        目标
      </li>
      <li>
        <Sample class="target inexact" />
        原文不是确数（如“4.5以内”），按其中的数字画
      </li>
      <li>没有条的，原文没有给出一个数</li>
      <li>变化：原表的年均增速，方括号内是累计</li>
    </ul>
  );
}

function Sample({ class: kind }: { readonly class: string }) {
  return (
    <svg class="value-bar" aria-hidden="true" width="28" height="9">
      <rect class={`bar ${kind}`} x="1" y="1" width="26" height="7" />
    </svg>
  );
}
