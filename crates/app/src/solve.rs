//! `herz solve`: a formal game, exactly.

use std::path::Path;

use clap::ValueEnum as _;
use games::extensive::strategic::table;
use games::named::{self, Fault, Game, Named, Value, Values};
use games::normal::NormalForm;
use games::quantal::branch::Response;
use games::sheet::{self, Sheet, Trouble};
use games::solution::{Choice, Concept, Point, Quantity, Solution, unsolved};
use games::vary::{Answer, Answers, Varied, vary};
use games::{Rational, gambit::efg, gambit::nfg, population};
use lab::scenario::Lang;
use serde_json::{Map, Value as Json, json};

use crate::args::{self, Solve};
use crate::job::{terminal, waiting};
use crate::words::{colour, say};
use crate::{Failure, bundle, load, print};

/// Steps of --vary between its ends.
const STEPS: usize = 101;

/// Solves what was asked for, or lists the games.
pub fn solve(arguments: &Solve, lang: Lang) -> Result<(), Failure> {
    let Some(name) = &arguments.game else { return print(&list(lang)) };
    let bar = waiting(lang);
    let mut sheet = sheet(name, arguments, lang)?;
    bar.finish_and_clear();
    if arguments.concept.is_some() {
        sheet::note_concept(&mut sheet, concept(arguments)).map_err(|said| {
            Failure::Input(format!("{name}{}{}", say(lang, ": ", "："), say(lang, &said.en, &said.zh)))
        })?;
    }
    let command = command(name, arguments);
    let folder = match (&arguments.out, arguments.json) {
        (Some(folder), _) => Some(folder.clone()),
        (None, false) => Some(Path::new("herz-out").join(format!("{}-solve", stem(name)))),
        (None, true) => None,
    };
    if let Some(path) = &arguments.write {
        write(path, &sheet, lang)?;
    }
    let written = arguments.write.iter().map(|path| {
        let what = say(lang, "game, for Gambit: ", "博弈（Gambit 格式）：");
        format!("{what}{}\n", path.display())
    });
    let written: String = written.collect();
    let document = serde_json::to_string_pretty(&document(&sheet)).map_err(|e| Failure::Running(e.to_string()))? + "\n";
    if let Some(folder) = &folder {
        bundle::prepare(folder, lang)?;
        let page = report::game_page(&sheet, env!("CARGO_PKG_VERSION"), &command, &FILES[1..], lang);
        bundle::files(folder, &[(FILES[0], page.into_bytes()), (FILES[1], document.clone().into_bytes())], lang)?;
    }
    if arguments.json {
        // Beside the document, not in it.
        eprint!("{written}");
        return print(&document);
    }
    let (is_terminal, width) = terminal();
    print(&report::game_summary(&sheet, arguments.all, lang, colour(is_terminal), width))?;
    match folder {
        Some(folder) => {
            print(&format!("\n{}{}\n{written}", say(lang, "page: ", "页面："), folder.join(FILES[0]).display()))
        }
        None => Ok(()),
    }
}

const FILES: [&str; 2] = ["report.html", "summary.json"];

/// Name of the folder: the game's, or the file's without its ending.
fn stem(name: &str) -> String {
    Path::new(name).file_stem().map_or_else(|| name.to_owned(), |s| s.to_string_lossy().into_owned())
}

/// A word as a shell reads it back: quoted where a shell would see more in it than letters.
fn shell(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:,+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// The command that computes the same again.
fn command(name: &str, arguments: &Solve) -> String {
    let sets = arguments.sets.iter().map(|s| format!(" --set {}", shell(s)));
    let vary = arguments.vary.iter().map(|v| format!(" --vary {}", shell(v)));
    let simulate = arguments.simulate.then(|| format!(" --simulate --seed {}", arguments.seed));
    let concept = arguments.concept.and_then(|c| c.to_possible_value()).map(|c| format!(" --concept {}", c.get_name()));
    format!("herz solve {}{}", shell(name), sets.chain(vary).chain(simulate).chain(concept).collect::<String>())
}

fn sheet(name: &str, arguments: &Solve, lang: Lang) -> Result<Sheet, Failure> {
    let Some(named) = named::find(name) else { return from_file(name, arguments, lang) };
    let refuse = |fault: Fault| Failure::Input(explained(named, &fault, lang));
    let mut values = named.defaults().map_err(refuse)?;
    for (id, text) in load::sets(&arguments.sets, lang)? {
        values = named.set(&values, &id, &text).map_err(refuse)?;
    }
    let varied = arguments.vary.as_deref().map(|range| varied(named, &values, range, lang)).transpose()?;
    let mut sheet = sheet::of_named(named, values, concept(arguments)).map_err(|trouble| match trouble {
        Trouble::Primitives(fault) => refuse(fault),
        other => Failure::Input(format!("{name}{}{}", say(lang, ": ", "："), told(&other, lang))),
    })?;
    sheet.varied = varied;
    if arguments.simulate && !arguments.sets.is_empty() {
        let why = say(
            lang,
            "--simulate runs the game's worked example and does not go with --set",
            "--simulate 运行示例参数，不能与 --set 同用",
        );
        return Err(Failure::Input(format!("{name}{}{why}", say(lang, ": ", "："))));
    }
    if arguments.simulate {
        sheet.flips = population::of(named.id, arguments.seed);
        if sheet.flips.is_empty() {
            let named = population::IDS.iter().filter(|id| named::find(id).is_some());
            let list = named.copied().collect::<Vec<_>>().join(", ");
            let why = say(lang, "--simulate has populations for: ", "--simulate 有模拟群体的博弈：");
            return Err(Failure::Input(format!("{name}{}{why}{list}", say(lang, ": ", "："))));
        }
    }
    Ok(sheet)
}

/// A game from a file in one of Gambit's formats.
fn from_file(name: &str, arguments: &Solve, lang: Lang) -> Result<Sheet, Failure> {
    let looks_like_file =
        [".nfg", ".efg"].iter().any(|e| name.ends_with(e)) || name.contains(std::path::MAIN_SEPARATOR);
    if !looks_like_file && !Path::new(name).exists() {
        return Err(Failure::Input(unknown(name, lang)));
    }
    if !arguments.sets.is_empty() || arguments.vary.is_some() || arguments.simulate {
        let why = say(
            lang,
            "--set, --vary and --simulate go with named games; a file has no primitives",
            "--set、--vary 与 --simulate 只用于具名博弈；文件没有基本参数",
        );
        return Err(Failure::Input(format!("{name}{}{why}", say(lang, ": ", "："))));
    }
    let text = load::read(name, MOST_BYTES, lang).map_err(Failure::Input)?;
    sheet::of_text(&text, concept(arguments))
        .map_err(|trouble| Failure::Input(format!("{name}{}{}", say(lang, ": ", "："), told(&trouble, lang))))
}

/// What is wrong with a game, in words.
fn told(trouble: &Trouble, lang: Lang) -> String {
    match trouble {
        Trouble::Primitives(fault) => fault.to_string(),
        Trouble::File(fault) => say(lang, &fault.to_string(), &fault.chinese()).to_owned(),
        Trouble::Unsolved(said) => say(lang, &said.en, &said.zh).to_owned(),
    }
}

fn concept(arguments: &Solve) -> Concept {
    match arguments.concept.unwrap_or_default() {
        args::Concept::Nash => Concept::Nash,
        args::Concept::SubgamePerfect => Concept::SubgamePerfect,
        args::Concept::PerfectBayesian => Concept::PerfectBayesian,
        args::Concept::Sequential => Concept::Sequential,
        args::Concept::Refined => Concept::Refined,
    }
}

/// Largest game file that is read: more payoffs than the solvers take.
const MOST_BYTES: u64 = 64 << 20;

/// `NAME=from..to`, and an optional `/steps`.
fn varied(named: &'static Named, values: &Values, range: &str, lang: Lang) -> Result<Varied, Failure> {
    let wrong = || {
        let form = say(
            lang,
            "expected NAME=FROM..TO, e.g. --vary sucker=-3..1.5",
            "应写作 名称=起..止，例如 --vary sucker=-3..1.5",
        );
        Failure::Input(format!("--vary {range}{}{form}", say(lang, ": ", "：")))
    };
    let (id, ends) = range.split_once('=').ok_or_else(wrong)?;
    let (from, to) = ends.split_once("..").ok_or_else(wrong)?;
    let number = |text: &str| text.parse::<Rational>().map_err(|_| wrong());
    vary(named, values, id.trim(), &number(from)?, &number(to)?, STEPS).map_err(|fault| {
        Failure::Input(format!("--vary {range}{}{}", say(lang, ": ", "："), explained(named, &fault, lang)))
    })
}

/// Writes the game in the format that the ending names.
fn write(path: &Path, sheet: &Sheet, lang: Lang) -> Result<(), Failure> {
    let refuse = |en: &str, zh: &str| {
        Failure::Input(format!("--write {}{}{}", path.display(), say(lang, ": ", "："), say(lang, en, zh)))
    };
    let game = sheet
        .game
        .as_ref()
        .ok_or_else(|| refuse("this game has a continuum and no finite form", "本博弈是连续的，没有有限形式"))?;
    let text = match (path.extension().and_then(|e| e.to_str()), game) {
        (Some("nfg"), Game::Bimatrix(game)) => nfg::write(&NormalForm::from(game), &sheet.comment),
        (Some("nfg"), Game::Normal(game)) => nfg::write(game, &sheet.comment),
        (Some("nfg"), Game::Tree(tree)) => {
            let plans = table(tree).map_err(|e| {
                let why = unsolved(&e);
                refuse(&why.en, &why.zh)
            })?;
            nfg::write(&plans, &sheet.comment)
        }
        (Some("efg"), Game::Tree(tree)) => efg::write(tree, &sheet.comment),
        (Some("efg"), _) => {
            return Err(refuse(
                "this game has no tree: write it to a name ending in .nfg",
                "本博弈没有博弈树：文件名应以.nfg结尾",
            ));
        }
        _ => return Err(refuse("the name must end in .nfg or .efg", "文件名应以.nfg或.efg结尾")),
    };
    std::fs::write(path, text).map_err(|e| refuse(&e.to_string(), &e.to_string()))
}

/// What is wrong with a value, and what would be right.
fn explained(named: &Named, fault: &Fault, lang: Lang) -> String {
    match (fault, lang) {
        (Fault::Unknown(id), _) => {
            let ids: Vec<&str> = named.parameters.iter().map(|p| p.id).collect();
            let short: String = id.chars().take(80).collect();
            let hint = nearest(&short, &ids, lang);
            let list = ids.join(", ");
            match lang {
                Lang::En => format!("{} has no primitive `{short}`{hint}\n  primitives: {list}", named.id),
                Lang::Zh => format!("{}没有基本参数`{short}`{hint}\n  基本参数：{list}", named.id),
            }
        }
        (Fault::Together(words), _) => say(lang, words.en, words.zh).to_owned(),
        (fault, Lang::En) => fault.to_string(),
        (Fault::NotANumber(id, _), Lang::Zh) => format!("{id}：不是数字；可写作 3、-0.25、1e-3 或 1/3"),
        (Fault::OutOfRange(id, [low, high]), Lang::Zh) => format!("{id}：必须在 {low} 与 {high} 之间"),
        (Fault::NotWhole(id), Lang::Zh) => format!("{id}：必须是整数"),
    }
}

fn nearest(name: &str, ids: &[&str], lang: Lang) -> String {
    match (lab::names::nearest(name, ids.iter().copied()), lang) {
        (None, _) => String::new(),
        (Some(nearest), Lang::En) => format!("\n  did you mean `{nearest}`?"),
        (Some(nearest), Lang::Zh) => format!("\n  是否想写`{nearest}`？"),
    }
}

fn unknown(name: &str, lang: Lang) -> String {
    let ids: Vec<&str> = named::ALL.iter().map(|g| g.id).collect();
    let short: String = name.chars().take(80).collect();
    let (hint, list) = (nearest(&short, &ids, lang), ids.join(", "));
    match lang {
        Lang::En => {
            format!("`{short}` is neither a named game nor a file{hint}\n  games: {list}\n  files end in .nfg or .efg")
        }
        Lang::Zh => format!("`{short}`既不是具名博弈也不是文件{hint}\n  博弈：{list}\n  文件名应以.nfg或.efg结尾"),
    }
}

/// Every named game with its name and where it comes from.
fn list(lang: Lang) -> String {
    let line = |g: &&Named| format!("{:<26} {} · {}\n", g.id, say(lang, g.title.en, g.title.zh), g.source);
    named::ALL.iter().map(line).collect()
}

/// The whole answer for programs. Fractions are strings, so that nothing is rounded.
fn document(sheet: &Sheet) -> Json {
    let mut out = Map::new();
    if let Some((named, values)) = &sheet.named {
        let set: Map<String, Json> = values.all().map(|(id, v)| (id.to_owned(), json!(v.to_string()))).collect();
        out.insert("game".into(), json!(named.id));
        out.insert("primitives".into(), Json::Object(set));
        out.insert("source".into(), json!(named.source));
        if let Some(note) = named.note {
            out.insert("source_note".into(), json!({ "en": note.en, "zh": note.zh }));
        }
        out.insert("claims".into(), json!(named.claims));
    }
    if let Some(solution) = &sheet.solution {
        out.insert("title".into(), json!(solution.title));
        out.insert("players".into(), json!(solution.players));
        out.insert("concept".into(), json!(solution.concept.en));
        out.insert("equilibria".into(), solution.equilibria.iter().map(|p| equilibrium(solution, p)).collect());
        out.insert("complete".into(), json!(solution.complete));
        out.insert("coverage".into(), json!(solution.coverage.en));
        out.insert("continua".into(), json!(solution.continua));
        out.insert("remarks".into(), solution.remarks.iter().map(|r| json!(r.en)).collect());
    }
    let findings = sheet.findings.iter().map(|f| {
        json!({
            "id": f.id, "name": { "en": f.name.en, "zh": f.name.zh }, "formula": { "en": f.formula.en, "zh": f.formula.zh }, "value": value(&f.value),
        })
    });
    out.insert("findings".into(), findings.collect());
    if let Some(branch) = sheet.quantal() {
        let point = |p: &Response| json!({ "lambda": p.lambda, "profile": p.mixes, "residual": p.residual });
        out.insert("quantal_response".into(), branch.points.iter().map(point).collect());
    }
    if !sheet.flips.is_empty() {
        let flip = |f: &population::Flip| {
            json!({ "turns": f.primitive.en, "closed_form": f.closed, "simulated": f.simulated.mean,
                    "standard_error": f.simulated.error, "standard_errors_apart": f.apart(), "agrees": f.agrees() })
        };
        out.insert("simulated".into(), sheet.flips.iter().map(flip).collect());
    }
    if let Some(varied) = &sheet.varied {
        out.insert("varied".into(), along(varied));
    }
    Json::Object(out)
}

fn quantity(q: &Quantity) -> Json {
    match q {
        Quantity::Exact(value) => json!(value.to_string()),
        Quantity::Within(ends) => json!(ends),
    }
}

fn value(v: &Value) -> Json {
    match v {
        Value::Exact(value) => json!(value.to_string()),
        Value::Real(value) => json!(value),
        Value::Truth(value) => json!(value),
        Value::Said(words) => json!(words.en),
        Value::Absent(words) => json!({ "absent": words.en }),
    }
}

/// One list per player, information sets one after the other, as Gambit writes them.
fn equilibrium(solution: &Solution, point: &Point) -> Json {
    let of = |player: usize, list: fn(&Choice) -> &[Quantity]| -> Vec<Json> {
        point.choices.iter().filter(|c| c.player == player).flat_map(list).map(quantity).collect()
    };
    let players = 0..solution.players.len();
    let choices = point.choices.iter().map(|c| {
        let beliefs: Vec<Json> =
            c.beliefs.iter().map(|(w, q)| json!({ "history": w, "probability": quantity(q) })).collect();
        json!({ "player": c.player + 1, "information_set": c.place, "actions": c.actions, "reached": c.reached,
                "beliefs": beliefs })
    });
    json!({
        "profile": players.clone().map(|p| of(p, |c| &c.mix)).collect::<Vec<_>>(),
        "payoffs": point.payoffs.iter().map(quantity).collect::<Vec<_>>(),
        "certificate": players.map(|p| of(p, |c| &c.values)).collect::<Vec<_>>(),
        "choices": choices.collect::<Vec<_>>(),
        "notes": point.notes.iter().map(|n| n.en.clone()).collect::<Vec<_>>(),
    })
}

fn along(varied: &Varied) -> Json {
    let curves = varied.curves.iter().map(|c| json!({ "id": c.id, "values": c.values }));
    let actions = varied.actions.iter().map(
        |a| json!({ "player": a.player, "information_set": a.place, "action": a.name, "probabilities": a.likely }),
    );
    json!({
        "primitive": varied.parameter,
        "at": varied.at.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "findings": curves.collect::<Vec<_>>(),
        "answers": varied.answers.iter().map(|a| answers(varied, a)).collect::<Vec<_>>(),
        "actions": actions.collect::<Vec<_>>(),
        "another_game_at": varied.elsewhere.iter().map(|(k, _)| varied.at[*k].to_string()).collect::<Vec<_>>(),
    })
}

/// Answers that are no numbers, and where they turn.
fn answers(varied: &Varied, answers: &Answers) -> Json {
    let told = |answer: &Option<Answer>| match answer {
        Some(Answer::Truth(truth)) => json!(truth),
        Some(Answer::Said(words)) => json!(words.en),
        Some(Answer::Absent(words)) => json!({ "absent": words.en }),
        Some(Answer::Number) => json!("number"),
        None => Json::Null,
    };
    let turn = |[before, after]: [usize; 2]| {
        json!({
            "after": varied.at[before].to_string(), "before": varied.at[after].to_string(),
            "from": told(&answers.values[before]), "to": told(&answers.values[after]),
        })
    };
    json!({
        "id": answers.id,
        "values": answers.values.iter().map(told).collect::<Vec<_>>(),
        "turns": answers.turns().into_iter().map(turn).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::shell;

    #[test]
    fn contract_a_command_can_be_pasted() {
        assert_eq!(["sucker=-3..1.5", "a/b.nfg"].map(shell), ["sucker=-3..1.5", "a/b.nfg"]);
        assert_eq!(shell("my crisis.efg"), "'my crisis.efg'");
        assert_eq!(shell("it's $HOME"), r"'it'\''s $HOME'");
        assert_eq!([shell(""), shell("x;ls"), shell("~/a.nfg")], ["''", "'x;ls'", "'~/a.nfg'"]);
    }
}
