// Loaded before the page is painted, so that a chosen theme does not flash. "auto" follows the system.
{
  const root = document.documentElement;
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { choice } = root.dataset;
    const system = systemIsDark.matches ? 'dark' : 'light';
    root.dataset.theme = choice === 'auto' ? system : choice;
    document.dispatchEvent(new Event('theme'));
  };
  root.dataset.choice = localStorage.getItem('huizong.theme') ?? 'auto';
  apply();
  systemIsDark.addEventListener('change', apply);
  document.addEventListener('choice', apply);
}
