//! The positions as a page of the documentation, so that page and program cannot differ.

use std::fmt::Write as _;

use super::{Position, Setting, all};

/// Patterns that have a column of their own in the table at a glance; what else a position sets stands in the last.
const COLUMNS: &[(&str, &str)] = &[
    ("P(greedy)", "issues.*.actors.*.greedy"),
    ("decides", "actors.*.doctrine"),
    ("mistrust", "issues.*.mistrust"),
    ("empathy", "empathy"),
    ("authority", "issues.*.authority"),
    ("foresight", "actors.*.foresight"),
    ("care", "actors.*.care"),
    ("first strike", "issues.*.first_strike"),
];

const HEAD: &str = "\
# Positions

<!-- Written from crates/lab/src/theorist: UPDATE_GOLDEN=1 cargo test --release -p herz-tests --test contract doctrines -->

What each theorist of the two founding papers assumes, as a small table of kernel terms. `herz run cold-war --doctrine waltz`
runs the Cold War as Waltz has it; `herz doctrine list` and `herz doctrine show waltz` print what stands here, in English and Chinese.

A position is nothing but settings: each line below becomes `--set` for every actor and every issue that `*` stands for, before your
own `--set`, which win. All other luck stays as it was, so two positions differ by what they assume and by nothing else. The
scenario as run (`scenario.toml` of the bundle) states every number, and running it again needs no `--doctrine`. To do by hand what
`--doctrine butterfield` does, in part: `--set empathy=0 --set actors.usa.doctrine=bayesian`.

A *position* is a theorist's; the `doctrine` of an actor, how it turns mistrust into a weight (K1), is one term of it.

**Claims.** A… counts the claims of the first founding paper (员欣依 2015), B… those of the second, X… places where they are
ambiguous or disagree ([model.md](model.md#13-sources)); what each says stands in [claims.md](claims.md). *Rendered* means that the paper says it in words and the
line puts it into a term of the kernel: the sentence is the paper's, the choice of term ours. *Assumed* means that it gives at most a
direction: the value is ours, and the range is where others might put it. Only terms that act are set. The first paper gives the works
of Herz, Waltz, Jervis, Mearsheimer, Booth and Wheeler; the other titles and years are from memory.

**What a position cannot be.** It holds for the whole run and for everybody. It replaces the scenario's own numbers by plain values, so
bands get narrower: that is the position's certainty and not knowledge. Groups and the authority between pairs are left as they are.

";

const DISAGREEMENTS: &str = "\
## Where the papers disagree

- **X7** Waltz: the dilemma cannot be solved, only managed; Herz: eased or even dissolved; Mearsheimer: almost nothing helps. Not a setting: it
  is what the runs say. The three differ in what can be learnt and in foresight, and the answer follows from that.
- **X12** Universalism is not altruism, yet Wendt protects altruists and Wei Ling asks for care. Foresight and care are separate terms:
  Herz on survival has the first and none of the second; Wendt and Deutsch have the second.
- **X15** New, structural and defensive realism are equated in one place and separated in another. Positions go by person; there are no
  aliases for schools.
- **X16** Two ordered steps in the first paper, two routes in the second. `herz-nuclear` and `herz-survival` are the steps; one run shows one.
- **X21** Offensive realists maximise power, against benign intent, yet Mearsheimer is called the true heir. `mearsheimer` takes power as the
  means of states that want to survive; with `--set assumptions.objective=power` it is the end, and everybody is greedy.
- **X24** Nature is not the crux, yet a premise neither good nor evil is found in Herz. His three positions say nothing about nature but
  benign intent; Morgenthau's and Niebuhr's say little else.
- **X31** The dilemma is apparent rather than real for Jervis, and an objective structure elsewhere. Apparent is the conflict of interest (no
  greedy motives); real is the incentive, which is what the kernel computes.
";

/// The page `docs/doctrines.md`.
pub fn markdown() -> String {
    let mut page = String::from(HEAD);
    glance(&mut page);
    all().for_each(|position| part(&mut page, position));
    page.push_str(DISAGREEMENTS);
    page
}

/// All positions in one table; an empty cell is the scenario's own.
fn glance(page: &mut String) {
    page.push_str("## At a glance\n\nAn empty cell is the scenario's own number.\n\n| position |");
    COLUMNS.iter().for_each(|(head, _)| page.push_str(&format!(" {head} |")));
    let _ = writeln!(page, " also |\n|---|{}---|", "---|".repeat(COLUMNS.len()));
    for position in all() {
        let _ = write!(page, "| [`{0}`](#{0}) |", position.id);
        for (_, pattern) in COLUMNS {
            let set = position.settings.iter().find(|setting| setting.pattern == *pattern);
            page.push_str(&set.map_or(" |".to_owned(), |setting| format!(" {} |", setting.value)));
        }
        let others = position.settings.iter().filter(|s| COLUMNS.iter().all(|(_, pattern)| s.pattern != *pattern));
        let others: Vec<String> = others.map(short).collect();
        let others = if others.is_empty() { String::new() } else { format!(" {}", others.join(", ")) };
        let _ = writeln!(page, "{others} |");
    }
    page.push('\n');
}

/// `rules 0`: the last word of the path and the value.
fn short(setting: &Setting) -> String {
    let key = setting.pattern.rsplit('.').next().unwrap_or(setting.pattern);
    format!("{key} {}", setting.value)
}

fn part(page: &mut String, position: &Position) {
    let _ = writeln!(page, "## {}\n\n**{}** ({})\n", position.id, position.name.en, position.name.zh);
    let _ = writeln!(page, "{} *{}.*\n", position.summary.en.replace('\n', " "), position.work.en);
    page.push_str("| setting | value | | claims | why |\n|---|---|---|---|---|\n");
    for s in position.settings {
        let basis = s.assumed.map_or("rendered".to_owned(), |(low, high)| format!("assumed, {low}–{high}"));
        let _ =
            writeln!(page, "| `{}` | {} | {basis} | {} | {} |", s.pattern, s.value, s.claims.join(", "), s.reason.en);
    }
    if let Some(words) = position.by_construction {
        let _ = writeln!(page, "\n**By construction.** {}", words.en);
    }
    let _ = writeln!(page, "\n**Beware.** {}\n", position.beware.en);
}
