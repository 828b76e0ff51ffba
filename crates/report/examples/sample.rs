//! Prints the invented outcome: the page (`en`, `zh`) or the terminal summary (`en-terminal`, `zh-terminal`); with a
//! second word, the one with an epidemic.

#[path = "../src/sample.rs"]
mod sample;

fn main() {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let lang = if wanted.starts_with("zh") { report::Lang::Zh } else { report::Lang::En };
    let outcome = if std::env::args().nth(2).is_some() { sample::epidemic() } else { sample::outcome() };
    if wanted.ends_with("terminal") {
        print!("{}", report::summary(&outcome, lang, false, 80));
    } else {
        print!("{}", report::render(&outcome, lang));
    }
}
