import * as echarts from '../_static/echarts/6.0.0/dist/echarts.esm.min.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const drawn = new Map(); // node → how to draw it

/** The colours of the page, as they are now. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(['ink', 'soft', 'line', 'card', 'accent', 'pale', 'bad', 'warn', 'good']
    .map(name => [name, style.getPropertyValue('--' + name).trim()]));
}

/**
 * A chart. The picture is nothing to those who do not see it: what it says is its label, the figures are in the table.
 *
 * @param height in pixels
 * @param option gives the options of ECharts for the colours
 * @param pick called with the index of what was clicked
 */
export function chart(label, height, option, pick) {
  const node = document.createElement('div');
  node.className = 'chart';
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', label);
  node.style.minHeight = height + 'px';
  drawn.set(node, { option, pick });
  // It is drawn once it is in the page and has a width.
  resized.observe(node);
  return node;
}

const resized = new ResizeObserver(entries => {
  for (const { target } of entries) {
    if (target.isConnected && target.clientWidth > 0) {
      const there = echarts.getInstanceByDom(target);
      there ? there.resize() : draw(target);
    }
  }
});

/** How much room the longest of some labels wants beside its bar, in pixels. */
export function room(labels) {
  pen.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  return Math.ceil(Math.max(...labels.map(label => pen.measureText(label).width))) + 16;
}

const pen = document.createElement('canvas').getContext('2d');

function draw(node) {
  const { option, pick } = drawn.get(node);
  const instance = echarts.getInstanceByDom(node) ?? echarts.init(node);
  const common = shared();
  const own = option(colours());
  instance.setOption({ ...common, ...own, tooltip: { ...common.tooltip, ...own.tooltip } }, true);
  if (pick) {
    instance.off('click');
    instance.on('click', event => pick(event.dataIndex));
  }
}

function shared() {
  const { ink, line, card } = colours();
  return {
    animation: !calm.matches,
    animationDuration: 300,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: {
      renderMode: 'richText', // an HTML tooltip would need inline styles, which the page's policy forbids
      confine: true,
      backgroundColor: card,
      borderColor: line,
      textStyle: { color: ink, fontSize: 13 },
    },
  };
}

/** Lets go of charts that are no longer in the page. */
function forget() {
  for (const node of drawn.keys()) {
    if (!node.isConnected) {
      resized.unobserve(node);
      echarts.getInstanceByDom(node)?.dispose();
      drawn.delete(node);
    }
  }
}

/** Draws all charts in the colours that hold now. */
function recolour() {
  forget();
  [...drawn.keys()].filter(node => node.clientWidth > 0).forEach(draw);
}

new MutationObserver(forget).observe(document.documentElement, { childList: true, subtree: true });
document.addEventListener('theme', recolour);
