import type { Profile } from '../engine/knowledge/types';

/** What `--help` prints. Lines stay under 80 columns. */
export function helpText(profiles: Iterable<Profile>): string {
  const names = [...profiles].map(({ id, title }) => `                        ${id.padEnd(10)} ${title}`);
  return `peer-role-check reads drafts and points out duties that people in peer roles
in mental-health services must not have, says why, and on whose authority.

  peer-role-check check [options] PATH…     lists what is found
  peer-role-check report [options] PATH…    writes a memo for those who decide

PATH is a file, a folder, or "-" for standard input. In folders, drafts that end
in .md or .markdown are checked, except what .gitignore leaves out; links to
other folders are not followed. A file that is named is always checked.

  --profile NAME        the contract that the drafts answer. Without it, a draft
                        says so itself ("peer-role-profile: accs" in its front
                        matter), or accs is used. Known are:
${names.join('\n')}
  --format FORMAT       of check: text (for people, the default), json (for
                        programs), sarif (SARIF 2.1.0, for code scanning) or
                        github (for GitHub Actions: notes beside the lines);
                        of report: md (Markdown, the default), html (one file,
                        to read and print) or json
  --fail-on SEVERITY    of check: the mildest finding that makes the exit status
                        1: error (the default), warning, information, or never
  --help, -h            this text
  --version, -v         the version

Files in a folder ".peer-role-check", beside a draft or above it, add to what
the checker knows: your organization's profiles, words, and what it leaves out.

Exit status: 0 if nothing was found that --fail-on names, 1 if something was,
2 if the command or a file could not be read, or not all of a draft was checked.
A report that was written is 0.
`;
}
