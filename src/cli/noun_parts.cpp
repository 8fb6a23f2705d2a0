// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One implementation for all kinds of things: what differs is in app::NounKinds().

#include "cli/noun_parts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/wire/noun_json.h"
#include "cli/editing.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

constexpr int kWidest = 100;               // columns, also where the output is no terminal
constexpr std::size_t kShownOfAnId = 8;    // of a GUID: its beginning names it
constexpr std::size_t kShownOfACell = 60;  // bytes, in lists

using Texts = std::shared_ptr<std::vector<std::string>>;
using Text = std::shared_ptr<std::string>;

// One line, as much of it as a list shows.
std::string Short(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  if (text.size() <= kShownOfACell) return text;
  std::size_t end = kShownOfACell;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string ShownId(const app::NounKind& kind, const std::string& id) {
  return kind.id_field.empty() ? id.substr(0, kShownOfAnId) : id;
}

std::string CellOf(const app::NounShown& thing, const std::string& field) {
  const auto found = std::ranges::find(thing.cells, field, &app::FieldValues::value_type::first);
  return found == thing.cells.end() ? std::string() : found->second;
}

std::string NeededOf(const app::NounKind& kind) {
  std::string needed = kind.id_field.empty() || kind.rules.gives_id ? "" : kind.id_field + "=…";
  for (const auto& field : kind.fields) {
    if (field.is_needed) needed += (needed.empty() ? "" : " ") + field.name + "=…";
  }
  return needed;
}

// For --help: what may be written.
std::string FieldsOf(const app::NounKind& kind) {
  std::string text = "Fields (docs/file-formats.md says what each means):";
  if (!kind.id_field.empty()) {
    text += fmt::format("\n  {} ({})", kind.id_field, kind.rules.gives_id ? "given, if blank" : "needed to add one");
  }
  for (const auto& field : kind.fields) {
    const bool is_fixed = std::ranges::find(kind.rules.fixed, field.name) != kind.rules.fixed.end();
    text += "\n  " + field.name;
    if (is_fixed) {
      text += " (needed to add one; stays)";
    } else if (field.name == app::kPlaceField) {
      text += " (a number from 1: what comes first is tried first)";
    } else if (field.is_needed) {
      text += " (needed)";
    }
    if (!field.words.empty()) text += ": " + field.words;
  }
  return text;
}

core::Result<app::NounQuery> ReadQuery(const std::vector<std::string>& filters, const std::string& sort,
                                       bool is_descending) {
  app::NounQuery query{{}, sort, is_descending};
  for (const std::string& one : filters) {
    const std::size_t sign = one.find_first_of("=~");
    if (sign == std::string::npos || sign == 0) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "\"" + one + "\" is no filter. Fix: write FIELD=VALUE, or FIELD~WORDS for a part of it");
    }
    query.filters.push_back({one.substr(0, sign), one.substr(sign + 1), one[sign] == '~'});
  }
  return query;
}

// Definitions that the study could take in.
std::string BuiltInAsText(const app::NounKind& kind, const app::NounsShown& shown) {
  if (shown.built_in.empty()) return {};
  return fmt::format("Built in besides: {}. commonground {} add STUDY {}=ID takes one in.\n",
                     fmt::join(shown.built_in, ", "), CommandOf(kind), kind.id_field);
}

std::string ListAsText(const app::NounKind& kind, const app::NounsShown& shown, bool with_versions) {
  if (shown.seen == 0) {
    return fmt::format("There are no {} yet. commonground {} add STUDY {} adds one.\n", kind.plural, CommandOf(kind),
                       NeededOf(kind)) +
           BuiltInAsText(kind, shown);
  }
  if (shown.things.empty()) return fmt::format("None of the {} {} is so.\n", shown.seen, kind.plural);
  std::vector<std::string> header{kind.id_field.empty() ? "id" : kind.id_field};
  header.insert(header.end(), kind.listed.begin(), kind.listed.end());
  if (with_versions) header.emplace_back("version");
  Table table(header);
  for (const auto& thing : shown.things) {
    std::vector<std::string> cells{ShownId(kind, thing.id)};
    for (const auto& field : kind.listed) cells.push_back(Short(CellOf(thing, field)));
    if (with_versions) cells.push_back(thing.version);
    table.Add(std::move(cells));
  }
  return table.Text(std::min(TerminalWidth(), kWidest)) + BuiltInAsText(kind, shown);
}

std::string DetailsAsText(const app::NounKind& kind, const app::NounDetails& details) {
  Table table({"field", "value"});
  table.Add({kind.id_field.empty() ? "id" : kind.id_field, details.thing.id});
  for (const auto& [name, value] : details.thing.cells) table.Add({name, value});
  table.Add({"version", details.thing.version});
  std::string text = table.Text(std::min(TerminalWidth(), kWidest));
  if (details.history.empty()) return text;
  text += "\nHistory\n";
  for (const auto& one : details.history) {
    text += fmt::format("{}  {}  {}{}\n", one.at.Text(), one.person.value, model::Word(one.action),
                        one.is_erased ? " (what it said was erased)" : "");
    if (one.action == model::EventAction::kAdd) continue;
    for (const auto& field : one.fields) {
      text += fmt::format("  {}: {} → {}\n", field.field, field.before.empty() ? "(nothing)" : Short(field.before),
                          field.after.empty() ? "(nothing)" : Short(field.after));
    }
  }
  return text;
}

int TellDone(const Console& console, const core::Result<app::EditResult>& result, const std::string& said,
             const std::string& study) {
  if (!result) return console.Fail(result.error());
  if (console.json) {
    console.Print(app::wire::NounEditToJson(*result).dump(2) + "\n");
  } else if (result->act == 0) {
    console.Say("It is so already; nothing was changed.\n");
  } else {
    console.Say(fmt::format("{} {}. Undo: commonground code undo {}\n", said, result->thing, study));
  }
  if (!console.json && !result->kept.empty()) {
    console.Say(fmt::format("Kept, as others changed it since: {}.\n", fmt::join(result->kept, ", ")));
  }
  return 0;
}

Text AddId(CLI::App& command) {
  auto id = std::make_shared<std::string>();
  command.add_option("ID", *id, "which one, as the list shows it")->required();
  return id;
}
Texts AddFieldValues(CLI::App& command) {
  auto fields = std::make_shared<std::vector<std::string>>();
  command.add_option("FIELDS", *fields, "named and written as in the tables of a study folder; FIELD= makes it blank")
      ->required()
      ->type_name("FIELD=VALUE");
  return fields;
}

using Run = std::function<int(Console&)>;

Run AddList(CLI::App& command, const app::NounKind& kind) {
  auto study = AddStudyArgument(command);
  auto filters = std::make_shared<std::vector<std::string>>();
  auto sort = std::make_shared<std::string>();
  auto is_descending = std::make_shared<bool>(false);
  command
      .add_option("FILTERS", *filters,
                  "only those whose field is this (FIELD=VALUE, blank: FIELD=) or holds it "
                  "(FIELD~WORDS); all of them must hold")
      ->type_name("FIELD=VALUE");
  command.add_option("--sort", *sort, "by this field, or by id; the order of the study if not given")
      ->type_name("FIELD");
  command.add_flag("--reverse", *is_descending, "the last first");
  auto versions = AddVersions(command);
  command.footer(FieldsOf(kind));
  return [=, &kind](Console& console) {
    const auto query = ReadQuery(*filters, *sort, *is_descending);
    if (!query) return console.Fail(query.error());
    return WithStudy(console, *study, [&](const app::Workspace& workspace) {
      const auto shown = app::ListNouns(workspace, kind.type, *query);
      if (!shown) return console.Fail(shown.error());
      console.Print(console.json ? app::wire::ToJson(kind, *shown).dump(2) + "\n"
                                 : ListAsText(kind, *shown, *versions));
      if (shown->withheld > 0 && !console.json) {
        console.Say(fmt::format("{} more not shown: {}.\n", shown->withheld,
                                kind.type == model::RecordType::kTranslation
                                    ? "there is no consent to analyse or to translate these words"
                                    : "an organisation withdrew its consent to be analysed"));
      }
      return 0;
    });
  };
}

Run AddShow(CLI::App& command, const app::NounKind& kind) {
  auto study = AddStudyArgument(command);
  auto id = AddId(command);
  return [=, &kind](Console& console) {
    return WithStudy(console, *study,
                     [&](const app::Workspace& workspace) { return ShowOneNoun(console, workspace, kind.type, *id); });
  };
}

Run AddSet(CLI::App& command, const app::NounKind& kind) {
  auto study = AddActingStudy(command);
  auto id = AddId(command);
  auto fields = AddFieldValues(command);
  auto seen = AddSeen(command);
  auto who = AddWho(command);
  command.footer(FieldsOf(kind));
  return [=, &kind](Console& console) {
    const auto values = ReadFields(*fields);
    if (!values) return console.Fail(values.error());
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      return TellDone(console, app::SetNoun(workspace, kind.type, {*id, *seen}, *values), "Changed", *study);
    });
  };
}

Run AddAdd(CLI::App& command, const app::NounKind& kind) {
  auto study = AddActingStudy(command);
  auto fields = AddFieldValues(command);
  auto who = AddWho(command);
  command.footer(FieldsOf(kind));
  return [=, &kind](Console& console) {
    const auto values = ReadFields(*fields);
    if (!values) return console.Fail(values.error());
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      return TellDone(console, app::AddNoun(workspace, kind.type, *values), "Added", *study);
    });
  };
}

Run AddRemove(CLI::App& command, const app::NounKind& kind) {
  auto study = AddActingStudy(command);
  auto id = AddId(command);
  auto seen = AddSeen(command);
  auto who = AddWho(command);
  return [=, &kind](Console& console) {
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      return TellDone(console, app::RemoveNoun(workspace, kind.type, {*id, *seen}), "Removed", *study);
    });
  };
}

}  // namespace

std::string CommandOf(const app::NounKind& kind) {
  std::string command(model::Word(kind.type));
  std::ranges::replace(command, ' ', '-');
  return command;
}

core::Result<app::FieldValues> ReadFields(const std::vector<std::string>& given) {
  app::FieldValues values;
  for (const std::string& one : given) {
    const std::size_t sign = one.find('=');
    if (sign == std::string::npos || sign == 0) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "\"" + one +
                            "\" is no field with its value. Nothing was changed. Fix: write FIELD=VALUE, such "
                            "as name='The Lamp'; FIELD= makes it blank");
    }
    values.emplace_back(one.substr(0, sign), one.substr(sign + 1));
  }
  return values;
}

int ShowOneNoun(const Console& console, const app::Workspace& workspace, model::RecordType type,
                const std::string& id) {
  const auto details = app::ShowNoun(workspace, type, id);
  if (!details) return console.Fail(details.error());
  console.Print(console.json ? app::wire::ToJson(*details).dump(2) + "\n" : DetailsAsText(app::KindOf(type), *details));
  return 0;
}

RunPart AddNounParts(CLI::App& command, model::RecordType type, NounParts which) {
  const app::NounKind& kind = app::KindOf(type);
  struct NounPart {
    const char* name;
    const char* purpose;
    Run (*add)(CLI::App&, const app::NounKind&);
  };
  static constexpr NounPart kParts[] = {
      {"list", "all of them, or those that the filters leave", &AddList},
      {"show", "all that one says, its version and its history", &AddShow},
      {"set", "change fields of one; those that are not named stay", &AddSet},
      {"add", "make a new one", &AddAdd},
      {"remove", "remove one that nothing speaks of", &AddRemove},
  };
  auto runs = std::make_shared<std::vector<std::pair<CLI::App*, Run>>>();
  for (const NounPart& part : kParts) {
    if (which == NounParts::kAllButShow && std::string_view(part.name) == "show") continue;
    CLI::App* sub = command.add_subcommand(part.name, part.purpose);
    sub->fallthrough();  // --json and --quiet stand anywhere
    runs->emplace_back(sub, part.add(*sub, kind));
  }
  return [runs](Console& console) -> std::optional<int> {
    for (const auto& [sub, run] : *runs) {
      if (sub->parsed()) return run(console);
    }
    return std::nullopt;
  };
}

}  // namespace commonground::cli
