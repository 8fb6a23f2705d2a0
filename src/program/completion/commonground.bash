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
    mapfile -t COMPREPLY < <(compgen -W 'new import export status work verify context compare figure agreement search code assign suggest screen exchange copy encrypt decrypt organisation statement leadership consent partner partnership finding source slot document settings region indicator outcome answer target chapter definition invented-country legal-rule translation set edition originals backup reindex serve people audit report --help --version' -- "$current")
    return
  fi
  case $previous in
    --kind) mapfile -t COMPREPLY < <(compgen -W 'practice barrier outcome enabler sector other' -- "$current"); return ;;
    --model) mapfile -t COMPREPLY < <(compgen -W 'svm nb' -- "$current"); return ;;
    --by)
      if [[ $command == agreement ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'code document pair' -- "$current")
      else
        mapfile -t COMPREPLY < <(compgen -W 'region legal_model' -- "$current")
      fi
      return
      ;;
    --unit) mapfile -t COMPREPLY < <(compgen -W 'character sentence paragraph segment document' -- "$current"); return ;;
    --resample-by) mapfile -t COMPREPLY < <(compgen -W 'documents units' -- "$current"); return ;;
    --measure)
      mapfile -t COMPREPLY < <(
        compgen -W 'percent cohen fleiss ac1 brennan-prediger alpha u-alpha-2016 alpha-u-1995' -- "$current")
      return
      ;;
    --profile) mapfile -t COMPREPLY < <(compgen -W 'standard nvivo' -- "$current"); return ;;
    --table) mapfile -t COMPREPLY < <(compgen -W 'codings codebook' -- "$current"); return ;;
    --coder-from) mapfile -t COMPREPLY < <(compgen -W 'auto coding passage' -- "$current"); return ;;
    --position-encoding) mapfile -t COMPREPLY < <(compgen -W 'codepoint-crlf2 utf16-crlf2 codepoint-crlf1 utf16-crlf1' -- "$current"); return ;;
    document) [[ $current == -* ]] || { mapfile -t COMPREPLY < <(compgen -W 'list show diff add replace' -- "$current"); return; } ;;
    backup) [[ $current == -* ]] || { mapfile -t COMPREPLY < <(compgen -W 'create verify restore prune' -- "$current"); return; } ;;
    exchange) [[ $current == -* ]] || { mapfile -t COMPREPLY < <(compgen -W 'export import' -- "$current"); return; } ;;
    --basis) mapfile -t COMPREPLY < <(compgen -W 'written recorded witnessed' -- "$current"); return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'all en fr es ru zh' -- "$current"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'all html pdf docx epub data' -- "$current"); return ;;
    people) [[ $current == -* ]] || { mapfile -t COMPREPLY < <(compgen -W 'list invite role remove' -- "$current"); return; } ;;
    audit) [[ $current == -* ]] || { mapfile -t COMPREPLY < <(compgen -W 'verify' -- "$current"); return; } ;;
    --language) mapfile -t COMPREPLY < <(compgen -W 'en fr es ru zh' -- "$current"); return ;;
    --definition | --on | --organisation | --country | --sheet | --title | --coder | --document | --code | --if-version | --text-version | --counts | --after | --approve | --resamples | --level | --seed) return ;;
  esac
  if [[ $current == -* ]]; then
    local options='--help --json --quiet --study-passphrase-file'
    case $command in
      new) options+=' --title --workbook --language --encrypted' ;;
      import) options+=' --output --preview --discard-changes --forget-versions --keep-originals --passphrase-file --encrypted' ;;
      export) options+=' --output --raw --workbook' ;;
      verify) options+=' --definition --organisation --on --changes --counts' ;;
      work) options+=' --as' ;;
      context) options+=' --country --on --as --if-version --sort --reverse --versions' ;;
      organisation) options+=' --as --if-version --sort --reverse --versions --preview --sheet' ;;
      statement | leadership | partner | partnership | tie | finding | source | slot | region | indicator | outcome | answer | target | chapter | definition | invented-country | legal-rule | translation | set | edition)
        options+=' --as --if-version --sort --reverse --versions'
        ;;
      settings) options+=' --as --if-version' ;;
      consent) options+=' --as --if-version --sort --reverse --versions --basis --evidence --given --expires --on --yes' ;;
      code)
        options+=' --as --all --id --parent --before --kind --label --definition --include --exclude --colour --about --subject'
        options+=' --find --remove --quote --at --memo --status --in-vivo --region --country --language --case --document --code'
        options+=' --if-version --versions --rewrite --coder --drafts --accept --reject --submit --draft --why --present --absent --and --preview --by --limit --after'
        ;;
      assign) options+=' --as --document --coder --unassign --submit' ;;
      copy) options+=' --replace' ;;
      encrypt) options+=' --change --new-passphrase-file' ;;
      serve) options+=' --listen --tls-certificate --tls-key --behind-proxy --allow-host' ;;
      people) options+=' --organisation' ;;
      exchange) options+=' --as --output --profile --table --accepted-only --raw --into --coder-map --coder-from --position-encoding --case --by --with-consents --consent --evidence --preview' ;;
      backup) options+=' --output --to --recovery-file --withdrawals --none-withdrawn --days --weeks --months --yes' ;;
      document) options+=' --as --all --text-version --if-version --organisation --title --language --kind --consent --evidence --keep-original --passphrase-file --dry-run --put' ;;
      originals) options+=' --get --page --output --change-passphrase --passphrase-file --new-passphrase-file' ;;
      search) options+=' --region --country --language --code --case --kind --limit' ;;
      suggest) options+=' --model --limit --language --include-children --as --accept --reject' ;;
      screen) options+=' --include --exclude --unsure --flow --model --limit --language --as' ;;
      agreement)
        options+=' --unit --code --include-children --coder --document --measure --after-adjudication --by --resample-by'
        options+=' --resamples --level --seed --html --language'
        ;;
      compare) options+=' --by --kind --all --passages --same-passage --on' ;;
      figure) options+=' --by --language --output' ;;
      report) options+=' --approve --approved --as --code --passphrase-file --preview --draft --output --format --lang --language --reissue --since --strict' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    return
  fi
  if [[ $previous == code ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'tree add edit move merge split retire restore memo apply find list review adjudicate remove undo redo history' -- "$current")
    return
  fi
  case $previous in
    organisation)
      mapfile -t COMPREPLY < <(compgen -W 'list show set add remove import' -- "$current")
      return
      ;;
    edition)
      mapfile -t COMPREPLY < <(compgen -W 'list show set add remove published' -- "$current")
      return
      ;;
    statement | leadership | partner | partnership | tie | finding | source | slot | region | indicator | outcome | answer | target | chapter | definition | invented-country | legal-rule | translation | set)
      mapfile -t COMPREPLY < <(compgen -W 'list show set add remove' -- "$current")
      return
      ;;
    settings)
      mapfile -t COMPREPLY < <(compgen -W 'show set' -- "$current")
      return
      ;;
    consent)
      mapfile -t COMPREPLY < <(compgen -W 'list show set add remove give pause withdraw' -- "$current")
      return
      ;;
  esac
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$current")
}
complete -F _commonground commonground
