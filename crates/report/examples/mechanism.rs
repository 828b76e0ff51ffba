//! Prints the invented mechanism: the page (`en`, `zh`) or the terminal summary (`en-terminal`, `zh-terminal`).

#[path = "../src/mechanism/sample.rs"]
mod sample;

fn main() {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let lang = if wanted.starts_with("zh") { report::Lang::Zh } else { report::Lang::En };
    let mechanism = sample::mechanism();
    if wanted.ends_with("terminal") {
        print!("{}", report::mechanism_summary(&mechanism, lang, false, 80));
    } else {
        print!("{}", report::mechanism_page(&mechanism, lang));
    }
}
