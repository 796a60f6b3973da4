import { Link } from 'wouter';
import classes from './link-tabs.module.css';

export interface LinkTab {
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** Filters as links: the choice lives in the address, survives Back and opens in a new tab. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.isCurrent ? 'page' : undefined}
          className={classes.tab}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
