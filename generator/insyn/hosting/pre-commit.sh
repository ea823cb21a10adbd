#!/bin/sh
# insyn hook
# Checks the content that is about to be committed. Errors stop the commit, nothing else does.
# Made by `insyn hook`; delete this file to be rid of it. Once only: git commit --no-verify

# git has put us at the top of the repository.
site=@site@
if [ -x "$site/.venv/bin/insyn" ]; then
  insyn="$site/.venv/bin/insyn"
elif command -v insyn >/dev/null 2>&1; then
  insyn=insyn
else
  echo "Insyn är inte installerat här, så innehållet kontrolleras inte." >&2
  echo "Insyn is not installed here, so the content is not checked." >&2
  exit 0
fi
exec "$insyn" check --site "$site" --staged
