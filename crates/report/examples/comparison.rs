//! Prints the invented comparison: the page (`en`, `zh`) or the terminal summary (`en-terminal`, `zh-terminal`).

#[path = "../src/compare/sample.rs"]
mod sample;

fn main() {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let lang = if wanted.starts_with("zh") { report::Lang::Zh } else { report::Lang::En };
    let comparison = sample::comparison();
    if wanted.ends_with("terminal") {
        print!("{}", report::comparison_summary(&comparison, lang, false, 80));
    } else {
        print!("{}", report::comparison_page(&comparison, lang));
    }
}
