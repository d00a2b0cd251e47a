import { el, replace } from './dom.js';
import { otherLanguage, text } from './messages.js';

const THEMES = ['auto', 'light', 'dark'];

/** The switches of the page's head: language, theme, token. */
export function drawSwitches({ changeLanguage, changeToken }) {
  const other = otherLanguage();
  replace(document.getElementById('switches'),
    el('button', { type: 'button', id: 'language', lang: other, click: () => changeLanguage(other) },
      other === 'en' ? 'English' : '中文'),
    themeButton(),
    el('button', { type: 'button', id: 'change-token', click: changeToken }, text('switches.token')));
}

function themeButton() {
  const root = document.documentElement;
  const label = () => text('switches.theme.' + root.dataset.choice);
  const button = el('button', {
    type: 'button', id: 'theme', title: text('switches.theme'),
    click: () => {
      root.dataset.choice = THEMES[(THEMES.indexOf(root.dataset.choice) + 1) % THEMES.length];
      localStorage.setItem('huizong.theme', root.dataset.choice);
      document.dispatchEvent(new Event('choice'));
      button.lastChild.textContent = label();
    },
  }, el('span', { class: 'unseen' }, text('switches.theme'), ' '), label());
  return button;
}
