# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Completion for bash: commands, options, files.  tests/cli/completion_and_man_page compares it with --help.
_commonground() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command='' word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      -*) ;;
      *) command=$word; break ;;
    esac
  done
  COMPREPLY=()
  if [[ -z $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'new import export status verify context compare search code assign suggest screen copy originals reindex report --help --version' -- "$current")
    return
  fi
  case $previous in
    --kind) mapfile -t COMPREPLY < <(compgen -W 'practice barrier outcome enabler sector other' -- "$current"); return ;;
    --model) mapfile -t COMPREPLY < <(compgen -W 'svm nb' -- "$current"); return ;;
    --by) mapfile -t COMPREPLY < <(compgen -W 'region legal_model' -- "$current"); return ;;
    --language) mapfile -t COMPREPLY < <(compgen -W 'en fr es ru zh' -- "$current"); return ;;
    --definition | --on | --organisation | --country | --title) return ;;
  esac
  if [[ $current == -* ]]; then
    local options='--help --json --quiet'
    case $command in
      new) options+=' --title' ;;
      import) options+=' --output --preview --discard-changes --forget-versions --keep-originals --passphrase-file' ;;
      export) options+=' --output --raw' ;;
      verify) options+=' --definition --organisation --on' ;;
      context) options+=' --country --on' ;;
      code)
        options+=' --as --all --id --parent --before --kind --label --definition --include --exclude --colour --about --subject'
        options+=' --find --remove --quote --at --memo --status --in-vivo --region --country --language --case --document --code'
        options+=' --coder --drafts --accept --reject --submit --draft --why --stands --falls --preview --by --limit'
        ;;
      assign) options+=' --as --document --coder --take-back --submit' ;;
      copy) options+=' --replace' ;;
      originals) options+=' --get --output --change-passphrase --passphrase-file --new-passphrase-file' ;;
      search) options+=' --region --country --language --code --case --kind --limit' ;;
      suggest) options+=' --model --limit --language --with-descendants --as --accept --reject' ;;
      screen) options+=' --include --exclude --unsure --flow --model --limit --language --as' ;;
      compare) options+=' --by --kind --all --passages --on' ;;
      report) options+=' --output --language' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    return
  fi
  if [[ $previous == code ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'tree add edit move merge split retire restore memo apply find list review adjudicate remove undo redo history' -- "$current")
    return
  fi
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$current")
}
complete -F _commonground commonground
